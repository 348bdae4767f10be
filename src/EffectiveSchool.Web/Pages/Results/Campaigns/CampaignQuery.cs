using EffectiveSchool.Data.Results;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results;
using EffectiveSchool.Domain.Results.Collection;

namespace EffectiveSchool.Web.Pages.Results.Campaigns;

/// <summary>A procedure that a municipality sends: how far it is, who sent last, what stands of its confirmation.</summary>
/// <param name="Held">False: the procedure was not held.</param>
/// <param name="Confirmation">The latest confirmation, standing or withdrawn; null where there was none.</param>
public sealed record CampaignCell(
    int ProcedureId, string Procedure, bool Held, CollectionCell Collected, CollectionState State, FileOrigin? LastSent, DataConfirmation? Confirmation)
{
    /// <summary>Something is still to be sent or confirmed.</summary>
    public bool IsOwed => Held && State is not (CollectionState.Confirmed or CollectionState.NotApplicable);

    public bool IsLate => Held && State == CollectionState.Overdue;

    public string StateName => Held ? State.RussianName() : "не проводилась";
}

public sealed record CampaignMunicipality(int Id, string Name, IReadOnlyList<CampaignCell> Cells);

/// <summary>A campaign with the municipalities that the reader sees.</summary>
public sealed record CampaignView(CollectionCampaign Campaign, IReadOnlyList<CampaignMunicipality> Municipalities)
{
    public IEnumerable<CampaignCell> Cells => Municipalities.SelectMany(m => m.Cells).Where(c => c.Held && c.State != CollectionState.NotApplicable);

    public int Count(CollectionState state) => Cells.Count(c => c.State == state);
}

/// <summary>A school without a result of a procedure.</summary>
public sealed record MissingSchool(int Id, string Name);

/// <summary>Reads campaigns; the scope of the reader limits the municipalities and their schools.</summary>
public sealed class CampaignQuery(PortalDb db, Person person)
{
    public Task<CollectionCampaign?> FindAsync(int id, CancellationToken cancellationToken) =>
        db.Campaigns.SingleOrDefaultAsync(c => c.Id == id, cancellationToken);

    /// <summary>Campaigns in which something is still to be sent or confirmed by what the reader sees, the newest year first.</summary>
    public async Task<IReadOnlyList<CampaignView>> OpenAsync(CancellationToken cancellationToken) =>
        [.. (await AllAsync(cancellationToken)).Where(v => v.Cells.Any(c => c.IsOwed))];

    /// <summary>Every campaign as the reader sees it, the newest year first.</summary>
    public async Task<IReadOnlyList<CampaignView>> AllAsync(CancellationToken cancellationToken)
    {
        var views = new List<CampaignView>();
        foreach (var campaign in await db.Campaigns.AsNoTracking().OrderByDescending(c => c.Year).ThenBy(c => c.Id).ToListAsync(cancellationToken))
        {
            views.Add(await ViewAsync(campaign, db.Scope.MunicipalityId, cancellationToken));
        }

        return views;
    }

    /// <summary>Why the campaign is not removed; null where nobody has sent or confirmed anything that it asks for.</summary>
    public async Task<string?> RefuseRemovalAsync(CampaignView view, CancellationToken cancellationToken)
    {
        var campaign = view.Campaign;
        int[] procedures = [.. view.Municipalities.SelectMany(m => m.Cells).Select(c => c.ProcedureId).Distinct()];
        return campaign.RefuseRemoval(
            view.Municipalities.SelectMany(m => m.Cells).Sum(c => c.Collected.Sent),
            await db.Confirmations.CountAsync(c => c.RegionId == campaign.RegionId && c.Year == campaign.Year && procedures.Contains(c.ProcedureId), cancellationToken));
    }

