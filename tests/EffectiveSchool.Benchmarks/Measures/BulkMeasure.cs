using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using EffectiveSchool.Benchmarks.Harness;

namespace EffectiveSchool.Benchmarks.Measures;

/// <summary>
/// A report of 1 000 occurrences at once, as a regional coordinator confirms it: read, judged by the state machine of each, stored
/// with its history and its line of the journal; the limit is one SQL update of as many rows.
/// </summary>
internal static partial class BulkMeasure
{
    private static readonly TimeSpan Aim = TimeSpan.FromSeconds(1);

    public static async Task<IReadOnlyList<Figure>> RunAsync(World world)
    {
        var server = await world.RegionAsync(world.Sizes.Small);
        var portal = await world.PortalAsync(world.Sizes.Small);
        var plan = await BenchPlan.AddAsync(server, world.Sizes.PlanSchools, world.Sizes.BulkActivities);
        var previews = new List<TimeSpan>();
        var (ours, limit) = await Clock.AlternateAsync(world.Sizes.Repetitions, () => ChangeAsync(portal, plan, previews), () => UpdateAsync(server, plan));
        var preview = Clock.Median(previews);
        return
        [
            new Figure(
                $"Bulk update of {Figure.Count(plan.Works)} occurrences: the confirmation, over HTTP", Figure.Time(ours), "one SQL update of as many rows", Figure.Time(limit),
                Figure.Times(ours, limit), "≤ 1 s", ours <= Aim),
            new Figure(
                $"Bulk update of {Figure.Count(plan.Works)} occurrences: the preview with every row, over HTTP", Figure.Time(preview), "one SQL update of as many rows", Figure.Time(limit),
                Figure.Times(preview, limit), "≤ 1 s", preview <= Aim),
        ];
    }

    private static async Task<TimeSpan> ChangeAsync(BenchPortal portal, BenchPlan plan, List<TimeSpan> previews)
    {
        var page = string.Create(CultureInfo.InvariantCulture, $"/roadmaps/{plan.Roadmap}/works/bulk?do=Report&all=true");
        (string, string)[] form = [("Form.Action", "Report"), ("Form.Outcome", "NotDone"), ("Form.Reason", "Карантин: мероприятие переносится на следующий месяц")];
        var opened = await portal.TextAsync(page);
        var preview = "";
        previews.Add(await Clock.TimeAsync(async () =>
        {
            using var answer = await portal.PostAsync(opened, page + "&handler=Preview", form);
            preview = await answer.Content.ReadAsStringAsync();
        }));
        var seen = Seen().Match(preview).Groups["seen"].Value;
        if (seen.Count(c => c == ':') != plan.Works)
        {
            throw new InvalidOperationException("The preview does not hold every occurrence: " + preview);
        }

        return await Clock.TimeAsync(async () =>
        {
            using var answer = await portal.PostAsync(preview, page + "&handler=Apply", [.. form, ("Form.Seen", seen)]);
            if (answer.StatusCode != HttpStatusCode.Redirect)
            {
                throw new InvalidOperationException($"Not every occurrence was changed: {await answer.Content.ReadAsStringAsync()}");
            }
        });
    }

    private static Task<TimeSpan> UpdateAsync(PortalServer server, BenchPlan plan) => Clock.TimeAsync(() => server.ExecuteAsync(string.Create(
        CultureInfo.InvariantCulture,
        $"update occurrence_works set state = 'InProgress', outcome = 'NotDone', reason = 'Карантин: мероприятие переносится на следующий месяц', changed_at = now() where programme_id = {plan.Programme}")));

    [GeneratedRegex("name=\"Form\\.Seen\" value=\"(?<seen>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Seen();
}
