using EffectiveSchool.Domain.Roadmaps;
using EffectiveSchool.Reports.Roadmaps.Pictures;

namespace EffectiveSchool.Web.Pages.Pictures;

/// <summary>A plan as the documents of its pictures.</summary>
public static class PlanDocuments
{
    /// <summary>
    /// A bar an occurrence. Who sees some doers only is shown what those do; who sees all is shown what nobody does too,
    /// unless an amendment took it out of the plan. The
    /// bar ends with the last of its works: a moved one is seen where it was moved to.
    /// </summary>
    public static TimelineDocument Timeline(this Plan plan)
    {
        var rows = plan.Activities.Select(a => new TimelineRow(a.Section, a.Activity.Number, a.Activity.Title, a.Activity.Kind == TermKind.Continuous, plan.BarsOf(a)));
        return new TimelineDocument(
            $"Лента сроков: {plan.Name}", plan.Subtitle, plan.Today, [.. rows.Where(r => r.Bars.Count > 0)],
            [.. plan.Activities.Where(a => a.Activity.WithdrawnIn is null && !a.Activity.Dates.Any()).Select(a => new UndatedActivity(a.Activity.Number, a.Activity.Title, a.Activity.Term))]);
    }

    /// <summary>Shares by the rule of the execution report, by doer and by section.</summary>
    public static ProgressDocument Progress(this Plan plan)
    {
        var schools = plan.Works.GroupBy(w => (w.SchoolId is null, plan.DoerOf(w), w.SchoolId)).OrderBy(g => g.Key.Item1).ThenBy(g => g.Key.Item2, StringComparer.Ordinal);
        var sections = plan.Activities.Where(a => a.Works.Count > 0).GroupBy(a => a.Section);
        return new ProgressDocument(
            $"Ход выполнения: {plan.Name}", plan.Subtitle, plan.Today, plan.Tally(plan.Works),
            [.. schools.Select(g => new ProgressLine(g.Key.Item2, plan.Tally(g)))],
            [.. sections.Select(g => new ProgressLine(g.Key.Length > 0 ? g.Key : "Без раздела", plan.Tally(g.SelectMany(a => a.Works))))]);
    }

    /// <summary>Due dates by month.</summary>
    public static LoadDocument Load(this Plan plan) => new(
        $"Нагрузка по месяцам: {plan.Name}", plan.Subtitle, plan.Today,
        MonthLoad.Of(plan.Works.Where(w => plan.Filter.Touches(w.Due, w.Due)).Select(w => (w.State, w.Due)), plan.Today));

    private static WorkTally Tally(this Plan plan, IEnumerable<PlanWork> works) => WorkTally.Of(works.Select(w => (w.State, w.Due, w.FirstDue)), plan.Today);

    private static IReadOnlyList<TimelineBar> BarsOf(this Plan plan, PlannedActivity planned)
    {
        var works = planned.Works.ToLookup(w => w.OccurrenceId);
        return
        [
            .. planned.Activity.Occurrences.Where(o => works.Contains(o.Id) || (!plan.IsPart && o.RetiredIn is null && planned.Activity.WithdrawnIn is null))
                .Select(o => (Days: o, Works: works[o.Id].ToList()))
                .Select(o => new TimelineBar(
                    o.Days.From,
                    o.Works.Select(w => w.Due).DefaultIfEmpty(o.Days.Due).Max(),
                    new PhaseCounts(o.Works.Select(w => w.State.PhaseOn(w.Due, plan.Today))),
                    o.Works is [var only] ? only.Id : null))
                .Where(b => plan.Filter.Touches(b.From, b.Due)).OrderBy(b => b.Due).ThenBy(b => b.From),
        ];
    }
}
