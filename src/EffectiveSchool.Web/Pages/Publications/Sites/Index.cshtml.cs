using EffectiveSchool.Web.Listing;

namespace EffectiveSchool.Web.Pages.Publications.Sites;

/// <summary>A round of site checks in the list, counted over the schools that the reader sees.</summary>
public sealed record SiteRoundLine(int Id, string Name, DateOnly Date, string? Municipality, bool IsClosed, int Items, int Schools, int Marks, int Present);

/// <summary>Rounds of checks of school sites.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class IndexModel(PortalDb db, Person person) : PageModel
{
    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public Paged<SiteRoundLine> Rounds { get; private set; } = null!;

    public bool MayBegin => person.May(Policies.ManageProgrammes);

    public async Task OnGetAsync(CancellationToken cancellationToken) => Rounds = await db.SiteCheckRounds
        .OrderByDescending(r => r.Date).ThenByDescending(r => r.Id)
        .Select(r => new SiteRoundLine(
            r.Id, r.Name, r.Date, db.Municipalities.Where(m => m.Id == r.MunicipalityId).Select(m => m.Name).FirstOrDefault(), r.ClosedAt != null, r.Items.Count,
            db.SiteChecks.Count(c => c.RoundId == r.Id),
            db.SiteChecks.Where(c => c.RoundId == r.Id).SelectMany(c => c.Marks).Count(),
            db.SiteChecks.Where(c => c.RoundId == r.Id).SelectMany(c => c.Marks).Count(m => m.Present)))
        .ToPageAsync(PageNumber, cancellationToken: cancellationToken);
}
