using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Imports.Lists;
using EffectiveSchool.Imports.Results;
using EffectiveSchool.Imports.Tables;
using EffectiveSchool.Imports.Templates;

namespace EffectiveSchool.Imports.Events;

/// <summary>Reads who took part in an event: код школы; наименование; муниципалитет; участников; из них руководителей. Never throws for the content of a file.</summary>
public static class ParticipantFileReader
{
    private const int MostPeople = 10_000;

    private static readonly HashSet<string> PeopleHeadings = new(
        new[] { ParticipantsTemplate.People, "Человек", "Кол-во человек", "Количество человек", "Педагогов", "Всего участников" }.Select(SchoolNames.ForSearch), StringComparer.Ordinal);

    private static readonly HashSet<string> ManagersHeadings = new(
        new[] { ParticipantsTemplate.Managers, "Руководителей", "В том числе руководителей", "Управленцев" }.Select(SchoolNames.ForSearch), StringComparer.Ordinal);

    /// <summary>Reads a file.</summary>
    /// <param name="stream">The bytes; stays open.</param>
    /// <param name="fileName">Name as it was sent.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public static ParticipantFile Read(Stream stream, string fileName, CancellationToken cancellationToken = default)
    {
        var findings = new Findings(fileName);
        var columns = new List<RecognisedColumn>();
        var rows = new List<ParticipantRow>();
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
                    "Участники в файле не распознаны: нет строки заголовков со школой и столбцом «Участников».",
                    "Скачайте шаблон участников мероприятия и перенесите данные в него.");
            }

            findings.NoteUnfilled(rows.Count > 0);
            return new ParticipantFile(fileName, columns, Unique(rows, findings), findings.Refusals, findings.Notes);
        }
        catch (FileRefusedException fault)
        {
            findings.RefuseFile(fault);
            return new ParticipantFile(fileName, [], [], findings.Refusals, findings.Notes);
        }
    }

    /// <summary>A school twice with the same numbers counts once; with different ones nobody can say which are right.</summary>
    private static List<ParticipantRow> Unique(List<ParticipantRow> rows, Findings findings)
    {
        var kept = new List<ParticipantRow>();
        foreach (var same in rows.GroupBy(r => r.Code ?? r.AsWritten + "|" + r.Municipality, StringComparer.Ordinal))
        {
            ParticipantRow[] all = [.. same];
            if (Array.TrueForAll(all, r => (r.People, r.Managers) == (all[0].People, all[0].Managers)))
            {
                kept.Add(all[0]);
                findings.Note(all[0].Sheet, all.Length == 1 ? [] : [.. all.Select(r => r.Row)], $"«{all[0].AsWritten}»: строка повторена, учтена один раз");
                continue;
            }

            foreach (var row in all)
            {
                findings.Refuse(new Refusal(
                    findings.File, row.Sheet, row.Row, row.Cell, row.AsWritten,
                    $"Школа стоит в файле с разными числами: строки {string.Join(", ", all.Select(r => r.Row))}.", "Оставьте одну строку о школе с общим числом участников."));
            }
        }

        return kept;
    }

    private sealed class Sheet
    {
        private readonly Dictionary<TemplateColumn, int> _places = [];
        private readonly string? _name;
        private int _people = -1;
        private int _managers = -1;
        private SchoolCodeKind? _kind;

        private Sheet(string? name) => _name = name;

        public List<RecognisedColumn> Columns { get; } = [];

        public static Sheet? Recognise(TableRow row, string? name)
        {
            var sheet = new Sheet(name);
            for (var i = 0; i < row.Cells.Count; i++)
            {
                var heading = CellText.Heading(row[i]);
                if (sheet._managers < 0 && ManagersHeadings.Contains(heading))
                {
                    sheet._managers = i;
                    sheet.Know(row, i, "из них руководителей");
                }
                else if (sheet._people < 0 && (PeopleHeadings.Contains(heading) || ResultTemplate.Find(heading) == TemplateColumn.Participants))
                {
                    sheet._people = i;
                    sheet.Know(row, i, "участников");
                }
                else if (ResultTemplate.Find(heading) is TemplateColumn.Code or TemplateColumn.Name or TemplateColumn.Municipality
                    && ResultTemplate.Find(heading) is { } column && sheet._places.TryAdd(column, i))
                {
                    sheet._kind = column == TemplateColumn.Code ? SchoolCodeReader.Kind(heading) : sheet._kind;
                    sheet.Know(row, i, column.Heading().ToLowerInvariant());
                }
            }

            return sheet._people >= 0 && (sheet._places.ContainsKey(TemplateColumn.Code) || sheet._places.ContainsKey(TemplateColumn.Name)) ? sheet : null;
        }

        public ParticipantRow? Read(TableRow row, Findings findings)
        {
            var (name, code) = (Text(row, TemplateColumn.Name), Text(row, TemplateColumn.Code));
            if (name.Length == 0 && code.Length == 0)
            {
                return null;
            }

            var written = name.Length == 0 ? code : code.Length == 0 ? name : $"{name} ({code})";
            if (!TryCount(row, _people, written, findings, out var people) || !TryCount(row, _managers, written, findings, out var managers))
            {
                return null;
            }

            if (managers > (people ?? 0))
            {
                findings.Refuse(_name, row, _managers, written, $"Руководителей {managers}, а участников от школы {people?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "не указано"}.", "Исправьте числа: руководители входят в число участников.");
                return null;
            }

            SchoolCodeRead? read = null;
            if (code.Length > 0)
            {
                read = SchoolCodeReader.Read(row[_places[TemplateColumn.Code]], _kind, "ВПР ", out var refusal);
                if (read is null)
                {
                    findings.Refuse(_name, row, _places[TemplateColumn.Code], written, refusal!, "Исправьте код или оставьте ячейку пустой: тогда школа ищется по названию.");
                    return null;
                }
            }

            var cell = row.Address(_places.GetValueOrDefault(code.Length > 0 ? TemplateColumn.Code : TemplateColumn.Name));
            return new ParticipantRow(_name, row.Number, cell, written, read?.Digits, read?.Kinds ?? [], name, Text(row, TemplateColumn.Municipality), people, managers);
        }

        private bool TryCount(TableRow row, int place, string written, Findings findings, out int? count)
        {
            count = place < 0 || CellText.IsNoData(row[place]) ? null : CellText.Count(row[place]);
            if (place < 0 || CellText.IsNoData(row[place]) || count is <= MostPeople)
            {
                return true;
            }

            findings.Refuse(_name, row, place, written, $"«{CellText.Clean(row[place].Text)}»: ожидается целое число от 0 до 10 000.", "Впишите число людей от школы; если его не знаете, оставьте ячейку пустой.");
            return false;
        }

        private void Know(TableRow row, int place, string meaning) => Columns.Add(new RecognisedColumn(CellAddress.Letters(place), CellText.Clean(row[place].Text), meaning));

        private string Text(TableRow row, TemplateColumn column) => _places.TryGetValue(column, out var place) ? CellText.Clean(row[place].Text) : "";
    }
}
