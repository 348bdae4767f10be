using EffectiveSchool.Domain.Reminders;

namespace EffectiveSchool.Domain.Roadmaps;

/// <summary>A line of the history of the work.</summary>
public sealed class WorkEvent
{
    /// <summary>Internal key.</summary>
    public int Id { get; private set; }

    /// <summary>The work.</summary>
    public int WorkId { get; private set; }

    /// <summary>What was done.</summary>
    public required WorkStep Step { get; init; }

    /// <summary>Reason, report or comment; empty where nothing was said.</summary>
    public required string Text { get; init; }

    /// <summary>Account of who did it.</summary>
    public required Guid AuthorId { get; init; }

    /// <summary>Who did it, by role and place.</summary>
    public required string Author { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Evidence (подтверждение): a file or a link with its requisites.</summary>
public sealed class WorkEvidence
{
    /// <summary>The longest link, characters.</summary>
    public const int LongestLink = 1000;

    /// <summary>Internal key.</summary>
    public int Id { get; private set; }

    /// <summary>The work.</summary>
    public int WorkId { get; private set; }

    /// <summary>Kind.</summary>
    public required EvidenceKind Kind { get; init; }

    /// <summary>Number of the document; empty where it has none.</summary>
    public required string Number { get; init; }

    /// <summary>Date of the document.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The stored file; null for a link.</summary>
    public int? FileId { get; init; }

    /// <summary>The link; null for a file.</summary>
    public string? Link { get; init; }

    /// <summary>Account of who attached it: set when it is attached.</summary>
    public Guid AuthorId { get; internal set; }

    /// <summary>Who attached it, by role and place.</summary>
    public required string Author { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When it was removed, UTC; null while it proves the work. A removed one is kept, its file is no longer served.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    /// <summary>Who removed it, by role and place.</summary>
    public string? RemovedBy { get; private set; }

    /// <summary>Why; null where its author removed it without a word.</summary>
    public string? RemovedReason { get; private set; }

    /// <summary>«приказ № 12 от 03.04.2023».</summary>
    public string Requisites => Kind.RussianName() + (Number.Length > 0 ? $" № {Number}" : "") + (Date is null ? "" : $" от {RussianFigures.Date(Date)}");

    internal void Remove(string? reason, Author by, DateTimeOffset now) => (RemovedAt, RemovedBy, RemovedReason) = (now, by.Name, reason);
}
