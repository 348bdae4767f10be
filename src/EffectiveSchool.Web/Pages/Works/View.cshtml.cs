using EffectiveSchool.Data.Files;
using EffectiveSchool.Data.Roadmaps;
using EffectiveSchool.Domain.Files;
using EffectiveSchool.Domain.Roadmaps;
using EffectiveSchool.Web.Files;
using EffectiveSchool.Web.Pages.Results;

namespace EffectiveSchool.Web.Pages.Works;

/// <summary>The work on one occurrence: report, evidence, decision, comments, history.</summary>
[Authorize(Policies.ReadFigures)]
[RefuseTooMuch]
public sealed class ViewModel(PortalDb db, WorkDesk desk, WorkActors actors, Attachments attachments, Person person) : PageModel
{
    [BindProperty]
    public WorkForm Form { get; set; } = new();

    public OccurrenceWork Work { get; private set; } = null!;

    public Activity Activity { get; private set; } = null!;

    public string Roadmap { get; private set; } = "";

    /// <summary>Who does it: a school, a municipality or the region.</summary>
    public string Doer { get; private set; } = "";

    public DateOnly Today { get; private set; }

    public IReadOnlyList<(WorkEvent Event, DateTimeOffset At)> Thread { get; private set; } = [];

    /// <summary>Files of the evidence that the reader sees.</summary>
    public IReadOnlyDictionary<int, StoredFile> Files { get; private set; } = new Dictionary<int, StoredFile>();

    public ExpectedQuantity? Expected => Activity.QuantityOf(Work);

    /// <summary>Chosen responsibles of the activity.</summary>
    public IReadOnlyList<string> Responsibles { get; private set; } = [];

    /// <summary>Evidence that the person may remove; with a reason, unless it is their own.</summary>
    public IReadOnlySet<int> Removable { get; private set; } = new HashSet<int>();

    public bool Reports => person.May(Policies.ReportWork) && actors.Level is { } level && Work.MayReport(level) && Work.State.IsOpen();

    public bool MayReview => person.May(Policies.ReviewWork) && actors.Level is { } level && Work.MayReview(level);

    public bool Decides => MayReview && Work.State == WorkState.UnderReview;

    public bool MayReturn => MayReview && !Work.State.IsOpen();

    public bool MayMove => MayReview && Work.State.IsOpen();

    public bool MayDismiss => MayMove && person.May(Policies.ManageProgrammes);

