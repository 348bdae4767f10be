using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Imports.Results;
using EffectiveSchool.Imports.Tables;
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
        var columns = new List<RecognisedColumn>();
        var rows = new List<FederalListRow>();
        try
        {
            using var table = TableFile.Open(stream, cancellationToken);
            ListSheets.Read<Sheet>(
                table,
                findings,
                Sheet.Recognise,
                (sheet, row) =>
                {
                    if (sheet.Read(row, findings) is { } school)
                    {
                        rows.Add(school);
                    }
                },
                sheet => columns.AddRange(sheet.Columns),
                cancellationToken);
            if (columns.Count == 0)
            {
                throw new FileRefusedException(
                    "Федеральный перечень в файле не распознан: нет строки заголовков со школой и столбцом «Уровень».",
                    "Скачайте шаблон федерального перечня и перенесите данные в него.");
            }

            findings.NoteUnfilled(rows.Count > 0);
            return new FederalListFile(fileName, columns, Unique(rows, findings), findings.Refusals, findings.Notes);
        }
        catch (FileRefusedException fault)
        {
            findings.RefuseFile(fault);
            return new FederalListFile(fileName, [], [], findings.Refusals, findings.Notes);
        }
    }

    /// <summary>A school twice with one level counts once; with two levels nobody can say which is right.</summary>
    private static List<FederalListRow> Unique(List<FederalListRow> rows, Findings findings)
    {
        var kept = new List<FederalListRow>();
        foreach (var same in rows.GroupBy(r => r.Code ?? r.AsWritten + "|" + r.Municipality, StringComparer.Ordinal))
        {
            FederalListRow[] all = [.. same];
            if (Array.TrueForAll(all, r => r.Level == all[0].Level))
            {
                kept.Add(all[0]);
                findings.Note(all[0].Sheet, all.Length == 1 ? [] : [.. all.Select(r => r.Row)], $"«{all[0].AsWritten}»: строка повторена, учтена один раз");
                continue;
            }

            foreach (var row in all)
            {
                findings.Refuse(new Refusal(
                    findings.File, row.Sheet, row.Row, row.LevelCell, row.AsWritten,
                    $"Школа стоит в файле с разными уровнями: строки {string.Join(", ", all.Select(r => r.Row))}.", "Оставьте одну верную строку."));
            }
        }

        return kept;
    }

    private sealed class Sheet
    {
        private readonly Dictionary<TemplateColumn, int> _places = [];
        private readonly string? _name;
        private int _level = -1;
        private SchoolCodeKind? _kind;

        private Sheet(string? name) => _name = name;

        public List<RecognisedColumn> Columns { get; } = [];

        public static Sheet? Recognise(TableRow row, string? name)
        {
            var sheet = new Sheet(name);
            for (var i = 0; i < row.Cells.Count; i++)
            {
                var heading = CellText.Heading(row[i]);
                if (sheet._level < 0 && LevelHeadings.Contains(heading))
                {
                    sheet._level = i;
                    sheet.Columns.Add(new RecognisedColumn(CellAddress.Letters(i), CellText.Clean(row[i].Text), "уровень"));
                }
                else if (ResultTemplate.Find(heading) is TemplateColumn.Code or TemplateColumn.Name or TemplateColumn.Municipality
                    && ResultTemplate.Find(heading) is { } column && sheet._places.TryAdd(column, i))
                {
                    sheet._kind = column == TemplateColumn.Code ? SchoolCodeReader.Kind(heading) : sheet._kind;
                    sheet.Columns.Add(new RecognisedColumn(CellAddress.Letters(i), CellText.Clean(row[i].Text), column.Heading().ToLowerInvariant()));
                }
            }

            return sheet._level >= 0 && (sheet._places.ContainsKey(TemplateColumn.Code) || sheet._places.ContainsKey(TemplateColumn.Name)) ? sheet : null;
        }

        public FederalListRow? Read(TableRow row, Findings findings)
        {
            var name = Text(row, TemplateColumn.Name);
            var code = Text(row, TemplateColumn.Code);
            if (name.Length == 0 && code.Length == 0)
            {
                return null;
            }

            var written = name.Length == 0 ? code : code.Length == 0 ? name : $"{name} ({code})";
            if (FederalLevels.Find(CellText.Clean(row[_level].Text)) is not { } level)
            {
                findings.Refuse(
                    _name, row, _level, written, $"Уровень «{CellText.Clean(row[_level].Text)}»: ожидается «базово», «умеренно» или «сильно неуспевающая».",
                    "Перенесите уровень из документа так, как он там назван.");
                return null;
            }

            SchoolCodeRead? read = null;
            if (code.Length > 0)
            {
                read = SchoolCodeReader.Read(row[_places[TemplateColumn.Code]], _kind, "ВПР ", out var refusal);
                if (read is null)
                {
                    findings.Refuse(_name, row, _places[TemplateColumn.Code], written, refusal!, "Исправьте код или оставьте ячейку пустой: тогда школу укажете по названию.");
                    return null;
                }
            }

            var cell = row.Address(_places.GetValueOrDefault(code.Length > 0 ? TemplateColumn.Code : TemplateColumn.Name));
            return new FederalListRow(
                _name, row.Number, cell, written, read?.Digits, read?.Kinds ?? [], name, Text(row, TemplateColumn.Municipality), level, row.Address(_level));
        }

        private string Text(TableRow row, TemplateColumn column) => _places.TryGetValue(column, out var place) ? CellText.Clean(row[place].Text) : "";
    }
}
