using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Imports.Results;

/// <summary>The comparison of one procedure's marks with those of the journals in one sheet (domain.md §13).</summary>
/// <param name="Sheet">Sheet name; null for csv.</param>
/// <param name="Procedure">Code of the procedure.</param>
/// <param name="Year">Calendar year of the procedure.</param>
/// <param name="Columns">Columns recognised.</param>
/// <param name="Rows">Accepted schools.</param>
/// <param name="ControlTotals">Rows of totals compared with the participants of the schools under them.</param>
public sealed record ComparisonSection(
    string? Sheet,
    string Procedure,
    int Year,
    IReadOnlyList<RecognisedColumn> Columns,
    IReadOnlyList<ComparisonRow> Rows,
    IReadOnlyList<ControlTotal> ControlTotals)
{
    /// <summary>One sentence on all totals of municipalities.</summary>
    public string TotalsSummary => ControlTotal.Summary(ControlTotals);
}

/// <summary>An accepted comparison of one school.</summary>
/// <param name="Sheet">Sheet name; null for csv.</param>
/// <param name="School">The school as the row names it.</param>
/// <param name="Procedure">Code of the procedure.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Comparison">Lowered, confirmed, raised; together the participants.</param>
public sealed record ComparisonRow(string? Sheet, SchoolMention School, string Procedure, int Year, JournalComparison Comparison);