    public async Task<CampaignView> ViewAsync(CollectionCampaign campaign, int? municipalityId, CancellationToken cancellationToken)
    {
        var (region, year) = (campaign.RegionId, campaign.Year);
        var today = await person.TodayAsync();
        var ids = await db.Procedures.ToDictionaryAsync(p => p.Code, p => p.Id, cancellationToken);
        int[] procedures = [.. campaign.Deadlines.Select(d => ids[d.Procedure])];
        var schools = db.Schools.Where(s => s.RegionId == region && s.Status == SchoolStatus.Active && (municipalityId == null || s.MunicipalityId == municipalityId));
        var types = (await schools.GroupBy(s => new { s.MunicipalityId, s.Type }).Select(g => new { g.Key.MunicipalityId, g.Key.Type, Count = g.Count() })
            .ToListAsync(cancellationToken)).ToLookup(t => t.MunicipalityId);
        var results = db.Results.Where(r => r.RegionId == region && r.Year == year && procedures.Contains(r.ProcedureId))
            .Join(schools, r => r.SchoolId, s => s.Id, (r, s) => new { s.MunicipalityId, r.ProcedureId, r.FileId });
        var sent = await results.GroupBy(r => new { r.MunicipalityId, r.ProcedureId, r.FileId })
            .Select(g => new { g.Key.MunicipalityId, g.Key.ProcedureId, g.Key.FileId, Count = g.Count() }).ToListAsync(cancellationToken);
        var bySender = sent.ToLookup(s => (s.MunicipalityId, s.ProcedureId));
        var origins = await db.FileOriginsAsync([.. sent.Select(s => s.FileId).Distinct()], cancellationToken);
        var confirmations = (await db.Confirmations.AsNoTracking().Where(c => c.RegionId == region && c.Year == year).OrderBy(c => c.Id).ToListAsync(cancellationToken))
            .ToLookup(c => (c.MunicipalityId, c.ProcedureId));
        var notHeld = await db.NotHeldAsync(cancellationToken, region);
        var municipalities = await db.Municipalities.Where(m => m.RegionId == region && (municipalityId == null || m.Id == municipalityId)).OrderBy(m => m.Name)
            .Select(m => new { m.Id, m.Name }).ToListAsync(cancellationToken);
        return new CampaignView(campaign, [.. municipalities.Select(m => new CampaignMunicipality(m.Id, m.Name, [.. campaign.Deadlines.Select(due =>
        {
            var procedure = ids[due.Procedure];
            var here = bySender[(m.Id, procedure)].ToList();
            var count = here.Sum(s => s.Count);
            var expected = types[m.Id].Where(t => Procedures.Applies(due.Procedure, t.Type)).Sum(t => t.Count);
            var latest = confirmations[(m.Id, procedure)].LastOrDefault();
            var cell = new CollectionCell(Math.Max(expected, count), count, latest is { WithdrawnAt: null }, due.Deadline);
            return new CampaignCell(
                procedure,
                due.Procedure,
                Procedures.WasHeld(due.Procedure, year) && !notHeld.Contains((due.Procedure, year)),
                cell,
                cell.StateOn(today),
                here.Select(s => origins.GetValueOrDefault(s.FileId)).OfType<FileOrigin>().MaxBy(o => o.AppliedAt),
                latest);
        })]))]);
    }

    /// <summary>Working schools that the procedure applies to and that have no result of it, by name.</summary>
    public async Task<IReadOnlyList<MissingSchool>> MissingAsync(CollectionCampaign campaign, int municipalityId, CampaignCell cell, int most, CancellationToken cancellationToken)
    {
        SchoolType[] types = [.. Enum.GetValues<SchoolType>().Where(t => Procedures.Applies(cell.Procedure, t))];
        return await db.Schools
            .Where(s => s.MunicipalityId == municipalityId && s.Status == SchoolStatus.Active && types.Contains(s.Type)
                && !db.Results.Any(r => r.SchoolId == s.Id && r.ProcedureId == cell.ProcedureId && r.Year == campaign.Year))
            .OrderBy(s => s.Name).ThenBy(s => s.Id).Take(most)
            .Select(s => new MissingSchool(s.Id, s.Name)).ToListAsync(cancellationToken);
    }
}
