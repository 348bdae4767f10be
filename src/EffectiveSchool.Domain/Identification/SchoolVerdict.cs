using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Domain.Identification;

/// <summary>A criterion of the methodology.</summary>
public enum Criterion
{
    /// <summary>At least two procedures low in the year.</summary>
    A,

    /// <summary>Low in the year and in the year before.</summary>
    B,
}

/// <summary>Why a school was not judged by itself.</summary>
public enum NotJudgedReason
{
    /// <summary>The methodology leaves its type out.</summary>
    LeftOutType,

    /// <summary>A branch that counts with its head school.</summary>
    CountsWithHead,
}

/// <summary>The verdict on one school with everything that decided it: the explanation as data.</summary>
/// <param name="SchoolKey">Key of <see cref="SchoolInput"/>.</param>
/// <param name="Listed">Whether the school is in the list.</param>
/// <param name="Criteria">Criteria that hold, in order.</param>
/// <param name="Markers">Every procedure of the methodology × both years, ordered by procedure, then year.</param>
/// <param name="LowInYear">Procedures low in the results year: what criterion A counts.</param>
/// <param name="LowInBothYears">Procedures low in both years: what criterion B «same procedure» counts.</param>
/// <param name="LowInYearBefore">Procedures low in the year before: what criterion B «any procedure» needs.</param>
/// <param name="PupilsToFlip">
/// The smallest number of pupils over all counted markers whose result flips the verdict, N fixed; null where no change
/// of counts can flip it or the school was not judged.
/// </param>
/// <param name="NotJudged">Why the school was not judged by itself, otherwise null.</param>
/// <param name="NotJudgedExplanation">The reason in Russian as the methodology gives it.</param>
/// <param name="Findings">Indicators of a methodology that judges by them, in order; null of one that judges by markers.</param>
public sealed record SchoolVerdict(
    int SchoolKey,
    bool Listed,
    IReadOnlyList<Criterion> Criteria,
    IReadOnlyList<LowResultMarker> Markers,
    IReadOnlyList<string> LowInYear,
    IReadOnlyList<string> LowInBothYears,
    IReadOnlyList<string> LowInYearBefore,
    int? PupilsToFlip,
    NotJudgedReason? NotJudged = null,
    string? NotJudgedExplanation = null,
    IReadOnlyList<IndicatorFinding>? Findings = null)
{
    /// <summary>Whether it says of a risk zone, not of a list of low results.</summary>
    public bool IsOfRiskZone => Findings is [{ Indicator: Indicator.Internet }, ..];

    /// <summary>How many indicators are true.</summary>
    public int Holding => Findings?.Count(f => f.State == IndicatorState.Holds) ?? 0;

    /// <summary>How many indicators apply to the school: an ООШ has eight of twelve.</summary>
    public int Applicable => Findings?.Count(f => f.State != IndicatorState.NotApplicable) ?? 0;

    /// <summary>How many indicators could be judged.</summary>
    public int Known => Findings?.Count(f => f.IsKnown) ?? 0;

    /// <summary>Judged by indicators and not one of them has data: the school is not in the list, but nothing is known of it.</summary>
    public bool IsUnknown => Findings is not null && NotJudged is null && Known == 0;

    /// <summary>The marker of a procedure and year, or null where the methodology does not judge it.</summary>
    public LowResultMarker? Marker(string procedure, int year) =>
        Markers.FirstOrDefault(m => m.Year == year && string.Equals(m.Procedure, procedure, StringComparison.Ordinal));
}

/// <summary>Two results of one school, procedure and year that differ: both are refused.</summary>
public sealed record Contradiction(int SchoolKey, string Procedure, int Year, IReadOnlyList<ResultFact> Facts);

/// <summary>Outcome of an identification run (идентификация).</summary>
/// <param name="Year">Results year.</param>
/// <param name="Methodology">Methodology that judged.</param>
/// <param name="Procedures">Judged procedures in the order of the matrix.</param>
/// <param name="Verdicts">One verdict a school, by key.</param>
/// <param name="Contradictions">Refused pairs of results.</param>
/// <param name="HasYearBefore">False where nothing is known of the year before: then criterion B cannot hold.</param>
public sealed record IdentificationRun(
    int Year,
    Methodology Methodology,
    IReadOnlyList<string> Procedures,
    IReadOnlyList<SchoolVerdict> Verdicts,
    IReadOnlyList<Contradiction> Contradictions,
    bool HasYearBefore);
