using EffectiveSchool.Data.Roadmaps;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Domain.Roadmaps;
using EffectiveSchool.Web.Listing;
using EffectiveSchool.Web.Pages.Roadmaps;
using FluentValidation;

namespace EffectiveSchool.Web.Pages.Programmes;

public sealed record CopyForm
{
    public string? Name { get; init; }

    /// <summary>The programme above in the new years; null for none.</summary>
    public int? ParentId { get; init; }

    /// <summary>Schools that take part in the new years too.</summary>
    public List<int> Schools { get; init; } = [];
}

public sealed class CopyFormValidator : AbstractValidator<CopyForm>
{
    public CopyFormValidator() => RuleFor(f => f.Name).NotEmpty().WithMessage("Укажите название программы.").MaximumLength(500).WithMessage("Название длиннее 500 знаков: сократите его.");
}

/// <summary>A programme with its roadmaps in later years: every old and new term is shown before anything is stored.</summary>
[Authorize(Policies.WriteProgrammes)]
public sealed class CopyModel(PortalDb db, PlanDesk desk, Carrying carrying, ProgrammePlaces places, Person person) : PageModel
{
    [BindProperty]
    public CopyForm Form { get; set; } = new();

    /// <summary>Terms as they stand in the form, by the key of the activity.</summary>
    [BindProperty]
    public Dictionary<int, string?> Term { get; set; } = [];

    /// <summary>By how many years everything moves.</summary>
    [BindProperty(SupportsGet = true)]
    public int Years { get; set; } = 1;

    public Programme Programme { get; private set; } = null!;

    public ProgrammePeriod Period => new(Programme.From.AddYears(Years), Programme.To.AddYears(Years));

    public IReadOnlyList<(int Id, string Name)> Parents { get; private set; } = [];

    /// <summary>Who took part last, with the kind.</summary>
    public IReadOnlyList<(int Id, string Name, ParticipantKind Kind)> Participants { get; private set; } = [];

    public IReadOnlyList<(Roadmap Roadmap, IReadOnlyList<CarriedRow> Rows)> Roadmaps { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Form = new CopyForm { Name = TermShift.Shift(Programme.Name, Years) };
        return Page();
    }

    public async Task<IActionResult> OnPostPreviewAsync(int id, CancellationToken cancellationToken) => await ReadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var copy = new Programme { RegionId = Programme.RegionId, MunicipalityId = Programme.MunicipalityId, SchoolId = Programme.SchoolId, CopiedFromId = id };
        if (ModelState.IsValid
            && (copy.Describe(Form.Name!, Period.From, Period.To, Programme.Passport) ?? await places.PutUnderAsync(copy, Form.ParentId, cancellationToken)) is { } refusal)
        {
            ModelState.AddModelError("", refusal);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);

        // Two copies wait for each other on the programme they are made of: the second finds the first.
        await db.Database.ExecuteSqlAsync($"select 1 from programmes where id = {id} for update", cancellationToken);
        if (await db.Programmes.Where(p => p.CopiedFromId == id && p.From == copy.From && p.To == copy.To).OrderBy(p => p.Id).Select(p => new { p.Id, p.Name }).FirstOrDefaultAsync(cancellationToken) is { } made)
        {
            TempData["Refused"] = $"Программа на {Period} уже перенесена: «{made.Name}». Вторая не создана, ниже — перенесённая.";
            return Redirect($"/programmes/{made.Id}");
        }

        db.Programmes.Add(copy);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var (roadmap, rows) in Roadmaps)
        {
            carrying.Build(copy, TermShift.Shift(roadmap.Name, Years), $"перенесено из программы «{Programme.Name}»", rows.Select(r => (r.Line, (int?)null)));
        }

        var schools = Participants.Where(p => Form.Schools.Contains(p.Id)).ToList();
        db.ProgrammeSchools.AddRange(schools.SelectMany(s => Enumerable.Range(Period.From.Year, Period.To.Year - Period.From.Year + 1).Select(year => new ProgrammeSchool
        {
            ProgrammeId = copy.Id, SchoolId = s.Id, Year = year, RegionId = copy.RegionId, Kind = s.Kind,
        })));
        await desk.StoreAsync(copy.Id, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        var lines = Roadmaps.SelectMany(r => r.Rows).ToList();
        var undated = lines.Count(l => l.Line.Term.NeedsDate);
        TempData["Done"] = $"Программа перенесена на {Period}: {RussianWords.Count(lines.Count, "мероприятие", "мероприятия", "мероприятий")}"
            + (undated > 0 ? $", без даты — {undated}" : "")
            + (schools.Count > 0 ? $", участников — {schools.Count}." : ". Участников выберите заново.");
        return Redirect($"/programmes/{copy.Id}");
    }

    private async Task<bool> ReadAsync(int id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, cancellationToken) is not { } programme || !person.MayChange(programme))
        {
            return false;
        }

        (Programme, Years) = (programme, Math.Clamp(Years, 1, TermShift.MostYears));
        Parents = programme.Level == ProgrammeLevel.Region ? [] : [.. (await places.ParentsAsync(cancellationToken)).Where(p => p.Id != id)];
        var kinds = (await db.ProgrammeSchools.Where(s => s.ProgrammeId == id).OrderByDescending(s => s.Year).Select(s => new { s.SchoolId, s.Kind }).ToListAsync(cancellationToken))
            .ToLookup(s => s.SchoolId, s => s.Kind);
        var took = await SchoolOptions.ReadAsync(db, db.Schools.Where(s => db.ProgrammeSchools.Any(p => p.ProgrammeId == id && p.SchoolId == s.Id)), cancellationToken);
        Participants = [.. took.Select(s => (s.Id, s.Name, kinds[s.Id].First()))];
        Roadmaps =
        [
            .. (await carrying.RoadmapsAsync(id, cancellationToken)).Select(roadmap => (roadmap, (IReadOnlyList<CarriedRow>)
            [
                .. roadmap.Current.Select(a => new CarriedRow(a.Id, Carrying.Carry(PlanLine.Of(a), programme.Period, Period, Years, Term.GetValueOrDefault(a.Id)))),
            ])).Where(r => r.Item2.Count > 0),
        ];
        return true;
    }
}
