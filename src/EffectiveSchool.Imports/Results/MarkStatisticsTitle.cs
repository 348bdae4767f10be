using System.Globalization;
using System.Text.RegularExpressions;
using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Imports.Results;

/// <summary>What the rows above the table say: «ВПР 2021 Русский язык 5 класс», предмет, максимальный балл, дата.</summary>
internal sealed partial record MarkStatisticsTitle(string Kind, int Year, int Grade, string Subject, int? MaxScore, DateOnly? Date)
{
    public string Procedure => ProcedureNames.Vpr(Kind, Grade, Subject);

    /// <summary>Reads the preamble; the refusal says which part of the title is missing or contradicts.</summary>
    public static MarkStatisticsTitle? Read(IReadOnlyList<TableRow> preamble, out string? refusal)
    {
        string[] titles = [.. preamble.SelectMany(r => r.Cells).Select(c => Plain(c.Text)).Where(t => Kinds().IsMatch(t) && AnyYear().IsMatch(t))];
        var title = Array.Find(titles, t => GradeWords().IsMatch(t)) ?? titles.FirstOrDefault();
        if (title is null)
        {
            refusal = "Над таблицей нет строки вида «ВПР 2021 Русский язык 5 класс»: не узнать процедуру и год.";
            return null;
        }

        if (AnyYear().Matches(title).Select(m => m.Value).Distinct(StringComparer.Ordinal).Count() > 1 || SplitYear().IsMatch(title))
        {
            refusal = $"В строке «{title}» названы два года: ожидается один календарный год процедуры, например «ВПР 2022».";
            return null;
        }

        var year = int.Parse(AnyYear().Match(title).Value, CultureInfo.InvariantCulture);
        title = Programme().Replace(title, " ");
        var grade = GradeOf(title);
        if (grade is null)
        {
            refusal = $"В строке «{title}» не указан класс.";
            return null;
        }

        var label = Labelled(preamble, "Предмет") is { IsEmpty: false } cell ? cell.Text : null;
        var stated = label is null ? null : ProcedureNames.Subject(label);
        var rest = Noise().Replace(AnyYear().Replace(GradeWords().Replace(Kinds().Replace(title, " "), " "), " "), " ");
        var words = SchoolNames.ForSearch(rest).Length == 0 ? null : CellText.Clean(rest).Trim('.', ',', ' ', '-', '–', '—', ':', ';');
        var fromTitle = words is null ? null : ProcedureNames.Subject(words);
        if ((stated ?? fromTitle) is not { } subject)
        {
            refusal = $"В строке «{title}» не указан предмет.";
            return null;
        }

        if (label is not null && fromTitle is not null && fromTitle != subject && NamesAnother(words!, label))
        {
            refusal = $"В заголовке «{title}» и в строке «Предмет» названы разные предметы.";
            return null;
        }

        refusal = null;
        return new MarkStatisticsTitle(
            Kinds().Match(title).Value.ToUpperInvariant(),
            year,
            grade.Value,
            subject,
            CellText.Count(Labelled(preamble, "Максимальный первичный балл")),
            CellText.Date(Labelled(preamble, "Дата")));
    }

    /// <summary>The text with single spaces, underscores read as spaces and the long name of ВПР made short.</summary>
    private static string Plain(string text) => LongName().Replace(CellText.Clean(text.Replace('_', ' ')), "ВПР");

    /// <summary>Only another known subject contradicts: what else a title says («весна», «1 вариант») does not.</summary>
    private static bool NamesAnother(string title, string label)
    {
        var named = ProcedureNames.SubjectsWithin(title);
        return named.Count > 0 && !named.Overlaps(ProcedureNames.SubjectsWithin(label));
    }

    private static int? GradeOf(string title)
    {
        var match = GradeWords().Match(title);
        return match.Success && int.TryParse(match.Groups["grade"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var grade) && grade is >= 1 and <= 11
            ? grade
            : null;
    }

    /// <summary>The value after a label: in the next filled cell or in the same one after the colon.</summary>
    private static TableCell Labelled(IReadOnlyList<TableRow> preamble, string label)
    {
        var wanted = SchoolNames.ForSearch(label);
        foreach (var row in preamble)
        {
            for (var i = 0; i < row.Cells.Count; i++)
            {
                var text = CellText.Clean(row[i].Text);
                if (SchoolNames.ForSearch(text) == wanted)
                {
                    return row.Cells.Skip(i + 1).FirstOrDefault(c => !c.IsEmpty);
                }

                if (text.StartsWith(label + ":", StringComparison.OrdinalIgnoreCase))
                {
                    return new TableCell(text[(label.Length + 1)..].Trim());
                }
            }
        }

        return default;
    }

    [GeneratedRegex(@"\b(?:ВПР|КДР)\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Kinds();

    [GeneratedRegex(@"(?<!\d)20\d\d(?!\d)", RegexOptions.None, 1000)]
    private static partial Regex AnyYear();

    [GeneratedRegex(@"(?<!\d)(?<grade>\d{1,2})(?:\s*-?\s*й)?\s*(?:класс\w*|кл\.)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GradeWords();

    /// <summary>«2021/22».</summary>
    [GeneratedRegex(@"(?<!\d)20\d\d\s*/\s*\d\d(?!\d)", RegexOptions.None, 1000)]
    private static partial Regex SplitYear();

    [GeneratedRegex(@"всероссийск\w+\s+проверочн\w+\s+работ\w*", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex LongName();

    /// <summary>«(по программе 5 класса)»: what the work asks about, not the grade that writes it.</summary>
    [GeneratedRegex(@"\(?\s*\b(?:по\s+программе|по\s+материалам|за\s+курс)\s+\d{1,2}(?:\s*-?\s*го)?\s*класс\w*\s*\)?", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Programme();

    /// <summary>Words beside the subject that name none.</summary>
    [GeneratedRegex(@"\(?\s*\b(?:весн(?:а|ой)|осень(?:ю)?|год(?:а|у)?|г\.)(?!\w)\s*\)?\.?", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Noise();
}
