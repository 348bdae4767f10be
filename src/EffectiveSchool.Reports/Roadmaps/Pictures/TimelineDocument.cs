using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Reports.Roadmaps.Pictures;

/// <summary>An occurrence as a bar.</summary>
/// <param name="From">First day.</param>
/// <param name="Due">Last day.</param>
/// <param name="Works">Works on it that the reader sees.</param>
/// <param name="WorkId">The work, where there is exactly one; null otherwise.</param>
public sealed record TimelineBar(DateOnly From, DateOnly Due, PhaseCounts Works, int? WorkId)
{
    /// <summary>What the bar shows; null where nobody does it.</summary>
    public WorkPhase? Phase => WorkPhases.Of(Works);

    /// <summary>«05.04.2026», «01.03.2026 – 31.03.2026».</summary>
    public string Dates => new Occurrence(From, Due).Text;

    /// <summary>«выполнено», «просрочено: 2 из 5, выполнено: 3», «исполнители не назначены».</summary>
    public string State => Phase switch
    {
        null => "исполнители не назначены",
        { } phase when Works.Total == 1 => phase.RussianName(),
        { } phase when Works[phase] == Works.Total => $"{phase.RussianName()}: все {Works.Total}",
        { } phase => phase.RussianName() + " — " + string.Join(", ", WorkPhases.All.Where(p => Works[p] > 0).Select(p => $"{p.RussianName()}: {Works[p]}")) + $" (всего {Works.Total})",
    };
}

/// <summary>An activity with its bars.</summary>
/// <param name="Section">Titles of its sections; empty for none.</param>
/// <param name="Number">№, may be empty.</param>
/// <param name="Title">Name.</param>
/// <param name="Continuous">Whether it goes on all the time: one bar, reported every reporting period.</param>
/// <param name="Bars">Its occurrences by due date.</param>
public sealed record TimelineRow(string Section, string Number, string Title, bool Continuous, IReadOnlyList<TimelineBar> Bars)
{
    /// <summary>«1.1 Семинар».</summary>
    public string Name => $"{Number} {Title}".Trim();
}

/// <summary>An activity that asks for a date (требует даты).</summary>
/// <param name="Number">№, may be empty.</param>
/// <param name="Title">Name.</param>
/// <param name="Term">The wording of its term.</param>
public sealed record UndatedActivity(string Number, string Title, string Term);

/// <summary>The timeline of a plan: what page, xlsx and pdf alike show.</summary>
/// <param name="Title">«Лента сроков: …».</param>
/// <param name="Subtitle">Programme, place, what is chosen.</param>
/// <param name="AsOf">The day that states are shown on.</param>
/// <param name="Rows">Activities with dates in the order of the plan.</param>
/// <param name="Undated">Activities without any date.</param>
public sealed record TimelineDocument(string Title, string Subtitle, DateOnly AsOf, IReadOnlyList<TimelineRow> Rows, IReadOnlyList<UndatedActivity> Undated)
{
    /// <summary>The months it spans; null where there is no bar.</summary>
    public TimelineAxis? Axis => TimelineAxis.Over(Rows.SelectMany(r => r.Bars).Select(b => (b.From, b.Due)));

    /// <summary>Columns of its table.</summary>
    public static IReadOnlyList<string> Headings { get; } = ["№", "Мероприятие", "Срок", "Состояние"];
}
