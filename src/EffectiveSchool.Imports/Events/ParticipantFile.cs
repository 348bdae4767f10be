using EffectiveSchool.Imports.Lists;
using EffectiveSchool.Imports.Results;

namespace EffectiveSchool.Imports.Events;

/// <summary>A school of a list of participants as its row gives it.</summary>
/// <param name="School">The row and the school it names.</param>
/// <param name="People">People who took part; null where the cell is empty.</param>
/// <param name="Managers">Of them managers; null where the cell is empty.</param>
/// <param name="Again">Of them those counted at another event of the year already; null where the cell is empty.</param>
public sealed record ParticipantRow(SchoolRow School, int? People, int? Managers, int? Again) : SchoolRow(School);

/// <summary>A list of participants as it was read.</summary>
/// <param name="FileName">Name as it was sent.</param>
/// <param name="Columns">Columns recognised; none where the file was refused.</param>
/// <param name="Rows">Accepted schools in the order of the file.</param>
/// <param name="Refusals">What was not accepted.</param>
/// <param name="Notes">What is worth knowing and refuses nothing.</param>
public sealed record ParticipantFile(
    string FileName, IReadOnlyList<RecognisedColumn> Columns, IReadOnlyList<ParticipantRow> Rows, IReadOnlyList<Refusal> Refusals, IReadOnlyList<ImportNote> Notes);
