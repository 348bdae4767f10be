namespace EffectiveSchool.Domain.Roadmaps;

/// <summary>Years as a term names them.</summary>
/// <param name="Ranges">«2023, 2025–2026» → (2023, 2023), (2025, 2026).</param>
/// <param name="IsSchool">«2023/2024 учебный год»: the ranges are school years.</param>
internal sealed record TermYears(IReadOnlyList<(int First, int Last)> Ranges, bool IsSchool)
{
    /// <summary>Calendar years, or the years in which the named school years start.</summary>
    public IEnumerable<int> Each => Ranges
        .SelectMany(r => Enumerable.Range(r.First, Math.Max(IsSchool ? Math.Max(r.Last - r.First, 1) : r.Last - r.First + 1, 0)))
        .Distinct()
        .Order();

    public bool IsOne => !IsSchool && Ranges is [var only] && only.First == only.Last;
}

/// <summary>How a part of a term leads into its dates.</summary>
internal enum TermLead
{
    None,

    /// <summary>«до», «не позднее», «к»: a deadline.</summary>
    Until,

    /// <summary>«с …» with no end.</summary>
    From,
}

/// <summary>A part of a term as it was understood.</summary>
internal abstract record TermPart
{
    /// <summary>Words of the part, for sentences.</summary>
    public string Text { get; set; } = "";

    /// <summary>Whether «;» stands before it.</summary>
    public bool AfterSemicolon { get; set; }

    /// <summary>«1–2 раза в квартал»: the least of the numbers was read.</summary>
    public bool IsLeast { get; init; }

    /// <summary>Whether it follows the part before it with no sign between them.</summary>
    public bool IsAdjacent { get; set; }
}

/// <summary>A day, month, quarter, or a range of them; <see cref="Years"/> null where no year is named.</summary>
internal sealed record DatePart(TermLead Lead, MonthDay First, MonthDay Last) : TermPart
{
    /// <summary>Year of the first end, where it has its own («Март 2023 г. – апрель 2024 г.»).</summary>
    public int? FirstYear { get; init; }

    public TermYears? Years { get; set; }

    /// <summary>«первая половина мая», «в начале»: the words narrow the dates and were not counted.</summary>
    public bool IsVague { get; init; }

    /// <summary>A numeric date has the year it is written with, and lends it to nobody.</summary>
    public bool KeepsYear { get; init; }

    public bool IsPlainMonth => Lead == TermLead.None && First == Last && First.Day is null;
}

/// <summary>Years alone: «2024 год», «до конца 2024 года», «с 2023 года».</summary>
internal sealed record YearsPart(TermLead Lead, TermYears Years) : TermPart
{
    /// <summary>The words around say that the whole years are meant («в течение», «до конца», «с … по …»).</summary>
    public bool IsSure { get; init; }
}

/// <summary>A repeated kind: quarters, months, halves; <see cref="TermKind.Yearly"/> for «1 раз в год».</summary>
internal sealed record FrequencyPart(TermKind Kind) : TermPart;

/// <summary>«2 раза в год», «не менее 2-х за учебный год».</summary>
internal sealed record CountPart(int Count, QuotaPeriod Per, bool IsMinimum) : TermPart;

/// <summary>«Постоянно», «в течение года»; <paramref name="Per"/> where the words name a year.</summary>
internal sealed record ContinuousPart(QuotaPeriod? Per) : TermPart;

/// <summary>«до конца года», «до конца учебного года»: the last day of each.</summary>
internal sealed record YearEndPart(bool IsSchool) : TermPart;

/// <summary>«до конца реализации программы».</summary>
internal sealed record ProgrammeEndPart : TermPart;

/// <summary>«ежегодно»; <paramref name="IsThen"/>: «далее ежегодно».</summary>
internal sealed record EveryYearPart(bool IsThen) : TermPart;

/// <summary>Counted from an event.</summary>
internal sealed record RelativePart : TermPart;

/// <summary>«по мере необходимости».</summary>
internal sealed record NeedPart : TermPart;

/// <summary>«по плану работы УО».</summary>
internal sealed record PlanPart : TermPart;

/// <summary>«по отдельному графику», «по письму».</summary>
internal sealed record SchedulePart : TermPart;

/// <summary>A day that no calendar has.</summary>
internal sealed record ImpossiblePart : TermPart;

/// <summary>Words that were not understood; <paramref name="Reason"/> where it is known why.</summary>
internal sealed record UnknownPart(string? Reason = null) : TermPart;
