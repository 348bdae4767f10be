using EffectiveSchool.Imports.Results;

namespace EffectiveSchool.Imports.Templates;

/// <summary>The template of comparisons with the journal, for procedures whose report ФИС ОКО does not give.</summary>
public static class ComparisonTemplate
{
    /// <summary>The template.</summary>
    public static ImportTemplate Template { get; } = new(
        "comparison",
        "Сравнение отметок с отметками по журналу",
        "Сколько участников понизили, подтвердили и повысили отметку журнала. Отчёт ФИС ОКО загружается и без шаблона.",
        "Шаблон сравнения отметок.xlsx",
        "Сравнение отметок",
        ResultsTemplate.Fields(ResultTemplate.ComparisonColumns),
        [
            ["2024", "ВПР 5 РУ", "ФИС ОКО", "900001", "МБОУ СОШ с. Примерное", "Примерный район", "25", "6", "17", "2"],
            ["2024", "КДР 8 ЕНГ", "ФИС ОКО", "900002", "МКОУ ООШ п. Образцовый", "Примерный район", "12", "0", "12", "0"],
        ],
        [
            "Одна строка — одна школа, процедура и год. Порядок столбцов любой.",
            "Понизили, подтвердили и повысили вместе равны числу участников.",
        ],
        Read);

    internal static string Rule(TemplateColumn column) => column switch
    {
        TemplateColumn.Lowered => "целое число: отметка ниже отметки в журнале",
        TemplateColumn.Confirmed => "целое число: отметки совпали",
        TemplateColumn.Raised => "целое число: отметка выше отметки в журнале",
        _ => "",
    };

    private static TemplateReading Read(Stream stream, string fileName)
    {
        var file = ResultFileReader.Read(stream, fileName);
        return new TemplateReading([.. file.Comparisons.SelectMany(c => c.Rows).OrderBy(r => r.School.Row).Select(Cells)], file.Refusals);
    }

    private static IReadOnlyList<string> Cells(ComparisonRow row) =>
    [
        ResultsTemplate.Number(row.Year), row.Procedure, ResultsTemplate.KindOf(row.School), row.School.Code, row.School.Name, row.School.Municipality,
        ResultsTemplate.Number(row.Comparison.Participants), ResultsTemplate.Number(row.Comparison.Lowered), ResultsTemplate.Number(row.Comparison.Confirmed), ResultsTemplate.Number(row.Comparison.Raised),
    ];
}
