using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Imports.Results;

/// <summary>Layouts of result files that are recognised (domain.md §13).</summary>
public enum ResultFileFormat
{
    /// <summary>Not recognised.</summary>
    Unknown,

    /// <summary>ФИС ОКО «Статистика по отметкам».</summary>
    MarkStatistics,

    /// <summary>The portal's aggregated template for ОГЭ, ЕГЭ and the rest.</summary>
    ResultTemplate,

    /// <summary>A matrix of markers as annexes to orders publish it: код, наименование, год, процедура, маркер.</summary>
    MarkerMatrix,

    /// <summary>«Сравнение отметок с отметками по журналу»: of ФИС ОКО or the portal's own template.</summary>
    MarkComparison,
}

/// <summary>A file of results as it was read.</summary>
/// <param name="FileName">Name as it was sent.</param>
/// <param name="Sha256">SHA-256 of the bytes, 64 hex digits; null where the file was refused before it was read.</param>
/// <param name="Format">Layout of the first recognised sheet.</param>
/// <param name="Sections">One for every recognised sheet × procedure × year.</param>
/// <param name="Refusals">What was not accepted: the file, sheets or rows.</param>
/// <param name="Notes">What is worth knowing and refuses nothing.</param>
/// <param name="Contradictions">
/// Results the file gives twice with different figures; their rows are refused, and no other file can settle them.
/// </param>
public sealed record ResultFile(
    string FileName,
    string? Sha256,
    ResultFileFormat Format,
    IReadOnlyList<ResultSection> Sections,
    IReadOnlyList<Refusal> Refusals,
    IReadOnlyList<ImportNote> Notes,
    IReadOnlyList<ResultKey> Contradictions)
{
    /// <summary>
    /// Refused rows whose figures were read and which the file alone cannot settle: those that contradict each other, and
    /// those that name a school without its code. Their refusals stand among <see cref="Refusals"/> too.
    /// </summary>
    public IReadOnlyList<UnsettledRow> Unsettled { get; init; } = [];

    /// <summary>Comparisons of marks with the journals: one for every recognised sheet × procedure × year.</summary>
    public IReadOnlyList<ComparisonSection> Comparisons { get; init; } = [];
}

/// <summary>A row that was refused though its figures were read: whoever knows the registry may settle it.</summary>
/// <param name="Row">The row; its school may have no code.</param>
/// <param name="Refusal">Why the file alone does not settle it.</param>
public sealed record UnsettledRow(ResultRow Row, Refusal Refusal);

/// <summary>What a result is of.</summary>
/// <param name="Code">Digits of the school's code.</param>
/// <param name="Procedure">Code of the procedure.</param>
/// <param name="Year">Calendar year.</param>
public readonly record struct ResultKey(string Code, string Procedure, int Year);

/// <summary>A column that was recognised.</summary>
/// <param name="Letter">«C».</param>
/// <param name="Heading">Heading as written.</param>
/// <param name="Meaning">What it was taken for, in Russian.</param>
public sealed record RecognisedColumn(string Letter, string Heading, string Meaning);

/// <summary>The results of one procedure and year in one sheet.</summary>
/// <param name="Sheet">Sheet name; null for csv.</param>
/// <param name="Procedure">Code of the procedure, e.g. «ВПР 6 РУ»; it may be one the portal does not judge.</param>
/// <param name="Year">Calendar year of the procedure.</param>
/// <param name="Columns">Columns recognised.</param>
/// <param name="Rows">Accepted results.</param>
/// <param name="Schools">Every school the section names, also those without an accepted result.</param>
/// <param name="ControlTotals">Rows of totals compared with the schools under them.</param>
/// <param name="Date">Date of the procedure, where the file says it.</param>
/// <param name="MaxScore">Highest primary score, where the file says it.</param>
public sealed record ResultSection(
    string? Sheet,
    string Procedure,
    int Year,
    IReadOnlyList<RecognisedColumn> Columns,
    IReadOnlyList<ResultRow> Rows,
    IReadOnlyList<SchoolMention> Schools,
    IReadOnlyList<ControlTotal> ControlTotals,
    DateOnly? Date,
    int? MaxScore)
{
    /// <summary>One sentence on all totals of municipalities: «сходится со строкой муниципалитета».</summary>
    public string TotalsSummary => ControlTotal.Summary(ControlTotals);
}

/// <summary>A school as a row names it.</summary>
/// <param name="Row">1-based row.</param>
/// <param name="Cell">Cell of the name or code, e.g. «A47».</param>
/// <param name="AsWritten">The cell as written, e.g. «МБОУ СОШ п. Солнечный(edu220311)».</param>
/// <param name="Code">Digits of the code; empty where the row names the school alone (<see cref="UnsettledRow"/>).</param>
/// <param name="CodeKinds">The kinds the code may be of: one where the file says it, else candidates, the likeliest first.</param>
/// <param name="Name">Name without the code; empty where the file gives none.</param>
/// <param name="Municipality">Municipality without its code; empty where the file gives none.</param>
/// <param name="MunicipalityCode">Code of the municipality, e.g. «reg22_m002», or null.</param>
public sealed record SchoolMention(
    int Row,
    string Cell,
    string AsWritten,
    string Code,
    IReadOnlyList<SchoolCodeKind> CodeKinds,
    string Name,
    string Municipality,
    string? MunicipalityCode);

/// <summary>An accepted result of one school.</summary>
/// <param name="Sheet">Sheet name; null for csv.</param>
/// <param name="School">The school as the row names it.</param>
/// <param name="Procedure">Code of the procedure.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Participants">Participants, ≥ 0; null in a marker matrix.</param>
/// <param name="Failed">Failed, 0…Participants; null in a marker matrix.</param>
/// <param name="PublishedMarker">Marker of a matrix: true is low; null elsewhere.</param>
/// <param name="Marks">Counts of marks 2–5 where known.</param>
/// <param name="MeanScore">Mean score where known, ≥ 0.</param>
/// <param name="Version">Version where the file says it.</param>
public sealed record ResultRow(
    string? Sheet,
    SchoolMention School,
    string Procedure,
    int Year,
    int? Participants,
    int? Failed,
    bool? PublishedMarker = null,
    MarkCounts? Marks = null,
    decimal? MeanScore = null,
    ResultVersion? Version = null)
{
    /// <summary>1-based row of the sheet.</summary>
    public int Row => School.Row;

    /// <summary>What the row is a result of.</summary>
    public ResultKey Key => new(School.Code, Procedure, Year);

    /// <summary>Whether marks and mean score are those of another row, whatever the counts are.</summary>
    /// <param name="other">The other row.</param>
    public bool HasDetailsOf(ResultRow other) => Marks == other.Marks && MeanScore == other.MeanScore;

    /// <summary>The fact the rule judges.</summary>
    /// <param name="file">Name of the file.</param>
    public ResultFact ToFact(string file)
    {
        var source = new ResultSource(file, Sheet, Row);
        return PublishedMarker is { } low
            ? ResultFact.Published(Procedure, Year, low, source)
            : ResultFact.Counted(Procedure, Year, Participants!.Value, Failed!.Value, source);
    }
}
