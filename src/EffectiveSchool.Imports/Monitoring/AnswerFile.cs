using EffectiveSchool.Imports.Lists;
using EffectiveSchool.Imports.Results;

namespace EffectiveSchool.Imports.Monitoring;

/// <summary>An answer of a school as its row gives it.</summary>
/// <param name="School">The row and the school it names.</param>
/// <param name="Item">What is answered, as written.</param>
/// <param name="ItemCell">Its cell.</param>
/// <param name="Written">The answer as written; empty where the cell is.</param>
/// <param name="WrittenCell">Its cell.</param>
public sealed record AnswerRow(SchoolRow School, string Item, string ItemCell, string Written, string WrittenCell) : SchoolRow(School);

/// <summary>Answers of schools as they were read: a row a school and item.</summary>
/// <param name="FileName">Name as it was sent.</param>
/// <param name="Columns">Columns recognised; none where the file was refused.</param>
/// <param name="Rows">Rows that name a school and an item, in the order of the file.</param>
/// <param name="Refusals">What was not accepted.</param>
/// <param name="Notes">What is worth knowing and refuses nothing.</param>
public sealed record AnswerFile(
    string FileName, IReadOnlyList<RecognisedColumn> Columns, IReadOnlyList<AnswerRow> Rows, IReadOnlyList<Refusal> Refusals, IReadOnlyList<ImportNote> Notes);
