namespace EffectiveSchool.Domain.Identification;

/// <summary>Where a list stands in its life (domain.md §5).</summary>
public enum ListState
{
    /// <summary>Черновик: seen by the region alone, may be run again.</summary>
    Draft,

    /// <summary>Предварительный: schools see it.</summary>
    Preliminary,

    /// <summary>Утверждён приказом: frozen with its inputs.</summary>
    Approved,

    /// <summary>Архив.</summary>
    Archived,

    /// <summary>Заменён новой редакцией: a preliminary one when the edition was published, an approved one when the edition was approved.</summary>
    Replaced,
}

/// <summary>The Russian names of the states.</summary>
public static class ListStates
{
    /// <summary>«черновик», «предварительный», «утверждён», «архив», «заменён».</summary>
    public static string RussianName(this ListState state) => state switch
    {
        ListState.Draft => "черновик",
        ListState.Preliminary => "предварительный",
        ListState.Approved => "утверждён",
        ListState.Archived => "архив",
        _ => "заменён",
    };

    /// <summary>Whether a list in that state speaks for its year: schools see it and nothing has replaced it. A draft is the region's own work.</summary>
    public static bool IsOfficial(this ListState state) => state is ListState.Preliminary or ListState.Approved or ListState.Archived;
}

/// <summary>The order (приказ) that approves a list.</summary>
/// <param name="Number">Number as printed, e.g. «412-п».</param>
/// <param name="Date">Date of the order.</param>
public sealed record Order(string Number, DateOnly Date);

/// <summary>What an approval depends on besides the list itself.</summary>
/// <param name="Now">Now, UTC.</param>
/// <param name="Today">Today in the region.</param>
/// <param name="UndecidedObjections">Objections to the list that wait for a decision.</param>
/// <param name="Amended">The approved list whose order the new one changes; null for a list of its own.</param>
/// <param name="HasEdition">Whether a new edition was made from the list.</param>
public sealed record ApprovalGrounds(DateTimeOffset Now, DateOnly Today, int UndecidedObjections, SchoolList? Amended, bool HasEdition = false)
{
    /// <summary>Numbers of the objections to the list that were upheld: what was decided stands in a new edition alone.</summary>
    public IReadOnlyList<int> UpheldObjections { get; init; } = [];

    /// <summary>Another approved list of the same region, kind and results year that is in force and is not <see cref="Amended"/>; null where there is none.</summary>
    public SchoolList? InForce { get; init; }
}

/// <summary>The list that an edition was made from: it stays in force until the edition is published.</summary>
/// <param name="List">The list.</param>
/// <param name="UndecidedObjections">Objections to it that wait for a decision.</param>
public sealed record FormerEdition(SchoolList List, int UndecidedObjections);
