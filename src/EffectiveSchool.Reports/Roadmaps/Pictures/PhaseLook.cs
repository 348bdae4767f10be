using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Reports.Roadmaps.Pictures;

/// <summary>How a phase looks in pictures: colour, shape and sign together; colour never speaks alone.</summary>
public static class PhaseLook
{
    /// <summary>Class of its style and name of its sign in PhaseSigns.</summary>
    public static string Css(this WorkPhase? phase) => phase switch
    {
        WorkPhase.Done => "done",
        WorkPhase.InWork => "work",
        WorkPhase.Late => "late",
        WorkPhase.Unfinished => "unfinished",
        WorkPhase.Ahead => "ahead",
        WorkPhase.NotNeeded => "unneeded",
        _ => "nobody",
    };

    /// <summary>What fills its shapes where a style sheet cannot say it: the hatching of what is late.</summary>
    public static string? Fill(this WorkPhase? phase) => phase == WorkPhase.Late ? "url(#phase-hatch)" : null;
}
