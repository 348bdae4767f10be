using System.Text.RegularExpressions;
using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Imports.Results;

/// <summary>Columns of the aggregated template and of marker matrices (domain.md §13).</summary>
public enum TemplateColumn
{
    /// <summary>Год процедуры.</summary>
    Year,

    /// <summary>Процедура.</summary>
    Procedure,

    /// <summary>Код школы.</summary>
    Code,

    /// <summary>Вид кода.</summary>
    CodeKind,

    /// <summary>Наименование школы.</summary>
    Name,

    /// <summary>Муниципалитет.</summary>
    Municipality,

    /// <summary>Участников.</summary>
    Participants,

    /// <summary>Не преодолели порог.</summary>
    Failed,

    /// <summary>Средний балл.</summary>
    MeanScore,

    /// <summary>Получили «2».</summary>
    Twos,

    /// <summary>Получили «3».</summary>
    Threes,

    /// <summary>Получили «4».</summary>
    Fours,

    /// <summary>Получили «5».</summary>
    Fives,

    /// <summary>Этап: основной или пересдача.</summary>
    Stage,

    /// <summary>ВПЛ: выпускники прошлых лет.</summary>
    PastGraduates,

    /// <summary>Версия: предварительный, уточнённый, итоговый.</summary>
    Version,

    /// <summary>Маркер: 1, 0 или пусто.</summary>
    Marker,

    /// <summary>Понизили отметку журнала.</summary>
    Lowered,

    /// <summary>Подтвердили отметку журнала.</summary>
    Confirmed,

    /// <summary>Повысили отметку журнала.</summary>
    Raised,
}

/// <summary>The headings of the template, in the order in which it is written; reading accepts any order and synonyms.</summary>
public static partial class ResultTemplate
{
    private static readonly Dictionary<TemplateColumn, string[]> Headings = new()
    {
        [TemplateColumn.Year] = ["Год", "Год процедуры"],
        [TemplateColumn.Procedure] = ["Процедура", "Оценочная процедура", "Экзамен"],
        [TemplateColumn.CodeKind] = ["Вид кода", "Тип кода"],
        [TemplateColumn.Code] = ["Код школы", "Код ОО", "Код", "Логин ФИС ОКО", "Логин", "Код ОГЭ", "Код ЕГЭ", "ИНН"],
        [TemplateColumn.Name] = ["Наименование", "Наименование ОО", "Название", "Школа", "ОО", "Наименование школы"],
        [TemplateColumn.Municipality] = ["Муниципалитет", "Муниципальное образование", "МО", "АТЕ"],
        [TemplateColumn.Participants] = ["Участников", "Участники", "Кол-во участников", "Количество участников", "Число участников", "Всего участников", "Численность участников"],
        [TemplateColumn.Failed] = ["Не преодолели порог", "Не преодолели", "Не преодолели минимальный порог", "Неуспешных", "Не справились", "Не сдали", "Не преодолели минимальный балл", "Не прошли порог"],
        [TemplateColumn.MeanScore] = ["Средний балл", "Средний тестовый балл", "Средняя отметка"],
        [TemplateColumn.Twos] = ["Отметка 2", "Отметок 2", "2", "Двоек", "Двойки", "Получили 2"],
        [TemplateColumn.Threes] = ["Отметка 3", "Отметок 3", "3", "Троек", "Тройки", "Получили 3"],
        [TemplateColumn.Fours] = ["Отметка 4", "Отметок 4", "4", "Четвёрок", "Четвёрки", "Получили 4"],
        [TemplateColumn.Fives] = ["Отметка 5", "Отметок 5", "5", "Пятёрок", "Пятёрки", "Получили 5"],
        [TemplateColumn.Stage] = ["Этап", "Период"],
        [TemplateColumn.PastGraduates] = ["ВПЛ", "Выпускники прошлых лет"],
        [TemplateColumn.Version] = ["Версия"],
        [TemplateColumn.Marker] = ["Маркер", "Маркер низких результатов", "Низкий результат"],
        [TemplateColumn.Lowered] = ["Понизили", "Понизили отметку", "Понизили кол-во"],
        [TemplateColumn.Confirmed] = ["Подтвердили", "Подтвердили отметку", "Подтвердили кол-во"],
        [TemplateColumn.Raised] = ["Повысили", "Повысили отметку", "Повысили кол-во"],
    };

    private static readonly Dictionary<string, TemplateColumn> ByHeading = Headings
        .SelectMany(h => h.Value.Select(text => (Text: SchoolNames.ForSearch(text), Column: h.Key)))
        .ToDictionary(h => h.Text, h => h.Column, StringComparer.Ordinal);

    /// <summary>Columns of the aggregated template in order, with the headings to write.</summary>
    public static IReadOnlyList<(TemplateColumn Column, string Heading)> Columns { get; } =
        [.. Headings.Keys.Where(c => c is not (TemplateColumn.Marker or TemplateColumn.Lowered or TemplateColumn.Confirmed or TemplateColumn.Raised)).Select(c => (c, c.Heading()))];

