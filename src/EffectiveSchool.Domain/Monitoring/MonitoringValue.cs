using System.Globalization;

namespace EffectiveSchool.Domain.Monitoring;

/// <summary>An answer: exactly one of text, link, number, yes or no, file. Made by <see cref="Read"/> and <see cref="OfFile"/> alone.</summary>
public sealed record MonitoringValue
{
    /// <summary>The longest text or link, characters.</summary>
    public const int LongestText = 4000;

    private const decimal Most = 1_000_000_000_000m;

    private MonitoringValue()
    {
    }

    /// <summary>A text or a link.</summary>
    public string? Text { get; private init; }

    /// <summary>A number.</summary>
    public decimal? Number { get; private init; }

    /// <summary>Yes or no.</summary>
    public bool? Yes { get; private init; }

    /// <summary>A stored file.</summary>
    public int? FileId { get; private init; }

    /// <summary>A stored file.</summary>
    public static MonitoringValue OfFile(int fileId) => new() { FileId = fileId };

    internal static MonitoringValue Stored(string? text, decimal? number, bool? yes, int? fileId) => new() { Text = text, Number = number, Yes = yes, FileId = fileId };

    /// <summary>Reads what was written under an item of any kind but a file. Empty gives neither value nor refusal.</summary>
    /// <param name="item">The item.</param>
    /// <param name="written">As it was written: «12,5», «да», «https://…».</param>
    public static (MonitoringValue? Value, string? Refusal) Read(MonitoringItem item, string? written)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (string.IsNullOrWhiteSpace(written))
        {
            return (null, null);
        }

        var text = written.Trim();
        return item.Kind switch
        {
            MonitoringItemKind.Number => ReadNumber(item, text),
            MonitoringItemKind.YesNo when text is "да" or "нет" => (new MonitoringValue { Yes = text == "да" }, null),
            MonitoringItemKind.YesNo => (null, $"«{item.Title}»: ответьте «да» или «нет»."),
            MonitoringItemKind.Link => WebLink.Refuse(text) is { } refusal ? (null, $"«{item.Title}»: {refusal}") : (new MonitoringValue { Text = text }, null),
            MonitoringItemKind.File => (null, $"«{item.Title}»: приложите файл."),
            _ when text.Length > LongestText => (null, $"«{item.Title}»: текст длиннее {RussianFigures.Count(LongestText)} знаков. Сократите его."),
            _ => (new MonitoringValue { Text = text }, null),
        };
    }

    /// <summary>As it is shown and exported: «12,5», «да», the text; empty for a file, whose name the store knows.</summary>
    public string Shown => this switch
    {
        { Number: { } number } => NumberText(number),
        { Yes: { } yes } => yes ? "да" : "нет",
        _ => Text ?? "",
    };

    /// <summary>«12,5».</summary>
    public static string NumberText(decimal number) => number.ToString("0.####", RussianCulture.Value);

    private static (MonitoringValue? Value, string? Refusal) ReadNumber(MonitoringItem item, string text)
    {
        var digits = string.Concat(text.Where(c => !char.IsWhiteSpace(c))).Replace(',', '.');
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            || Math.Abs(number) > Most || decimal.Round(number, 4) != number)
        {
            return (null, $"«{item.Title}»: здесь нужно число, например 12,5, не больше четырёх знаков после запятой.");
        }

        return item.Unit.TrimStart().StartsWith('%') && number is < 0 or > 100
            ? (null, $"«{item.Title}»: доля — от 0 до 100 %.")
            : (new MonitoringValue { Number = number }, null);
    }
}
