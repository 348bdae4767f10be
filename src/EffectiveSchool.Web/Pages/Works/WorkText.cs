using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Web.Pages.Works;

/// <summary>States with their signs: colour, shape and word.</summary>
public static class WorkText
{
    public static string Pill(WorkState state, bool late) => late ? "pill-low" : state switch
    {
        WorkState.Done => "pill-done",
        WorkState.DonePartly or WorkState.Returned or WorkState.Moved => "pill-near",
        WorkState.NotDone => "pill-low",
        WorkState.UnderReview or WorkState.InProgress => "pill-accent",
        _ => "",
    };

    public static string Sign(WorkState state) => state switch
    {
        WorkState.Done => "✓",
        WorkState.DonePartly => "◐",
        WorkState.NotDone => "✕",
        WorkState.Returned => "↩",
        WorkState.Moved => "→",
        WorkState.UnderReview => "…",
        WorkState.InProgress => "▸",
        WorkState.NotNeeded => "–",
        _ => "○",
    };

    /// <summary>Those who were chosen, else the words of the plan.</summary>
    public static string Responsible(string written, IEnumerable<string> chosen)
    {
        var names = string.Join("; ", chosen);
        return names.Length > 0 ? names : written.Length > 0 ? written : RussianFigures.Missing;
    }

    /// <summary>«90 % / 95 %»; «—» where nothing is counted.</summary>
    public static string Quantity(ExpectedQuantity? expected, decimal? reached) => (expected, reached) switch
    {
        (null, null) => RussianFigures.Missing,
        (null, { } alone) => QuantityUnit.Things.Text(alone),
        _ => $"{expected.Text} / {(reached is { } number ? expected.Unit.Text(number) : RussianFigures.Missing)}",
    };
}
