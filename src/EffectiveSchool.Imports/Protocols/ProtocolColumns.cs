using EffectiveSchool.Imports.Results;

namespace EffectiveSchool.Imports.Protocols;

/// <summary>A column of a protocol that is read; columns of names are not among them.</summary>
internal enum ProtocolColumn
{
    Code,
    CodeKind,
    Procedure,
    Year,
    Date,
    Score,
    PrimaryScore,
    Mark,
    Failed,
    Stage,
    PastGraduates,
}

/// <summary>Where the columns of a protocol stand.</summary>
internal sealed class ProtocolColumns
{
    private static readonly Dictionary<ProtocolColumn, string[]> Headings = new()
    {
        [ProtocolColumn.Code] =
        [
            "КОД ШКОЛЫ", "КОД ОО", "КОД ОУ", "КОД ОРГАНИЗАЦИИ", "КОД ОБРАЗОВАТЕЛЬНОЙ ОРГАНИЗАЦИИ", "ЛОГИН ФИС ОКО", "ЛОГИН", "КОД ОГЭ", "КОД ЕГЭ", "ИНН", "ОО", "ОУ", "ШКОЛА",
        ],
        [ProtocolColumn.CodeKind] = ["ВИД КОДА", "ТИП КОДА"],
        [ProtocolColumn.Procedure] = ["ПРОЦЕДУРА", "ЭКЗАМЕН", "ПРЕДМЕТ", "НАИМЕНОВАНИЕ ПРЕДМЕТА", "УЧЕБНЫЙ ПРЕДМЕТ"],
        [ProtocolColumn.Year] = ["ГОД", "ГОД ПРОЦЕДУРЫ"],
        [ProtocolColumn.Date] = ["ДАТА", "ДАТА ЭКЗАМЕНА", "ДАТА ПРОВЕДЕНИЯ"],
        [ProtocolColumn.Score] = ["БАЛЛ", "БАЛЛЫ", "ТЕСТОВЫЙ БАЛЛ", "ИТОГОВЫЙ БАЛЛ", "100 БАЛЛЬНЫЙ", "БАЛЛ 100"],
        [ProtocolColumn.PrimaryScore] = ["ПЕРВИЧНЫЙ БАЛЛ", "ПЕРВИЧНЫЕ БАЛЛЫ", "ПБ"],
        [ProtocolColumn.Mark] = ["ОТМЕТКА", "ОЦЕНКА", "ИТОГОВАЯ ОТМЕТКА", "ОТМЕТКА ПО 5 БАЛЛЬНОЙ ШКАЛЕ"],
        [ProtocolColumn.Failed] = ["НЕ ПРЕОДОЛЕЛ ПОРОГ", "НЕ ПРЕОДОЛЕЛ", "НЕ СДАЛ"],
        [ProtocolColumn.Stage] = ["ЭТАП", "ПЕРИОД", "ЭТАП ЭКЗАМЕНА", "ЭТАП ПРОВЕДЕНИЯ"],
        [ProtocolColumn.PastGraduates] = ["ВПЛ", "ВЫПУСКНИК ПРОШЛЫХ ЛЕТ", "КАТЕГОРИЯ", "КАТЕГОРИЯ УЧАСТНИКА"],
    };

    private readonly Dictionary<ProtocolColumn, int> _places = [];

    private ProtocolColumns(TableRow row)
    {
        for (var i = 0; i < row.Cells.Count; i++)
        {
            var heading = CellText.Heading(row[i]);
            if (PersonNames.IsHeading(row[i]) && !Headings[ProtocolColumn.PastGraduates].Contains(heading, StringComparer.Ordinal))
            {
                Names.Add(i);
                continue;
            }

            foreach (var (column, words) in Headings)
            {
                if (words.Contains(heading, StringComparer.Ordinal) && _places.TryAdd(column, i) && column == ProtocolColumn.Code)
                {
                    CodeKind = heading switch
                    {
                        "ЛОГИН ФИС ОКО" or "ЛОГИН" => "ФИС ОКО",
                        "КОД ОГЭ" => "ОГЭ",
                        "КОД ЕГЭ" => "ЕГЭ",
                        "ИНН" => "ИНН",
                        _ => "",
                    };
                }
            }
        }
    }

    /// <summary>Columns of names: told apart by, never kept.</summary>
    public List<int> Names { get; } = [];

    /// <summary>The kind of code that the heading itself names; empty where it names none.</summary>
    public string CodeKind { get; } = "";

    public bool HasVerdict => Has(ProtocolColumn.Score) || Has(ProtocolColumn.PrimaryScore) || Has(ProtocolColumn.Mark) || Has(ProtocolColumn.Failed);

    /// <summary>The columns, where a row is the header of a table of persons; one that counts participants is a table of schools.</summary>
    public static ProtocolColumns? Recognise(TableRow row) => new ProtocolColumns(row) is { Names.Count: > 0 } columns
        && row.Cells.Count(c => !c.IsEmpty) > 1
        && !row.Cells.Any(c => ResultTemplate.Find(CellText.Heading(c)) == TemplateColumn.Participants) ? columns : null;

    public bool Has(ProtocolColumn column) => _places.ContainsKey(column);

    public TableCell Cell(TableRow row, ProtocolColumn column) => _places.TryGetValue(column, out var place) ? row[place] : default;

    public int? Place(ProtocolColumn column) => _places.TryGetValue(column, out var place) ? place : null;
}
