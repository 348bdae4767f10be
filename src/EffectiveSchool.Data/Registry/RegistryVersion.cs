namespace EffectiveSchool.Data.Registry;

/// <summary>
/// How often a region's registry has changed. A trigger raises it with every change of its schools (RowSecurity.sql), in the
/// same transaction: what was counted of them may be kept until it differs.
/// </summary>
public sealed class RegistryVersion
{
    public int RegionId { get; private init; }

    public long Changes { get; private init; }
}
