using EffectiveSchool.Data.Results;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Web.Pages.Results;

/// <summary>What is uploaded of one procedure and year.</summary>
/// <param name="Held">False: the procedure was not held.</param>
/// <param name="Schools">Working schools with a result.</param>
/// <param name="Expected">Working schools that the procedure applies to.</param>
/// <param name="Participants">Participants; null where no counts are known.</param>
public sealed record CoverageCell(bool Held, int Schools, int Expected, int? Participants);

/// <summary>What is uploaded, by procedure and year.</summary>
public sealed record Coverage(IReadOnlyList<int> Years, IReadOnlyList<(string Procedure, IReadOnlyList<CoverageCell> Cells)> Rows);

/// <summary>What a municipality has uploaded of each procedure of a year.</summary>
public sealed record MunicipalityCoverage(int Id, string Name, int Schools, IReadOnlyList<CoverageCell> Cells)
{
    /// <summary>Nothing at all of the year, though there are schools.</summary>
    public bool IsMissing => Schools > 0 && Cells.All(c => c.Schools == 0);
}

public sealed record YearCoverage(int Year, IReadOnlyList<string> Procedures, IReadOnlyList<MunicipalityCoverage> Municipalities);

/// <summary>Counts what is uploaded; the scope of the person limits every count.</summary>
public sealed class CoverageQuery(PortalDb db)
{
    private const int MostYears = 4;

    public async Task<Coverage> ByYearAsync(int regionId, CancellationToken cancellationToken)
    {
        var counts = await db.Results.Where(r => r.RegionId == regionId && r.School.Status == SchoolStatus.Active)
            .GroupBy(r => new { r.Procedure.Code, r.Procedure.Position, r.Year })
            .Select(g => new { g.Key.Code, g.Key.Position, g.Key.Year, Schools = g.Count(), Counted = g.Count(r => r.Participants != null), Participants = g.Sum(r => r.Participants) })
            .ToListAsync(cancellationToken);
        int[] years = [.. counts.Select(c => c.Year).Distinct().OrderDescending().Take(MostYears)];
        var types = await db.Schools.Where(s => s.RegionId == regionId && s.Status == SchoolStatus.Active)
            .GroupBy(s => s.Type).Select(g => new { Type = g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        var notHeld = await db.NotHeldAsync(cancellationToken, regionId);
        var procedures = Procedures.All.Select(p => p.Code).Where(code => IsFederal(code) || counts.Exists(c => c.Code == code));
        return new Coverage(years, [.. procedures.Select(code =>
        {
            var expected = types.Where(t => Procedures.Applies(code, t.Type)).Sum(t => t.Count);
            CoverageCell[] cells = [.. years.Select(year => counts.Find(c => c.Code == code && c.Year == year) is { } found
                ? new CoverageCell(true, found.Schools, Math.Max(expected, found.Schools), found.Counted == 0 ? null : found.Participants)
                : new CoverageCell(Procedures.WasHeld(code, year) && !notHeld.Contains((code, year)), 0, expected, null))];
            return (code, (IReadOnlyList<CoverageCell>)cells);
        })]);
    }

    public async Task<YearCoverage> ByMunicipalityAsync(int regionId, int year, CancellationToken cancellationToken)
    {
        var counts = await db.Results.Where(r => r.RegionId == regionId && r.Year == year && r.School.Status == SchoolStatus.Active)
            .GroupBy(r => new { r.School.MunicipalityId, r.Procedure.Code })
            .Select(g => new { g.Key.MunicipalityId, g.Key.Code, Schools = g.Count(), Counted = g.Count(r => r.Participants != null), Participants = g.Sum(r => r.Participants) })
            .ToDictionaryAsync(c => (c.MunicipalityId, c.Code), cancellationToken);
        var types = (await db.Schools.Where(s => s.RegionId == regionId && s.Status == SchoolStatus.Active)
            .GroupBy(s => new { s.MunicipalityId, s.Type }).Select(g => new { g.Key.MunicipalityId, g.Key.Type, Count = g.Count() })
            .ToListAsync(cancellationToken)).ToLookup(t => t.MunicipalityId);
        var municipalities = await db.Municipalities.Where(m => m.RegionId == regionId).OrderBy(m => m.Name)
            .Select(m => new { m.Id, m.Name }).ToListAsync(cancellationToken);
        var notHeld = await db.NotHeldAsync(cancellationToken, regionId);
        string[] held = [.. Procedures.All.Select(p => p.Code).Where(code =>
            counts.Keys.Any(k => k.Code == code) || (IsFederal(code) && Procedures.WasHeld(code, year) && !notHeld.Contains((code, year))))];
        return new YearCoverage(year, held, [.. municipalities.Select(m => new MunicipalityCoverage(
            m.Id,
            m.Name,
            types[m.Id].Sum(t => t.Count),
            [.. held.Select(code =>
            {
                var expected = types[m.Id].Where(t => Procedures.Applies(code, t.Type)).Sum(t => t.Count);
                return counts.TryGetValue((m.Id, code), out var found)
                    ? new CoverageCell(true, found.Schools, Math.Max(expected, found.Schools), found.Counted == 0 ? null : found.Participants)
                    : new CoverageCell(true, 0, expected, null);
            })]))]);
    }

    private static bool IsFederal(string code) => Procedures.Federal.Any(p => p.Code == code);

}
