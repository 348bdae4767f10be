using System.Globalization;
using System.Text.RegularExpressions;
using EffectiveSchool.Benchmarks.Harness;
using EffectiveSchool.Benchmarks.Limits;

namespace EffectiveSchool.Benchmarks.Measures;

/// <summary>The registry and a list as a regional coordinator opens them, in a small and in a large region, beside a Fortunes-like twin.</summary>
internal static partial class PagesMeasure
{
    private const double MostAgainstSmall = 1.3;
    private const double LeastOfTwin = 0.5;

    private static readonly (string Name, Func<PortalServer, Task<string>> Address)[] Pages =
    [
        ("Schools page", _ => Task.FromResult("/schools")),
        ("List page", async server => "/lists/" + (await server.ReadAsync<int>("select max(id) from lists")).ToString(CultureInfo.InvariantCulture)),
    ];

    public static async Task<IReadOnlyList<Figure>> RunAsync(World world)
    {
        var (small, big) = (await world.PortalAsync(world.Sizes.Small), await world.PortalAsync(world.Sizes.Big));
        var (smallServer, bigServer) = (await world.RegionAsync(world.Sizes.Small), await world.RegionAsync(world.Sizes.Big));
        var figures = new List<Figure>();
        foreach (var (name, address) in Pages)
        {
            var (onSmall, onBig) = (await address(smallServer), await address(bigServer));
            var (rows, cells) = Shape(await big.TextAsync(onBig));
            await using var twin = await Fortunes.StartAsync(bigServer, (rows, cells));
            Target[] targets = [new(small.Http, onSmall), new(big.Http, onBig), new(twin.Http, "/fortunes?kind=0")];
            await MeasureAsync(targets, world.Sizes);
            figures.AddRange(Compare($"{name}, {rows} rows × {cells} cells", targets, world.Sizes));
        }

        return figures;
    }

    private static IEnumerable<Figure> Compare(string name, Target[] targets, Sizes sizes)
    {
        var (small, big, twin) = (targets[0], targets[1], targets[2]);
        var growth = small.PerSecond / big.PerSecond;
        yield return new Figure(
            $"{name}, at {Figure.Count(sizes.Big)} schools", big.ToString(), $"the same page at {Figure.Count(sizes.Small)} schools", small.ToString(),
            Figure.Times(growth), "≤ × 1.3", growth <= MostAgainstSmall);
        var share = big.PerSecond / twin.PerSecond;
        yield return new Figure(
            $"{name}, at {Figure.Count(sizes.Big)} schools", big.ToString(), "Fortunes-like twin: as many rows and cells, one query, nobody signed in", twin.ToString(),
            string.Create(CultureInfo.InvariantCulture, $"{share:0.00} of its rate"), "≥ ½ of its rate", share >= LeastOfTwin);
    }

    private static async Task MeasureAsync(Target[] targets, Sizes sizes)
    {
        foreach (var target in targets)
        {
            await Load.RoundAsync(target.Http, target.Page, sizes.LoadRound);
        }

        for (var round = 0; round < sizes.LoadRounds; round++)
        {
            // Each goes first as often as the others.
            for (var i = 0; i < targets.Length; i++)
            {
                var target = targets[(i + round) % targets.Length];
                target.Rounds.Add(await Load.RoundAsync(target.Http, target.Page, sizes.LoadRound));
            }
        }
    }

    /// <summary>Rows of the table's body, and cells of a row.</summary>
    private static (int Rows, int Cells) Shape(string html)
    {
        var body = html[html.IndexOf("<tbody", StringComparison.Ordinal)..html.IndexOf("</tbody>", StringComparison.Ordinal)];
        var rows = Row().Count(body);
        return (rows, CellTag().Count(body) / rows);
    }

    [GeneratedRegex("<tr[ >]", RegexOptions.None, 1000)]
    private static partial Regex Row();

    [GeneratedRegex("<t[hd][ >]", RegexOptions.None, 1000)]
    private static partial Regex CellTag();

    private sealed record Target(HttpClient Http, string Page)
    {
        public List<LoadRound> Rounds { get; } = [];

        public double PerSecond => Rounds.Select(r => r.PerSecond).Order().ElementAt(Rounds.Count / 2);

        public override string ToString() => $"{Figure.Count(PerSecond)} requests/s, p95 {Figure.Time(Clock.Median(Rounds.Select(r => r.P95)))}";
    }
}
