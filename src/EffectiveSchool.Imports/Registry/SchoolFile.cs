using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Imports.Results;

namespace EffectiveSchool.Imports.Registry;

/// <summary>A registry file as it was read.</summary>
/// <param name="FileName">Name as it was sent.</param>
/// <param name="Sha256">SHA-256 of the bytes, 64 hex digits; null where the file was refused before it was read.</param>
/// <param name="Columns">Columns recognised.</param>
/// <param name="Rows">Accepted schools in the order of the file.</param>
/// <param name="Refusals">What was not accepted; a row with several faults has several refusals.</param>
/// <param name="Notes">What is worth knowing and refuses nothing.</param>
public sealed record SchoolFile(
    string FileName,
    string? Sha256,
    IReadOnlyList<RecognisedColumn> Columns,
    IReadOnlyList<SchoolRow> Rows,
    IReadOnlyList<Refusal> Refusals,
    IReadOnlyList<ImportNote> Notes);

/// <summary>A code of a school as the row gives it.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Digits">Digits as <see cref="SchoolCodes.Normalise"/> gives them.</param>
public readonly record struct SchoolRowCode(SchoolCodeKind Kind, string Digits);

/// <summary>A school of a registry file. Null means that the file does not say, so that an import changes nothing there.</summary>
/// <param name="Sheet">Sheet name; null for csv.</param>
/// <param name="Row">1-based row.</param>
/// <param name="Name">Short name; empty where the cell is, so that a stored school keeps its own.</param>
/// <param name="FullName">Full name.</param>
/// <param name="Type">Type; guessed from the name where the file has no such column.</param>
/// <param name="LegalForm">Legal form.</param>
/// <param name="Status">Status; null where the file does not say.</param>
/// <param name="HeadCode">Digits of a code of the head school; null where the school is no branch.</param>
/// <param name="Municipality">Municipality.</param>
/// <param name="MunicipalityCode">Its ФИС ОКО code, lower case.</param>
/// <param name="Settlement">Town or village; null where the file does not say.</param>
/// <param name="Pupils">Pupils, ≥ 0.</param>
/// <param name="Teachers">Teachers, ≥ 0.</param>
/// <param name="Site">Site.</param>
/// <param name="Contacts">Contacts.</param>
/// <param name="Codes">Codes, at most one of a kind.</param>
public sealed record SchoolRow(
    string? Sheet,
    int Row,
    string Name,
    string? FullName,
    SchoolType Type,
    string? LegalForm,
    SchoolStatus? Status,
    string? HeadCode,
    string? Municipality,
    string? MunicipalityCode,
    SettlementKind? Settlement,
    int? Pupils,
    int? Teachers,
    string? Site,
    string? Contacts,
    IReadOnlyList<SchoolRowCode> Codes)
{
    /// <summary>The code of a kind, or null.</summary>
    public string? Code(SchoolCodeKind kind) => Codes.Where(c => c.Kind == kind).Select(c => c.Digits).FirstOrDefault();

    /// <summary>Whether two rows say the same of one school.</summary>
    internal bool SaysTheSameAs(SchoolRow other) =>
        Codes.SequenceEqual(other.Codes) && this == other with { Sheet = Sheet, Row = Row, Codes = Codes };
}
