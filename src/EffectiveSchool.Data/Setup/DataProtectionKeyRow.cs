namespace EffectiveSchool.Data.Setup;

/// <summary>A key that protects cookies and links; kept in the database so that a restart signs nobody out.</summary>
public sealed class DataProtectionKeyRow
{
    public int Id { get; set; }

    public required string Name { get; set; }

    public required string Xml { get; set; }
}
