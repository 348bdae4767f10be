using EffectiveSchool.Benchmarks.Harness;
using EffectiveSchool.Demo;
using NpgsqlTypes;

namespace EffectiveSchool.Benchmarks.Measures;

/// <summary>A demo region from nothing: invented, loaded, two lists run and one approved. Once only: the large region serves other measures too.</summary>
internal static class DemoMeasure
{
    public static async Task<IReadOnlyList<Figure>> RunAsync(World world)
    {
        await world.RegionAsync(world.Sizes.Small);
        var server = await world.RegionAsync(world.Sizes.Big);
        var (invented, loaded) = world.LoadTimes[world.Sizes.Big];
        var results = World.Invent(world.Sizes.Big).Results;
        await server.ExecuteAsync("drop table if exists bare_demo; create table bare_demo (school int, procedure text, year int, participants int, failed int)");
        var limit = await Clock.TimeAsync(() => CopyAsync(server, results));
        return
        [
            new Figure(
                $"Demo region of {Figure.Count(world.Sizes.Big)} schools, {Figure.Count(results.Count)} results, two lists, one approved (inventing {Figure.Time(invented)})",
                Figure.Time(invented + loaded), "COPY of the same results into a bare table", Figure.Time(limit), Figure.Times(invented + loaded, limit)),
        ];
    }

    private static async Task CopyAsync(PortalServer server, IReadOnlyList<DemoResult> results)
    {
        await using var connection = await server.Owner.OpenConnectionAsync();
        await using var copy = await connection.BeginBinaryImportAsync("copy bare_demo from stdin (format binary)");
        foreach (var result in results)
        {
            await copy.StartRowAsync();
            await copy.WriteAsync(result.SchoolIndex, NpgsqlDbType.Integer);
            await copy.WriteAsync(result.Procedure, NpgsqlDbType.Text);
            await copy.WriteAsync(result.Year, NpgsqlDbType.Integer);
            await copy.WriteAsync(result.Participants, NpgsqlDbType.Integer);
            await copy.WriteAsync(result.Failed, NpgsqlDbType.Integer);
        }

        await copy.CompleteAsync();
    }
}
