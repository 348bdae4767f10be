using EffectiveSchool.Domain.Results.Collection;
using EffectiveSchool.Web.Pages.Results.Campaigns;

namespace EffectiveSchool.Web.Pages.Overview;

/// <summary>The newest campaign on the first screen: what a municipality still owes, who is late in a region.</summary>
public sealed record CampaignOverview(CampaignView View, bool IsOwn)
{
    private const int MostRows = 12;

    /// <summary>What the reader's own municipality still sends or confirms.</summary>
    public IReadOnlyList<CampaignCell> Owed => [.. View.Municipalities[0].Cells.Where(c => c.IsOwed).OrderBy(c => c.Collected.Deadline)];

    /// <summary>Municipalities with something overdue, the latest first.</summary>
    public IReadOnlyList<(CampaignMunicipality Municipality, IReadOnlyList<CampaignCell> Late)> Late =>
    [
        .. View.Municipalities.Select(m => (m, (IReadOnlyList<CampaignCell>)[.. m.Cells.Where(c => c.IsLate)]))
            .Where(m => m.Item2.Count > 0).OrderByDescending(m => m.Item2.Count).Take(MostRows),
    ];

    public int LateMunicipalities => View.Municipalities.Count(m => m.Cells.Any(c => c.IsLate));
}

public sealed class CampaignOverviewQuery(CampaignQuery campaigns, Person person)
{
    /// <summary>Null where no campaign was begun.</summary>
    public async Task<CampaignOverview?> FindAsync(CancellationToken cancellationToken)
    {
        if (await campaigns.NewestAsync(cancellationToken) is not { } campaign)
        {
            return null;
        }

        var view = await campaigns.ViewAsync(campaign, person.Scope.MunicipalityId, cancellationToken);
        return view.Municipalities.Count == 0 ? null : new CampaignOverview(view, person.Scope.MunicipalityId is not null);
    }
}
