using EffectiveSchool.Data.Roadmaps;
using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Domain.Roadmaps;
using EffectiveSchool.Web.Pages.Works;
using FluentValidation;

namespace EffectiveSchool.Web.Pages.Programmes;

/// <summary>A roadmap of the programme.</summary>
public sealed record RoadmapLine(int Id, string Name, string FileName, string Origin, string Author, DateTimeOffset CreatedAt, int Activities, int Amendments);

/// <summary>A programme that stands under this one, or was copied from it.</summary>
public sealed record ChildLine(int Id, string Name, ProgrammeLevel Level, string? Place, ReviewState? Review, int Taken);

/// <summary>What is said with a decision.</summary>
public sealed record ReviewForm
{
    public string? Reason { get; init; }
}

public sealed class ReviewFormValidator : AbstractValidator<ReviewForm>
{
    public ReviewFormValidator() =>
        RuleFor(f => f.Reason).MaximumLength(Programme.LongestReason).WithMessage("Причина длиннее 4000 знаков: сократите её.");
}

[Authorize(Policies.ReadFigures)]
public sealed class ViewModel(PortalDb db, PlanDesk desk, WorkActors actors, Person person) : PageModel
{
    [BindProperty]
    public ReviewForm Form { get; set; } = new();

    public Programme Programme { get; private set; } = null!;

    /// <summary>The municipality or the school whose it is.</summary>
    public string? Place { get; private set; }

    public string? CopiedFrom { get; private set; }

    public bool MayChange => person.MayChange(Programme);

    /// <summary>Whether the plan may be rewritten and not only amended.</summary>
    public bool MayRewrite => MayChange && Programme.RefuseRewriting() is null;

    public bool MaySend => MayChange && Programme.Review is ReviewState.Draft or ReviewState.Returned;

    public bool MayRecall => MayChange && Programme.Review == ReviewState.UnderReview;

    public bool MayReopen => MayChange && Programme.Review is ReviewState.Agreed or ReviewState.Amended;

    public bool MayReturn => Programme.Review is ReviewState.UnderReview or ReviewState.Agreed or ReviewState.Amended && person.MayDecide(Programme);

    public bool Decides => MayReturn && Programme.AwaitsDecision;

    public bool MayHaveChildren => person.May(Policies.WriteProgrammes) && Programme.SchoolId is null;

    public IReadOnlyList<RoadmapLine> Roadmaps { get; private set; } = [];

    public IReadOnlyList<ChildLine> Children { get; private set; } = [];

    public IReadOnlyList<(ProgrammeReviewEvent Event, DateTimeOffset At)> Thread { get; private set; } = [];

    /// <summary>Amendments made after the programme was agreed: whoever agreed looks at them.</summary>
    public int AmendedSince { get; private set; }

