using EffectiveSchool.Domain.Identification;

namespace EffectiveSchool.Reports.Lists;

/// <summary>A comparison of two lists as the page and the workbook show it.</summary>
/// <param name="Before">Heading of the first list.</param>
/// <param name="After">Heading of the second list.</param>
/// <param name="Extract">What the choice of schools leaves out, in Russian; null for everybody the reader sees.</param>
/// <param name="Comparison">Who joined, left and stayed.</param>
public sealed record ComparisonDocument(ListHeading Before, ListHeading After, string? Extract, ListComparison Comparison);
