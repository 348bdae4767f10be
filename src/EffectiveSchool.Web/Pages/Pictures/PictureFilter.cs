namespace EffectiveSchool.Web.Pages.Pictures;

/// <summary>What the pictures of a plan are narrowed to.</summary>
public sealed record PictureFilter
{
    public int? Municipality { get; init; }

    public int? School { get; init; }

    /// <summary>Responsible as the plan writes it.</summary>
    public string? Responsible { get; init; }

    /// <summary>Calendar year; the whole plan where it is null. Progress does not ask it: the execution report has periods.</summary>
    public int? Year { get; init; }

    /// <summary>Whether some doers are left out: what nobody of the rest does is then left out too.</summary>
    public bool ChoosesDoers => Municipality is not null || School is not null;

    public bool Touches(DateOnly from, DateOnly due) => Year is not { } year || (from.Year <= year && due.Year >= year);
}
