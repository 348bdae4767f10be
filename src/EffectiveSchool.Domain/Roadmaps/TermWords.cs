namespace EffectiveSchool.Domain.Roadmaps;

/// <summary>What a word or a sign of a term stands for.</summary>
internal enum TermWord
{
    Unknown, Filler, Manner, Number, Date, Comma, Semicolon, Colon, Dash, Slash, Percent,
    Month, Year, Quarter, HalfYear, SchoolQuarter, School, MonthUnit, Week, Day,
    Not, Late, Less, Rare, More, Early, Minimum, Than, Times, Twice, Every,
    Until, From, By, In, For, On, And, After, Before, Except, Then,
    EveryYear, EveryQuarter, EveryMonth, EveryHalf, OtherFrequency,
    Always, During, Whole, Span, Programme, End, Start, According, Measure, Need, Schedule, Plan,
}

/// <summary>The words of terms as tables: Russian months in every case and abbreviation, units, numerals, leading words.</summary>
internal static class TermWords
{
    private static readonly (string Stem, string Endings, string Short)[] Months =
    [
        ("январ", "ь я е ю ем", "янв"), ("феврал", "ь я е ю ем", "фев февр"), ("март", "_ а е у ом", "мар"),
        ("апрел", "ь я е ю ем", "апр"), ("ма", "й я е ю ем", ""), ("июн", "ь я е ю ем", "июн"),
        ("июл", "ь я е ю ем", "июл"), ("август", "_ а е у ом", "авг"), ("сентябр", "ь я е ю ем", "сен сент"),
        ("октябр", "ь я е ю ем", "окт"), ("ноябр", "ь я е ю ем", "ноя нояб"), ("декабр", "ь я е ю ем", "дек"),
    ];

    private static readonly string[] Numerals =
    [
        "1 i один одного одному одним одна одной одну одно первый первая первое первого первой первом первую первому",
        "2 ii два двух две двумя второй вторая второе второго втором вторую второму",
        "3 iii три трех тремя третий третья третье третьего третьей третьем третью третьему",
        "4 iv четыре четырех четвертый четвертая четвертое четвертого четвертой четвертом четвертую четвертому",
        "5 пять пяти", "6 шесть шести", "7 семь семи", "8 восемь восьми", "9 девять девяти", "10 десять десяти",
        "12 двенадцать двенадцати", "14 четырнадцать четырнадцати", "15 пятнадцать пятнадцати", "20 двадцать двадцати", "30 тридцать тридцати",
    ];

    private static readonly (TermWord Word, string Forms)[] Exact =
    [
        (TermWord.Year, "г гг год года году годом годы годов годах годам лет"),
        (TermWord.Quarter, "кв"), (TermWord.HalfYear, "полгода"), (TermWord.School, "уч"),
        (TermWord.SchoolQuarter, "четверть четверти четвертью четвертей четвертям четвертях четвертями"),
        (TermWord.MonthUnit, "мес месяц месяца месяцу месяце месяцем месяцы месяцев месяцам месяцах"),
        (TermWord.Week, "неделя недели неделю неделе неделей недель"),
        (TermWord.Day, "день дня дню дне дней дни дн сутки суток"),
        (TermWord.Not, "не"), (TermWord.Late, "позднее позже"), (TermWord.Less, "менее меньше"), (TermWord.Rare, "реже"),
        (TermWord.More, "более больше чаще"), (TermWord.Early, "ранее раньше"), (TermWord.Minimum, "минимум"), (TermWord.Than, "чем"),
        (TermWord.Times, "раз раза разу"), (TermWord.Twice, "дважды"),
        (TermWord.Every, "каждый каждая каждое каждого каждой каждом каждую каждые каждых"),
        (TermWord.Until, "до к ко"), (TermWord.From, "с со от начиная"), (TermWord.By, "по"), (TermWord.In, "в во"), (TermWord.For, "за"),
        (TermWord.On, "на"), (TermWord.And, "и"), (TermWord.After, "после спустя через"), (TermWord.Before, "перед накануне"),
        (TermWord.Except, "кроме исключая исключением"), (TermWord.Then, "далее затем потом впоследствии"),
        (TermWord.During, "течение течении теч протяжении протяжение"), (TermWord.Whole, "весь всего всей всех"),
        (TermWord.Programme, "проект проекта дорожной карты"),
        (TermWord.According, "согласно соответствии"), (TermWord.Measure, "мере"),
        (TermWord.End, "конец конца конце концу"), (TermWord.Start, "начало начала начале началу середина середины середине половина половине декада декаде"),
        (TermWord.Filler, "числа число включительно текущего календарного календарный календарном календарных выполнения исполнения квартально ориентировочно"),
        (TermWord.Manner, "индивидуально дистанционно очно заочно онлайн"),
    ];

