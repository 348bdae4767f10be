using System.Globalization;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Imports.Figures;
using EffectiveSchool.Imports.Results;

namespace EffectiveSchool.Imports.Templates;

/// <summary>The template of figures of schools by year; reading takes any order and the synonyms of <see cref="FigureFileReader"/>.</summary>
public static class FiguresTemplate
{
    private static readonly Dictionary<SchoolFigureKind, string> Rules = new()
    {
        [SchoolFigureKind.Pupils] = "обучающихся в школе в этом году; целое число",
        [SchoolFigureKind.OlympiadPupils] = "обучающихся — участников регионального и заключительного этапов олимпиад; 0, если таких нет",
        [SchoolFigureKind.GradeNineLeavers] = "окончили 9 класс в этом году",
        [SchoolFigureKind.WentToGradeTen] = "из них перешли в 10 класс этой или другой школы; 0, если никто",
        [SchoolFigureKind.StableInternet] = "да или нет",
        [SchoolFigureKind.EnoughComputers] = "да или нет",
        [SchoolFigureKind.TeacherVacancies] = "число вакансий педагогов; 0, если вакансий нет",
    };

    /// <summary>The template.</summary>
    public static ImportTemplate Template { get; } = new(
        "school-figures",
        "Показатели школы",
        "Олимпиады, переход в 10 класс и ресурсные дефициты по годам: для методик «Двенадцать показателей» и «Зона риска».",
        "Шаблон показателей школы.xlsx",
        "Показатели школы",
        [
            new("Год", "год четырьмя цифрами", IsNumber: true, Width: 8),
            new(TemplateColumn.Code.Heading(), "логин ФИС ОКО, код ОГЭ, код ЕГЭ или ИНН; можно оставить пустым, если есть наименование"),
            new(TemplateColumn.Name.Heading(), "наименование школы", Width: 40),
            new(TemplateColumn.Municipality.Heading(), "муниципалитет, если в нескольких есть школы с таким названием", Width: 30),
            .. Enum.GetValues<SchoolFigureKind>().Select(k => new TemplateField(k.Heading(), Rules[k], IsNumber: !k.IsYesNo(), Width: 18)),
        ],
        [
            ["2024", "900001", "МБОУ СОШ с. Примерное", "Примерный район", "214", "2", "18", "9", "да", "нет", "1"],
            ["2024", "900002", "МКОУ ООШ п. Образцовый", "Примерный район", "61", "0", "7", "5", "нет", "нет", "0"],
            ["2023", "900002", "МКОУ ООШ п. Образцовый", "Примерный район", "64", "", "", "", "нет", "да", "2"],
        ],
        [
            "Одна строка — одна школа за один год. Порядок столбцов любой, лишние можно убрать.",
            "Пустая ячейка — показатель неизвестен: портал не считает её ни нулём, ни «нет».",
        ],
        Read);

    private static TemplateReading Read(Stream stream, string fileName)
    {
        var file = FigureFileReader.Read(stream, fileName);
        return new TemplateReading(
            [.. file.Rows.Select(r => (IReadOnlyList<string>)
            [
                r.Year.ToString(CultureInfo.InvariantCulture), r.Code ?? "", r.Name, r.Municipality,
                .. Enum.GetValues<SchoolFigureKind>().Select(k => r.Values.TryGetValue(k, out var value) ? k.Text(value) : ""),
            ])],
            file.Refusals);
    }
}
