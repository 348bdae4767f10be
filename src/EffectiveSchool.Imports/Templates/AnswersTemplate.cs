using EffectiveSchool.Imports.Monitoring;
using EffectiveSchool.Imports.Results;

namespace EffectiveSchool.Imports.Templates;

/// <summary>The template of answers to a monitoring: a row a school and item. Each round gives it with its own schools and items filled in.</summary>
public static class AnswersTemplate
{
    /// <summary>Heading of the column of items.</summary>
    public const string Item = "Сведение";

    /// <summary>Heading of the column of answers.</summary>
    public const string Answer = "Ответ";

    /// <summary>The template.</summary>
    public static ImportTemplate Template { get; } = new(
        "monitoring-answers",
        "Ответы мониторинга",
        "Что школы сдают на этапе мониторинга: числа, да или нет, тексты, ссылки.",
        "Шаблон ответов мониторинга.xlsx",
        "Ответы мониторинга",
        [
            new(TemplateColumn.Code.Heading(), "логин ФИС ОКО, код ОГЭ, код ЕГЭ или ИНН; можно оставить пустым, если есть наименование"),
            new(TemplateColumn.Name.Heading(), "наименование школы", Width: 40),
            new(TemplateColumn.Municipality.Heading(), "муниципалитет, если в нескольких есть школы с таким названием", Width: 30),
            new(Item, "название сведения, как оно стоит на странице мониторинга", Width: 44),
            new(Answer, "число, «да» или «нет», текст, ссылка — что спрашивается; пустая ячейка ничего не меняет", Width: 40),
        ],
        [
            ["900001", "МБОУ СОШ с. Примерное", "Примерный район", "Учителей на курсах", "12,5"],
            ["900001", "МБОУ СОШ с. Примерное", "Примерный район", "Есть приказ", "да"],
            ["900002", "МКОУ ООШ п. Образцовый", "Примерный район", "Учителей на курсах", "0"],
        ],
        [
            "Одна строка — один ответ одной школы. Порядок столбцов любой.",
            "Форма этапа с его школами и сведениями скачивается на странице «Загрузка ответов» самого этапа и там же загружается: сначала портал показывает, что прочёл, записывает человек.",
            "Файлы прикладывают на странице школы: из таблицы они не загружаются.",
        ],
        Read);

    private static TemplateReading Read(Stream stream, string fileName)
    {
        var file = AnswerFileReader.Read(stream, fileName);
        return new TemplateReading([.. file.Rows.Select(r => new[] { r.Code ?? "", r.Name, r.Municipality, r.Item, r.Written })], file.Refusals);
    }
}
