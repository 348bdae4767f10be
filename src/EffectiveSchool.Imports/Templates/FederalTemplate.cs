using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Imports.Lists;

namespace EffectiveSchool.Imports.Templates;

/// <summary>The template of a federal list with levels.</summary>
public static class FederalTemplate
{
    private static readonly string[] Rules =
    [
        "6 цифр логина ФИС ОКО; если кода нет, школу укажете при проверке по названию",
        "краткое наименование, как в документе",
        "помогает найти школу, если кода нет",
        "как в документе: базово, умеренно или сильно неуспевающая; обязательно",
    ];

    /// <summary>The template.</summary>
    public static ImportTemplate Template { get; } = new(
        "federal-list",
        "Федеральный перечень с уровнями",
        "Школы перечня, который составлен федеральной организацией: уровень переносится как дан и не пересчитывается.",
        "Шаблон федерального перечня.xlsx",
        "Федеральный перечень",
        [.. FederalListTemplate.Headings.Zip(Rules, (heading, rule) => new TemplateField(heading, rule, Width: 30))],
        [
            ["900001", "МБОУ СОШ с. Примерное", "Примерный район", FederalLevel.Moderate.RussianName()],
            ["900002", "МКОУ ООШ п. Образцовый", "Примерный район", FederalLevel.Severe.RussianName()],
        ],
        ["Одна строка — одна школа. Порядок столбцов любой. Год перечня указывается при загрузке."],
        Read);

    private static TemplateReading Read(Stream stream, string fileName)
    {
        var file = FederalListReader.Read(stream, fileName);
        return new TemplateReading([.. file.Rows.Select(r => (IReadOnlyList<string>)[r.Code ?? "", r.Name, r.Municipality, r.Level.RussianName()])], file.Refusals);
    }
}
