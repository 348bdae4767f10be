using System.Globalization;
using EffectiveSchool.Imports.Events;
using EffectiveSchool.Imports.Results;

namespace EffectiveSchool.Imports.Templates;

/// <summary>The template of who took part in an event; reading takes any order and the synonyms of the results template.</summary>
public static class ParticipantsTemplate
{
    /// <summary>Heading of the column of people.</summary>
    public const string People = "Участников";

    /// <summary>Heading of the column of managers among them.</summary>
    public const string Managers = "Из них руководителей";

    /// <summary>Heading of the column of people counted at another event of the year already.</summary>
    public const string Again = "Из них уже учтены в этом году";

    /// <summary>The template.</summary>
    public static ImportTemplate Template { get; } = new(
        "event-participants",
        "Участники мероприятия",
        "Сколько человек от каждой школы участвовало в семинаре, совещании, курсах.",
        "Шаблон участников мероприятия.xlsx",
        "Участники мероприятия",
        [
            new(TemplateColumn.Code.Heading(), "логин ФИС ОКО, код ОГЭ, код ЕГЭ или ИНН; можно оставить пустым, если есть наименование"),
            new(TemplateColumn.Name.Heading(), "наименование школы", Width: 40),
            new(TemplateColumn.Municipality.Heading(), "муниципалитет, если в нескольких есть школы с таким названием", Width: 30),
            new(People, "целое число; 0, если школа не участвовала; пусто, если неизвестно", IsNumber: true),
            new(Managers, "директора и заместители среди участников; можно оставить пустым", IsNumber: true, Width: 22),
            new(Again, "сколько из них в этом году уже было на другом таком мероприятии; можно оставить пустым", IsNumber: true, Width: 28),
        ],
        [
            ["900001", "МБОУ СОШ с. Примерное", "Примерный район", "6", "1", "2"],
            ["900002", "МКОУ ООШ п. Образцовый", "Примерный район", "0", "", ""],
        ],
        ["Одна строка — одна школа. Порядок столбцов любой.", "Загружается на странице «Участники» самого мероприятия: сначала портал показывает, что прочёл, записывает человек."],
        Read);

    private static TemplateReading Read(Stream stream, string fileName)
    {
        var file = ParticipantFileReader.Read(stream, fileName);
        return new TemplateReading([.. file.Rows.Select(r => new[] { r.Code ?? "", r.Name, r.Municipality, Text(r.People), Text(r.Managers), Text(r.Again) })], file.Refusals);
    }

    private static string Text(int? count) => count?.ToString(CultureInfo.InvariantCulture) ?? "";
}
