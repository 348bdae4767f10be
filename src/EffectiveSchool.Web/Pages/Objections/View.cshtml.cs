using EffectiveSchool.Data.Files;
using EffectiveSchool.Data.Objections;
using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Files;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Objections;
using EffectiveSchool.Web.Files;
using EffectiveSchool.Web.Pages.Results;
using FluentValidation;

namespace EffectiveSchool.Web.Pages.Objections;

public sealed record StepForm
{
    public string? Text { get; init; }

    /// <summary>The correction of an upheld objection.</summary>
    public int? Batch { get; init; }

    public List<IFormFile> Files { get; init; } = [];
}

public sealed class StepFormValidator : AbstractValidator<StepForm>
{
    public StepFormValidator() =>
        RuleFor(f => f.Text).MaximumLength(Objection.LongestText).WithMessage($"Текст длиннее {Objection.LongestText} знаков. Сократите его, подробности приложите файлом.");
}

/// <summary>A line of the thread with its moment in the region's time.</summary>
public sealed record ThreadLine(ObjectionEvent Event, DateTimeOffset At);

/// <summary>An objection: what it is about, everything that was done with it, its files, and the steps open to the reader.</summary>
[Authorize(Policies.ReadFigures)]
[RefuseTooMuch]
public sealed class ViewModel(PortalDb db, ObjectionQueries queries, ObjectionDesk desk, Attachments attachments, Authors authors, Person person, TimeProvider clock) : PageModel
{
    [BindProperty]
    public StepForm Form { get; set; } = new();

    public Objection Objection { get; private set; } = null!;

    public ObjectionLine Line { get; private set; } = null!;

    public int ForYear { get; private set; }

    public ListState ListState { get; private set; }

    public IReadOnlyList<ThreadLine> Thread { get; private set; } = [];

    public IReadOnlyList<StoredFile> Files { get; private set; } = [];

    /// <summary>Corrections to choose from; empty for those who do not decide.</summary>
    public IReadOnlyList<Correction> Corrections { get; private set; } = [];

    public bool Decides => person.May(Policies.ManageLists);

    public bool Discusses => person.May(Policies.DiscussObjections) && Objection.IsOpen;

    public bool MayWithdraw => person.May(Policies.SubmitObjections) && Objection.IsOpen && Side == Objection.Side;

    public bool SeesUploads => person.May(Policies.ReadUploads);

    private ObjectionSide Side => person.Role == PortalRole.Principal ? ObjectionSide.School : ObjectionSide.Municipality;

    public Task<DateTimeOffset> LocalAsync(DateTimeOffset moment) => person.LocalAsync(moment);

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken) =>
        await ReadAsync(id, cancellationToken) ? Page() : NotFound();

    [HandlerPolicy(Policies.ManageLists)]
    public Task<IActionResult> OnPostTakeUpAsync(int id, CancellationToken cancellationToken) => StepAsync(
        id, (o, by, store) => desk.MoveAsync(o, x => x.TakeUp(by, clock.GetUtcNow()), store, cancellationToken), "взято на рассмотрение.", cancellationToken);

    [HandlerPolicy(Policies.ManageLists)]
    public Task<IActionResult> OnPostUpholdAsync(int id, CancellationToken cancellationToken) => StepAsync(
        id, (o, by, store) => desk.UpholdAsync(o, Form.Text, Form.Batch, by, store, cancellationToken), "удовлетворено. Когда решены все, создайте новую редакцию перечня.", cancellationToken);

    [HandlerPolicy(Policies.ManageLists)]
    public Task<IActionResult> OnPostRejectAsync(int id, CancellationToken cancellationToken) => StepAsync(
        id, (o, by, store) => desk.MoveAsync(o, x => x.Reject(Form.Text, by, clock.GetUtcNow()), store, cancellationToken), "отклонено.", cancellationToken);

    [HandlerPolicy(Policies.SubmitObjections)]
    public Task<IActionResult> OnPostWithdrawAsync(int id, CancellationToken cancellationToken) => StepAsync(
        id, (o, by, store) => desk.MoveAsync(o, x => x.Withdraw(Side, Form.Text, by, clock.GetUtcNow()), store, cancellationToken), "отозвано.", cancellationToken);

    [HandlerPolicy(Policies.DiscussObjections)]
    public Task<IActionResult> OnPostRemarkAsync(int id, CancellationToken cancellationToken) => StepAsync(
        id, (o, by, store) => desk.MoveAsync(o, x => x.Remark(Form.Text, by, clock.GetUtcNow()), store, cancellationToken), "дополнено.", cancellationToken);

    private async Task<IActionResult> StepAsync(
        int id, Func<Objection, Author, Func<FileOwner, Task<IReadOnlyList<StoredFile>>>, Task<string?>> step, string done, CancellationToken cancellationToken)
    {
        if (await db.Objections.SingleOrDefaultAsync(o => o.Id == id, cancellationToken) is not { } objection)
        {
            return NotFound();
        }

        var files = Attachments.Check(Form.Files, DocumentKinds.Evidence, cancellationToken);
        var refusal = ModelState.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage).FirstOrDefault()
            ?? files.Refusal
            ?? await step(objection, await authors.CurrentAsync(cancellationToken), owner => attachments.StoreAsync(files.Documents, owner, cancellationToken));
        if (refusal is null)
        {
            TempData["Done"] = $"Возражение № {id} {done}";
            return Redirect($"/objections/{id}");
        }

        // What was written stays in the form: the page is shown again with the refusal, from what is stored.
        db.ChangeTracker.Clear();
        ModelState.AddModelError("", refusal);
        return await ReadAsync(id, cancellationToken) ? Page() : NotFound();
    }

    private async Task<bool> ReadAsync(int id, CancellationToken cancellationToken)
    {
        if (await db.Objections.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, cancellationToken) is not { } objection)
        {
            return false;
        }

        Objection = objection;
        Line = await queries.Lines(objection.ListId).SingleAsync(l => l.Id == id, cancellationToken);
        var list = await db.Lists.AsNoTracking().SingleAsync(l => l.Id == objection.ListId, cancellationToken);
        (ForYear, ListState) = (list.ForYear, list.State);
        var thread = new List<ThreadLine>();
        foreach (var step in objection.Events.OrderBy(e => e.Id))
        {
            thread.Add(new ThreadLine(step, await person.LocalAsync(step.At)));
        }

        Thread = thread;
        Files = await db.StoredFiles.AsNoTracking().Where(f => db.ObjectionFiles.Any(o => o.ObjectionId == id && o.FileId == f.Id)).OrderBy(f => f.Id).ToListAsync(cancellationToken);
        Corrections = Decides && objection.State == ObjectionState.UnderReview ? await desk.CorrectionsAsync(objection, cancellationToken) : [];
        return true;
    }
}
