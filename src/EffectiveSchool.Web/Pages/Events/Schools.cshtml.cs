using EffectiveSchool.Data.Curators;
using EffectiveSchool.Data.Events;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Events;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Web.Listing;
using EffectiveSchool.Web.Pages.Curators;

namespace EffectiveSchool.Web.Pages.Events;

/// <summary>Schools × people of an event: each role fills in the schools it sees.</summary>
[Authorize(Policies.KeepEvents)]
public sealed class SchoolsModel(PortalDb db, EventDesk desk, EventSchoolLines lines, EventRights rights, ParticipantImport import, Person person) : PageModel
{
    private const int RowsOnPage = 200;

    [FromQuery(Name = "municipality")]
    public int? Municipality { get; set; }

    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    [BindProperty]
    public ParticipantsForm Form { get; set; } = new();

    public Event Held { get; private set; } = null!;

    public DateOnly Today { get; private set; }

    public Paged<ParticipantLine> Paged { get; private set; } = null!;

    /// <summary>What a file says, where one was read; nothing of it is stored.</summary>
    public ParticipantPlan? Plan { get; private set; }

    public IReadOnlyList<(ParticipantLine Line, bool ByName)> Rows =>
        Plan is { } plan ? [.. plan.Found.Select(f => (f.Line, f.ByName))] : [.. Paged.Rows.Select(r => (r, false))];

    /// <summary>Municipalities of the schools that are there, and all that the person may choose from.</summary>
    public IReadOnlyList<(int Id, string Name)> Municipalities { get; private set; } = [];

    public IReadOnlyList<(int Id, string Name)> AllMunicipalities { get; private set; } = [];

    /// <summary>Schools that may still be added.</summary>
    public IReadOnlyList<CuratedSchool> Others { get; private set; } = [];

    public bool SeveralSchools => person.Scope.SchoolIds is null;

