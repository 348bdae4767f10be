using EffectiveSchool.Data.Results;
using EffectiveSchool.Imports.Columns;
using EffectiveSchool.Web.Listing;
using EffectiveSchool.Web.Pages.Results;

namespace EffectiveSchool.Web.Pages.Columns;

/// <summary>A remembered table in the list.</summary>
public sealed record MappingLine(int Id, ImportKind Kind, string? Municipality, List<string> Written, List<string> Ours, DateTimeOffset ConfirmedAt)
{
    public string InWords => new HeadingMap("", Written, Ours).InWords;
}

/// <summary>What was said of unknown columns, and the way to forget it.</summary>
[Authorize(Policies.UploadResults)]
public sealed class IndexModel(PortalDb db, Person person) : PageModel
{
    /// <summary>From the query alone: «page» is also a route value of Razor Pages.</summary>
    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public Paged<MappingLine> Mappings { get; private set; } = new([], 0, 1, Paging.DefaultSize);

    public async Task OnGetAsync(CancellationToken cancellationToken) => Mappings = await db.ColumnMappings
        .OrderByDescending(m => m.ConfirmedAt).ThenByDescending(m => m.Id)
        .Select(m => new MappingLine(m.Id, m.Kind, db.Municipalities.Where(o => o.Id == m.MunicipalityId).Select(o => o.Name).FirstOrDefault(), m.Written, m.Ours, m.ConfirmedAt))
        .ToPageAsync(PageNumber, cancellationToken: cancellationToken);

    public async Task<IActionResult> OnPostForgetAsync(int id, CancellationToken cancellationToken)
    {
        if (await db.ColumnMappings.SingleOrDefaultAsync(m => m.Id == id, cancellationToken) is not { } mapping)
        {
            return NotFound();
        }

        db.ColumnMappings.Remove(mapping);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Done"] = "Забыто: следующий файл с такими заголовками портал предложит сопоставить снова.";
        return Redirect("/columns");
    }

    /// <summary>A moment as the region's clock shows it.</summary>
    public async Task<string> LocalAsync(DateTimeOffset moment) => BatchText.Moment(await person.LocalAsync(moment));
}
