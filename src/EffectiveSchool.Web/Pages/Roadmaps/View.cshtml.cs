using EffectiveSchool.Data.Roadmaps;
using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Domain.Roadmaps;
using EffectiveSchool.Web.Pages.Programmes;
using EffectiveSchool.Web.Templates;

namespace EffectiveSchool.Web.Pages.Roadmaps;

[Authorize(Policies.ReadFigures)]
public sealed class ViewModel(PortalDb db, PlanDesk desk, Authors authors, WorkFanOut works, Person person, TimeProvider clock) : PageModel
{
    private const int LongestName = 500;

    public Roadmap Roadmap { get; private set; } = null!;

    public Programme Programme { get; private set; } = null!;

    /// <summary>Share done of what the reader sees.</summary>
    public ShareDone Share { get; private set; } = null!;

    /// <summary>Chosen responsibles by activity.</summary>
    public ILookup<int, string> Responsibles { get; private set; } = null!;

    public bool MayChange => person.MayChange(Programme);

    /// <summary>Whether the whole roadmap may go; an agreed one is amended alone.</summary>
    public bool MayRewrite => MayChange && Programme.RefuseRewriting() is null;

    public bool MayAmend => MayChange && Programme.RefuseAmending() is null;

    /// <summary>The activities that this one's were taken from, by key.</summary>
    public IReadOnlyDictionary<int, ActivityLink> Sources { get; private set; } = new Dictionary<int, ActivityLink>();

    /// <summary>Where an activity was taken over to.</summary>
    public ILookup<int, ActivityLink> Takers { get; private set; } = Array.Empty<ActivityLink>().ToLookup(l => l.Id);

    /// <summary>Activities by section in the order of the plan.</summary>
    public IEnumerable<IGrouping<string, Activity>> Sections => Roadmap.Current.GroupBy(a => a.Section is { } section ? string.Join(" / ", section.Path) : "");

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken) => await FindAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnGetXlsxAsync(int id, CancellationToken cancellationToken) => await FindAsync(id, cancellationToken)
        ? File(RoadmapWorkbook.Write(Roadmap), TemplateWorkbook.ContentType, $"Дорожная карта {id}.xlsx")
        : NotFound();

    [HandlerPolicy(Policies.WriteProgrammes)]
    public async Task<IActionResult> OnPostDeleteAsync(int id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken) || !MayChange)
        {
            return NotFound();
        }

        var refusal = Programme.RefuseRewriting()
            ?? (await WorksOf(id).AnyAsync(w => w.State != WorkState.NotStarted, cancellationToken)
                ? "По дорожной карте уже идёт работа: отчёты и подтверждения не удаляются. Внесите корректировку или загрузите исправленный план ещё одной дорожной картой."
                : Takers.Count > 0 ? "Мероприятия этой дорожной карты взяты в другие программы: удалить её нельзя. Внесите корректировку." : null);
        if (refusal is not null)
        {
            TempData["Refused"] = refusal;
            return Redirect($"/roadmaps/{id}");
        }

        db.Roadmaps.Remove(Roadmap);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Done"] = "Дорожная карта удалена.";
        return Redirect($"/programmes/{Programme.Id}");
    }

    /// <summary>Chooses whether each participating school does an activity, or it is done once for all.</summary>
    [HandlerPolicy(Policies.WriteProgrammes)]
    public async Task<IActionResult> OnPostPerSchoolAsync(int id, int activity, bool perSchool, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken) || !MayChange || Roadmap.Activities.FirstOrDefault(a => a.Id == activity) is not { } chosen)
        {
            return NotFound();
        }

        if ((Programme.RefuseAmending() ?? ((await desk.BegunAsync(chosen, cancellationToken)).Count > 0 ? "По мероприятию уже идёт работа: смените исполнителя корректировкой, с основанием." : null)) is { } refusal)
        {
            TempData["Refused"] = refusal;
            return Redirect($"/roadmaps/{id}");
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        chosen.PerSchool = perSchool;
        await db.SaveChangesAsync(cancellationToken);
        var added = await works.RenewAsync(Programme.Id, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        TempData["Done"] = perSchool ? $"Мероприятие выполняет каждая школа-участник. Добавлено работ: {added}." : "Мероприятие выполняется один раз для всех.";
        return Redirect($"/roadmaps/{id}");
    }

    /// <summary>Keeps the roadmap as a template of the region.</summary>
    [HandlerPolicy(Policies.WriteProgrammes)]
    public async Task<IActionResult> OnPostTemplateAsync(int id, string? name, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken) || !MayChange)
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(name) || name.Length > LongestName || !Roadmap.Current.Any())
        {
            TempData["Refused"] = Roadmap.Current.Any() ? "Укажите название шаблона, не длиннее 500 знаков." : "В дорожной карте нет мероприятий: сохранять нечего.";
            return Redirect($"/roadmaps/{id}");
        }

        var author = await authors.CurrentAsync(cancellationToken);
        db.RoadmapTemplates.Add(new RoadmapTemplate
        {
            RegionId = Programme.RegionId, Name = name.Trim(), From = Programme.From, To = Programme.To, Lines = [.. Roadmap.Current.Select(PlanLine.Of)],
            AuthorId = author.Id, Author = author.Name, CreatedAt = clock.GetUtcNow(),
        });
        await db.SaveChangesAsync(cancellationToken);
        TempData["Done"] = "Шаблон сохранён. По нему составляют дорожные карты других программ.";
        return Redirect("/roadmaps/templates");
    }

    private IQueryable<OccurrenceWork> WorksOf(int roadmapId) =>
        db.Works.Where(w => db.Activities.Any(a => a.RoadmapId == roadmapId && a.Occurrences.Any(o => o.Id == w.OccurrenceId)));

    private async Task<bool> FindAsync(int id, CancellationToken cancellationToken)
    {
        if (await desk.FindRoadmapAsync(id, cancellationToken) is not { } found)
        {
            return false;
        }

        Roadmap = found;
        var states = await WorksOf(id).Select(w => new { w.Id, w.State, w.Due }).ToListAsync(cancellationToken);
        var moves = await WorkMoves.OfAsync(db, found.ProgrammeId, cancellationToken);
        Share = ShareDone.Of(states.Select(w => (w.State, w.Due, moves.FirstDue(w.Id))), await person.TodayAsync());
        Programme = await db.Programmes.SingleAsync(p => p.Id == found.ProgrammeId, cancellationToken);
        var activities = found.Activities.Select(a => a.Id).ToList();
        Responsibles = (await db.Responsibles.AsNoTracking().Where(r => activities.Contains(r.ActivityId)).OrderBy(r => r.Name).Select(r => new { r.ActivityId, r.Name }).ToListAsync(cancellationToken))
            .ToLookup(r => r.ActivityId, r => r.Name);
        (Sources, Takers) = await ActivityLinks.OfAsync(db, found, cancellationToken);
        return true;
    }
}
