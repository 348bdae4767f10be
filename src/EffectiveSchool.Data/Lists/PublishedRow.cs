using EffectiveSchool.Domain.Identification;

namespace EffectiveSchool.Data.Lists;

/// <summary>A school of a published annex as it is printed: markers, shares and criteria with their cells. Never a result.</summary>
public sealed class PublishedRow
{
    public int Id { get; set; }

    public required int RegionId { get; set; }

    public required int ListId { get; set; }

    /// <summary>The school of the registry; null until a person says which it is.</summary>
    public int? SchoolId { get; set; }

    public string? Sheet { get; set; }

    /// <summary>1-based row of the file.</summary>
    public required int Row { get; set; }

    /// <summary>Whether the annex names the school as one with low results: <see cref="PublishedSchool.IsNamed"/>.</summary>
    public required bool Named { get; set; }

    /// <summary>The row whole.</summary>
    public required PublishedSchool Printed { get; set; }

    public ImportedList List { get; set; } = null!;
}
