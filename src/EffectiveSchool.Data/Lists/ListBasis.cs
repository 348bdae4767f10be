using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Results.Collection;

namespace EffectiveSchool.Data.Lists;

/// <summary>A procedure that was not held in a year.</summary>
public sealed record ProcedureYear(string Procedure, int Year);

/// <summary>A procedure without a single result in a year.</summary>
public sealed record ResultGap(string Procedure, int Year, bool NotHeld);

/// <summary>
/// What a run stood on beside the results of schools. Kept with the list: a methodology row or reference data changed
/// later changes neither its page nor its re-run.
/// </summary>
public sealed class ListBasis
{
    public required int ListId { get; set; }

    public required int RegionId { get; set; }

    public required Methodology Methodology { get; set; }

    /// <summary>Judged procedures in the order of the matrix.</summary>
    public required List<string> Procedures { get; set; }

    /// <summary>Procedures that were not held in the two years.</summary>
    public required List<ProcedureYear> NotHeld { get; set; }

    /// <summary>Procedures nobody has a result in.</summary>
    public required List<ResultGap> Gaps { get; set; }

    /// <summary>False where nothing is known of the year before: criterion B could not hold.</summary>
    public required bool HasYearBefore { get; set; }

    /// <summary>How sure the data were when the list was run; null for lists run before that was kept.</summary>
    public CollectionBasis? Collection { get; set; }
}
