using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Imports.Lists;

namespace EffectiveSchool.Imports.Figures;

/// <summary>
/// Reads figures of schools by year: год; код школы; наименование; муниципалитет; обучающихся; участников олимпиад; выпускников 9
/// класса; перешли в 10 класс; устойчивый Интернет; компьютеров достаточно; вакансий педагогов. Never throws for the content of a file.
/// </summary>
public static class FigureFileReader
{
    private const string Year = "Год";
    private const int MostValue = 100_000;

    private static readonly Dictionary<string, SchoolFigureKind> Headings = Enum.GetValues<SchoolFigureKind>()
        .SelectMany(kind => Synonyms(kind).Prepend(kind.Heading()).Select(h => (Heading: SchoolNames.ForSearch(h), kind)))
        .ToDictionary(h => h.Heading, h => h.kind, StringComparer.Ordinal);

    private static readonly HashSet<string> Yes = new(new[] { "да", "есть", "имеется", "достаточно", "1" }.Select(SchoolNames.ForSearch), StringComparer.Ordinal);

    private static readonly HashSet<string> No = new(new[] { "нет", "не имеется", "отсутствует", "недостаточно", "0" }.Select(SchoolNames.ForSearch), StringComparer.Ordinal);

    /// <summary>Reads a file.</summary>
    /// <param name="stream">The bytes; stays open.</param>
    /// <param name="fileName">Name as it was sent.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <param name="lastYear">The current calendar year: figures of a later one are refused; by default any year is taken.</param>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public static FigureFile Read(Stream stream, string fileName, CancellationToken cancellationToken = default, int lastYear = CellText.LatestYear)
    {
        var findings = new Findings(fileName) { LastYear = lastYear };
        var (columns, rows) = ListSheets.Gather<Sheet, FigureRow>(
            stream,
            findings,
            Sheet.Recognise,
            sheet => sheet.Columns,
            (sheet, row) => sheet.Read(row, findings),
            ("Показатели школы в файле не распознаны: нет строки заголовков с годом, школой и хотя бы одним показателем.", "Скачайте шаблон показателей школы и перенесите данные в него."),
            cancellationToken);
        FigureRow[] kept = [.. rows.GroupBy(r => r.Year).SelectMany(year => ListSheets.Unique(
            [.. year], r => r.Told, r => r.Cell, findings, $"дважды за {year.Key} год с разными показателями", "Оставьте одну строку о школе за год."))];
        return new FigureFile(fileName, columns, kept, findings.Refusals, findings.Notes);
    }

    private static string[] Synonyms(SchoolFigureKind kind) => kind switch
    {
        SchoolFigureKind.Pupils => ["Численность обучающихся", "Контингент", "Всего обучающихся"],
        SchoolFigureKind.OlympiadPupils => ["Участников региональных и всероссийских олимпиад", "Участники олимпиад", "Олимпиады"],
        SchoolFigureKind.GradeNineLeavers => ["Выпускников 9 классов", "Выпускники 9 класса", "Окончили 9 класс"],
        SchoolFigureKind.WentToGradeTen => ["Перешли в 10 классы", "Продолжили обучение в 10 классе", "Поступили в 10 класс"],
        SchoolFigureKind.StableInternet => ["Интернет устойчивый", "Стабильный Интернет", "Интернет"],
        SchoolFigureKind.EnoughComputers => ["Достаточно компьютеров", "Компьютеры", "Обеспеченность компьютерами"],
        _ => ["Вакансии педагогов", "Вакансий", "Вакансии", "Вакантных ставок"],
    };

    private sealed class Sheet
    {
        private readonly string? _name;
        private readonly Dictionary<SchoolFigureKind, int> _places = [];
        private int _year = -1;

        private Sheet(string? name) => (_name, Columns) = (name, new SchoolColumns(name));

        public SchoolColumns Columns { get; }

