using EffectiveSchool.Domain.Identification;

namespace EffectiveSchool.Data.Lists;

/// <summary>A stored methodology: a version that never changes once a list was judged by it.</summary>
public sealed class StoredMethodology
{
    public int Id { get; set; }

    public required int RegionId { get; set; }

    public required string Code { get; set; }

    public required int Version { get; set; }

    public required Methodology Definition { get; set; }

    public required DateTimeOffset CreatedAt { get; set; }
}

/// <summary>A school in a list: the verdict with everything that decided it, and after approval the inputs too.</summary>
public sealed class ListSchool
{
    public int ListId { get; set; }

    public int SchoolId { get; set; }

    public required int RegionId { get; set; }

    public required string Code { get; set; }

    public required string Name { get; set; }

    public required int MunicipalityId { get; set; }

    public required string Municipality { get; set; }

    public required bool Listed { get; set; }

    public required bool CriterionA { get; set; }

    public required bool CriterionB { get; set; }

    /// <summary>False where the methodology leaves the school out or a branch counts with its head.</summary>
    public required bool Judged { get; set; }

    /// <summary>Judged, but none of the results that its type could have in the year is there.</summary>
    public required bool WithoutData { get; set; }

    /// <summary>Procedures low in the results year.</summary>
    public required List<string> LowInYear { get; set; }

    /// <summary>Procedures low in the year before.</summary>
    public required List<string> LowInYearBefore { get; set; }

    /// <summary>Numbers of the indicators that are true; empty in a list by markers.</summary>
    public List<int> TrueIndicators { get; set; } = [];

    /// <summary>Numbers of the indicators that could be judged.</summary>
    public List<int> KnownIndicators { get; set; } = [];

    /// <summary>Name, code and municipality as <see cref="Domain.Registry.SchoolNames.ForSearch"/> writes them.</summary>
    public required string SearchText { get; set; }

    /// <summary>Distance of the verdict in pupils.</summary>
    public int? PupilsToFlip { get; set; }

    public required SchoolVerdict Verdict { get; set; }

    /// <summary>Files of the verdict's results, see <see cref="ListSourceFile.FileId"/>: names of files repeat.</summary>
    public required List<int> SourceFileIds { get; set; }

    /// <summary>The copy that approval takes; a re-run reads it alone.</summary>
    public SchoolInput? Input { get; set; }
}

/// <summary>A file whose figures a list stands on.</summary>
public sealed class ListSourceFile
{
    public int Id { get; set; }

    public required int ListId { get; set; }

    public required int RegionId { get; set; }

    /// <summary>The upload's file. No foreign key: a list outlives uploads.</summary>
    public required int FileId { get; set; }

    /// <summary>The municipality that sent it, whose staff and schools see it; null where the region did and everybody does.</summary>
    public int? MunicipalityId { get; set; }

    public required string Name { get; set; }

    public required string Sha256 { get; set; }

    public required DateTimeOffset AppliedAt { get; set; }

    public required string Author { get; set; }
}
