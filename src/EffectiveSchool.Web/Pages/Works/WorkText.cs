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
}
