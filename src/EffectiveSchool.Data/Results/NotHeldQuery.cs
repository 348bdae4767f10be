namespace EffectiveSchool.Data.Results;

/// <summary>Reads the reference data of procedures that a region did not hold.</summary>
public static class NotHeldQuery
{
    /// <summary>Codes and years within the scope, or of one region of it.</summary>
    public static async Task<HashSet<(string Procedure, int Year)>> NotHeldAsync(this PortalDb db, CancellationToken cancellationToken, int? regionId = null)
    {
        var rows = await db.NotHeld
            .Where(n => regionId == null || n.RegionId == regionId)
            .Join(db.Procedures, n => n.ProcedureId, p => p.Id, (n, p) => new { p.Code, n.Year })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(r => (r.Code, r.Year))];
    }
}