    /// <summary>Columns of the template of comparisons with the journal, in order, with the headings to write.</summary>
    public static IReadOnlyList<(TemplateColumn Column, string Heading)> ComparisonColumns { get; } = [.. new[]
    {
        TemplateColumn.Year, TemplateColumn.Procedure, TemplateColumn.CodeKind, TemplateColumn.Code, TemplateColumn.Name, TemplateColumn.Municipality,
        TemplateColumn.Participants, TemplateColumn.Lowered, TemplateColumn.Confirmed, TemplateColumn.Raised,
    }.Select(c => (c, c.Heading()))];

    /// <summary>The heading the template writes for a column.</summary>
    public static string Heading(this TemplateColumn column) => Headings[column][0];

    internal static TemplateColumn? Find(string heading) => ByHeading.TryGetValue(heading, out var column) ? column
        : Mark().Match(heading) is { Success: true } mark ? TemplateColumn.Twos + (mark.Groups["mark"].Value[0] - '2') : null;

    /// <summary>The column of a heading cell; a share in percent is no count.</summary>
    internal static TemplateColumn? Find(TableCell cell) => cell.Text.Contains('%', StringComparison.Ordinal) ? null : Find(CellText.Heading(cell));

    /// <summary>«Отметки 2», «Кол-во отметок „2“», «Оценка 2», «На 2», «2 чел.», over headings in the form of <see cref="CellText.Heading"/>.</summary>
    [GeneratedRegex(
        @"^((КОЛ ВО|КОЛИЧЕСТВО|ЧИСЛО) )?(ПОЛУЧИЛ[ИО] )?(НА )?((ОТМЕТ|ОЦЕН)\w+ )?(НА )?(?<mark>[2-5])( (ОТМЕТ|ОЦЕН)\w+)?( (КОЛ ВО|КОЛИЧЕСТВО|ЧЕЛ\w*))?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mark();
}

/// <summary>Where the columns of a template or matrix stand.</summary>
internal sealed class TemplateColumns
{
    private readonly Dictionary<TemplateColumn, int> _places;

    private TemplateColumns(Dictionary<TemplateColumn, int> places, SchoolCodeKind? codeKind, IReadOnlyList<RecognisedColumn> recognised)
    {
        _places = places;
        CodeKind = codeKind;
        Recognised = recognised;
    }

    /// <summary>The kind of code that the heading itself names: «ИНН», «Логин ФИС ОКО».</summary>
    public SchoolCodeKind? CodeKind { get; }

    public IReadOnlyList<RecognisedColumn> Recognised { get; }

    /// <summary>What the table lacks, or null.</summary>
    public string? Problem
    {
        get
        {
            TemplateColumn[] needed = Has(TemplateColumn.Marker) ? [TemplateColumn.Year, TemplateColumn.Procedure, TemplateColumn.Code]
                : Has(TemplateColumn.Lowered) ? [TemplateColumn.Year, TemplateColumn.Procedure, TemplateColumn.Code, TemplateColumn.Participants, TemplateColumn.Confirmed, TemplateColumn.Raised]
                : [TemplateColumn.Year, TemplateColumn.Procedure, TemplateColumn.Code, TemplateColumn.Participants];
            // Names alone say less than codes, but a person may still say which schools they are.
            string[] missing = [.. needed.Where(c => !Has(c) && !(c == TemplateColumn.Code && Has(TemplateColumn.Name))).Select(c => $"«{c.Heading()}»")];
            if (missing.Length == 0 && !Has(TemplateColumn.Marker) && !Has(TemplateColumn.Lowered) && !Has(TemplateColumn.Failed) && !Has(TemplateColumn.Twos))
            {
                missing = [$"«{TemplateColumn.Failed.Heading()}»"];
            }

            return missing.Length == 0 ? null : $"В таблице результатов нет столбца {string.Join(", ", missing)}.";
        }
    }

    /// <summary>The columns, where a row is a header of a template or matrix: at least a code and two more of its words.</summary>
    public static TemplateColumns? Recognise(TableRow row)
    {
        var places = new Dictionary<TemplateColumn, int>();
        var recognised = new List<RecognisedColumn>();
        SchoolCodeKind? kind = null;
        for (var i = 0; i < row.Cells.Count; i++)
        {
            if (ResultTemplate.Find(row[i]) is { } column && places.TryAdd(column, i))
            {
                kind = column == TemplateColumn.Code ? SchoolCodeReader.Kind(CellText.Heading(row[i])) : kind;
                recognised.Add(new RecognisedColumn(CellAddress.Letters(i), CellText.Clean(row[i].Text), column.Heading().ToLowerInvariant()));
            }
        }

        var isHeader = places.ContainsKey(TemplateColumn.Procedure)
            && (places.ContainsKey(TemplateColumn.Code) || places.ContainsKey(TemplateColumn.Year))
            && (places.ContainsKey(TemplateColumn.Participants) || places.ContainsKey(TemplateColumn.Marker) || places.ContainsKey(TemplateColumn.Failed));
        return isHeader ? new TemplateColumns(places, kind, recognised) : null;
    }

    public bool Has(TemplateColumn column) => _places.ContainsKey(column);

    /// <summary>The cell of a column; empty where the table has no such column.</summary>
    public TableCell Cell(TableRow row, TemplateColumn column) => _places.TryGetValue(column, out var place) ? row[place] : default;

    /// <summary>Place of a column for an address; null where there is none.</summary>
    public int? Place(TemplateColumn column) => _places.TryGetValue(column, out var place) ? place : null;
}
