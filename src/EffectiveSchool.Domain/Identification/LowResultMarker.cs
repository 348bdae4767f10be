using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Domain.Identification;

/// <summary>The three states of a marker (domain.md §4). Missing is never zero.</summary>
public enum MarkerState
{
    /// <summary>Низкий результат.</summary>
    Low,

    /// <summary>Не низкий.</summary>
    NotLow,

    /// <summary>Нет данных.</summary>
    NoData,
}

/// <summary>Why a marker has no data.</summary>
public enum NoDataReason
{
    /// <summary>Nothing was uploaded.</summary>
    NotUploaded,

    /// <summary>The procedure was not held that year.</summary>
    NotHeld,

    /// <summary>The school does not teach that grade.</summary>
    NotApplicable,

    /// <summary>Nobody took part.</summary>
    NoParticipants,

    /// <summary>Fewer took part than the methodology's minimum.</summary>
    TooFewParticipants,

    /// <summary>Two sources contradict each other; both were refused.</summary>
    Contradiction,
}

/// <summary>A low-result marker (маркер): one procedure in one year.</summary>
/// <param name="Procedure">Code of the procedure.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="State">Low, not low or no data.</param>
/// <param name="Participants">Participants where counts are known, also under the minimum.</param>
/// <param name="Failed">Failed where counts are known.</param>
/// <param name="Reason">Why there is no data; null for the other states.</param>
/// <param name="PupilsToLine">
/// Pupils to the threshold with N fixed. Low: how many fewer failed make it not low (failed − ceil(t·N) + 1).
/// Not low: how many more failed make it low (ceil(t·N) − failed). Null without counts.
/// </param>
/// <param name="Sources">Rows the counts came from: several where a branch counts with its head.</param>
public sealed record LowResultMarker(
    string Procedure,
    int Year,
    MarkerState State,
    int? Participants,
    int? Failed,
    NoDataReason? Reason,
    int? PupilsToLine,
    IReadOnlyList<ResultSource> Sources)
{
    /// <summary>Small samples carry a badge (domain.md §5); the legal rule stays untouched.</summary>
    public const int SmallSampleBelow = 10;

    /// <summary>Share of failed, percent 0…100; null without counts.</summary>
    public decimal? FailSharePercent => State != MarkerState.NoData && Participants > 0 ? 100m * Failed / Participants : null;

    /// <summary>Малая выборка: judged on fewer than ten participants.</summary>
    public bool IsSmallSample => State != MarkerState.NoData && Participants < SmallSampleBelow;
}
