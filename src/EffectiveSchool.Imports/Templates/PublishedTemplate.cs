using System.Globalization;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Imports.Lists;
using EffectiveSchool.Imports.Results;

namespace EffectiveSchool.Imports.Templates;

/// <summary>The template of a published annex in its long form, a marker a row; the matrix of the printed annex is read as it is.</summary>
public static class PublishedTemplate
{
    private const string CriterionA = "Критерий A";
    private const string CriterionB = "Критерий B";

    /// <summary>The template.</summary>
    public static ImportTemplate Template { get; } = new(
        "published-annex",
        "Опубликованное приложение к приказу",
        "Маркеры и критерии школ, как они напечатаны в приложении к приказу: портал пересчитает критерии и сравнит со своим перечнем.",
        "Шаблон опубликованного приложения.xlsx",
        "Приложение",
        [
            new(TemplateColumn.Code.Heading(), "логин ФИС ОКО, код ОГЭ, код ЕГЭ или ИНН; можно оставить пустым, если есть наименование"),
            new(TemplateColumn.Name.Heading(), "наименование школы, как напечатано", Width: 40),
            new(TemplateColumn.Municipality.Heading(), "муниципалитет, если в нескольких есть школы с таким названием", Width: 30),
            new(TemplateColumn.Year.Heading(), "год процедуры четырьмя цифрами, обязательно", IsNumber: true),
            new(TemplateColumn.Procedure.Heading(), "обязательно: «ВПР 6 РУ», «ОГЭ МА», «ЕГЭ РУ», «ЕГЭ МА»", Width: 17),
            new(TemplateColumn.Marker.Heading(), "напечатанная доля от 0 до 100 либо «низкий» или «не низкий»; пустая ячейка — данных нет", IsNumber: true),
            new(CriterionA, "«да» или «нет», как напечатано; в каждой строке школы одно и то же"),
            new(CriterionB, "«да» или «нет», как напечатано; в каждой строке школы одно и то же"),
        ],
        [
            ["900001", "МБОУ СОШ с. Примерное", "Примерный район", "2023", "ВПР 6 РУ", "35,1", "да", "нет"],
            ["900001", "МБОУ СОШ с. Примерное", "Примерный район", "2023", "ОГЭ МА", "30", "да", "нет"],
            ["900002", "МКОУ ООШ п. Образцовый", "Примерный район", "2022", "ВПР 5 МА", "низкий", "нет", "да"],
            ["900002", "МКОУ ООШ п. Образцовый", "Примерный район", "2023", "ВПР 5 МА", "низкий", "нет", "да"],
        ],
        [
            "Одна строка — школа, год и процедура. Порядок столбцов любой.",
            "Матрицу приложения (строка — школа, над процедурами — годы, в конце критерии A и B) можно загрузить и без шаблона.",
        ],
        Read);

    private static TemplateReading Read(Stream stream, string fileName)
    {
        var file = PublishedMatrixReader.Read(stream, fileName);
        return new TemplateReading(
            [.. file.Schools.SelectMany(s => s.Markers.Select(m => (School: s, Marker: m))).OrderBy(r => RowOf(r.Marker.Cell)).Select(r => Cells(r.School, r.Marker))], file.Refusals);
    }

    private static IReadOnlyList<string> Cells(PublishedSchool school, PrintedMarker marker) =>
    [
        school.Code, school.Name, school.Municipality, marker.Year.ToString(CultureInfo.InvariantCulture), marker.Procedure,
        marker.SharePercent is { } share ? share.ToString("0.####", RussianCulture.Value) : marker.Low == true ? "низкий" : "не низкий",
        Sign(school.CriterionA), Sign(school.CriterionB),
    ];

    private static string Sign(PrintedSign? sign) => sign?.Holds switch { true => "да", false => "нет", _ => "" };

    private static int RowOf(string cell) => int.Parse(cell.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), NumberStyles.None, CultureInfo.InvariantCulture);
}
