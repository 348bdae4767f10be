using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Imports.Lists;
using EffectiveSchool.Imports.Results;

namespace EffectiveSchool.Imports.Templates;

/// <summary>The template of a federal list with a level per school.</summary>
public static class FederalListTemplate
{
    /// <summary>Heading of the column of the level.</summary>
    public const string Level = "Уровень";

    /// <summary>The template.</summary>
    public static ImportTemplate Template { get; } = new(
        "federal-list",
        "Федеральный перечень с уровнями",
        "Школы федерального перечня и уровень каждой, как в документе.",
        "Шаблон федерального перечня.xlsx",
        "Федеральный перечень",
        [
            new(TemplateColumn.Code.Heading(), "логин ФИС ОКО, код ОГЭ, код ЕГЭ или ИНН; без кода школу укажете по названию"),
            new(TemplateColumn.Name.Heading(), "название, как в документе", Width: 40),
            new(TemplateColumn.Municipality.Heading(), "помогает узнать школу без кода", Width: 30),
            new(Level, "базово, умеренно или сильно неуспевающая; обязательно", Width: 28),
        ],
        [
            ["900001", "МБОУ СОШ с. Примерное", "Примерный район", FederalLevel.Moderate.RussianName()],
            ["", "МКОУ ООШ п. Образцовый", "Примерный район", FederalLevel.Severe.RussianName()],
        ],
        [
            "Одна строка — одна школа. Порядок столбцов любой.",
            "Год перечня и реквизиты документа указываются при загрузке.",
        ],
        Read);

    private static TemplateReading Read(Stream stream, string fileName)
    {
        var file = FederalListReader.Read(stream, fileName);
        return new TemplateReading([.. file.Rows.Select(r => (IReadOnlyList<string>)[r.Code ?? "", r.Name, r.Municipality, r.Level.RussianName()])], file.Refusals);
    }
}
