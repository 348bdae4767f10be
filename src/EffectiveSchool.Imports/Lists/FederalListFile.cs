using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Imports.Results;

namespace EffectiveSchool.Imports.Lists;

/// <summary>A school of a federal list as its row gives it.</summary>
/// <param name="School">The row and the school it names.</param>
/// <param name="Level">Level as given.</param>
/// <param name="LevelCell">Cell of the level.</param>
public sealed record FederalListRow(SchoolRow School, FederalLevel Level, string LevelCell) : SchoolRow(School);

/// <summary>A federal list as it was read.</summary>
/// <param name="FileName">Name as it was sent.</param>
/// <param name="Columns">Columns recognised; none where the file was refused.</param>
/// <param name="Rows">Accepted schools in the order of the file.</param>
/// <param name="Refusals">What was not accepted.</param>
/// <param name="Notes">What is worth knowing and refuses nothing.</param>
public sealed record FederalListFile(
    string FileName,
    IReadOnlyList<RecognisedColumn> Columns,
    IReadOnlyList<FederalListRow> Rows,
    IReadOnlyList<Refusal> Refusals,
    IReadOnlyList<ImportNote> Notes);
