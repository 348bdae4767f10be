using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Imports.Lists;
using EffectiveSchool.Imports.Results;
using EffectiveSchool.Imports.Templates;

namespace EffectiveSchool.Imports.Events;

/// <summary>Reads who took part in an event: код школы; наименование; муниципалитет; участников; из них руководителей; из них уже учтены. Never throws for the content of a file.</summary>
public static class ParticipantFileReader
{
    private const int MostPeople = 10_000;

    private static readonly HashSet<string> PeopleHeadings = new(
        new[] { ParticipantsTemplate.People, "Человек", "Кол-во человек", "Количество человек", "Педагогов", "Всего участников" }.Select(SchoolNames.ForSearch), StringComparer.Ordinal);

    private static readonly HashSet<string> ManagersHeadings = new(
        new[] { ParticipantsTemplate.Managers, "Руководителей", "В том числе руководителей", "Управленцев" }.Select(SchoolNames.ForSearch), StringComparer.Ordinal);

    private static readonly HashSet<string> AgainHeadings = new(
        new[] { ParticipantsTemplate.Again, "Уже учтены", "Из них уже учтены", "Повторно" }.Select(SchoolNames.ForSearch), StringComparer.Ordinal);

    /// <summary>Reads a file.</summary>
    /// <param name="stream">The bytes; stays open.</param>
    /// <param name="fileName">Name as it was sent.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public static ParticipantFile Read(Stream stream, string fileName, CancellationToken cancellationToken = default)
    {
        var findings = new Findings(fileName);
        var (columns, rows) = ListSheets.Gather<Sheet, ParticipantRow>(
            stream,
            findings,
            Sheet.Recognise,
            sheet => sheet.Columns,
            (sheet, row) => sheet.Read(row, findings),
            ("Участники в файле не распознаны: нет строки заголовков со школой и столбцом «Участников».", "Скачайте шаблон участников мероприятия и перенесите данные в него."),
            cancellationToken);
        var kept = ListSheets.Unique(rows, r => (r.People, r.Managers, r.Again), r => r.Cell, findings, "с разными числами", "Оставьте одну строку о школе с общим числом участников.");
        return new ParticipantFile(fileName, columns, kept, findings.Refusals, findings.Notes);
    }

    private sealed class Sheet
    {
        private readonly string? _name;
        private int _people = -1;
        private int _managers = -1;
        private int _again = -1;

        private Sheet(string? name) => (_name, Columns) = (name, new SchoolColumns(name));

        public SchoolColumns Columns { get; }

        public static Sheet? Recognise(TableRow row, string? name)
        {
            var sheet = new Sheet(name);
            for (var i = 0; i < row.Cells.Count; i++)
            {
                var heading = CellText.Heading(row[i]);
                if (sheet._managers < 0 && ManagersHeadings.Contains(heading))
                {
                    sheet._managers = i;
                    sheet.Columns.Know(row, i, "из них руководителей");
                }
                else if (sheet._again < 0 && AgainHeadings.Contains(heading))
                {
                    sheet._again = i;
                    sheet.Columns.Know(row, i, "из них уже учтены");
                }
                else if (sheet._people < 0 && (PeopleHeadings.Contains(heading) || ResultTemplate.Find(heading) == TemplateColumn.Participants))
                {
                    sheet._people = i;
                    sheet.Columns.Know(row, i, "участников");
                }
                else
                {
                    sheet.Columns.Take(row, i, heading);
                }
            }

            return sheet._people >= 0 && sheet.Columns.NameTheSchool ? sheet : null;
        }

        public ParticipantRow? Read(TableRow row, Findings findings)
        {
            if (Columns.Read(row, findings) is not { } school
                || !TryCount(row, _people, school.AsWritten, findings, out var people) || !TryCount(row, _managers, school.AsWritten, findings, out var managers)
                || !TryCount(row, _again, school.AsWritten, findings, out var again))
            {
                return null;
            }

            if (managers > (people ?? 0))
            {
                findings.Refuse(_name, row, _managers, school.AsWritten, $"Руководителей {managers}, а участников от школы {people?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "не указано"}.", "Исправьте числа: руководители входят в число участников.");
                return null;
            }

            if (again > (people ?? 0))
            {
                findings.Refuse(_name, row, _again, school.AsWritten, $"Уже учтённых {again}, а участников от школы {people?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "не указано"}.", "Исправьте числа: уже учтённые входят в число участников.");
                return null;
            }

            return new ParticipantRow(school, people, managers, again);
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
    }
}
