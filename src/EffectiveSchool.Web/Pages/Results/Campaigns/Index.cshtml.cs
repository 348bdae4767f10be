using EffectiveSchool.Domain.Results.Collection;
using EffectiveSchool.Web.Listing;

namespace EffectiveSchool.Web.Pages.Results.Campaigns;

/// <summary>The campaigns of the region, the newest year first.</summary>
[Authorize(Policies.ReadUploads)]
public sealed class IndexModel(PortalDb db) : PageModel
{
    /// <summary>From the query alone: «page» is also a route value of Razor Pages.</summary>
    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public Paged<CollectionCampaign> Campaigns { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Campaigns = await db.Campaigns.OrderByDescending(c => c.Year).ThenBy(c => c.Id).ToPageAsync(PageNumber, cancellationToken: cancellationToken);
}
