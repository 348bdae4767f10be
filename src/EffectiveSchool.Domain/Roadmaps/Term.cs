using System.Runtime.InteropServices;

namespace EffectiveSchool.Domain.Roadmaps;

/// <summary>What a wording of a term asks for (domain.md §9).</summary>
public enum TermKind
{
    /// <summary>«До 05 апреля 2023 г.»: by a day of a named year.</summary>
    DueDate,

    /// <summary>«Март – апрель 2023 г.»: one month, or one range of months or days, of a named year.</summary>
    Interval,

    /// <summary>«Март, август 2023, 2024 гг.»: several months or ranges of named years.</summary>
    MonthsList,

    /// <summary>«ежегодно октябрь», «До 30 декабря»: each calendar year of the programme.</summary>
    Yearly,

    /// <summary>«1 раз в четверть»: each quarter of the school calendar.</summary>
    SchoolQuarter,

    /// <summary>«по полугодиям учебного года»: each half of the school calendar.</summary>
    HalfYear,

    /// <summary>«Ежеквартально»: each calendar quarter.</summary>
    Quarterly,

    /// <summary>«Ежемесячно»: each calendar month.</summary>
    Monthly,

    /// <summary>«Постоянно», «2024 год»: one occurrence, reported every reporting period.</summary>
    Continuous,

    /// <summary>«не менее 2-х за учебный год»: a number to reach in each period.</summary>
    Quota,

    /// <summary>«Не позднее 10 дней со дня проведения мероприятия»: counted from an event that has no date yet.</summary>
    Relative,

    /// <summary>«По отдельному графику» and whatever was not understood: a person sets the date.</summary>
    Undetermined,
}

/// <summary>The period a quota is counted over.</summary>
public enum QuotaPeriod
{
    /// <summary>Учебный год.</summary>
    SchoolYear,

    /// <summary>Календарный год.</summary>
    Year,

    /// <summary>Учебное полугодие.</summary>
    HalfYear,

    /// <summary>Календарный квартал.</summary>
    Quarter,

    /// <summary>Учебная четверть.</summary>
    SchoolQuarter,

    /// <summary>Месяц.</summary>
    Month,
}

/// <summary>A number to reach in each school in each period.</summary>
/// <param name="Count">≥ 1.</param>
/// <param name="Per">Counted over.</param>
public sealed record TermQuota(int Count, QuotaPeriod Per);

/// <summary>The days in which something is to be done once.</summary>
/// <param name="From">First day, ≤ <paramref name="Due"/>.</param>
/// <param name="Due">Last day.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Occurrence(DateOnly From, DateOnly Due)
{
    /// <summary>«01.03.2023 – 31.03.2023», «05.04.2023».</summary>
    public string Text => From == Due ? RussianFigures.Date(Due) : $"{RussianFigures.Date(From)} – {RussianFigures.Date(Due)}";
}

/// <summary>A term (срок): its raw text and the dated occurrences read from it.</summary>
/// <param name="Text">The wording exactly as it came.</param>
/// <param name="Kind">What it asks for; with several parts, the kind of the first.</param>
/// <param name="Occurrences">By due date, each due date once.</param>
/// <param name="Warnings">Russian sentences: what was left out, what lies outside the programme, what to check.</param>
/// <param name="Quota">The number to reach, for <see cref="TermKind.Quota"/> alone.</param>
public sealed record Term(string Text, TermKind Kind, IReadOnlyList<Occurrence> Occurrences, IReadOnlyList<string> Warnings, TermQuota? Quota)
{
    /// <summary>Whether a person has to set the date: there is no occurrence.</summary>
    public bool NeedsDate => Occurrences.Count == 0;
}
