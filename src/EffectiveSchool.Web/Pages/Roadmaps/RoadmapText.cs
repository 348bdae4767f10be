using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Roadmaps;
using EffectiveSchool.Imports.Roadmaps;

namespace EffectiveSchool.Web.Pages.Roadmaps;

/// <summary>Roadmaps in the portal's words.</summary>
public static class RoadmapText
{
    public static string Text(this TermKind kind) => kind switch
    {
        TermKind.DueDate => "к сроку",
        TermKind.Interval => "в указанный период",
        TermKind.MonthsList => "в указанные месяцы",
        TermKind.Yearly => "ежегодно",
        TermKind.SchoolQuarter => "каждую четверть",
        TermKind.HalfYear => "каждое полугодие",
        TermKind.Quarterly => "ежеквартально",
        TermKind.Monthly => "ежемесячно",
        TermKind.Continuous => "постоянно",
        TermKind.Quota => "число за период",
        TermKind.Relative => "от даты события",
        _ => "не определён",
    };

    public static string Text(this PlanConfidence confidence) => confidence switch
    {
        PlanConfidence.Sure => "✓ прочитано",
        PlanConfidence.Repaired => "↻ исправлено",
        _ => "? проверьте",
    };

    public static string Pill(this PlanConfidence confidence) => confidence switch
    {
        PlanConfidence.Sure => "pill-done",
        PlanConfidence.Repaired => "pill-accent",
        _ => "pill-near",
    };

    public static string Pill(AmendmentStep step) => step switch
    {
        AmendmentStep.Added or AmendmentStep.Restored => "pill-done",
        AmendmentStep.Withdrawn => "pill-low",
        _ => "pill-accent",
    };

    public static string Sign(AmendmentStep step) => step switch
    {
        AmendmentStep.Added or AmendmentStep.Restored => "+",
        AmendmentStep.Withdrawn => "−",
        _ => "↻",
    };

    public static string Text(this PlanColumn column) => PlanColumns.All.First(c => c.Column == column).Heading;

    /// <summary>«01.03.2023 – 31.03.2023».</summary>
    public static string Dates(DateOnly from, DateOnly due) => new Occurrence(from, due).Text;

    /// <summary>The first dates, and how many more there are.</summary>
    public static string Dates(IReadOnlyList<(DateOnly From, DateOnly Due)> dates, int shown = 4) =>
        string.Join("; ", dates.Take(shown).Select(d => Dates(d.From, d.Due))) + (dates.Count > shown ? $" и ещё {dates.Count - shown}" : "");

    public static string Quota(TermQuota quota) => $"не менее {quota.Count} за " + quota.Per switch
    {
        QuotaPeriod.SchoolYear => "учебный год",
        QuotaPeriod.Year => "год",
        QuotaPeriod.HalfYear => "полугодие",
        QuotaPeriod.Quarter => "квартал",
        QuotaPeriod.SchoolQuarter => "четверть",
        _ => "месяц",
    };
}
