using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Data.Lists;

/// <summary>The methodologies every region starts with.</summary>
public static class Methodologies
{
    private static readonly Methodology[] Presets = [Methodology.SameProcedure, Methodology.AnyProcedure, Methodology.TwelveIndicators, Methodology.ResourceRisk];

    /// <summary>Both versions of criterion B, the twelve indicators and the risk zone as version 1 (domain.md §5), «Одна и та же процедура» first. The region must be saved.</summary>
    public static IReadOnlyList<StoredMethodology> PresetsFor(Region region, DateTimeOffset now) =>
    [
        .. Presets.Select(m => Stored(m, region.Id, now)),
    ];

    /// <summary>Adds to a region of an older portal the presets that its portal did not have.</summary>
    public static async Task AddMissingAsync(PortalDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = (await db.Methodologies.Select(m => new { m.RegionId, m.Code }).ToListAsync(cancellationToken)).ToLookup(m => m.RegionId, m => m.Code);
        foreach (var region in known.Select(r => r.Key).ToList())
        {
            db.Methodologies.AddRange(Presets.Where(m => m.Kind != MethodologyKind.LowResults && !known[region].Contains(m.Code, StringComparer.Ordinal)).Select(m => Stored(m, region, now)));
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private static StoredMethodology Stored(Methodology methodology, int regionId, DateTimeOffset now) => new()
    {
        RegionId = regionId, Code = methodology.Code, Version = methodology.Version, Definition = methodology, CreatedAt = now,
    };
}
