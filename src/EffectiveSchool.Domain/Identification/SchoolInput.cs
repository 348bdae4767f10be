using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Domain.Identification;

/// <summary>A school as the rule sees it.</summary>
/// <param name="Key">Internal key in the portal; in the CLI the six digits as a number.</param>
/// <param name="Code">ФИС ОКО digits, or another code where there is none.</param>
/// <param name="Name">Short name.</param>
/// <param name="Municipality">Name of the municipality.</param>
/// <param name="Type">Type of the school.</param>
/// <param name="HeadKey">Key of the head school of a branch, otherwise null.</param>
/// <param name="Facts">Results of the year and of the year before; others are ignored.</param>
/// <param name="Scores">Means of three years, for a methodology that reads them; null for one that does not.</param>
/// <param name="Figures">Figures of the school, for a methodology that reads them; null for one that does not.</param>
public sealed record SchoolInput(
    int Key,
    string Code,
    string Name,
    string Municipality,
    SchoolType Type,
    int? HeadKey,
    IReadOnlyList<ResultFact> Facts,
    IReadOnlyList<ScoreFact>? Scores = null,
    IReadOnlyList<FigureFact>? Figures = null);

/// <summary>Everything an identification run reads.</summary>
/// <param name="Year">The results year. Criteria use it and the year before.</param>
/// <param name="Methodology">The methodology.</param>
/// <param name="Schools">Schools, in any order: the outcome does not depend on it.</param>
/// <param name="NotHeld">Procedures that were not held in the region: code and year.</param>
public sealed record IdentificationInput(
    int Year,
    Methodology Methodology,
    IReadOnlyList<SchoolInput> Schools,
    IReadOnlySet<(string Procedure, int Year)> NotHeld);
