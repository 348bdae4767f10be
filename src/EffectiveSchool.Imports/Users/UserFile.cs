using EffectiveSchool.Imports.Results;

namespace EffectiveSchool.Imports.Users;

/// <summary>A workbook of users as it was read; nothing of it is compared with the portal yet.</summary>
/// <param name="FileName">Name as it was sent.</param>
/// <param name="Columns">Columns recognised; empty where no sheet has the headings.</param>
/// <param name="Rows">Accepted rows in the order of the file.</param>
/// <param name="Refusals">What was not accepted.</param>
/// <param name="Notes">What is worth knowing and refuses nothing.</param>
public sealed record UserFile(
    string FileName,
    IReadOnlyList<RecognisedColumn> Columns,
    IReadOnlyList<UserRow> Rows,
    IReadOnlyList<Refusal> Refusals,
    IReadOnlyList<ImportNote> Notes);

/// <summary>A person of the workbook. Null means that the row does not say.</summary>
/// <param name="Sheet">Sheet name; null for csv.</param>
/// <param name="Row">1-based row.</param>
/// <param name="FullName">Surname and name, not empty.</param>
/// <param name="Email">Address in lower case: Latin letters, digits and the signs of an address.</param>
/// <param name="Role">Role as written, not empty.</param>
/// <param name="Region">Code or name of the region.</param>
/// <param name="Municipality">Name or code of the municipality.</param>
/// <param name="Schools">Codes of schools as written.</param>
/// <param name="DisplayName">What others are to see.</param>
/// <param name="Cells">Address of each column's cell in this row, e.g. «C7».</param>
public sealed record UserRow(
    string? Sheet,
    int Row,
    string FullName,
    string Email,
    string Role,
    string? Region,
    string? Municipality,
    IReadOnlyList<string> Schools,
    string? DisplayName,
    IReadOnlyDictionary<UserColumn, string> Cells)
{
    /// <summary>Whether two rows say the same of one person.</summary>
    internal bool SaysTheSameAs(UserRow other) =>
        Schools.SequenceEqual(other.Schools, StringComparer.Ordinal) && this == other with { Sheet = Sheet, Row = Row, Schools = Schools, Cells = Cells };
}
