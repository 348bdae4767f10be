using EffectiveSchool.Data;
using EffectiveSchool.Data.Roadmaps;
using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Domain.Roadmaps;
using EffectiveSchool.Web.Access;
using EffectiveSchool.Web.Pages.Programmes;
using EffectiveSchool.Web.Templates;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EffectiveSchool.Web.Pages.Roadmaps;

[Authorize(Policies.ReadFigures)]
public sealed class ViewModel(PortalDb db, WorkFanOut works, Person person) : PageModel
{
    public Roadmap Roadmap { get; private set; } = null!;

    public Programme Programme { get; private set; } = null!;

    /// <summary>Share done of what the reader sees.</summary>
    public ShareDone Share { get; private set; } = null!;

    /// <summary>Chosen responsibles by activity.</summary>
    public ILookup<int, string> Responsibles { get; private set; } = null!;

    public bool MayChange => person.MayChange(Programme);

    /// <summary>Activities by section in the order of the plan.</summary>
    public IEnumerable<IGrouping<string, Activity>> Sections => Roadmap.Activities.OrderBy(a => a.Position).GroupBy(a => a.Section is { } section ? string.Join(" / ", section.Path) : "");

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken) => await FindAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnGetXlsxAsync(int id, CancellationToken cancellationToken) => await FindAsync(id, cancellationToken)
        ? File(RoadmapWorkbook.Write(Roadmap), TemplateWorkbook.ContentType, $"Дорожная карта {id}.xlsx")
        : NotFound();

    [HandlerPolicy(Policies.ManageProgrammes)]
    public async Task<IActionResult> OnPostDeleteAsync(int id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken) || !MayChange)
        {
            return NotFound();
        }

        if (await WorksOf(id).AnyAsync(w => w.State != WorkState.NotStarted, cancellationToken))
        {
            TempData["Refused"] = "По дорожной карте уже идёт работа: отчёты и подтверждения не удаляются. Загрузите исправленный план ещё одной дорожной картой.";
            return Redirect($"/roadmaps/{id}");
        }

        db.Roadmaps.Remove(Roadmap);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Done"] = "Дорожная карта удалена.";
        return Redirect($"/programmes/{Programme.Id}");
    }

    /// <summary>Chooses whether each participating school does an activity, or it is done once for all.</summary>
    [HandlerPolicy(Policies.ManageProgrammes)]
    public async Task<IActionResult> OnPostPerSchoolAsync(int id, int activity, bool perSchool, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken) || !MayChange || Roadmap.Activities.FirstOrDefault(a => a.Id == activity) is not { } chosen)
        {
            return NotFound();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        chosen.PerSchool = perSchool;
        await db.SaveChangesAsync(cancellationToken);
        var added = await works.RenewAsync(Programme.Id, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        TempData["Done"] = perSchool ? $"Мероприятие выполняет каждая школа-участник. Добавлено работ: {added}." : "Мероприятие выполняется один раз для всех.";
        return Redirect($"/roadmaps/{id}");
    }

    private IQueryable<OccurrenceWork> WorksOf(int roadmapId) =>
        db.Works.Where(w => db.Activities.Any(a => a.RoadmapId == roadmapId && a.Occurrences.Any(o => o.Id == w.OccurrenceId)));

    private async Task<bool> FindAsync(int id, CancellationToken cancellationToken)
    {
        var found = await db.Roadmaps.Include(r => r.Sections).Include(r => r.Activities).ThenInclude(a => a.Occurrences)
            .SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
        if (found is null)
        {
            return false;
        }

        Roadmap = found;
        var states = await WorksOf(id).Select(w => new { w.State, w.Due }).ToListAsync(cancellationToken);
        Share = ShareDone.Of(states.Select(w => (w.State, w.Due)), await person.TodayAsync());
        Programme = await db.Programmes.SingleAsync(p => p.Id == found.ProgrammeId, cancellationToken);
        var activities = found.Activities.Select(a => a.Id).ToList();
        Responsibles = (await db.Responsibles.AsNoTracking().Where(r => activities.Contains(r.ActivityId)).OrderBy(r => r.Name).Select(r => new { r.ActivityId, r.Name }).ToListAsync(cancellationToken))
            .ToLookup(r => r.ActivityId, r => r.Name);
        return true;
    }
}
