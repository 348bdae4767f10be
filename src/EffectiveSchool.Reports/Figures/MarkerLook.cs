using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Identification;

namespace EffectiveSchool.Reports.Figures;

/// <summary>How a marker is shown, on every page and in every document alike.</summary>
public enum MarkerTone
{
    /// <summary>Low: red, bold and with the mark «•».</summary>
    Low,

    /// <summary>Not low, but a pupil or two from it.</summary>
    Near,

    /// <summary>Not low.</summary>
    Calm,

    /// <summary>No data.</summary>
    NoData,
}

/// <summary>The look and the words of a marker.</summary>
public static class MarkerLook
{
    /// <summary>Not low and at most so many pupils from the threshold is shown as near: a hint for the eye, no rule of a methodology.</summary>
    public const int NearPupils = 2;

    /// <summary>The mark before a low share: colour alone never tells.</summary>
    public const string LowMark = "•";

    /// <summary>The mark after a share of a small sample.</summary>
    public const string SmallSampleMark = "°";

    /// <summary>How to show the marker.</summary>
    public static MarkerTone Tone(LowResultMarker marker) => marker switch
    {
        { State: MarkerState.Low } => MarkerTone.Low,
        { State: MarkerState.NoData } => MarkerTone.NoData,
        { PupilsToLine: <= NearPupils } => MarkerTone.Near,
        _ => MarkerTone.Calm,
    };

    /// <summary>Class of the tone: low, near, calm, no-data.</summary>
    public static string CssClass(LowResultMarker marker) => Tone(marker) switch
    {
        MarkerTone.Low => "low",
        MarkerTone.Near => "near",
        MarkerTone.NoData => "no-data",
        _ => "calm",
    };

    /// <summary>What stands in a cell under a «%» heading: «35,1», «низкий» where a published matrix has no counts, «—».</summary>
    public static string Text(LowResultMarker marker, Methodology methodology) => marker switch
    {
        { State: MarkerState.NoData } => RussianFigures.Missing,
        { FailSharePercent: { } share } => FigureText.Share(share, methodology.ThresholdPercent),
        _ => StateName(marker.State),
    };

    /// <summary>«низкий», «не низкий», «нет данных».</summary>
    public static string StateName(MarkerState state) => state switch
    {
        MarkerState.Low => "низкий",
        MarkerState.NotLow => "не низкий",
        _ => FigureText.MissingSpoken,
    };

    /// <summary>Pupils to the threshold both ways: «до выхода −4 чел.», «до порога 2 чел.», «—» where it cannot be told.</summary>
    public static string ToLine(LowResultMarker marker) => marker switch
    {
        { PupilsToLine: { } pupils, State: MarkerState.Low } => $"до выхода −{RussianFigures.Count(pupils)}\u00A0чел.",
        { PupilsToLine: { } pupils, State: MarkerState.NotLow } => $"до порога {RussianFigures.Count(pupils)}\u00A0чел.",
        _ => RussianFigures.Missing,
    };

    /// <summary>Where the counts came from: files, sheets and rows, or why there is nothing to name.</summary>
    public static string Source(LowResultMarker marker) =>
        marker.Sources.Count > 0 ? string.Join("; ", marker.Sources) : ExplanationText.NoData(marker);
}
