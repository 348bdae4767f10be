using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Imports.Lists;
using EffectiveSchool.Imports.Results;

namespace EffectiveSchool.Imports.Templates;

/// <summary>The template of a federal list with a level per school; reading takes any order and the synonyms of the results template.</summary>
public static class FederalListTemplate
{
    /// <summary>Heading of the column of the level.</summary>
    public const string Level = "Уровень";

    /// <summary>The template.</summary>
    public static ImportTemplate Template { get; } = new(
        "federal-list",
        "Федеральный перечень с уровнями",
        "Школы федерального перечня и уровень каждой, как он дан в документе.",
        "Шаблон федерального перечня.xlsx",
        "Федеральный перечень",
        [
            new(TemplateColumn.Code.Heading(), "логин ФИС ОКО, код ОГЭ, код ЕГЭ или ИНН; можно оставить пустым, если есть наименование"),
            new(TemplateColumn.Name.Heading(), "наименование школы", Width: 40),
            new(TemplateColumn.Municipality.Heading(), "муниципалитет, если в нескольких есть школы с таким названием", Width: 30),
            new(Level, "базово, умеренно или сильно неуспевающая", Width: 28),
        ],
        [
            ["900001", "МБОУ СОШ с. Примерное", "Примерный район", FederalLevel.Moderate.RussianName()],
            ["900002", "МКОУ ООШ п. Образцовый", "Примерный район", FederalLevel.Severe.RussianName()],
        ],
        ["Одна строка — одна школа. Порядок столбцов любой.", "Уровень записывается как дан: портал его не рассчитывает."],
        Read);

    private static TemplateReading Read(Stream stream, string fileName)
    {
        var file = FederalListReader.Read(stream, fileName);
        return new TemplateReading([.. file.Rows.Select(r => new[] { r.Code ?? "", r.Name, r.Municipality, r.Level.RussianName() })], file.Refusals);
    }
}
