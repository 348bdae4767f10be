namespace EffectiveSchool.Domain.Roadmaps;

/// <summary>What may be done with many works at once.</summary>
public enum WorkAction
{
    /// <summary>Взять в работу.</summary>
    Start,

    /// <summary>Внести отчёт, с подтверждением и отправкой на проверку или без.</summary>
    Report,

    /// <summary>Отправить на проверку.</summary>
    Submit,

    /// <summary>Принять отчёты.</summary>
    Accept,

    /// <summary>Вернуть.</summary>
    Return,

    /// <summary>Перенести срок.</summary>
    Move,

    /// <summary>Признать ненужным.</summary>
    Dismiss,

    /// <summary>Добавить комментарий.</summary>
    Remark,
}

/// <summary>The evidence that goes with a report of many works: one file or one link for all.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Number">Number; empty where there is none.</param>
/// <param name="Date">Date.</param>
/// <param name="Link">The link; null where a file is attached.</param>
public sealed record WorkProof(EvidenceKind Kind, string Number, DateOnly? Date, string? Link);

/// <summary>One and the same step of many works, made by the state machine of each.</summary>
/// <param name="Action">What is done.</param>
public sealed record WorkChange(WorkAction Action)
{
    /// <summary>The report of <see cref="WorkAction.Report"/>.</summary>
    public WorkReport? Report { get; init; }

    /// <summary>The evidence of the report; null where none is attached.</summary>
    public WorkProof? Proof { get; init; }

    /// <summary>Whether the report is sent for review at once.</summary>
    public bool Sends { get; init; }

    /// <summary>The new last day of <see cref="WorkAction.Move"/>.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Reason of a decision, or a comment.</summary>
    public string? Text { get; init; }

    /// <summary>Takes the step. Returns a refusal in Russian, or null; a refused work may be half changed and is thrown away.</summary>
    /// <param name="work">The work.</param>
    /// <param name="expected">What its activity is expected to reach.</param>
    /// <param name="fileId">Key of the file of <see cref="Proof"/>; null for a link.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">Now, UTC.</param>
    public string? Make(OccurrenceWork work, ExpectedQuantity? expected, int? fileId, WorkActor by, DateTimeOffset now) => Action switch
    {
        WorkAction.Start => work.Start(by, now),
        WorkAction.Report => MakeReport(work, expected, fileId, by, now),
        WorkAction.Submit => work.Submit(by, now),
        WorkAction.Accept => work.Accept(by, now),
        WorkAction.Return => work.Return(Text, by, now),
        WorkAction.Move => work.Move(Due, Text, by, now),
        WorkAction.Dismiss => work.Dismiss(Text, by, now),
        _ => work.Remark(Text, by, now),
    };

    private string? MakeReport(OccurrenceWork work, ExpectedQuantity? expected, int? fileId, WorkActor by, DateTimeOffset now) =>
        Report is null
            ? "Выберите, что получилось: выполнено, выполнено частично или не выполнено."
            : work.Report(Report, expected, by, now) ?? Attach(work, fileId, by, now) ?? (Sends ? work.Submit(by, now) : null);

    private string? Attach(OccurrenceWork work, int? fileId, WorkActor by, DateTimeOffset now) => Proof is null ? null : work.Attach(
        new WorkEvidence
        {
            Kind = Proof.Kind, Number = Proof.Number, Date = Proof.Date, Link = Proof.Link, FileId = fileId, Author = by.Author.Name, At = now,
        },
        by,
        now);
}

/// <summary>The Russian names of actions.</summary>
public static class WorkActions
{
    /// <summary>«взять в работу», «принять отчёты» …</summary>
    public static string RussianName(this WorkAction action) => action switch
    {
        WorkAction.Start => "взять в работу",
        WorkAction.Report => "внести отчёт",
        WorkAction.Submit => "отправить на проверку",
        WorkAction.Accept => "принять отчёты",
        WorkAction.Return => "вернуть исполнителям",
        WorkAction.Move => "перенести срок",
        WorkAction.Dismiss => "признать ненужным",
        _ => "добавить комментарий",
    };
}
