using EffectiveSchool.Data.Files;
using EffectiveSchool.Domain.Files;
using EffectiveSchool.Domain.Meetings;
using EffectiveSchool.Reports.Meetings;
using EffectiveSchool.Web.Files;
using EffectiveSchool.Web.Pages.Results;

namespace EffectiveSchool.Web.Pages.Meetings;

/// <summary>A meeting: agenda, protocol, decisions with their terms, what is done of them.</summary>
[Authorize(Policies.ReadFigures)]
[RefuseTooMuch]
public sealed class ViewModel(PortalDb db, MeetingQueries queries, Attachments attachments, Person person, TimeProvider clock) : PageModel
{
    private const string ChangedByAnother = "Совещание только что изменил кто-то другой, и ваше действие не выполнено. Откройте страницу заново.";

    [BindProperty]
    public DecisionForm Form { get; set; } = new();

    public Meeting Meeting { get; private set; } = null!;

    public WorkingGroup Group { get; private set; } = null!;

    public string Body { get; private set; } = "";

    public StoredFile? Protocol { get; private set; }

    public DateOnly Today { get; private set; }

    public bool MayChange => person.Keeps(Meeting.RegionId, Meeting.MunicipalityId);

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken) => await ReadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnGetDocxAsync(int id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var output = new MemoryStream();
        string[] members = [.. Group.Members.OrderBy(m => m.Id).Select(m => m.Post.Length > 0 ? $"{m.PersonName}, {m.Post}" : m.PersonName)];
        ProtocolDocument.Write(new ProtocolFacts(Group.Name, Body, Meeting, members, Today), output);
        output.Position = 0;
        return File(output, DocumentKind.Docx.MediaType(), $"Протокол {Meeting.Date:yyyy-MM-dd}.docx");
    }

    [HandlerPolicy(Policies.ManageProgrammes)]
    public Task<IActionResult> OnPostDecideAsync(int id, CancellationToken cancellationToken)
    {
        var warnings = "";
        return StepAsync(
            id,
            () =>
            {
                var (decision, said, refusal) = MeetingDecision.Read(Form.ToNotes(), Meeting, clock.GetUtcNow());
                warnings = said.Count == 0 ? "" : " О сроке: " + string.Join(' ', said);
                return Task.FromResult(refusal ?? Meeting.Decide(decision!));
            },
            () => "Решение добавлено." + warnings,
            cancellationToken);
    }

    [HandlerPolicy(Policies.ManageProgrammes)]
    public Task<IActionResult> OnPostDoneAsync(int id, int decision, CancellationToken cancellationToken) =>
        StepAsync(id, () => Task.FromResult(Decision(decision)?.Do(Form.Note, clock.GetUtcNow()) ?? Missing(decision)), () => "Отмечено выполненным.", cancellationToken);

    [HandlerPolicy(Policies.ManageProgrammes)]
    public Task<IActionResult> OnPostReopenAsync(int id, int decision, CancellationToken cancellationToken) =>
        StepAsync(id, () => Task.FromResult(Decision(decision)?.Reopen(clock.GetUtcNow()) ?? Missing(decision)), () => "Отметка снята.", cancellationToken);

    [HandlerPolicy(Policies.ManageProgrammes)]
    public Task<IActionResult> OnPostAttachAsync(int id, CancellationToken cancellationToken) => StepAsync(
        id,
        async () =>
        {
            var files = Attachments.Check(Form.File is null ? [] : [Form.File], DocumentKinds.Evidence, cancellationToken);
            if (files.Refusal is not null || files.Documents.Count == 0)
            {
                return files.Refusal ?? "Выберите файл протокола.";
            }

            if (Meeting.ProtocolNumber.Length == 0)
            {
                return "Сначала укажите номер и дату протокола.";
            }

            var owner = Meeting.MunicipalityId is { } municipality ? FileOwner.Municipality(Meeting.RegionId, municipality) : FileOwner.Region(Meeting.RegionId);
            return Meeting.Attach((await attachments.StoreAsync(files.Documents, owner, cancellationToken))[0].Id);
        },
        () => "Подписанный протокол приложен.",
        cancellationToken);

    private MeetingDecision? Decision(int id) => Meeting.Decisions.FirstOrDefault(d => d.Id == id);

    private string? Missing(int id) => Decision(id) is null ? "Такого решения у совещания нет." : null;

    private async Task<IActionResult> StepAsync(int id, Func<Task<string?>> step, Func<string> done, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken) || !MayChange)
        {
            return NotFound();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var refusal = ModelState.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage).FirstOrDefault() ?? await step();
        if (refusal is null)
        {
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                TempData["Done"] = done();
                return Redirect($"/meetings/{id}");
            }
            catch (DbUpdateConcurrencyException)
            {
                refusal = ChangedByAnother;
            }
        }

        await transaction.RollbackAsync(cancellationToken);
        db.ChangeTracker.Clear();
        ModelState.Clear();
        ModelState.AddModelError("", refusal);
        return await ReadAsync(id, cancellationToken) ? Page() : NotFound();
    }

    private async Task<bool> ReadAsync(int id, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, cancellationToken) is not { } meeting || await queries.GroupAsync(meeting.GroupId, cancellationToken) is not { } group)
        {
            return false;
        }

        (Meeting, Group, Today) = (meeting, group, await person.TodayAsync());
        Body = await queries.BodyAsync(group, cancellationToken);
        Protocol = await db.StoredFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Id == meeting.FileId, cancellationToken);
        return true;
    }
}
