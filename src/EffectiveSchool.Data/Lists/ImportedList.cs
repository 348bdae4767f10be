using EffectiveSchool.Domain.Identification;

namespace EffectiveSchool.Data.Lists;

/// <summary>What kind of list came in.</summary>
public enum ImportedListKind
{
    /// <summary>A federal list with a level per school: stored as given.</summary>
    Federal,

    /// <summary>The matrix of an annex that was published: stored as printed, checked against its own markers, never a result.</summary>
    Published,
}

/// <summary>
/// A list made elsewhere. Its file is kept in a batch of its own and read again at every step, as a registry is: what is
/// stored is what the file says against the registry of that moment.
/// </summary>
public sealed class ImportedList
{
    public int Id { get; set; }

    public required int RegionId { get; set; }

    public required ImportedListKind Kind { get; set; }

    /// <summary>The year of a federal list; the results year of a published matrix.</summary>
    public required int Year { get; set; }

    /// <summary>What document it is: «письмо ФИОКО», «приказ министерства образования».</summary>
    public required string Document { get; set; }

    public string? DocumentNumber { get; set; }

    public DateOnly? DocumentDate { get; set; }

    public required int BatchId { get; set; }

    public required int FileId { get; set; }

    /// <summary>Since when its schools are stored and everybody sees it; null before that and after an undo.</summary>
    public DateTimeOffset? AppliedAt { get; set; }

    public DateTimeOffset? UndoneAt { get; set; }

    /// <summary>Rows of a stored annex whose school of the registry nobody has named yet: it may be any school.</summary>
    public int UnmatchedRows { get; set; }

    /// <summary>Stores it. Returns a refusal, or null.</summary>
    public string? Apply(DateTimeOffset now)
    {
        if (AppliedAt is not null || UndoneAt is not null)
        {
            return "Этот перечень уже записан или отменён. Загрузите файл ещё раз.";
        }

        AppliedAt = now;
        return null;
    }

    /// <summary>Takes it back. Returns a refusal, or null.</summary>
    public string? Undo(DateTimeOffset now)
    {
        if (UndoneAt is not null)
        {
            return "Этот перечень уже отменён.";
        }

        (AppliedAt, UndoneAt) = (null, now);
        return null;
    }
}

/// <summary>A school of a federal list: the level as given and the row it came from.</summary>
public sealed class ImportedListSchool
{
    public int Id { get; set; }

    public required int RegionId { get; set; }

    public required int ListId { get; set; }

    public required int SchoolId { get; set; }

    public required FederalLevel Level { get; set; }

    public string? Sheet { get; set; }

    public required int Row { get; set; }

    public required string Cell { get; set; }

    public required string AsWritten { get; set; }

    public ImportedList List { get; set; } = null!;
}
