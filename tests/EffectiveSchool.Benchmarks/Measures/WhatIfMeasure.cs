using System.Globalization;
using EffectiveSchool.Benchmarks.Harness;
using EffectiveSchool.Domain.Identification;

namespace EffectiveSchool.Benchmarks.Measures;

/// <summary>«Что, если» with another threshold for every school of a region: the rule alone, and the page over HTTP.</summary>
internal static class WhatIfMeasure
{
    private const int NewThreshold = 25;

    private static readonly TimeSpan Aim = TimeSpan.FromMilliseconds(50);

    public static async Task<IReadOnlyList<Figure>> RunAsync(World world)
    {
        var schools = world.Sizes.Middle;
        var methodology = Methodology.SameProcedure;
        var verdicts = LowResultRule.Judge(new IdentificationInput(World.Year, methodology, World.Invent(schools).ToSchoolInputs(), new HashSet<(string, int)>())).Verdicts;
        var change = new WhatIfChange { ThresholdPercent = NewThreshold };
        (int Participants, int Failed)[] counts = [.. verdicts.SelectMany(v => v.Markers).Select(m => (m.Participants ?? 0, m.Failed ?? 0))];
        var low = 0;
        var rule = await Clock.AlternateAsync(
            world.Sizes.Repetitions * 4,
            () => WhatIf.Compare(verdicts, methodology, change, World.Year),
            () => low = counts.Count(c => c.Participants > 0 && c.Failed * 100 >= NewThreshold * c.Participants));

        var portal = await world.PortalAsync(schools);
        var list = await (await world.RegionAsync(schools)).ReadAsync<int>("select max(id) from lists");
        var address = string.Create(CultureInfo.InvariantCulture, $"/lists/{list}");
        var page = await Clock.AlternateAsync(
            world.Sizes.Repetitions * 4,
            () => Clock.TimeAsync(() => portal.TextAsync($"{address}/what-if?threshold={NewThreshold}")),
            () => Clock.TimeAsync(() => portal.TextAsync(address)));
        return
        [
            new Figure(
                $"What-if for {Figure.Count(schools)} schools: the rule", Figure.Time(rule.Ours), $"one loop that compares {Figure.Count(counts.Length)} counts with the threshold",
                Figure.Time(rule.Limit), Figure.Times(rule.Ours, rule.Limit), "≤ 50 ms", rule.Ours <= Aim),
            new Figure(
                $"What-if for {Figure.Count(schools)} schools: the page, one visitor", Figure.Time(page.Ours), "the page of the same list, one visitor",
                Figure.Time(page.Limit), Figure.Times(page.Ours, page.Limit), "≤ 50 ms", page.Ours <= Aim),
        ];
    }
}
