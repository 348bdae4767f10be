using EffectiveSchool.Imports.Roadmaps;

namespace EffectiveSchool.Imports.Templates;

/// <summary>The template of a roadmap: one row for an activity; section rows may stand between.</summary>
public static class RoadmapTemplate
{
    private static readonly string[] Rules =
    [
        "номер мероприятия, например 1.1; «б/н», если номера нет",
        "название мероприятия, обязательно",
        "срок словами: «До 05.04.2023», «Март – апрель 2023 г.», «ежегодно октябрь», «Ежеквартально»",
        "организация или должность",
        "что будет сделано: документ, доля школ, число участников",
    ];

    /// <summary>The template.</summary>
    public static ImportTemplate Template { get; } = new(
        "roadmap",
        "Дорожная карта",
        "Мероприятия программы со сроками. План с другими заголовками и разделами загружается и без шаблона.",
        "Шаблон дорожной карты.xlsx",
        "Дорожная карта",
        [.. PlanColumns.All.Zip(Rules, (column, rule) => new TemplateField(column.Heading, rule, Width: column.Column is PlanColumn.Number ? 10 : 36))],
        [
            ["1.1", "Совещание с руководителями школ", "До 05 апреля 2024 г.", "Управление образования", "Протокол"],
            ["1.2", "Методические десанты в школы", "Март, октябрь 2024 г.", "Методический центр", "Справка"],
            ["1.3", "Мониторинг результатов", "Ежеквартально", "Муниципальный координатор", "Аналитическая справка"],
        ],
        [
            "Одна строка — одно мероприятие. Порядок столбцов любой; обязательны название и срок.",
            "Раздел — строка с одной заполненной ячейкой: «1. Организационные мероприятия» или «2024 год».",
        ],
        Read);

    private static TemplateReading Read(Stream stream, string fileName)
    {
        var plan = PlanReader.Read(stream, fileName);
        return new TemplateReading([.. plan.Activities.Select(a => new[] { a.Number, a.Title, a.Term, a.Responsible, a.Expected })], plan.Refusals);
    }
}
