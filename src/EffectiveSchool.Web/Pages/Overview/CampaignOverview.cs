using EffectiveSchool.Domain.Results.Collection;
using EffectiveSchool.Web.Pages.Results.Campaigns;

namespace EffectiveSchool.Web.Pages.Overview;

/// <summary>A campaign on the first screen: what a municipality still owes, who is late in a region.</summary>
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
    /// <summary>Every campaign with something to send or confirm; where there is none, the newest one, which is complete.</summary>
    public async Task<IReadOnlyList<CampaignOverview>> ReadAsync(CancellationToken cancellationToken)
    {
        var all = (await campaigns.AllAsync(cancellationToken)).Where(v => v.Municipalities.Count > 0).ToList();
        var open = all.Where(v => v.Cells.Any(c => c.IsOwed)).ToList();
        return [.. (open.Count > 0 ? open : all.Take(1)).Select(v => new CampaignOverview(v, person.Scope.MunicipalityId is not null))];
    }
}
