using EffectiveSchool.Data.Results;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Web.Listing;
using EffectiveSchool.Web.Pages.Schools;

namespace EffectiveSchool.Web.Pages.Results;

/// <summary>A person finds the school behind a row whose school the registry does not know.</summary>
[Authorize(Policies.UploadResults)]
public sealed class MatchModel(PortalDb db, UploadQuery query) : PageModel
{
    private const int Size = 20;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>From the query alone: «page» is also a route value of Razor Pages.</summary>
    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public int BatchId { get; private set; }

    public UploadRow Row { get; private set; } = null!;

    public Paged<Candidate> Schools { get; private set; } = new([], 0, 1, Size);

    public async Task<IActionResult> OnGetAsync(int id, long row, CancellationToken cancellationToken)
    {
        if (await query.FindAsync(id, cancellationToken) is not { State: BatchState.Checked } batch
            || await query.FindRowAsync(id, row, cancellationToken) is not { MayBeMatched: true } found)
        {
            return NotFound();
        }

        (BatchId, Row) = (id, found);
        var schools = db.Schools.Where(s => s.RegionId == batch.RegionId && (batch.MunicipalityId == null || s.MunicipalityId == batch.MunicipalityId));
        schools = schools.Asked(Q);

        Schools = await schools.OrderBy(s => s.Name).ThenBy(s => s.Id)
            .Select(s => new Candidate(
                s.Id,
                s.Name,
                db.Municipalities.Where(m => m.Id == s.MunicipalityId).Select(m => m.Name).First(),
                s.Codes.Where(c => c.Kind == SchoolCodeKind.FisOko && c.ValidTo == null).Select(c => c.Value).FirstOrDefault()))
            .ToPageAsync(PageNumber, Size, cancellationToken);
        return Page();
    }
}
