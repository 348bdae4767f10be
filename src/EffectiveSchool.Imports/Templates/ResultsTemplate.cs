using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results;
using EffectiveSchool.Imports.Results;

namespace EffectiveSchool.Imports.Templates;

/// <summary>The template of results: ОГЭ, ЕГЭ and every other procedure, one row for a school, procedure and year.</summary>
public static class ResultsTemplate
{
    private static readonly Dictionary<TemplateColumn, string> Rules = new()
    {
        [TemplateColumn.Year] = "год процедуры четырьмя цифрами, обязательно",
        [TemplateColumn.Procedure] = "обязательно: «ВПР 6 РУ», «ОГЭ МА», «ЕГЭ РУ», «ЕГЭ МА база», «ЕГЭ МА профиль», «КДР 8 ЕНГ»",
        [TemplateColumn.CodeKind] = "«ФИС ОКО», «ОГЭ», «ЕГЭ» или «ИНН»; можно не заполнять, если код ни с чем не спутать",
        [TemplateColumn.Code] = "код школы того вида, что назван рядом",
        [TemplateColumn.Name] = "для вас и для сообщений портала",
        [TemplateColumn.Municipality] = "для вас и для сообщений портала",
        [TemplateColumn.Participants] = "целое число, обязательно; до пересдач, без выпускников прошлых лет",
        [TemplateColumn.Failed] = "целое число; можно не заполнять, если указано число отметок «2»",
        [TemplateColumn.MeanScore] = "от 0 до 100, можно с запятой",
        [TemplateColumn.Twos] = "целое число; равно числу не преодолевших порог",
        [TemplateColumn.Threes] = "целое число",
        [TemplateColumn.Fours] = "целое число",
        [TemplateColumn.Fives] = "целое число; отметки 2–5 вместе равны числу участников",
        [TemplateColumn.Stage] = "«основной»; строки «пересдача» не учитываются",
        [TemplateColumn.PastGraduates] = "«нет»; строки «да» не учитываются",
        [TemplateColumn.Version] = "«предварительный», «уточнённый» или «итоговый»",
    };

    /// <summary>The template.</summary>
    public static ImportTemplate Template { get; } = new(
        "results",
        "Результаты процедур",
        "Итоги ОГЭ, ЕГЭ, ВПР и КДР по школам: участники, не преодолели порог, отметки, средний балл.",
        "Шаблон результатов.xlsx",
        "Результаты",
        Fields(ResultTemplate.Columns),
        [
            ["2024", "ОГЭ РУ", "ФИС ОКО", "900001", "МБОУ СОШ с. Примерное", "Примерный район", "25", "2", "", "2", "9", "10", "4", "основной", "нет", "итоговый"],
            ["2024", "ОГЭ МА", "ОГЭ", "900003", "МБОУ СОШ № 2", "Примерный район", "25", "5", "3,44", "5", "10", "7", "3", "основной", "нет", "итоговый"],
            ["2024", "ЕГЭ РУ", "ЕГЭ", "900001", "МБОУ СОШ с. Примерное", "Примерный район", "12", "1", "58,4", "", "", "", "", "основной", "нет", "уточнённый"],
            ["2024", "ЕГЭ МА профиль", "ИНН", "9000000021", "МБОУ «Лицей № 3»", "Примерный район", "6", "1", "47,5", "", "", "", "", "основной", "нет", "предварительный"],
        ],
        [
            "Одна строка — одна школа, процедура и год. Строк может быть сколько угодно, порядок столбцов любой.",
            "Только итоги по школам: фамилий участников в таблице быть не должно.",
            "Пустая ячейка, «-» или «н/д» — данных нет. Ноль пишите, только если он и правда ноль.",
        ],
        Read);

    internal static IReadOnlyList<TemplateField> Fields(IEnumerable<(TemplateColumn Column, string Heading)> columns) => [.. columns.Select(c => new TemplateField(
        c.Heading,
        Rules.GetValueOrDefault(c.Column) ?? ComparisonTemplate.Rule(c.Column),
        c.Column is TemplateColumn.Year or TemplateColumn.Participants or TemplateColumn.Failed or TemplateColumn.MeanScore or TemplateColumn.Lowered or TemplateColumn.Confirmed or TemplateColumn.Raised
            or TemplateColumn.Twos or TemplateColumn.Threes or TemplateColumn.Fours or TemplateColumn.Fives,
        c.Column switch { TemplateColumn.Name => 34, TemplateColumn.Municipality => 24, TemplateColumn.Procedure or TemplateColumn.Version => 17, _ => 12 }))];

    /// <summary>The word of the column «Вид кода» for the kinds a school may be known by; empty where the row does not say.</summary>
    internal static string KindOf(SchoolMention school) => school.CodeKinds is [var kind]
        ? kind switch { SchoolCodeKind.FisOko => "ФИС ОКО", SchoolCodeKind.Oge => "ОГЭ", SchoolCodeKind.Ege => "ЕГЭ", SchoolCodeKind.Inn => "ИНН", _ => "" }
        : "";

    private static TemplateReading Read(Stream stream, string fileName)
    {
        var file = ResultFileReader.Read(stream, fileName);
        return new TemplateReading([.. file.Sections.SelectMany(s => s.Rows).OrderBy(r => r.Row).Select(Cells)], file.Refusals);
    }

    private static IReadOnlyList<string> Cells(ResultRow row) =>
    [
        Number(row.Year), row.Procedure, KindOf(row.School), row.School.Code, row.School.Name, row.School.Municipality, Number(row.Participants), Number(row.Failed), Number(row.MeanScore),
        Number(row.Marks?.Twos), Number(row.Marks?.Threes), Number(row.Marks?.Fours), Number(row.Marks?.Fives), "основной", "нет",
        row.Version switch { ResultVersion.Preliminary => "предварительный", ResultVersion.Refined => "уточнённый", ResultVersion.Final => "итоговый", _ => "" },
    ];

    internal static string Number(decimal? number) => number?.ToString("0.###", RussianCulture.Value) ?? "";
}
