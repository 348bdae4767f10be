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
    /// <summary>Schools with a discrepancy, in the order printed.</summary>
    public IReadOnlyList<CheckedSchool> Differing { get; } = [.. Schools.Where(s => s.Discrepancies.Count > 0)];
}

/// <summary>Words of the check.</summary>
public static class DiscrepancyText
{
    /// <summary>«выполняется», «не выполняется».</summary>
    public static string Holds(bool holds) => holds ? "выполняется" : "не выполняется";
}
