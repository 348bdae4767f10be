using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Identification;

namespace EffectiveSchool.Reports.Lists;

/// <summary>«Расхождение с приказом» as the page and the workbook show it.</summary>
/// <param name="Requisites">The document: name, date, number.</param>
/// <param name="Year">The results year.</param>
/// <param name="Methodology">The methodology it was recomputed by.</param>
/// <param name="File">Name of the file.</param>
/// <param name="Sheet">Sheet of the matrix; null for csv.</param>
/// <param name="Schools">Every school printed, recomputed.</param>
/// <param name="Sources">The file with its author and time.</param>
public sealed record DiscrepancyDocument(
    string Requisites,
    int Year,
    Methodology Methodology,
    string File,
    string? Sheet,
    IReadOnlyList<CheckedSchool> Schools,
    IReadOnlyList<SourceFile> Sources)
{
    /// <summary>The portal's own list of the same year beside it; null where there is none.</summary>
    public OwnList? Own { get; init; }

    /// <summary>Schools with a discrepancy, in the order printed.</summary>
    public IReadOnlyList<CheckedSchool> Differing { get; } = [.. Schools.Where(s => s.Discrepancies.Count > 0)];
}

/// <summary>The portal's own list that an annex is compared with.</summary>
/// <param name="Heading">The list.</param>
/// <param name="Comparison">Who is in one and not the other, and markers that differ.</param>
public sealed record OwnList(ListHeading Heading, PublishedComparison Comparison);

/// <summary>Words of the check.</summary>
public static class DiscrepancyText
{
    /// <summary>«выполняется», «не выполняется».</summary>
    public static string Holds(bool holds) => holds ? "выполняется" : "не выполняется";

    /// <summary>«выполняется», «не выполняется»; a dash where the cell is empty or there is no such column.</summary>
    public static string Holds(PrintedSign? sign) => sign?.Holds is { } holds ? Holds(holds) : RussianFigures.Missing;

    /// <summary>A marker as printed: «ВПР 5 РУ 2023: 35,71 % (E3)».</summary>
    public static string Marker(PrintedMarker marker) =>
        $"{marker.Procedure} {marker.Year}: {(marker.SharePercent is { } share ? share.ToString("0.####", RussianCulture.Value) + "\u00A0%" : marker.Low == true ? "низкий" : "не низкий")} ({marker.Cell})";

    /// <summary>«СОШ № 1, код 900001, Северный район»: what is known of a school on either side.</summary>
    public static string School(PublishedSchool? printed, JudgedSchool? own) => printed is { } row
        ? Join(row.Name, row.Code, row.Municipality)
        : Join(own!.Name, own.Code, own.Municipality);

    /// <summary>The tables of a comparison as page, workbook and text name them.</summary>
    public static IReadOnlyList<(string Title, IReadOnlyList<PlaceDifference> Schools)> Places(PublishedComparison comparison) =>
        [("Названы только в приложении", comparison.OnlyInAnnex), ("Только в перечне портала", comparison.OnlyInList)];

    private static string Join(string name, string code, string municipality) =>
        string.Join(", ", new[] { name, code.Length > 0 ? $"код {code}" : "", municipality }.Where(t => t.Length > 0));
}
