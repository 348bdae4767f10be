using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results;
using EffectiveSchool.Domain.Results.Collection;

namespace EffectiveSchool.Data.Lists;

/// <summary>Reads how sure the data under a run are: whose are unconfirmed, how many are provisional.</summary>
internal static class ListCollection
{
    public static async Task<CollectionBasis> ReadAsync(PortalDb db, SchoolList list, string[] procedures, int yearsRead, CancellationToken cancellationToken)
    {
        int[] years = [.. Enumerable.Range(list.ResultsYear - yearsRead + 1, yearsRead)];
        var used = await db.Procedures.Where(p => procedures.Contains(p.Code)).ToDictionaryAsync(p => p.Id, cancellationToken);
        var ids = used.Keys.ToArray();
        var data = await db.Results
            .Where(r => r.RegionId == list.RegionId && years.Contains(r.Year) && ids.Contains(r.ProcedureId) && r.School.Status == SchoolStatus.Active)
            .GroupBy(r => new { r.Year, r.School.MunicipalityId, r.ProcedureId })
            .Select(g => new { g.Key, Provisional = g.Count(r => r.Version == ResultVersion.Preliminary) })
            .ToListAsync(cancellationToken);
        var collected = await db.Campaigns.Where(c => c.RegionId == list.RegionId && years.Contains(c.Year)).Select(c => c.Year).ToListAsync(cancellationToken);
        var confirmed = (await db.Confirmations.Where(c => c.RegionId == list.RegionId && years.Contains(c.Year) && c.WithdrawnAt == null)
            .Select(c => new { c.Year, c.MunicipalityId, c.ProcedureId }).ToListAsync(cancellationToken)).ToHashSet();
        var names = await db.Municipalities.Where(m => m.RegionId == list.RegionId).ToDictionaryAsync(m => m.Id, m => m.Name, cancellationToken);
        return new CollectionBasis(
            data.Sum(d => d.Provisional),
            [.. data
                .Where(d => collected.Contains(d.Key.Year) && !confirmed.Contains(d.Key))
                .GroupBy(d => (d.Key.Year, Municipality: names[d.Key.MunicipalityId]))
                .OrderBy(g => g.Key.Year).ThenBy(g => g.Key.Municipality, StringComparer.Ordinal)
                .Select(g => new UnconfirmedData(g.Key.Municipality, g.Key.Year, [.. g.Select(d => used[d.Key.ProcedureId]).OrderBy(p => p.Position).Select(p => p.Code)]))],
            [.. years.Where(y => !collected.Contains(y) && data.Exists(d => d.Key.Year == y))]);
    }
}