    /// <summary>The parts of the passport that say something.</summary>
    public IEnumerable<(string Label, string Text)> Parts => new[]
    {
        ("Цель", Programme.Passport.Aim), ("Задачи", Programme.Passport.Tasks), ("Правовые основания", Programme.Passport.LegalBases),
        ("Исполнители", Programme.Passport.Executors), ("Ожидаемые результаты", Programme.Passport.ExpectedResults), ("Контроль", Programme.Passport.Control),
    }.Where(p => p.Item2.Length > 0);

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken) => await ReadAsync(id, cancellationToken) ? Page() : NotFound();

    [HandlerPolicy(Policies.WriteProgrammes)]
    public async Task<IActionResult> OnPostSubmitAsync(int id, CancellationToken cancellationToken)
    {
        var activities = await desk.CountActivitiesAsync(id, cancellationToken);
        return await StepAsync(id, person.MayChange, (p, by, now) => p.Submit(activities, by, now), "Программа отправлена на согласование.", cancellationToken);
    }

    [HandlerPolicy(Policies.WriteProgrammes)]
    public Task<IActionResult> OnPostRecallAsync(int id, CancellationToken cancellationToken) =>
        StepAsync(id, person.MayChange, (p, by, now) => p.Recall(by, now), "Программа отозвана, её снова можно править.", cancellationToken);

    [HandlerPolicy(Policies.WriteProgrammes)]
    public Task<IActionResult> OnPostReopenAsync(int id, CancellationToken cancellationToken) =>
        StepAsync(id, person.MayChange, (p, by, now) => p.Reopen(Form.Reason, by, now), "Программа взята на доработку. Начатые работы сохранены.", cancellationToken);

    [HandlerPolicy(Policies.ReviewProgrammes)]
    public Task<IActionResult> OnPostAgreeAsync(int id, CancellationToken cancellationToken) =>
        StepAsync(id, person.MayDecide, (p, by, now) => p.Agree(by, now), "Программа согласована, работы развёрнуты по исполнителям.", cancellationToken);

    [HandlerPolicy(Policies.ReviewProgrammes)]
    public Task<IActionResult> OnPostReturnAsync(int id, CancellationToken cancellationToken) =>
        StepAsync(id, person.MayDecide, (p, by, now) => p.Return(Form.Reason, by, now), "Программа возвращена.", cancellationToken);

    public Task<DateTimeOffset> LocalAsync(DateTimeOffset moment) => person.LocalAsync(moment);

    private async Task<IActionResult> StepAsync(
        int id, Func<Programme, bool> mayTry, Func<Programme, WorkActor, DateTimeOffset, string?> step, string done, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, cancellationToken) is not { } programme || !mayTry(programme))
        {
            return NotFound();
        }

        var by = await actors.CurrentAsync(cancellationToken);
        var invalid = ModelState.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage).FirstOrDefault();
        var refusal = invalid ?? await desk.ReviewAsync(programme, (p, now) => step(p, by, now), cancellationToken);
        TempData[refusal is null ? "Done" : "Refused"] = refusal ?? done;
        return Redirect($"/programmes/{id}");
    }

    private async Task<bool> ReadAsync(int id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, cancellationToken) is not { } programme)
        {
            return false;
        }

        Programme = programme;
        Place = programme.SchoolId is { } school
            ? await db.Schools.Where(s => s.Id == school).Select(s => s.Name).FirstOrDefaultAsync(cancellationToken)
            : await db.Municipalities.Where(m => m.Id == programme.MunicipalityId).Select(m => m.Name).FirstOrDefaultAsync(cancellationToken);
        CopiedFrom = await db.Programmes.Where(p => p.Id == programme.CopiedFromId).Select(p => p.Name).FirstOrDefaultAsync(cancellationToken);
        Roadmaps = await db.Roadmaps.Where(r => r.ProgrammeId == id).OrderByDescending(r => r.CreatedAt)
            .Select(r => new RoadmapLine(r.Id, r.Name, r.FileName, r.Origin, r.Author, r.CreatedAt, r.Activities.Count(a => a.WithdrawnIn == null), r.Amendments.Count())).ToListAsync(cancellationToken);
        Children = await db.Programmes.Where(p => p.ParentId == id).OrderBy(p => p.SchoolId != null).ThenBy(p => p.Name).ThenBy(p => p.Id)
            .Select(p => new ChildLine(
                p.Id, p.Name, p.SchoolId != null ? ProgrammeLevel.School : ProgrammeLevel.Municipality,
                db.Schools.Where(s => s.Id == p.SchoolId).Select(s => s.Name).FirstOrDefault() ?? db.Municipalities.Where(m => m.Id == p.MunicipalityId).Select(m => m.Name).FirstOrDefault(),
                p.Review,
                db.Activities.Count(a => a.SourceActivityId != null && a.WithdrawnIn == null && db.Roadmaps.Any(r => r.Id == a.RoadmapId && r.ProgrammeId == p.Id)))).ToListAsync(cancellationToken);
        var thread = new List<(ProgrammeReviewEvent, DateTimeOffset)>();
        foreach (var step in programme.ReviewEvents.OrderByDescending(e => e.Id))
        {
            thread.Add((step, await person.LocalAsync(step.At)));
        }

        Thread = thread;
        if (programme.Review is ReviewState.Agreed or ReviewState.Amended)
        {
            var agreed = programme.ReviewEvents.Where(e => e.Step == ReviewStep.Agreed).Max(e => e.At);
            AmendedSince = await db.RoadmapAmendments.CountAsync(a => a.At > agreed && db.Roadmaps.Any(r => r.Id == a.RoadmapId && r.ProgrammeId == id), cancellationToken);
        }

        return true;
    }
}
