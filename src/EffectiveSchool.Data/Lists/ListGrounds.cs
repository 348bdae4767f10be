using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Objections;

namespace EffectiveSchool.Data.Lists;

/// <summary>Reads what an approval depends on besides the run: objections to the list and the lists beside it.</summary>
internal static class ListGrounds
{
    public static async Task<ApprovalGrounds> OfAsync(PortalDb db, SchoolList list, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var region = await db.Regions.SingleAsync(r => r.Id == list.RegionId, cancellationToken);
        return new ApprovalGrounds(
            now,
            now.DayIn(region.TimeZone),
            await UndecidedAsync(db, list.Id, cancellationToken),
            list.AmendsId is { } amended ? await db.Lists.SingleAsync(l => l.Id == amended, cancellationToken) : null,
            await HasEditionAsync(db, list, cancellationToken))
        {
            UpheldObjections = await UpheldAsync(db, list.Id, cancellationToken),
            InForce = await InForceBesideAsync(db, list, cancellationToken),
        };
    }

    public static Task<int> UndecidedAsync(PortalDb db, int listId, CancellationToken cancellationToken) =>
        db.Objections.CountAsync(o => o.ListId == listId && (o.State == ObjectionState.Submitted || o.State == ObjectionState.UnderReview), cancellationToken);

    public static Task<List<int>> UpheldAsync(PortalDb db, int listId, CancellationToken cancellationToken) =>
        db.Objections.Where(o => o.ListId == listId && o.State == ObjectionState.Upheld).OrderBy(o => o.Id).Select(o => o.Id).ToListAsync(cancellationToken);

    public static Task<bool> HasEditionAsync(PortalDb db, SchoolList list, CancellationToken cancellationToken) =>
        db.Lists.AnyAsync(l => l.ReplacesId == list.Id, cancellationToken);

    /// <summary>Another approved list of the same region, kind and results year that the list does not amend.</summary>
    public static Task<SchoolList?> InForceBesideAsync(PortalDb db, SchoolList list, CancellationToken cancellationToken) => db.Lists.AsNoTracking()
        .Where(l => l.RegionId == list.RegionId && l.Kind == list.Kind && l.ResultsYear == list.ResultsYear && l.State == ListState.Approved && l.Id != list.Id && l.Id != list.AmendsId)
        .OrderBy(l => l.Id).FirstOrDefaultAsync(cancellationToken);
}
