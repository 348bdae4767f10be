using EffectiveSchool.Benchmarks.Harness;
using EffectiveSchool.Data;
using EffectiveSchool.Data.Lists;
using EffectiveSchool.Data.Scope;
using EffectiveSchool.Domain.Identification;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EffectiveSchool.Benchmarks.Measures;

/// <summary>
/// A run of identification as the portal does it: results and registry read, every school judged, the run hashed, one
/// explanation a school stored as jsonb; against one SQL statement that stores only who is listed.
/// </summary>
internal static class IdentificationMeasure
{
    private const string OneStatement = """
        insert into bare_list (school_id, criterion_a, criterion_b)
        select s.id, count(*) filter (where l.year = $1) >= 2, coalesce(bool_or(l.both), false)
        from schools s
        left join (
          select r.school_id, r.year, count(*) over (partition by r.school_id, r.procedure_id) = 2 as both
          from results r join procedures p on p.id = r.procedure_id
          where r.region_id = $2 and r.year in ($1, $1 - 1) and p.code = any ($3) and r.participants > 0 and r.failed * 100 >= 30 * r.participants) l on l.school_id = s.id
        where s.region_id = $2 and s.status = 'Active'
        group by s.id
        """;

    private static readonly TimeSpan Aim = TimeSpan.FromSeconds(2);

    public static async Task<IReadOnlyList<Figure>> RunAsync(World world)
    {
        var server = await world.RegionAsync(world.Sizes.Big);
        await server.ExecuteAsync("create table if not exists bare_list (school_id int, criterion_a boolean, criterion_b boolean)");
        var (ours, limit) = await Clock.AlternateAsync(world.Sizes.Repetitions, () => IdentifyAsync(server), () => OneStatementAsync(server));
        await RequireSameListAsync(server);
        var parts = await PartsAsync(server);
        return
        [
            new Figure(
                $"Identification of {Figure.Count(world.Sizes.Big)} schools × 9 procedures × 2 years, explanations stored ({parts})",
                Figure.Time(ours), "one SQL statement that stores two flags a school", Figure.Time(limit), Figure.Times(ours, limit), "≤ 2 s", ours <= Aim),
        ];
    }

    private static async Task<TimeSpan> IdentifyAsync(PortalServer server)
    {
        await using var scope = server.As(AccessScope.Region(server.RegionId));
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var methodology = await db.Methodologies.SingleAsync(m => m.Code == Methodology.SameProcedure.Code);
        var list = new SchoolList { RegionId = server.RegionId, ForYear = World.Year + 1, ResultsYear = World.Year };
        string? refusal = null;
        var time = await Clock.TimeAsync(async () => refusal = await scope.ServiceProvider.GetRequiredService<ListRuns>().RunAsync(list, methodology, CancellationToken.None));
        await server.ExecuteAsync($"drop table if exists last_run; create table last_run as select school_id, criterion_a, criterion_b from list_schools where list_id = {list.Id}; delete from lists where id = {list.Id}");
        await server.ExecuteAsync("vacuum list_schools");
        return refusal is null ? time : throw new InvalidOperationException(refusal);
    }

    private static async Task<TimeSpan> OneStatementAsync(PortalServer server)
    {
        await server.ExecuteAsync("truncate bare_list");
        await using var command = server.Owner.CreateCommand(OneStatement);
        command.Parameters.Add(new() { Value = World.Year });
        command.Parameters.Add(new() { Value = server.RegionId });
        command.Parameters.Add(new() { Value = Methodology.SameProcedure.Procedures.ToArray() });
        return await Clock.TimeAsync(() => command.ExecuteNonQueryAsync());
    }

    /// <summary>A limit that answers something else would be no limit.</summary>
    private static async Task RequireSameListAsync(PortalServer server)
    {
        var differ = await server.ReadAsync<long>("select count(*) from last_run full join bare_list using (school_id, criterion_a, criterion_b) where last_run is null or bare_list is null");
        if (differ != 0)
        {
            throw new InvalidOperationException($"The statement and the rule differ about {differ} rows.");
        }
    }

    /// <summary>Where the time goes: once more, step by step.</summary>
    private static async Task<string> PartsAsync(PortalServer server)
    {
        await using var scope = server.As(AccessScope.Region(server.RegionId));
        IdentificationInput input = null!;
        IdentificationRun run = null!;
        var read = await Clock.TimeAsync(async () => input = await scope.ServiceProvider.GetRequiredService<ListRuns>()
            .ReadInputAsync(server.RegionId, World.Year, Methodology.SameProcedure, CancellationToken.None));
        var judged = Clock.Time(() => run = LowResultRule.Judge(input));
        var hashed = Clock.Time(() => CanonicalRun.Sha256(run));
        return $"reading {Figure.Time(read)}, judging {Figure.Time(judged)}, hashing {Figure.Time(hashed)}, the rest is storing";
    }
}
