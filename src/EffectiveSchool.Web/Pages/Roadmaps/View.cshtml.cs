using EffectiveSchool.Data;
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
public sealed class ViewModel(PortalDb db, Person person) : PageModel
{
    public Roadmap Roadmap { get; private set; } = null!;

    public Programme Programme { get; private set; } = null!;

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

        db.Roadmaps.Remove(Roadmap);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Done"] = "Дорожная карта удалена.";
        return Redirect($"/programmes/{Programme.Id}");
    }

    private async Task<bool> FindAsync(int id, CancellationToken cancellationToken)
    {
        var found = await db.Roadmaps.Include(r => r.Sections).Include(r => r.Activities).ThenInclude(a => a.Occurrences)
            .SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
        if (found is null)
        {
            return false;
        }

        Roadmap = found;
        Programme = await db.Programmes.SingleAsync(p => p.Id == found.ProgrammeId, cancellationToken);
        return true;
    }
}
