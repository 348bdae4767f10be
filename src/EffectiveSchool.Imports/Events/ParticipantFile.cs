using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Imports.Results;

namespace EffectiveSchool.Imports.Events;

/// <summary>A school of a list of participants as its row gives it.</summary>
/// <param name="Sheet">Sheet name; null for csv.</param>
/// <param name="Row">1-based row.</param>
/// <param name="Cell">Cell that names the school.</param>
/// <param name="AsWritten">How the row names it.</param>
/// <param name="Code">Digits of the code; null where the row has none.</param>
/// <param name="CodeKinds">Kinds the code may be of; empty where the row has none.</param>
/// <param name="Name">Name; empty where the file gives none.</param>
/// <param name="Municipality">Municipality; empty where the file gives none.</param>
/// <param name="People">People who took part; null where the cell is empty.</param>
/// <param name="Managers">Of them managers; null where the cell is empty.</param>
public sealed record ParticipantRow(
    string? Sheet, int Row, string Cell, string AsWritten, string? Code, IReadOnlyList<SchoolCodeKind> CodeKinds, string Name, string Municipality, int? People, int? Managers);

/// <summary>A list of participants as it was read.</summary>
/// <param name="FileName">Name as it was sent.</param>
/// <param name="Columns">Columns recognised; none where the file was refused.</param>
/// <param name="Rows">Accepted schools in the order of the file.</param>
/// <param name="Refusals">What was not accepted.</param>
/// <param name="Notes">What is worth knowing and refuses nothing.</param>
public sealed record ParticipantFile(
    string FileName, IReadOnlyList<RecognisedColumn> Columns, IReadOnlyList<ParticipantRow> Rows, IReadOnlyList<Refusal> Refusals, IReadOnlyList<ImportNote> Notes);
