using EffectiveSchool.Domain.Identification;

namespace EffectiveSchool.Reports.Lists;

/// <summary>An order beside the list's own: the one it amends, or the one that amends it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Date">Its date.</param>
/// <param name="Edition">The edition of the list it approves.</param>
public sealed record OrderReference(string Number, DateOnly? Date, int Edition);

/// <summary>What stands above a list on a page, in the workbook and in print.</summary>
/// <param name="ListId">Key of the list.</param>
/// <param name="Region">Name of the region.</param>
/// <param name="ForYear">The year the list is for.</param>
/// <param name="ResultsYear">The results year.</param>
/// <param name="State">State of the list.</param>
/// <param name="Methodology">The methodology that judged.</param>
/// <param name="OrderNumber">Number of the approving order, or null.</param>
/// <param name="OrderDate">Date of the approving order, or null.</param>
/// <param name="RunAt">When the identification ran, in the region's time zone.</param>
/// <param name="RunSha256">SHA-256 of the run, 64 hex digits.</param>
/// <param name="Schools">Schools considered.</param>
/// <param name="Listed">Schools in the list.</param>
public sealed record ListHeading(
    int ListId,
    string Region,
    int ForYear,
    int ResultsYear,
    ListState State,
    Methodology Methodology,
    string? OrderNumber,
    DateOnly? OrderDate,
    DateTimeOffset RunAt,
    string RunSha256,
    int Schools,
    int Listed)
{
    /// <summary>Which edition of the list it is, from 1.</summary>
    public int Edition { get; init; } = 1;

    /// <summary>The order that this edition changes; null where it changes none.</summary>
    public OrderReference? Amends { get; init; }

    /// <summary>The order that changed this edition; null while it is in force.</summary>
    public OrderReference? AmendedBy { get; init; }

    /// <summary>Schools with data for as many indicators as must be true: fewer could not be listed. Null for a list by markers.</summary>
    public int? Enough { get; init; }

    /// <summary>What the share of the list is counted of: in a risk zone the schools with enough data, otherwise all considered (domain.md §5).</summary>
    public int Denominator => Methodology.Kind == MethodologyKind.RiskZone ? Enough ?? Schools : Schools;

    /// <summary>Share of the listed of <see cref="Denominator"/>, percent; null where there is nobody to count of.</summary>
    public decimal? ListedPercent => Denominator == 0 ? null : 100m * Listed / Denominator;

    /// <summary>«Перечень ШНОР на 2024 год по результатам 2022 и 2023 годов», by the kind of the methodology; a later edition says so.</summary>
    public string Title => Methodology.Kind.TitleOf(ForYear, ResultsYear) + EditionWords(Edition);

    /// <summary>«, редакция 2»; empty for the first, which most lists never leave.</summary>
    public static string EditionWords(int edition) => edition > 1 ? $", редакция {edition}" : "";
}

/// <summary>A school in the matrix of a list.</summary>
/// <param name="SchoolId">Key of the school.</param>
/// <param name="Code">ФИС ОКО digits or another code; empty where there is none.</param>
/// <param name="Name">Short name as the run knew it.</param>
/// <param name="Municipality">Name of the municipality.</param>
/// <param name="Verdict">The verdict with its markers.</param>
/// <param name="Level">Level in the newest federal list with its year, «умеренно (2022)»; null where the school stands in none.</param>
public sealed record ListRow(int SchoolId, string Code, string Name, string Municipality, SchoolVerdict Verdict, string? Level = null);

/// <summary>A file that figures came from.</summary>
/// <param name="File">Name as it was sent.</param>
/// <param name="UploadedAt">When it was applied, in the region's time zone.</param>
/// <param name="Author">Who applied it, by role and scope.</param>
/// <param name="Sha256">Hash of the file, 64 hex digits.</param>
public sealed record SourceFile(string File, DateTimeOffset UploadedAt, string Author, string Sha256);

/// <summary>A list as page, workbook and print show it: one read model for all three.</summary>
/// <param name="Heading">What stands above.</param>
/// <param name="Procedures">Codes of the judged procedures in the order of the columns.</param>
/// <param name="Rows">The rows that are shown, in the order shown.</param>
/// <param name="Sources">The files all figures came from.</param>
/// <param name="SourcesHidden">Whether there are files, but none that the reader may know of.</param>
public sealed record ListDocument(
    ListHeading Heading,
    IReadOnlyList<string> Procedures,
    IReadOnlyList<ListRow> Rows,
    IReadOnlyList<SourceFile> Sources,
    bool SourcesHidden = false)
{
    /// <summary>Whether any school stands in a federal list: otherwise no column speaks of levels.</summary>
    public bool HasLevels => Rows.Any(r => r.Level is not null);

    /// <summary>How sure the data were when the list was run, as sentences: whose are unconfirmed, how many are provisional.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}
