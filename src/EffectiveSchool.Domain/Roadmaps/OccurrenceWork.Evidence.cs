namespace EffectiveSchool.Domain.Roadmaps;

/// <content>What proves the work: attached while it is open, removed by its author or by whoever stands above.</content>
public sealed partial class OccurrenceWork
{
    private bool IsProven => _evidence.Exists(e => e.RemovedAt is null);

    /// <summary>Attaches what proves the work.</summary>
    /// <param name="evidence">What proves it; the same document with the same requisites is not attached twice.</param>
    /// <param name="by">Who attaches it.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="sameFiles">Keys of stored files with the content of this one; null where nobody has looked.</param>
    public string? Attach(WorkEvidence evidence, WorkActor by, DateTimeOffset now, IReadOnlySet<int>? sameFiles = null)
    {
        if ((RefuseReporter(by) ?? RefuseClosed("Приложить подтверждение")) is { } refusal)
        {
            return refusal;
        }

        if (evidence.FileId is null && evidence.Link is null)
        {
            return "Приложите файл или укажите ссылку.";
        }

        if (evidence.Link is { } link && !(Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && link.Length <= WorkEvidence.LongestLink))
        {
            return "Ссылка должна начинаться с https:// или http:// и быть не длиннее 1000 знаков.";
        }

        if (_evidence.Find(e => e.RemovedAt is null && e.Requisites == evidence.Requisites && (e.FileId is { } file ? sameFiles?.Contains(file) == true || file == evidence.FileId : e.Link == evidence.Link && evidence.FileId is null)) is { } twin)
        {
            return $"Это подтверждение уже приложено: {twin.Requisites}, {(twin.FileId is null ? "та же ссылка" : "тот же файл")}. Приложите другое или укажите другие номер и дату.";
        }

        evidence.AuthorId = by.Author.Id;
        _evidence.Add(evidence);
        Go(WorkState.InProgress, WorkStep.Attached, evidence.Requisites, by, now);
        return null;
    }

    /// <summary>Whether somebody may remove a piece of evidence: its author before acceptance, or whoever stands above, with a reason.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <param name="by">Who.</param>
    public bool MayRemove(WorkEvidence evidence, WorkActor by) => evidence.RemovedAt is null && (MayReview(by.Level) || IsOwn(evidence, by));

    /// <summary>
    /// Removes a piece of evidence; it stays in the history. Work that was sent or accepted as done is returned when its last proof is
    /// taken away by whoever stands above: nothing stays done without proof.
    /// </summary>
    /// <param name="evidenceId">Key of the evidence.</param>
    /// <param name="reason">Why; required of whoever is not its author.</param>
    /// <param name="by">Who removes it.</param>
    /// <param name="now">Now, UTC.</param>
    public string? Detach(int evidenceId, string? reason, WorkActor by, DateTimeOffset now)
    {
        if (_evidence.Find(e => e.Id == evidenceId && e.RemovedAt is null) is not { } evidence)
        {
            return "Этого подтверждения уже нет: его могли удалить раньше. Откройте страницу заново.";
        }

        var isOwn = IsOwn(evidence, by);
        if (!MayRemove(evidence, by))
        {
            return evidence.AuthorId == by.Author.Id && MayReport(by.Level)
                ? $"Удалить подтверждение нельзя: мероприятие — {State.RussianName()}. Чтобы изменить это, проверяющий должен его вернуть."
                : "Подтверждение удаляет тот, кто его приложил, а с указанием причины — куратор, муниципалитет или регион.";
        }

        if ((isOwn ? RefuseLong(reason) : RefuseText(reason, "Укажите, почему подтверждение удаляется.")) is { } refusal)
        {
            return refusal;
        }

        var losesProof = !State.IsOpen() && Outcome == WorkOutcome.Done && State != WorkState.NotNeeded && _evidence.Count(e => e.RemovedAt is null) == 1;
        if (losesProof && !MayReview(by.Level))
        {
            return "Это единственное подтверждение отчёта, который на проверке. Попросите проверяющего вернуть отчёт.";
        }

        var why = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
        evidence.Remove(why, by.Author, now);
        Go(losesProof ? WorkState.Returned : State, WorkStep.Detached, evidence.Requisites + (why is null ? "" : $": {why}"), by, now);
        return null;
    }

    private bool IsOwn(WorkEvidence evidence, WorkActor by) =>
        evidence.AuthorId == by.Author.Id && MayReport(by.Level) && (State.IsOpen() || State == WorkState.UnderReview);
}
