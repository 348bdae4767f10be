using System.Globalization;
using EffectiveSchool.Benchmarks.Harness;

namespace EffectiveSchool.Benchmarks.Measures;

/// <summary>The execution report over 40 schools × 60 activities, with facts and evidence, as page and as xlsx; the limit is a bare read of the same rows.</summary>
internal static class ReportMeasure
{
    private static readonly TimeSpan Aim = TimeSpan.FromSeconds(1);

    public static async Task<IReadOnlyList<Figure>> RunAsync(World world)
    {
        var server = await world.RegionAsync(world.Sizes.Small);
        var portal = await world.PortalAsync(world.Sizes.Small);
        var plan = await BenchPlan.AddAsync(server, world.Sizes.PlanSchools, world.Sizes.ReportActivities);
        await ReportAsync(server, plan);
        var address = string.Create(CultureInfo.InvariantCulture, $"/reports/execution?programme={plan.Programme}&from={World.Year + 1}-01-01&to={World.Year + 1}-12-31");
        var figures = new List<Figure>();
        foreach (var (name, page) in new[] { ("page", address), ("xlsx", address + "&handler=Xlsx") })
        {
            var (ours, limit) = await Clock.AlternateAsync(
                world.Sizes.Repetitions, () => Clock.TimeAsync(() => portal.Http.GetByteArrayAsync(new Uri(page, UriKind.Relative))), () => ReadAsync(server, plan));
            figures.Add(new Figure(
                $"Execution report of {Figure.Count(world.Sizes.PlanSchools)} schools × {Figure.Count(world.Sizes.ReportActivities)} activities as {name}, over HTTP", Figure.Time(ours),
                "a bare SQL read of the same rows", Figure.Time(limit), Figure.Times(ours, limit), "≤ 1 s", ours <= Aim));
        }

        return figures;
    }

    /// <summary>Two of three works are done and proven, the others late.</summary>
    private static Task ReportAsync(PortalServer server, BenchPlan plan) => server.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"""
        update occurrence_works set state = 'Done', outcome = 'Done', fact = 'Проведён педагогический совет, рассмотрены результаты и план работы', reached = 95
        where programme_id = {plan.Programme} and id % 3 > 0;
        insert into work_evidence (work_id, kind, number, date, link, author_id, author, at)
        select id, 'Protocol', '12', due, 'https://school.test/protocol-12', '00000000-0000-0000-0000-000000000000', 'директор', now()
        from occurrence_works where programme_id = {plan.Programme} and state = 'Done';
        analyze
        """));

    private static async Task<TimeSpan> ReadAsync(PortalServer server, BenchPlan plan)
    {
        var rows = 0;
        var time = await Clock.TimeAsync(async () =>
        {
            await using var command = server.Owner.CreateCommand("""
                select w.id, a.number, a.title, s.name, w."from", w.due, a.responsible, w.state, w.fact, w.reached, a.expected, w.reason,
                  (select string_agg(e.kind || ' ' || e.number || ' ' || e.link, '; ') from work_evidence e where e.work_id = w.id)
                from occurrence_works w join activity_occurrences o on o.id = w.occurrence_id join activities a on a.id = o.activity_id left join schools s on s.id = w.school_id
                where w.programme_id = $1 order by a.roadmap_id, a.position, w.due, s.name, w.id
                """);
            command.Parameters.Add(new Npgsql.NpgsqlParameter { Value = plan.Programme });
            await using var reader = await command.ExecuteReaderAsync();
            var values = new object[reader.FieldCount];
            while (await reader.ReadAsync())
            {
                reader.GetValues(values);
                rows++;
            }
        });
        return rows == plan.Works ? time : throw new InvalidOperationException($"{rows} rows instead of {plan.Works}.");
    }
}
