using EffectiveSchool.Web.Listing;

namespace EffectiveSchool.Web.Pages.Roadmaps;

/// <summary>A template in the list.</summary>
public sealed record TemplateLine(int Id, string Name, DateOnly From, DateOnly To, Guid AuthorId, string Author, DateTimeOffset CreatedAt);

/// <summary>Templates of the region: made of roadmaps, used for new ones.</summary>
[Authorize(Policies.WriteProgrammes)]
public sealed class TemplatesModel(PortalDb db, Person person) : PageModel
{
    /// <summary>From the query alone: «page» is also a route value of Razor Pages.</summary>
    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public Paged<TemplateLine> Templates { get; private set; } = null!;

    public bool MayDelete(TemplateLine template) => person.Scope.SeesRegion || template.AuthorId == person.Id;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Templates = await db.RoadmapTemplates
        .OrderBy(t => t.Name).ThenBy(t => t.Id)
        .Select(t => new TemplateLine(t.Id, t.Name, t.From, t.To, t.AuthorId, t.Author, t.CreatedAt))
        .ToPageAsync(PageNumber, cancellationToken: cancellationToken);

    public async Task<IActionResult> OnPostDeleteAsync(int template, CancellationToken cancellationToken)
    {
        if (await db.RoadmapTemplates.SingleOrDefaultAsync(t => t.Id == template && (person.Scope.SeesRegion || t.AuthorId == person.Id), cancellationToken) is not { } found)
        {
            return NotFound();
        }

        db.RoadmapTemplates.Remove(found);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Done"] = "Шаблон удалён. Дорожные карты, составленные по нему, остались.";
        return RedirectToPage();
    }
}