    private static readonly (TermWord Word, string Stems)[] Stems =
    [
        (TermWord.EveryYear, "ежегодн"), (TermWord.EveryQuarter, "ежеквартальн поквартальн"), (TermWord.EveryMonth, "ежемесячн помесячн"),
        (TermWord.OtherFrequency, "еженедельн ежедневн ежесуточн ежедекадн"), (TermWord.EveryHalf, "полугодно"),
        (TermWord.Always, "постоянн систематическ регулярн непрерывн"),
        (TermWord.Quarter, "квартал"), (TermWord.HalfYear, "полугоди полуг"), (TermWord.School, "учебн"),
        (TermWord.Span, "период срок"), (TermWord.Programme, "программ реализаци действи"),
        (TermWord.End, "окончани завершени итог"), (TermWord.Need, "необходимост потребност"),
        (TermWord.Schedule, "график письм согласовани запрос приказ расписани"), (TermWord.Plan, "план"),
    ];

    /// <summary>Endings of the nouns, adjectives and adverbs whose stems stand above.</summary>
    private static readonly HashSet<string> Endings = new(
        " а е и о у ы ь ю я ам ах ам ами ах ая ев ей ем ие ий им их ию ия ием иям иях иями ой ом ое ов ого ому ую ые ый ым ых ыми ью ю ям ями ях ье но ной ном ную ного ный ные ных ным".Split(' '), StringComparer.Ordinal);

    /// <summary>What people put after a figure: «2-х», «1-ой», «20-го».</summary>
    private static readonly HashSet<string> OrdinalEndings = new("го е ое ой й ый ий х м ом ем я ая ю ую ти ми ым ух ех".Split(' '), StringComparer.Ordinal);

    private static readonly Dictionary<string, (TermWord Word, int Number)> Known = Build();

    public static bool IsKnown(string word) => Find(word).Word != TermWord.Unknown;

    public static bool IsOrdinalEnding(string word) => OrdinalEndings.Contains(word);

    /// <summary>The meaning of a word in lower case with ё as е; the number of a month or a numeral beside it.</summary>
    public static (TermWord Word, int Number) Find(string word)
    {
        if (Known.TryGetValue(word, out var found))
        {
            return found;
        }

        foreach (var (meaning, stems) in Stems)
        {
            foreach (var stem in stems.Split(' '))
            {
                if (word.StartsWith(stem, StringComparison.Ordinal) && Endings.Contains(word[stem.Length..]))
                {
                    return (meaning, 0);
                }
            }
        }

        return default;
    }

    private static Dictionary<string, (TermWord Word, int Number)> Build()
    {
        var known = new Dictionary<string, (TermWord Word, int Number)>(StringComparer.Ordinal);
        for (var month = 1; month <= Months.Length; month++)
        {
            var (stem, endings, abbreviations) = Months[month - 1];
            foreach (var form in endings.Split(' ').Select(e => stem + e.Trim('_')).Concat(abbreviations.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            {
                known[form] = (TermWord.Month, month);
            }
        }

        foreach (var forms in Numerals.Select(line => line.Split(' ')))
        {
            foreach (var form in forms.Skip(1))
            {
                known[form] = (TermWord.Number, int.Parse(forms[0], System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        foreach (var (meaning, forms) in Exact)
        {
            foreach (var form in forms.Split(' '))
            {
                known[form] = (meaning, 0);
            }
        }

        return known;
    }
}
