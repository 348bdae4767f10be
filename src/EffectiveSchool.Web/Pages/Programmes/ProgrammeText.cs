using EffectiveSchool.Domain.Programmes;

namespace EffectiveSchool.Web.Pages.Programmes;

/// <summary>The agreement of a programme in colour and shape.</summary>
public static class ProgrammeText
{
    public static string Pill(ReviewState state) => state switch
    {
        ReviewState.Agreed => "pill-done",
        ReviewState.UnderReview or ReviewState.Amended => "pill-accent",
        ReviewState.Returned => "pill-low",
        _ => "pill-near",
    };

    public static string Sign(ReviewState state) => state switch
    {
        ReviewState.Agreed => "✓",
        ReviewState.UnderReview => "…",
        ReviewState.Returned => "↩",
        ReviewState.Amended => "↻",
        _ => "○",
    };
}
