using EffectiveSchool.Data.Roadmaps;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Web.Listing;
using FluentValidation;

namespace EffectiveSchool.Web.Pages.Programmes;

public sealed record ParticipantsForm
{
    /// <summary>A list whose listed schools take part.</summary>
    public int? List { get; init; }

    /// <summary>One school chosen by hand.</summary>
    public int? School { get; init; }

    /// <summary>The year; every year of the programme where it is not named.</summary>
    public int? Year { get; init; }

    public ParticipantKind Kind { get; init; }
}

public sealed class ParticipantsFormValidator : AbstractValidator<ParticipantsForm>
{
    public ParticipantsFormValidator() =>
        RuleFor(f => f).Must(f => f.List is null != f.School is null).WithMessage("Выберите утверждённый перечень или одну школу.");
}

/// <summary>A participant of a year.</summary>
public sealed record ParticipantLine(int SchoolId, string School, string Municipality, int Year, ParticipantKind Kind, int? ListId);

/// <summary>Which schools take part in a programme.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class SchoolsModel(PortalDb db, WorkFanOut works, Person person) : PageModel
{
    [BindProperty]
    public ParticipantsForm Form { get; set; } = new();

    public Programme Programme { get; private set; } = null!;

    public bool MayChange => person.MayChooseSchools(Programme);

    public IReadOnlyList<ParticipantLine> Participants { get; private set; } = [];

    public IReadOnlyList<(int Id, string Name)> Lists { get; private set; } = [];

    public IReadOnlyList<(int Id, string Name)> Schools { get; private set; } = [];

    public IEnumerable<int> Years => Enumerable.Range(Programme.From.Year, Programme.To.Year - Programme.From.Year + 1);

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken) => await ReadAsync(id, cancellationToken) ? Page() : NotFound();

    [HandlerPolicy(Policies.ManageProgrammes)]
    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken) || !MayChange)
        {
            return NotFound();
        }

        if (Form.Year is { } named && !Years.Contains(named))
        {
            ModelState.AddModelError("", "Выберите год в пределах программы.");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        // Who is in the risk zone by a list takes part as such, whatever was chosen beside it.
        var kind = Form.List is { } from && await db.Lists.AnyAsync(l => l.Id == from && l.Kind == MethodologyKind.RiskZone, cancellationToken) ? ParticipantKind.RiskZone : Form.Kind;

        // A municipality's own programme is for its own schools; whoever is not seen is not added.
        var chosen = await db.Schools
            .Where(s => (Programme.MunicipalityId == null || s.MunicipalityId == Programme.MunicipalityId)
                && (Form.School == s.Id || db.ListSchools.Any(l => l.ListId == Form.List && l.SchoolId == s.Id && l.Listed
                    && db.Lists.Any(x => x.Id == l.ListId && x.State == ListState.Approved))))
            .Select(s => s.Id).ToListAsync(cancellationToken);
        var years = Form.Year is { } year ? [year] : Years.ToList();
        var wanted = chosen.SelectMany(school => years.Select(y => (school, y))).ToHashSet();
        wanted.ExceptWith(Participants.Select(p => (p.SchoolId, p.Year)));
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.ProgrammeSchools.AddRange(wanted.Select(w => new ProgrammeSchool
        {
            ProgrammeId = id, SchoolId = w.school, Year = w.y, RegionId = Programme.RegionId, Kind = kind, ListId = Form.List,
        }));
        await db.SaveChangesAsync(cancellationToken);
        var added = await works.RenewAsync(id, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        TempData["Done"] = wanted.Count == 0 ? "Эти школы уже участвуют, новых нет." : $"Добавлено участий: {wanted.Count}, работ по мероприятиям: {added}.";
        return Redirect($"/programmes/{id}/schools");
    }

    [HandlerPolicy(Policies.ManageProgrammes)]
    public async Task<IActionResult> OnPostRemoveAsync(int id, int school, int year, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken) || !MayChange
            || await db.ProgrammeSchools.SingleOrDefaultAsync(s => s.ProgrammeId == id && s.SchoolId == school && s.Year == year, cancellationToken) is not { } participant)
        {
            return NotFound();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.ProgrammeSchools.Remove(participant);
        await db.SaveChangesAsync(cancellationToken);
        await works.RenewAsync(id, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        TempData["Done"] = "Школа больше не участвует. Мероприятия, по которым уже есть отчёты, остались.";
        return Redirect($"/programmes/{id}/schools");
    }

    private async Task<bool> ReadAsync(int id, CancellationToken cancellationToken)
    {
        if (await db.Programmes.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } programme)
        {
            return false;
        }

        Programme = programme;
        var participants = await (
            from participant in db.ProgrammeSchools.Where(s => s.ProgrammeId == id)
            from school in db.Schools.Where(s => s.Id == participant.SchoolId)
            from municipality in db.Municipalities.Where(m => m.Id == school.MunicipalityId)
            orderby participant.Year, municipality.Name, school.Name
            select new ParticipantLine(school.Id, school.Name, municipality.Name, participant.Year, participant.Kind, participant.ListId)).ToListAsync(cancellationToken);
        Participants = participants;
        if (MayChange)
        {
            Lists = [.. (await db.Lists.Where(l => l.State == ListState.Approved && l.RegionId == programme.RegionId).OrderByDescending(l => l.ForYear)
                .Select(l => new { l.Id, l.ForYear, l.OrderNumber, l.Kind }).ToListAsync(cancellationToken)).Select(l => (
                    l.Id, (l.Kind == MethodologyKind.LowResults ? "" : l.Kind.RussianName() + ", ") + $"на {l.ForYear} год, приказ № {l.OrderNumber}"))];
            Schools = await SchoolOptions.ReadAsync(
                db, db.Schools.Where(s => s.RegionId == programme.RegionId && (programme.MunicipalityId == null || s.MunicipalityId == programme.MunicipalityId)), cancellationToken);
        }

        return true;
    }
}
