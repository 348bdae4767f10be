using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Data.Results;

/// <summary>Marks of a procedure beside the school's journal: school × procedure × year, with the file, sheet and row it came from.</summary>
public sealed class MarkComparison
{
    public long Id { get; set; }

    public required int RegionId { get; set; }

    public required int SchoolId { get; set; }

    public required int ProcedureId { get; set; }

    public required int Year { get; set; }

    public int Participants { get; set; }

    public int Lowered { get; set; }

    public int Confirmed { get; set; }

    public int Raised { get; set; }

    public int FileId { get; set; }

    public string? Sheet { get; set; }

    public int? Row { get; set; }

    public School School { get; set; } = null!;

    public ProcedureRow Procedure { get; set; } = null!;

    public ImportFile File { get; set; } = null!;
}

/// <summary>What a batch replaced among the comparisons, so that it can be undone; see <see cref="ResultChange"/>.</summary>
public sealed class MarkComparisonChange
{
    public long Id { get; set; }

    public required int BatchId { get; set; }

    public required int SchoolId { get; set; }

    public required int ProcedureId { get; set; }

    public required int Year { get; set; }

    /// <summary>The row as it was, null where there was none.</summary>
    public string? Old { get; set; }

    public bool Kept { get; set; }
}

/// <summary>The least score of a procedure that is not failed, where a region has set its own; reference data.</summary>
public sealed class ExamThreshold
{
    public int Id { get; set; }

    public required int RegionId { get; set; }

    public required int ProcedureId { get; set; }

    public required int Year { get; set; }

    /// <summary>In the points of the procedure: ЕГЭ test points, ОГЭ primary points.</summary>
    public required int LeastScore { get; set; }
}
