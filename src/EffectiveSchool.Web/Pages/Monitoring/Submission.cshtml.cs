using EffectiveSchool.Data.Files;
using EffectiveSchool.Data.Monitoring;
using EffectiveSchool.Domain.Files;
using EffectiveSchool.Domain.Monitoring;
using EffectiveSchool.Domain.Roadmaps;
using EffectiveSchool.Web.Files;
using EffectiveSchool.Web.Pages.Results;
using EffectiveSchool.Web.Pages.Works;
using FluentValidation;

namespace EffectiveSchool.Web.Pages.Monitoring;

/// <summary>What a school hands in, as it is filled in; files come beside it under «file-item».</summary>
public sealed record SubmissionForm
{
    /// <summary>What was written under each item, by its key.</summary>
    public Dictionary<int, string?> Answers { get; init; } = [];

    /// <summary>«submit» where it is handed in at once.</summary>
    public string? Then { get; init; }

    /// <summary>Reason of a return.</summary>
    public string? Reason { get; init; }
}

public sealed class SubmissionFormValidator : AbstractValidator<SubmissionForm>
{
    public SubmissionFormValidator() =>
        RuleForEach(f => f.Answers.Values).MaximumLength(MonitoringValue.LongestText).WithMessage("Один из ответов длиннее 4 000 знаков: сократите его.").OverridePropertyName("Answers");
}

/// <summary>What one school hands in for one round: answers, decision, history.</summary>
[Authorize(Policies.ReadFigures)]
[RefuseTooMuch]
public sealed class SubmissionModel(PortalDb db, MonitoringDesk desk, MonitoringQueries queries, WorkActors actors, Attachments attachments, Person person) : PageModel
{
    [BindProperty]
    public SubmissionForm Form { get; set; } = new();

    public MonitoringSubmission Submission { get; private set; } = null!;

    public MonitoringCycle Cycle { get; private set; } = null!;

    public MonitoringRound Round { get; private set; } = null!;

    public string School { get; private set; } = "";

    public DateOnly Today { get; private set; }

    public IReadOnlyDictionary<int, StoredFile> Files { get; private set; } = new Dictionary<int, StoredFile>();

    public IReadOnlyList<(MonitoringEvent Event, DateTimeOffset At)> Thread { get; private set; } = [];

    /// <summary>Why the reader cannot fill in now; null where they can, and for those who never do.</summary>
    public string? NotNow { get; private set; }

    public bool Fills { get; private set; }

    public bool Decides => MayReview && Submission.State == SubmissionState.UnderReview;

    public bool MayReturn => MayReview && !Submission.State.IsOwed();

    private bool MayReview => Round.ClosedAt is null && person.May(Policies.ReviewWork) && actors.Level is { } level && MonitoringSubmission.MayReview(level);

