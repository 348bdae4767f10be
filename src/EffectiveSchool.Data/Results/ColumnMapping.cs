namespace EffectiveSchool.Data.Results;

/// <summary>What is imported, for remembering columns apart.</summary>
public enum ImportKind
{
    Results,

    Registry,
}

/// <summary>What a person said of the columns of a table the portal did not know, remembered per sender and headings.</summary>
public sealed class ColumnMapping
{
    public int Id { get; set; }

    public required int RegionId { get; set; }

    /// <summary>The sender: a municipality, or null for the region.</summary>
    public int? MunicipalityId { get; set; }

    public required ImportKind Kind { get; set; }

    /// <summary>What the table is known by again: see HeadingMap of Imports.</summary>
    public required string Signature { get; set; }

    /// <summary>Headings as the file writes them.</summary>
    public List<string> Written { get; set; } = [];

    /// <summary>Our heading of each column; empty where the column is passed by.</summary>
    public List<string> Ours { get; set; } = [];

    public required Guid ConfirmedBy { get; set; }

    public required DateTimeOffset ConfirmedAt { get; set; }
}