        public static Sheet? Recognise(TableRow row, string? name)
        {
            var sheet = new Sheet(name);
            for (var i = 0; i < row.Cells.Count; i++)
            {
                var heading = CellText.Heading(row[i]);
                if (sheet._year < 0 && heading == SchoolNames.ForSearch(Year))
                {
                    sheet._year = i;
                    sheet.Columns.Know(row, i, "год");
                }
                else if (Headings.TryGetValue(heading, out var kind) && sheet._places.TryAdd(kind, i))
                {
                    sheet.Columns.Know(row, i, kind.Heading().ToLowerInvariant());
                }
                else
                {
                    sheet.Columns.Take(row, i, heading);
                }
            }

            return sheet._year >= 0 && sheet._places.Count > 0 && sheet.Columns.NameTheSchool ? sheet : null;
        }

        public FigureRow? Read(TableRow row, Findings findings)
        {
            if (Columns.Read(row, findings) is not { } school)
            {
                return null;
            }

            if (CellText.Year(row[_year]) is not { } year)
            {
                findings.Refuse(_name, row, _year, school.AsWritten, $"Год «{CellText.Clean(row[_year].Text)}»: ожидается год четырьмя цифрами.", "Укажите год, например 2024.");
                return null;
            }

            if (findings.RefusalOf(year) is { } future)
            {
                findings.Refuse(_name, row, _year, school.AsWritten, future, "Исправьте год.");
                return null;
            }

            var values = new Dictionary<SchoolFigureKind, int>();
            foreach (var (kind, place) in _places)
            {
                if (!TryRead(row, kind, place, school.AsWritten, findings, out var value))
                {
                    return null;
                }

                if (value is { } known)
                {
                    values.Add(kind, known);
                }
            }

            if (values.Count == 0)
            {
                findings.Note(_name, [row.Number], "Строка без показателей пропущена");
                return null;
            }

            return Fits(row, school.AsWritten, values, SchoolFigureKind.OlympiadPupils, SchoolFigureKind.Pupils, findings)
                && Fits(row, school.AsWritten, values, SchoolFigureKind.WentToGradeTen, SchoolFigureKind.GradeNineLeavers, findings)
                ? new FigureRow(school, year, values)
                : null;
        }

        /// <summary>An empty cell, a dash and «н/д» tell nothing. «Нет» is the answer no where one is asked, and no number.</summary>
        private bool TryRead(TableRow row, SchoolFigureKind kind, int place, string written, Findings findings, out int? value)
        {
            var cell = row[place];
            var text = CellText.Heading(cell);
            value = kind.IsYesNo() ? Yes.Contains(text) ? 1 : No.Contains(text) ? 0 : null : CellText.Count(cell);
            if (value is <= MostValue)
            {
                return true;
            }

            var saysNo = No.Contains(text) && cell.Number is null;
            if (value is null && CellText.IsNoData(cell) && !saysNo)
            {
                return true;
            }

            var (expected, whatToDo) = kind.IsYesNo()
                ? ("ожидается «да» или «нет»", "Напишите «да» или «нет»; если не знаете, оставьте ячейку пустой.")
                : ("ожидается целое число от 0 до 100 000", "Впишите число; если таких нет, впишите 0, а если не знаете, оставьте ячейку пустой.");
            findings.Refuse(_name, row, place, written, $"«{kind.Heading()}» записано как «{CellText.Clean(cell.Text)}»: {expected}.", whatToDo);
            return false;
        }

        private bool Fits(TableRow row, string written, Dictionary<SchoolFigureKind, int> values, SchoolFigureKind part, SchoolFigureKind whole, Findings findings)
        {
            if (!values.TryGetValue(part, out var some) || !values.TryGetValue(whole, out var all) || some <= all)
            {
                return true;
            }

            findings.Refuse(
                _name, row, _places[part], written, $"«{part.Heading()}» — {some}, а «{whole.Heading().ToLowerInvariant()}» — {all}: часть больше целого.", "Исправьте одно из двух чисел.");
            return false;
        }
    }
}