    public MonitoringValue? ValueOf(MonitoringItem item) => Submission.Answers.FirstOrDefault(a => a.ItemId == item.Id)?.Value;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken) => await ReadAsync(id, cancellationToken) ? Page() : NotFound();

    [HandlerPolicy(Policies.ReportWork)]
    public async Task<IActionResult> OnPostSaveAsync(int id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var by = await actors.CurrentAsync(cancellationToken);
        var (values, files, wrong) = Read(cancellationToken);
        var submits = Form.Then == "submit";
        var refusal = await desk.MoveAsync(
            Submission,
            Invalid ?? wrong ?? Submission.RefuseFilling(Round, by, Today),
            async owner => await StoreAsync(files, owner, cancellationToken),
            (stored, now) => Submission.Fill([.. values, .. stored.Select(f => (Cycle.Items.Single(i => i.Id == f.Key), (MonitoringValue?)MonitoringValue.OfFile(f.Value)))], Round, by, Today, now)
                ?? (submits ? Submission.Submit(Cycle.Items, Round, by, Today, now) : null),
            cancellationToken);
        return await AnswerAsync(id, refusal, submits ? "Сведения сданы на проверку." : "Сведения сохранены. Когда всё готово, сдайте их на проверку.", cancellationToken);
    }

    [HandlerPolicy(Policies.ReviewWork)]
    public Task<IActionResult> OnPostConfirmAsync(int id, CancellationToken cancellationToken) =>
        DecideAsync(id, (by, now) => Submission.Confirm(Round, by, now), "Сведения подтверждены.", cancellationToken);

    [HandlerPolicy(Policies.ReviewWork)]
    public Task<IActionResult> OnPostReturnAsync(int id, CancellationToken cancellationToken) =>
        DecideAsync(id, (by, now) => Submission.Return(Form.Reason, Round, by, now), "Сведения возвращены школе.", cancellationToken);

    private string? Invalid => ModelState.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage).FirstOrDefault();

    private async Task<IActionResult> DecideAsync(int id, Func<WorkActor, DateTimeOffset, string?> step, string done, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var by = await actors.CurrentAsync(cancellationToken);
        var refusal = await desk.MoveAsync(Submission, Invalid, _ => Task.FromResult<IReadOnlyDictionary<int, int>>(new Dictionary<int, int>()), (_, now) => step(by, now), cancellationToken);
        return await AnswerAsync(id, refusal, done, cancellationToken);
    }

    /// <summary>What was written under the items of the monitoring; a file that is not sent again stays.</summary>
    private (List<(MonitoringItem Item, MonitoringValue? Value)> Values, List<(int Item, CheckedDocument Document)> Files, string? Refusal) Read(CancellationToken cancellationToken)
    {
        var (values, files) = (new List<(MonitoringItem, MonitoringValue?)>(), new List<(int, CheckedDocument)>());
        foreach (var item in Cycle.Items)
        {
            if (item.Kind == MonitoringItemKind.File)
            {
                if (!Request.HasFormContentType || Request.Form.Files.GetFile($"file-{item.Id}") is not { Length: > 0 } upload)
                {
                    continue;
                }

                var document = Attachments.Check([upload], DocumentKinds.Evidence, cancellationToken);
                if (document.Refusal is not null)
                {
                    return (values, [], document.Refusal);
                }

                files.Add((item.Id, document.Documents[0]));
                continue;
            }

            var (value, refusal) = MonitoringValue.Read(item, Form.Answers.GetValueOrDefault(item.Id));
            if (refusal is not null)
            {
                return (values, [], refusal);
            }

            values.Add((item, value));
        }

        return (values, files, null);
    }

    private async Task<IReadOnlyDictionary<int, int>> StoreAsync(List<(int Item, CheckedDocument Document)> files, FileOwner owner, CancellationToken cancellationToken)
    {
        var stored = await attachments.StoreAsync(files.Select(f => f.Document), owner, cancellationToken);
        return files.Zip(stored).ToDictionary(f => f.First.Item, f => f.Second.Id);
    }

    private async Task<IActionResult> AnswerAsync(int id, string? refusal, string done, CancellationToken cancellationToken)
    {
        if (refusal is null)
        {
            TempData["Done"] = done;
            return Redirect($"/monitoring/submissions/{id}");
        }

        // What was written stays in the form: the page is shown again with the refusal, from what is stored.
        db.ChangeTracker.Clear();
        ModelState.Clear();
        ModelState.AddModelError("", refusal);
        return await ReadAsync(id, cancellationToken) ? Page() : NotFound();
    }

    private async Task<bool> ReadAsync(int id, CancellationToken cancellationToken)
    {
        if (await desk.SubmissionAsync(id, cancellationToken) is not { } submission || await queries.CycleOfAsync(submission.RoundId, cancellationToken) is not { } cycle)
        {
            return false;
        }

        (Submission, Cycle, Round, Today) = (submission, cycle, cycle.Rounds.Single(r => r.Id == submission.RoundId), await person.TodayAsync());
        School = await db.Schools.Where(s => s.Id == submission.SchoolId).Select(s => s.Name).SingleAsync(cancellationToken);
        if (person.May(Policies.ReportWork))
        {
            NotNow = submission.RefuseFilling(Round, await actors.CurrentAsync(cancellationToken), Today);
            Fills = NotNow is null;
        }

        int[] files = [.. submission.Answers.Select(a => a.FileId).OfType<int>()];
        Files = await db.StoredFiles.AsNoTracking().Where(f => files.Contains(f.Id)).ToDictionaryAsync(f => f.Id, cancellationToken);
        var thread = new List<(MonitoringEvent, DateTimeOffset)>();
        foreach (var step in submission.Events.OrderByDescending(e => e.Id))
        {
            thread.Add((step, await person.LocalAsync(step.At)));
        }

        Thread = thread;
        return true;
    }
}