    public string Action(string handler) => $"/events/{Held.Id}/schools?handler={handler}"
        + (Municipality is { } id ? $"&municipality={id}" : "") + (PageNumber > 1 ? $"&page={PageNumber}" : "");

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken) => await ReadAsync(id, cancellationToken) ? Page() : NotFound();

    /// <summary>Stores the table: schools of an import are asked as well, empty numbers are filled where that was asked for.</summary>
    public Task<IActionResult> OnPostSaveAsync(int id, CancellationToken cancellationToken) => StepAsync(
        id,
        async seen =>
        {
            var added = 0;
            foreach (var row in Form.Rows.Where(r => seen.Contains(r.SchoolId)))
            {
                added += Held.Invite(row.SchoolId) ? 1 : 0;
                var people = row.People ?? Form.Fill;
                var refusal = people is null && (row.Managers ?? row.Again) is not null
                    ? "Укажите число участников, а не одну его часть."
                    : Held.Tell(row.SchoolId, people is { } count ? new Attendance(count, row.Managers, row.Again) : null, Today);
                if (refusal is not null)
                {
                    var name = await db.Schools.Where(s => s.Id == row.SchoolId).Select(s => s.Name).SingleAsync(cancellationToken);
                    return ($"{name}: {refusal}", null);
                }
            }

            return (null, added == 0 ? "Участники сохранены." : $"Участники сохранены, добавлено: {RussianWords.Count(added, "школа", "школы", "школ")}.");
        },
        cancellationToken);

    public Task<IActionResult> OnPostInviteAsync(int id, CancellationToken cancellationToken) => StepAsync(
        id,
        async _ =>
        {
            var schools = db.Schools.Where(s => s.RegionId == Held.RegionId && s.Status == SchoolStatus.Active && (Form.MunicipalityId == null || s.MunicipalityId == Form.MunicipalityId));
            if (Form.Audience == Audience.Listed)
            {
                if (await CurrentList.OfYearAsync(db, Held.RegionId, Held.To.Year, cancellationToken) is not { } list)
                {
                    return ($"Перечня ШНОР на {Held.To.Year} год, когда проходит мероприятие, нет. Добавьте школы по одной, участников программы или все.", null);
                }

                var listed = CurrentList.Listed(db, [list]);
                schools = schools.Where(s => listed.Any(r => r.SchoolId == s.Id));
            }
            else if (Form.Audience == Audience.Programme)
            {
                schools = schools.Where(s => db.ProgrammeSchools.Any(p => p.SchoolId == s.Id && p.Year == Held.To.Year
                    && db.Roadmaps.Any(r => r.ProgrammeId == p.ProgrammeId && db.Activities.Any(a => a.Id == Held.ActivityId && a.RoadmapId == r.Id))));
            }

            var added = (await schools.Select(s => s.Id).ToListAsync(cancellationToken)).Count(Held.Invite);
            return (null, added == 0 ? "Новых школ нет: все такие уже добавлены." : $"Добавлено: {RussianWords.Count(added, "школа", "школы", "школ")}.");
        },
        cancellationToken);

    public Task<IActionResult> OnPostOneAsync(int id, CancellationToken cancellationToken) => StepAsync(
        id,
        seen => Task.FromResult(Form.SchoolId is { } school && seen.Contains(school) && Held.Invite(school)
            ? ((string?)null, (string?)"Школа добавлена.")
            : ("Выберите школу, которой в мероприятии ещё нет.", null)),
        cancellationToken);

    public Task<IActionResult> OnPostRemoveAsync(int id, int school, CancellationToken cancellationToken) => StepAsync(
        id,
        _ => Task.FromResult(Held.Leave(school) ? ((string?)null, (string?)"Школа убрана из мероприятия.") : ("Такой школы в мероприятии нет.", null)),
        cancellationToken);

    /// <summary>Shows what a file says in the same table; the person saves it.</summary>
    public async Task<IActionResult> OnPostImportAsync(int id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var (plan, refusal) = await import.PlanAsync(Held.RegionId, Form.File, Form.Text, cancellationToken);
        Plan = plan;
        if (refusal is not null)
        {
            ModelState.AddModelError("", refusal);
        }

        return Page();
    }

    /// <summary>Takes a step among the schools that the person sees; it returns a refusal, or what was done.</summary>
    private async Task<IActionResult> StepAsync(int id, Func<IReadOnlySet<int>, Task<(string? Refusal, string? Done)>> step, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        string? done = null;
        var invalid = ModelState.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage).FirstOrDefault();
        if (invalid is null)
        {
            // Of the rows sent those schools alone count that the person sees; the event itself need not be theirs.
            var seen = await db.Schools.Where(s => s.RegionId == Held.RegionId).Select(s => s.Id).ToHashSetAsync(cancellationToken);
            (invalid, done) = await step(seen);
            invalid ??= await desk.MoveAsync(Held, (_, _) => null, cancellationToken);
        }

        if (invalid is null)
        {
            TempData["Done"] = done;
            return Redirect($"/events/{id}/schools" + (Municipality is { } municipality ? $"?municipality={municipality}" : ""));
        }

        db.ChangeTracker.Clear();
        ModelState.Clear();
        ModelState.AddModelError("", invalid);
        return await ReadAsync(id, cancellationToken) ? Page() : NotFound();
    }

    private async Task<bool> ReadAsync(int id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, cancellationToken) is not { } held || !rights.Tells(held))
        {
            return false;
        }

        (Held, Today) = (held, await person.TodayAsync());
        Paged = await lines.Of(id, Municipality).ToPageAsync(PageNumber, RowsOnPage, cancellationToken);
        var schools = await (
            from school in db.Schools.Where(s => s.RegionId == held.RegionId && s.Status == SchoolStatus.Active)
            from place in db.Municipalities.Where(m => m.Id == school.MunicipalityId)
            orderby place.Name, school.Name
            select new CuratedSchool(school.Id, school.Name, place.Id, place.Name)).ToListAsync(cancellationToken);
        var asked = held.Schools.Select(s => s.SchoolId).ToHashSet();
        Municipalities = [.. schools.Where(s => asked.Contains(s.Id)).Select(s => (s.MunicipalityId, s.Municipality)).Distinct()];
        Others = schools.FindAll(s => !asked.Contains(s.Id));
        AllMunicipalities = [.. schools.Select(s => (s.MunicipalityId, s.Municipality)).Distinct()];
        return true;
    }
}
