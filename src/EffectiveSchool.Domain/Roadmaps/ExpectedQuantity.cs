using System.Globalization;
using System.Text.RegularExpressions;

namespace EffectiveSchool.Domain.Roadmaps;

/// <summary>What an expected number counts.</summary>
public enum QuantityUnit
{
    /// <summary>A number whose unit nobody named.</summary>
    Things,

    /// <summary>Доля, %.</summary>
    Percent,

    /// <summary>Школы.</summary>
    Schools,

    /// <summary>Люди: педагоги, руководители, обучающиеся.</summary>
    People,

    /// <summary>Мероприятия: семинары, совещания, выезды.</summary>
    Events,

    /// <summary>Документы: приказы, программы, публикации.</summary>
    Documents,

    /// <summary>Часы.</summary>
    Hours,
}

/// <summary>The Russian names of units.</summary>
public static class QuantityUnits
{
    /// <summary>The unit as it is chosen: «%», «школы», «люди» …</summary>
    public static string RussianName(this QuantityUnit unit) => unit switch
    {
        QuantityUnit.Percent => "%",
        QuantityUnit.Schools => "школы",
        QuantityUnit.People => "люди",
        QuantityUnit.Events => "мероприятия",
        QuantityUnit.Documents => "документы",
        QuantityUnit.Hours => "часы",
        _ => "число без единицы",
    };

    /// <summary>A number with its unit: «90 %», «5 человек», «2».</summary>
    /// <param name="unit">Unit.</param>
    /// <param name="value">The number.</param>
    public static string Text(this QuantityUnit unit, decimal value)
    {
        var number = value.ToString("0.##", RussianCulture.Value);
        return unit switch
        {
            QuantityUnit.Things => number,
            QuantityUnit.Percent => number + " %",
            QuantityUnit.Schools => $"{number} {Form(value, "школа", "школы", "школ")}",
            QuantityUnit.People => $"{number} {Form(value, "человек", "человека", "человек")}",
            QuantityUnit.Events => $"{number} {Form(value, "мероприятие", "мероприятия", "мероприятий")}",
            QuantityUnit.Documents => $"{number} {Form(value, "документ", "документа", "документов")}",
            _ => $"{number} {Form(value, "час", "часа", "часов")}",
        };
    }

    /// <summary>After a fraction Russian takes the form of «2,5 школы».</summary>
    private static string Form(decimal value, string one, string few, string many) =>
        value == decimal.Truncate(value) && Math.Abs(value) <= int.MaxValue ? RussianWords.Form((int)value, one, few, many) : few;
}

/// <summary>A number that an activity is expected to reach (domain.md §9): «не менее 90 % ШНОР», «не менее 2».</summary>
/// <param name="Value">At least this.</param>
/// <param name="Unit">What it counts; a percent is 0 to 100.</param>
public sealed partial record ExpectedQuantity(decimal Value, QuantityUnit Unit)
{
    /// <summary>The largest number.</summary>
    public const decimal Most = 1_000_000;

    /// <summary>Stems of nouns; with an ending of a noun they are the unit, so that «организационных совещаний» are no schools.</summary>
    private static readonly (QuantityUnit Unit, string[] Stems)[] Stems =
    [
        (QuantityUnit.People, ["человек", "чел", "педагог", "учител", "руководител", "работник", "слушател", "участник", "обучающ", "школьник", "специалист", "директор", "родител"]),
        (QuantityUnit.Schools, ["школ", "шнор", "шнро", "шнсу", "учреждени", "организаци", "оо"]),
        (QuantityUnit.Events, ["мероприят", "семинар", "совещан", "вебинар", "выезд", "десант", "посещен", "занят", "консультац", "заседан", "встреч", "собран", "урок", "мастер-класс"]),
        (QuantityUnit.Documents, ["приказ", "протокол", "справк", "справок", "документ", "программ", "публикац", "план", "материал", "отчёт", "отчет", "стать", "статей"]),
        (QuantityUnit.Hours, ["час"]),
    ];

    private static readonly HashSet<string> NounEndings = new(
        " а е и й о у ы ь ю я ам ах ами ев ей ем ею ий ие им их ию ия ием иям иях иями ов ой ок ом ям ями ях ихся иеся имся ье ья ью".Split(' '), StringComparer.Ordinal);

    /// <summary>Whether it is a share.</summary>
    public bool IsPercent => Unit == QuantityUnit.Percent;

