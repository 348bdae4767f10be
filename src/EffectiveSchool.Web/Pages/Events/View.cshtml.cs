using EffectiveSchool.Data.Events;
using EffectiveSchool.Data.Files;
using EffectiveSchool.Domain.Events;
using EffectiveSchool.Domain.Files;
using EffectiveSchool.Domain.Roadmaps;
using EffectiveSchool.Web.Files;
using EffectiveSchool.Web.Imports;
using EffectiveSchool.Web.Pages.Works;

namespace EffectiveSchool.Web.Pages.Events;

/// <summary>A school of the event in its table.</summary>
public sealed record ParticipantLine(int SchoolId, string School, int MunicipalityId, string Municipality, int? People, int? Managers, int? Again) : IKnownSchool;

/// <summary>An event: what, when, where, who took part, materials, the work that it carries out.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class ViewModel(PortalDb db, EventDesk desk, EventWorks works, EventSchoolLines schools, EventRights rights, Attachments attachments, Authors authors, Person person) : PageModel
{
    [BindProperty]
    public EventStepForm Form { get; set; } = new();

    [BindProperty]
    public WorkForm Report { get; set; } = new();

    public Event Held { get; private set; } = null!;

    public DateOnly Today { get; private set; }

    public bool Keeps { get; private set; }

    public bool Tells => rights.Tells(Held);

    public string Organiser { get; private set; } = "";

    public string? Host { get; private set; }

    public Activity? Activity { get; private set; }

    public IReadOnlyList<ParticipantLine> Participants { get; private set; } = [];

    /// <summary>Schools of the list that took part, and all of it that the reader sees.</summary>
    public (int Took, int Of) Listed { get; private set; }

    public IReadOnlyDictionary<int, StoredFile> Files { get; private set; } = new Dictionary<int, StoredFile>();

    public IReadOnlyList<EventWork> Works { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken) => await ReadAsync(id, cancellationToken) ? Page() : NotFound();

    [HandlerPolicy(Policies.KeepEvents)]
    public Task<IActionResult> OnPostHoldAsync(int id, CancellationToken cancellationToken) =>
        StepAsync(id, held => desk.HoldAsync(held, Today, cancellationToken), "Мероприятие отмечено проведённым.", cancellationToken);

    [HandlerPolicy(Policies.KeepEvents)]
    public Task<IActionResult> OnPostMoveAsync(int id, CancellationToken cancellationToken) =>
        StepAsync(id, held => desk.MoveAsync(held, (e, now) => e.Move(Form.From, Form.To, Form.Reason, now), cancellationToken), "Мероприятие перенесено.", cancellationToken);

    [HandlerPolicy(Policies.KeepEvents)]
    public Task<IActionResult> OnPostCancelAsync(int id, CancellationToken cancellationToken) =>
        StepAsync(id, held => desk.MoveAsync(held, (e, now) => e.Cancel(Form.Reason, now), cancellationToken), "Мероприятие отменено.", cancellationToken);

    [HandlerPolicy(Policies.KeepEvents)]
    public Task<IActionResult> OnPostReopenAsync(int id, CancellationToken cancellationToken) =>
        StepAsync(id, held => desk.ReopenAsync(held, Form.Reason, cancellationToken), "Мероприятие возвращено в запланированные.", cancellationToken);

    [HandlerPolicy(Policies.KeepEvents)]
    public async Task<IActionResult> OnPostAttachAsync(int id, CancellationToken cancellationToken)
    {
        var files = Attachments.Check(Form.File is null ? [] : [Form.File], DocumentKinds.Evidence, cancellationToken);
        var link = Form.File is null && !string.IsNullOrWhiteSpace(Form.Link) ? Form.Link.Trim() : null;
        var author = (await authors.CurrentAsync(cancellationToken)).Name;
        return await StepAsync(
            id,
            async held => files.Refusal ?? await desk.AttachAsync(
                held,
                (file, now) => new EventMaterial { Title = string.IsNullOrWhiteSpace(Form.Title) ? "материалы" : Form.Title.Trim(), FileId = file, Link = link, Author = author, At = now },
                files.Documents.Count == 0 ? null : async owner => (await attachments.StoreAsync(files.Documents, owner, cancellationToken))[0],
                cancellationToken),
            "Материал приложен.",
            cancellationToken);
    }

    /// <summary>Writes what the event gives into the report of a work; whoever reports sends it for review on the page of the work.</summary>
    [HandlerPolicy(Policies.KeepEvents)]
    public async Task<IActionResult> OnPostReportAsync(int id, int work, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken) || Works.FirstOrDefault(w => w.Work.Id == work) is not { } carried)
        {
            return NotFound();
        }

        if ((Invalid ?? await works.ReportAsync(Held, carried, Report, cancellationToken)) is { } refusal)
        {
            return await AnswerAsync(id, refusal, cancellationToken);
        }

        TempData["Done"] = "Отчёт заполнен по мероприятию. Проверьте его и отправьте на проверку.";
        return Redirect($"/works/{work}");
    }

    public Task<DateTimeOffset> LocalAsync(DateTimeOffset moment) => person.LocalAsync(moment);

    private string? Invalid => ModelState.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage).FirstOrDefault();

    private async Task<IActionResult> StepAsync(int id, Func<Event, Task<string?>> step, string done, CancellationToken cancellationToken)
    {
        // Who sees an event and does not keep it learns nothing new by being told so; to others it is not there.
        if (!await ReadAsync(id, cancellationToken) || !Keeps)
        {
            return NotFound();
        }

        if ((Invalid ?? await step(Held)) is { } refusal)
        {
            return await AnswerAsync(id, refusal, cancellationToken);
        }

        TempData["Done"] = done;
        return Redirect($"/events/{id}");
    }

    private async Task<IActionResult> AnswerAsync(int id, string refusal, CancellationToken cancellationToken)
    {
        // The page is shown again with the refusal, from what is stored.
        db.ChangeTracker.Clear();
        ModelState.Clear();
        ModelState.AddModelError("", refusal);
        return await ReadAsync(id, cancellationToken) ? Page() : NotFound();
    }

    private async Task<bool> ReadAsync(int id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, cancellationToken) is not { } held)
        {
            return false;
        }

        (Held, Today, Keeps) = (held, await person.TodayAsync(), await rights.KeepsAsync(held, cancellationToken));
        var names = await db.Schools.Where(s => s.Id == held.SchoolId || s.Id == held.HostSchoolId).Select(s => new { s.Id, s.Name }).ToDictionaryAsync(s => s.Id, s => s.Name, cancellationToken);
        Organiser = held.Level switch
        {
            EventLevel.School => names.GetValueOrDefault(held.SchoolId!.Value, "другая школа"),
            EventLevel.Municipality => await db.Municipalities.Where(m => m.Id == held.MunicipalityId).Select(m => m.Name).FirstOrDefaultAsync(cancellationToken) ?? "другой муниципалитет",
            _ => await db.Regions.Where(r => r.Id == held.RegionId).Select(r => r.Name).SingleAsync(cancellationToken),
        };
        Host = held.HostSchoolId is { } host ? names.GetValueOrDefault(host, "школа, которая вам не видна") : null;
        Activity = await db.Activities.AsNoTracking().SingleOrDefaultAsync(a => a.Id == held.ActivityId, cancellationToken);
        Participants = await schools.Of(id).ToListAsync(cancellationToken);
        Listed = await schools.ListedAsync(held, cancellationToken);
        var files = held.Materials.Select(m => m.FileId).OfType<int>().ToList();
        Files = await db.StoredFiles.AsNoTracking().Where(f => files.Contains(f.Id)).ToDictionaryAsync(f => f.Id, cancellationToken);
        Works = await works.ReadAsync(held, Activity, Listed, cancellationToken);
        return true;
    }
}
