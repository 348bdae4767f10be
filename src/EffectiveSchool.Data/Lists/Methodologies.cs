using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Data.Lists;

/// <summary>The methodologies every region starts with.</summary>
public static class Methodologies
{
    /// <summary>Both versions of criterion B as version 1 (domain.md §5), «Одна и та же процедура» first. The region must be saved.</summary>
    public static IReadOnlyList<StoredMethodology> PresetsFor(Region region, DateTimeOffset now) =>
    [
        .. new[] { Methodology.SameProcedure, Methodology.AnyProcedure }.Select(m => new StoredMethodology
        {
            RegionId = region.Id, Code = m.Code, Version = m.Version, Definition = m, CreatedAt = now,
        }),
    ];
}