    /// <summary>«90 %», «5 человек», «2».</summary>
    public string Text => Unit.Text(Value);

    /// <summary>The number of an activity: its quota, or what its expected result names; null where neither does.</summary>
    public static ExpectedQuantity? Of(TermQuota? quota, string expected)
    {
        if (quota is not null)
        {
            return new ExpectedQuantity(quota.Count, QuantityUnit.Things);
        }

        var share = Share().Match(expected);
        if (share.Success && decimal.Parse(share.Groups["n"].Value.Replace(',', '.'), CultureInfo.InvariantCulture) is <= 100 and var percent)
        {
            return new ExpectedQuantity(percent, QuantityUnit.Percent);
        }

        var least = Least().Match(expected);
        return least.Success ? new ExpectedQuantity(int.Parse(least.Groups["n"].Value, CultureInfo.InvariantCulture), UnitOf(least.Groups["words"].Value)) : null;
    }

    /// <summary>The number of an activity where a person may have set it: theirs, even if it is none; otherwise the one that is read.</summary>
    /// <param name="byHand">What a person set; null where nobody did.</param>
    /// <param name="quota">The quota of the term.</param>
    /// <param name="expected">The expected result as written.</param>
    public static ExpectedQuantity? Of(ExpectedByHand? byHand, TermQuota? quota, string expected) => byHand is null ? Of(quota, expected) : byHand.Quantity;

    /// <summary>
    /// The number asked of one doer. A share or a number of schools is one of the whole plan: a single school is not asked «100 % ОО»,
    /// it does its work or does not.
    /// </summary>
    /// <param name="byHand">What a person set; null where nobody did.</param>
    /// <param name="quota">The quota of the term.</param>
    /// <param name="expected">The expected result as written.</param>
    /// <param name="byOneSchool">Whether a single school does the work.</param>
    public static ExpectedQuantity? Of(ExpectedByHand? byHand, TermQuota? quota, string expected, bool byOneSchool) =>
        Of(byHand, quota, expected) is { } quantity && !(byOneSchool && (quantity.Unit == QuantityUnit.Schools || (quantity.IsPercent && IsShareOfSchools(expected)))) ? quantity : null;

    private static bool IsShareOfSchools(string expected) => Share().Match(expected) is { Success: true } share && UnitOf(share.Groups["words"].Value) == QuantityUnit.Schools;

    /// <summary>Why a number cannot be expected, as a Russian sentence; null where it can.</summary>
    public string? Refuse() => this switch
    {
        { Value: <= 0 or > Most } => $"Ожидаемое число — больше 0 и не больше {RussianFigures.Count((int)Most)}.",
        { IsPercent: true, Value: > 100 } => "Доля не бывает больше 100 %.",
        _ when Math.Round(Value, 2) != Value => "Ожидаемое число — не больше двух знаков после запятой.",
        _ when !Enum.IsDefined(Unit) => "Выберите единицу ожидаемого числа.",
        _ => null,
    };

    /// <summary>The unit that the first noun among the words names.</summary>
    internal static QuantityUnit UnitOf(string words)
    {
        foreach (var word in words.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(w => w.TrimEnd('.')))
        {
            var head = word.Split('-')[0];
            foreach (var (unit, stems) in Stems)
            {
                if (Array.Exists(stems, s => IsNoun(word, s) || IsNoun(head, s)))
                {
                    return unit;
                }
            }
        }

        return QuantityUnit.Things;
    }

    private static bool IsNoun(string word, string stem) => word.StartsWith(stem, StringComparison.Ordinal) && NounEndings.Contains(word[stem.Length..]);

    [GeneratedRegex(@"(?<![\d,.])(?<n>\d{1,3}([.,]\d{1,2})?)\s*(%|процент\p{L}*)(?<words>\s*\p{L}[\p{L}.-]*(\s+\p{L}[\p{L}.-]*){0,2})?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Share();

    [GeneratedRegex(@"не\s+менее\s+(?<n>\d{1,5})(?![\d,.%])(-\p{L}{1,2}\b)?(?<words>(\s+\p{L}[\p{L}.-]*){0,4})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Least();
}

/// <summary>The expected number as a person set it instead of the one read from the words.</summary>
/// <param name="Quantity">The number; null where the person says that none is expected.</param>
public sealed record ExpectedByHand(ExpectedQuantity? Quantity);
