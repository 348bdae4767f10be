using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Reports.Figures;

namespace EffectiveSchool.Reports.Lists;

/// <summary>What the workbook and the text document of a comparison say alike.</summary>
internal static class ComparisonFacts
{
    public const string Title = "Сравнение перечней школ с низкими результатами";

    public static IReadOnlyList<(string Label, Func<ListHeading, string> Value)> OfLists { get; } =
    [
        ("Перечень", h => h.Title),
        ("Регион", h => h.Region),
        ("Состояние", h => h.State.RussianName()),
        ("Приказ", h => h.OrderNumber is null ? RussianFigures.Missing : $"от {RussianFigures.Date(h.OrderDate)} № {h.OrderNumber}"),
        ("Методика", h => FigureText.Title(h.Methodology)),
        ("Идентификация выполнена", h => FigureText.Moment(h.RunAt)),
        ("Контрольная сумма (SHA-256)", h => h.RunSha256),
    ];

    public static string MethodologyChange(ComparisonDocument document) => document.Comparison.MethodologyChange ?? "методика судит одинаково";

    public static IEnumerable<(string Label, int Count)> Counts(ListComparison comparison) =>
    [
        ("Вошли, школ", comparison.Joined.Count),
        ("Вышли, школ", comparison.Left.Count),
        ("Остались, школ", comparison.Stayed.Count),
        ("Рассматривались только в одном, школ", comparison.InOneOnly.Count),
        ("Ни в одном перечне, школ", comparison.Neither),
    ];

    public static IEnumerable<(string Name, IReadOnlyList<ComparedSchool> Schools)> Tables(ListComparison comparison) =>
        [("Вошли", comparison.Joined), ("Вышли", comparison.Left), ("Остались", comparison.Stayed), ("Только в одном", comparison.InOneOnly)];
}
