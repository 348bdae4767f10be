using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Data.Results;

/// <summary>A procedure as reference data.</summary>
public sealed class ProcedureRow
{
    public int Id { get; set; }

    public required string Code { get; set; }

    public required ProcedureKind Kind { get; set; }

    public required int Grade { get; set; }

    public required string Subject { get; set; }

    public required ProcedureLevel Level { get; set; }

    /// <summary>Place in every matrix.</summary>
    public int Position { get; set; }
}

/// <summary>A procedure that was not held in a region that year; reference data.</summary>
public sealed class NotHeldProcedure
{
    public int Id { get; set; }

    public int RegionId { get; set; }

    public int ProcedureId { get; set; }

    public int Year { get; set; }
}

/// <summary>A result: school × procedure × year, with the file, sheet and row it came from.</summary>
public sealed class SchoolResult
{
    /// <summary>Decimals a mean score is stored with.</summary>
    public const int MeanScoreDecimals = 3;

    public long Id { get; set; }

    public required int RegionId { get; set; }

    public required int SchoolId { get; set; }

    public required int ProcedureId { get; set; }

    public required int Year { get; set; }

    /// <summary>Null where a published matrix brought the marker alone.</summary>
    public int? Participants { get; set; }

    public int? Failed { get; set; }

    public int? Twos { get; set; }

    public int? Threes { get; set; }

    public int? Fours { get; set; }

    public int? Fives { get; set; }

    public decimal? MeanScore { get; set; }

    public bool? PublishedMarker { get; set; }

    /// <summary>Null where the file named no version.</summary>
    public ResultVersion? Version { get; set; }

    public int FileId { get; set; }

    public string? Sheet { get; set; }

    public int? Row { get; set; }

    public School School { get; set; } = null!;

    public ProcedureRow Procedure { get; set; } = null!;

    public ImportFile File { get; set; } = null!;
}
