using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Imports.Results;
using EffectiveSchool.Imports.Templates;

namespace EffectiveSchool.Imports.Lists;

/// <summary>
/// Reads a federal list with a level per school: код школы; наименование; муниципалитет; уровень. Never throws for the content
/// of a file.
/// </summary>
public static class FederalListReader
{
    private static readonly HashSet<string> LevelHeadings = new(
        new[] { FederalListTemplate.Level, "Уровень неуспешности", "Уровень неуспеваемости", "Степень неуспеваемости", "Уровень ОО", "Категория" }.Select(SchoolNames.ForSearch),
        StringComparer.Ordinal);

    /// <summary>Reads a file.</summary>
    /// <param name="stream">The bytes; stays open.</param>
    /// <param name="fileName">Name as it was sent.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public static FederalListFile Read(Stream stream, string fileName, CancellationToken cancellationToken = default)
    {
        var findings = new Findings(fileName);
        var (columns, rows) = ListSheets.Gather<Sheet, FederalListRow>(
            stream,
            findings,
            Sheet.Recognise,
            sheet => sheet.Columns,
            (sheet, row) => sheet.Read(row, findings),
            ("Федеральный перечень в файле не распознан: нет строки заголовков со школой и столбцом «Уровень».", "Скачайте шаблон федерального перечня и перенесите данные в него."),
            cancellationToken);
        var kept = ListSheets.Unique(rows, r => r.Level, r => r.LevelCell, findings, "с разными уровнями", "Оставьте одну верную строку.");
        return new FederalListFile(fileName, columns, kept, findings.Refusals, findings.Notes);
    }

    private sealed class Sheet
    {
        private readonly string? _name;
        private int _level = -1;

        private Sheet(string? name) => (_name, Columns) = (name, new SchoolColumns(name));

        public SchoolColumns Columns { get; }

        public static Sheet? Recognise(TableRow row, string? name)
        {
            var sheet = new Sheet(name);
            for (var i = 0; i < row.Cells.Count; i++)
            {
                var heading = CellText.Heading(row[i]);
                if (sheet._level < 0 && LevelHeadings.Contains(heading))
                {
                    sheet._level = i;
                    sheet.Columns.Know(row, i, "уровень");
                }
                else
                {
                    sheet.Columns.Take(row, i, heading);
                }
            }

            return sheet._level >= 0 && sheet.Columns.NameTheSchool ? sheet : null;
        }

        public FederalListRow? Read(TableRow row, Findings findings)
        {
            if (Columns.Read(row, findings) is not { } school)
            {
                return null;
            }

            if (FederalLevels.Find(CellText.Clean(row[_level].Text)) is { } level)
            {
                return new FederalListRow(school, level, row.Address(_level));
            }

            findings.Refuse(
                _name, row, _level, school.AsWritten, $"Уровень «{CellText.Clean(row[_level].Text)}»: ожидается «базово», «умеренно» или «сильно неуспевающая».",
                "Перенесите уровень из документа так, как он там назван.");
            return null;
        }
    }
}
