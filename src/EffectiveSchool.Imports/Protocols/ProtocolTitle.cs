using System.Globalization;
using System.Text.RegularExpressions;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Imports.Results;

namespace EffectiveSchool.Imports.Protocols;

/// <summary>What stands above the table of a protocol: exam, procedure, year, school.</summary>
/// <param name="Exam">«ОГЭ» or «ЕГЭ»; null where the title does not say.</param>
/// <param name="Procedure">Code of the procedure, or null.</param>
/// <param name="Year">Year, or null.</param>
/// <param name="Code">Code of the school for the whole table, or null.</param>
internal sealed partial record ProtocolTitle(string? Exam, string? Procedure, int? Year, string? Code)
{
    private static readonly string[] CodeLabels = ["КОД ОО", "КОД ОУ", "КОД ШКОЛЫ", "КОД ОБРАЗОВАТЕЛЬНОЙ ОРГАНИЗАЦИИ", "ЛОГИН ФИС ОКО"];

    public static ProtocolTitle Read(IReadOnlyList<TableRow> preamble)
    {
        string? exam = null;
        string? procedure = null;
        int? year = null;
        string? code = null;
        foreach (var row in preamble)
        {
            for (var i = 0; i < row.Cells.Count; i++)
            {
                var cell = row[i];
                var heading = CellText.Heading(cell);
                exam ??= ExamIn(heading);
                year ??= cell.Date?.Year ?? (AnyYear().Match(cell.Text) is { Success: true } found ? int.Parse(found.Value, CultureInfo.InvariantCulture) : null);
                if (CodeLabels.Contains(heading, StringComparer.Ordinal))
                {
                    code ??= row.Cells.Skip(i + 1).Where(c => !c.IsEmpty).Select(c => CellText.Clean(c.Text)).FirstOrDefault();
                }
            }
        }

        foreach (var text in preamble.SelectMany(r => r.Cells).Select(c => AnyYear().Replace(CellText.Clean(c.Text), " ")).Where(t => t.Length > 0))
        {
            procedure ??= ProcedureIn(exam, text);
        }

        return new ProtocolTitle(exam, procedure, year, code);
    }

    /// <summary>The procedure a text names, by itself or with the exam; only subjects the portal knows.</summary>
    public static string? ProcedureIn(string? exam, string text)
    {
        string?[] candidates = [ProcedureNames.Recognise(text), exam is null ? null : ProcedureNames.Recognise($"{exam} {text}")];
        return candidates.FirstOrDefault(c => c is not null && Known().IsMatch(c));
    }

    private static string? ExamIn(string heading) => SchoolNames.Words(heading) switch
    {
        var words when words.Contains("ЕГЭ") || heading.Contains("ГИА 11", StringComparison.Ordinal) => "ЕГЭ",
        var words when words.Contains("ОГЭ") || heading.Contains("ГИА 9", StringComparison.Ordinal) => "ОГЭ",
        _ => null,
    };

    [GeneratedRegex(@"(?<!\d)20\d\d(?!\d)", RegexOptions.None, 1000)]
    private static partial Regex AnyYear();

    /// <summary>Codes of subjects are short upper-case words; what is not a subject keeps its lower case.</summary>
    [GeneratedRegex(@"^(ОГЭ|ЕГЭ|ВПР|КДР)( \d{1,2})? [А-Я]{2,3}( база| профиль)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Known();
}
