using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Imports.Lists;
using EffectiveSchool.Imports.Templates;

namespace EffectiveSchool.Imports.Monitoring;

/// <summary>
/// Reads answers of schools to a monitoring: код школы; наименование; муниципалитет; сведение; ответ. What an item takes for an
/// answer is its own rule and not asked here. Never throws for the content of a file.
/// </summary>
public static class AnswerFileReader
{
    private static readonly HashSet<string> ItemHeadings = new(
        new[] { AnswersTemplate.Item, "Сведения", "Что сдаёт школа", "Показатель", "Вопрос", "Пункт" }.Select(SchoolNames.ForSearch), StringComparer.Ordinal);

    private static readonly HashSet<string> AnswerHeadings = new(
        new[] { AnswersTemplate.Answer, "Ответ школы", "Значение" }.Select(SchoolNames.ForSearch), StringComparer.Ordinal);

    /// <summary>Reads a file.</summary>
    /// <param name="stream">The bytes; stays open.</param>
    /// <param name="fileName">Name as it was sent.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public static AnswerFile Read(Stream stream, string fileName, CancellationToken cancellationToken = default)
    {
        var findings = new Findings(fileName);
        var (columns, rows) = ListSheets.Gather<Sheet, AnswerRow>(
            stream,
            findings,
            Sheet.Recognise,
            sheet => sheet.Columns,
            (sheet, row) => sheet.Read(row, findings),
            ("Ответы в файле не распознаны: нет строки заголовков со школой и столбцами «Сведение» и «Ответ».", "Скачайте форму этапа или шаблон ответов и перенесите данные в него."),
            cancellationToken);
        return new AnswerFile(fileName, columns, rows, findings.Refusals, findings.Notes);
    }

    private sealed class Sheet
    {
        private readonly string? _name;
        private int _item = -1;
        private int _answer = -1;

        private Sheet(string? name) => (_name, Columns) = (name, new SchoolColumns(name));

        public SchoolColumns Columns { get; }

        public static Sheet? Recognise(TableRow row, string? name)
        {
            var sheet = new Sheet(name);
            for (var i = 0; i < row.Cells.Count; i++)
            {
                var heading = CellText.Heading(row[i]);
                if (sheet._item < 0 && ItemHeadings.Contains(heading))
                {
                    sheet._item = i;
                    sheet.Columns.Know(row, i, "сведение");
                }
                else if (sheet._answer < 0 && AnswerHeadings.Contains(heading))
                {
                    sheet._answer = i;
                    sheet.Columns.Know(row, i, "ответ");
                }
                else
                {
                    sheet.Columns.Take(row, i, heading);
                }
            }

            return sheet._item >= 0 && sheet._answer >= 0 && sheet.Columns.NameTheSchool ? sheet : null;
        }

        public AnswerRow? Read(TableRow row, Findings findings)
        {
            var (item, written) = (CellText.Clean(row[_item].Text), row[_answer].Text.Trim());
            if (Columns.Read(row, findings) is not { } school)
            {
                return null;
            }

            if (item.Length == 0)
            {
                if (written.Length > 0)
                {
                    findings.Refuse(_name, row, _item, school.AsWritten, "Не сказано, на что это ответ.", "Впишите название сведения, как оно стоит на странице мониторинга.");
                }

                return null;
            }

            return new AnswerRow(school, item, row.Address(_item), written, row.Address(_answer));
        }
    }
}