    public bool Discusses => person.May(Policies.DiscussWork);

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken) => await ReadAsync(id, cancellationToken) ? Page() : NotFound();

    [HandlerPolicy(Policies.ReportWork)]
    public Task<IActionResult> OnPostStartAsync(int id, CancellationToken cancellationToken) =>
        StepAsync(id, (w, by, now) => w.Start(by, now), "Мероприятие взято в работу.", cancellationToken);

    [HandlerPolicy(Policies.ReportWork)]
    public Task<IActionResult> OnPostReportAsync(int id, CancellationToken cancellationToken) =>
        FileAsync(id, reports: true, attaches: HasEvidence, sends: false, "Отчёт записан. Приложите подтверждение и отправьте на проверку.", cancellationToken);

    /// <summary>Sends the work with whatever is filled in beside the button: a report that was changed, a file that was chosen.</summary>
    [HandlerPolicy(Policies.ReportWork)]
    public Task<IActionResult> OnPostSubmitAsync(int id, CancellationToken cancellationToken) =>
        FileAsync(id, reports: false, attaches: HasEvidence, sends: true, "Отчёт отправлен на проверку.", cancellationToken);

    [HandlerPolicy(Policies.ReviewWork)]
    public Task<IActionResult> OnPostAcceptAsync(int id, CancellationToken cancellationToken) =>
        StepAsync(id, (w, by, now) => w.Accept(by, now), "Отчёт принят.", cancellationToken);

    [HandlerPolicy(Policies.ReviewWork)]
    public Task<IActionResult> OnPostReturnAsync(int id, CancellationToken cancellationToken) =>
        StepAsync(id, (w, by, now) => w.Return(Form.Text, by, now), "Отчёт возвращён.", cancellationToken);

    [HandlerPolicy(Policies.ReviewWork)]
    public Task<IActionResult> OnPostMoveAsync(int id, CancellationToken cancellationToken) =>
        StepAsync(id, (w, by, now) => w.Move(Form.Due, Form.Text, by, now), "Срок перенесён.", cancellationToken);

    [HandlerPolicy(Policies.ManageProgrammes)]
    public Task<IActionResult> OnPostDismissAsync(int id, CancellationToken cancellationToken) =>
        StepAsync(id, (w, by, now) => w.Dismiss(Form.Text, by, now), "Мероприятие признано ненужным.", cancellationToken);

    [HandlerPolicy(Policies.DiscussWork)]
    public Task<IActionResult> OnPostRemarkAsync(int id, CancellationToken cancellationToken) =>
        StepAsync(id, (w, by, now) => w.Remark(Form.Text, by, now), "Комментарий добавлен.", cancellationToken);

    /// <summary>Attaches evidence alone; what was typed of the report stays in the form.</summary>
    [HandlerPolicy(Policies.ReportWork)]
    public Task<IActionResult> OnPostAttachAsync(int id, CancellationToken cancellationToken) =>
        FileAsync(id, reports: false, attaches: true, sends: false, "Подтверждение приложено.", cancellationToken);

    /// <summary>Removes a piece of evidence: its author before acceptance, or whoever stands above with a reason.</summary>
    [HandlerPolicy(Policies.DiscussWork)]
    public Task<IActionResult> OnPostDetachAsync(int id, int evidence, CancellationToken cancellationToken) =>
        StepAsync(id, (w, by, now) => w.Detach(evidence, Form.Text, by, now), "Подтверждение удалено. Запись о нём осталась в истории.", cancellationToken);

    public Task<DateTimeOffset> LocalAsync(DateTimeOffset moment) => person.LocalAsync(moment);

    private string? Invalid => ModelState.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage).FirstOrDefault();

    private async Task<IActionResult> StepAsync(int id, Func<OccurrenceWork, WorkActor, DateTimeOffset, string?> step, string done, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var by = await actors.CurrentAsync(cancellationToken);
        return await AnswerAsync(id, Invalid ?? await desk.MoveAsync(Work, (w, now) => step(w, by, now), cancellationToken), done, cancellationToken);
    }

    private bool HasEvidence => Form.File is not null || !string.IsNullOrWhiteSpace(Form.Link);

    /// <summary>Whether the form says of the report what is not stored.</summary>
    private bool IsReportChanged => Form is not { Outcome: null, Fact: null or "", Reached: null, Reason: null or "" }
        && (Form.Outcome, Form.Fact?.Trim() ?? "", Form.Reached, Form.Reason?.Trim() ?? "") != (Work.Outcome, Work.Fact, Work.Reached, Work.Reason);

    private async Task<IActionResult> FileAsync(int id, bool reports, bool attaches, bool sends, string done, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var by = await actors.CurrentAsync(cancellationToken);
        var files = Attachments.Check(attaches && Form.File is not null ? [Form.File] : [], DocumentKinds.Evidence, cancellationToken);
        var link = Form.File is null && !string.IsNullOrWhiteSpace(Form.Link) ? Form.Link.Trim() : null;
        var refusal = Invalid ?? files.Refusal ?? await desk.FileAsync(
            Work,
            reports || (sends && IsReportChanged) ? (w, now) => Report(w, by, now) : null,
            attaches
                ? (file, now) => new WorkEvidence { Kind = Form.Kind, Number = Form.Number?.Trim() ?? "", Date = Form.Date, FileId = file, Link = link, Author = by.Author.Name, At = now }
                : null,
            files.Documents.Count == 0 ? null : async owner => (await attachments.StoreAsync(files.Documents, owner, cancellationToken))[0],
            sends,
            by,
            cancellationToken);
        if (refusal is null && attaches)
        {
            Form = Form with { Kind = EvidenceKind.Order, Number = null, Date = null, Link = null, File = null };
        }

        return await AnswerAsync(id, refusal, done, cancellationToken);
    }

    private string? Report(OccurrenceWork work, WorkActor by, DateTimeOffset now) => Form.Outcome is not { } outcome
        ? "Выберите, что получилось: выполнено, выполнено частично или не выполнено."
        : work.Report(new WorkReport(outcome, Form.Fact, Form.Reached, Form.Reason), Expected, by, now);

    private async Task<IActionResult> AnswerAsync(int id, string? refusal, string done, CancellationToken cancellationToken)
    {
        var isTyped = Reports && (IsReportChanged || !string.IsNullOrWhiteSpace(Form.Number) || Form.Date is not null);
        if (refusal is null)
        {
            TempData["Done"] = isTyped ? $"{done} Остальное, что вы написали, ещё не записано: оно осталось в форме." : done;
            if (!isTyped)
            {
                return Redirect($"/works/{id}");
            }
        }

        // What was written stays in the form: the page is shown again from what is stored.
        db.ChangeTracker.Clear();
        ModelState.Clear();
        if (refusal is not null)
        {
            ModelState.AddModelError("", refusal);
        }

        return await ReadAsync(id, cancellationToken) ? Page() : NotFound();
    }

    private async Task<bool> ReadAsync(int id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, cancellationToken) is not { } work)
        {
            return false;
        }

        (Work, Today) = (work, await person.TodayAsync());
        Activity = await db.Activities.AsNoTracking().SingleAsync(a => a.Occurrences.Any(o => o.Id == work.OccurrenceId), cancellationToken);
        Roadmap = await db.Roadmaps.Where(r => r.Id == Activity.RoadmapId).Select(r => r.Name).SingleAsync(cancellationToken);
        Doer = (work.SchoolId is { } school ? await db.Schools.Where(s => s.Id == school).Select(s => s.Name).SingleAsync(cancellationToken)
            : await db.Municipalities.Where(m => m.Id == work.MunicipalityId).Select(m => m.Name).FirstOrDefaultAsync(cancellationToken)) ?? "регион";
        Responsibles = await db.Responsibles.Where(r => r.ActivityId == Activity.Id).OrderBy(r => r.Name).Select(r => r.Name).ToListAsync(cancellationToken);
        if (Discusses && actors.Level is not null)
        {
            var by = await actors.CurrentAsync(cancellationToken);
            Removable = work.Evidence.Where(e => work.MayRemove(e, by)).Select(e => e.Id).ToHashSet();
        }

        var thread = new List<(WorkEvent, DateTimeOffset)>();
        foreach (var step in work.Events.OrderByDescending(e => e.Id))
        {
            thread.Add((step, await person.LocalAsync(step.At)));
        }

        Thread = thread;
        var files = work.Evidence.Select(e => e.FileId).OfType<int>().ToList();
        Files = await db.StoredFiles.AsNoTracking().Where(f => files.Contains(f.Id)).ToDictionaryAsync(f => f.Id, cancellationToken);
        return true;
    }
}
