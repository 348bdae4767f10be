using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Imports.Protocols;

/// <summary>What the rows of a protocol add up to for one school, procedure and year: before resits, without graduates of past years.</summary>
/// <param name="Code">Code of the school as the protocol writes it, letters and digits alone.</param>
/// <param name="CodeKind">Kind of the code in the words of the template; empty where the protocol does not say.</param>
/// <param name="Procedure">Code of the procedure.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Participants">Pupils, ≥ 1.</param>
/// <param name="Failed">Those who failed, 0…Participants.</param>
/// <param name="Marks">Counts of marks where every pupil has one.</param>
/// <param name="MeanScore">Mean score where every pupil has one, two decimals.</param>
public sealed record ProtocolTotal(string Code, string CodeKind, string Procedure, int Year, int Participants, int Failed, MarkCounts? Marks, decimal? MeanScore);

/// <summary>A remark on a protocol. Rows are named by number; nothing of a cell is ever quoted.</summary>
/// <param name="Sheet">«лист 2», by its place: names of sheets are written by people.</param>
/// <param name="Row">1-based row, or null.</param>
/// <param name="Cell">The cell at fault, or null.</param>
/// <param name="Text">A Russian sentence.</param>
/// <param name="WhatToDo">What to do; null where nothing is refused.</param>
public sealed record ProtocolRemark(string? Sheet, int? Row, string? Cell, string Text, string? WhatToDo);

/// <summary>A protocol of an exam as it was added up in memory; it holds no names.</summary>
/// <param name="Totals">Sums in the order of procedure, year and code.</param>
/// <param name="Remarks">What was refused or left out.</param>
public sealed record ProtocolFile(IReadOnlyList<ProtocolTotal> Totals, IReadOnlyList<ProtocolRemark> Remarks);

/// <summary>The sheets and headings of the workbook that is kept instead of a protocol.</summary>
public static class ProtocolSheets
{
    /// <summary>The sheet of the sums, in the columns of the results template.</summary>
    public const string Totals = "Итоги протокола";

    /// <summary>The sheet of the remarks.</summary>
    public const string Remarks = "Из протокола";

    /// <summary>Headings of the remarks.</summary>
    public static IReadOnlyList<string> RemarkHeadings { get; } = ["Лист протокола", "Строка протокола", "Ячейка протокола", "Что не так", "Что сделать"];
}
