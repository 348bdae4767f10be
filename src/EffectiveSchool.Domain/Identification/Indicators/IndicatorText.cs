namespace EffectiveSchool.Domain.Identification;

/// <summary>Says indicators in Russian that a principal can read; every page and document uses these.</summary>
public static class IndicatorText
{
    private const int MostDecimals = 10;
    private const string NoData = "нет данных";

    /// <summary>«выполняется», «не выполняется», «нет данных», «неприменим»; of a resource deficit «дефицит есть», «дефицита нет».</summary>
    public static string StateName(Indicator indicator, IndicatorState state) => (state, indicator.IsDeficit()) switch
    {
        (IndicatorState.Holds, true) => "дефицит есть",
        (IndicatorState.DoesNotHold, true) => "дефицита нет",
        (IndicatorState.Holds, _) => "выполняется",
        (IndicatorState.DoesNotHold, _) => "не выполняется",
        (IndicatorState.NoData, _) => "нет данных",
        _ => "неприменим",
    };

    /// <summary>A word for a cell: «да», «нет», «—», «н/п»; of a resource deficit its name, for «нет» beside «Интернет» would read upside down. Colour alone never tells.</summary>
    public static string StateWord(Indicator indicator, IndicatorState state) => (state, indicator.IsDeficit()) switch
    {
        (IndicatorState.NoData, _) => RussianFigures.Missing,
        (IndicatorState.NotApplicable, _) => "н/п",
        (_, true) => StateName(indicator, state),
        (IndicatorState.Holds, _) => "да",
        _ => "нет",
    };

    /// <summary>The heading of the count of what is true: «Выполняется», «Дефицитов».</summary>
    public static string CountedHeading(MethodologyKind kind) => kind == MethodologyKind.RiskZone ? "Дефицитов" : "Выполняется";

    /// <summary>«показатель» or «дефицит», in the genitive plural: what a methodology of that kind counts.</summary>
    public static string Counted(MethodologyKind kind) => kind == MethodologyKind.RiskZone ? "дефицитов" : "показателей";

    /// <summary>The rule of an indicator: «меньше 0,5 % обучающихся в среднем за три года».</summary>
    public static string Rule(Indicator indicator, Methodology methodology)
    {
        ArgumentNullException.ThrowIfNull(methodology);
        var twelve = methodology.Twelve ?? new TwelveIndicatorsRule();
        var years = twelve.OverYears == YearsRule.MeanOfYears ? "в среднем за имеющиеся из трёх лет" : "в каждом из трёх лет";
        return indicator switch
        {
            Indicator.Olympiads => $"меньше {Number(twelve.OlympiadPercent)}\u00A0% обучающихся — участники регионального и заключительного этапов, {years}",
            Indicator.SeniorStage => $"меньше {Number(twelve.SeniorStagePercent)}\u00A0% выпускников 9 класса перешли в 10 класс, {years}",
            Indicator.PrimaryVpr => "сумма средних первичных баллов трёх ВПР 4 класса ниже суммы региона в последнем году",
            Indicator.PrimaryVprSum => $"сумма средних первичных баллов трёх ВПР 4 класса отличается от суммы региона больше чем на {Number(twelve.PrimarySumPoints)} баллов в любую сторону в последнем году",
            Indicator.OgeRussian => $"средняя отметка ОГЭ РУ ниже региональной, {years}",
            Indicator.OgeRussianMark => $"средняя отметка ОГЭ РУ последнего года ниже {Number(twelve.OgeRussianMark)}",
            Indicator.OgeMath => $"средняя отметка ОГЭ МА ниже региональной, {years}",
            Indicator.OgeMathMark => $"средняя отметка ОГЭ МА последнего года ниже {Number(twelve.OgeMathMark)}",
            Indicator.EgeRussian => $"средний балл ЕГЭ РУ ниже регионального, {years}",
            Indicator.EgeRussianGap => $"средний балл ЕГЭ РУ последнего года ниже регионального больше чем на {Number(twelve.EgePoints)}",
            Indicator.EgeMath => $"средний балл ЕГЭ МА (профиль) ниже регионального, {years}",
            Indicator.EgeMathGap => $"средний балл ЕГЭ МА (профиль) последнего года ниже регионального больше чем на {Number(twelve.EgePoints)}",
            Indicator.Internet => "дефицит, если устойчивого Интернета нет",
            Indicator.Computers => "дефицит, если компьютеров не хватает",
            _ => "дефицит, если есть хотя бы одна вакансия педагога",
        };
    }

    /// <summary>The rule of the whole methodology as sentences.</summary>
    public static string Rule(Methodology methodology)
    {
        ArgumentNullException.ThrowIfNull(methodology);
        return methodology.Kind == MethodologyKind.RiskZone
            ? $"Школа в зоне риска, если у неё не меньше {methodology.LeastTrue} из {RiskZoneRule.Count} ресурсных дефицитов. Нет данных — не значит «дефицита нет» и не значит «дефицит есть»."
            : $"Школа в перечне, если выполняется не меньше {methodology.LeastTrue} из {TwelveIndicatorsRule.Count} показателей. Показатель без данных не считается ни выполненным, ни невыполненным. "
                + "Среднее региона — по всем школам этого расчёта: балл взвешен по участникам, отметка — по числу отметок.";
    }

    /// <summary>«6 из 12 применимых, данные по 11»; «нет данных» where nothing is known.</summary>
    public static string Tally(SchoolVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return verdict.IsUnknown ? NoData : $"{verdict.Holding} из {verdict.Applicable} применимых"
            + (verdict.Known == verdict.Applicable ? "" : $", данные по {verdict.Known}");
    }

    /// <summary>The school's value with its unit: «0,3 %», «3,42», «45,3»; of a resource the whole fact: «устойчивого Интернета нет», «2 вакансии».</summary>
    public static string Value(IndicatorFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return (finding.Indicator, finding.Value) switch
        {
            (Indicator.Internet, { } stable) => stable == 0 ? "устойчивого Интернета нет" : "устойчивый Интернет есть",
            (Indicator.Computers, { } enough) => enough == 0 ? "компьютеров не хватает" : "компьютеров достаточно",
            (Indicator.Teachers, 0) => "вакансий нет",
            (Indicator.Teachers, { } vacancies) => RussianWords.Count((int)vacancies, "вакансия", "вакансии", "вакансий"),
            _ => PlainValue(finding),
        };
    }

    /// <summary>What is judged, as a cell prints it: the value, or the difference from the region with its sign: «−22,9», «+5,0».</summary>
    public static string Judged(IndicatorFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding is { IsGap: true, Judged: { } gap } ? Gap(finding, gap) : Value(finding);
    }

    private static string Gap(IndicatorFinding finding, decimal gap) =>
        (gap < 0 ? "−" : gap > 0 ? "+" : "") + Figure(Math.Abs(gap), finding.Indicator, finding.Limit);

    private static string PlainValue(IndicatorFinding finding) => Figure(finding.Value, finding.Indicator, finding.Region ?? finding.Limit);

    /// <summary>The region's value; a dash where none is asked.</summary>
    public static string Region(IndicatorFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return Figure(finding.Region, finding.Indicator, finding.Value);
    }

    /// <summary>What the value is compared with, in words: «регион 3,61», «порог 0,5 %», «регион 68,2, разница −22,9 при пороге 20».</summary>
    public static string Line(IndicatorFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return (finding.Region, finding.Limit) switch
        {
            (not null, { } limit) => $"регион {Region(finding)}, разница {Judged(finding)} при пороге {Number(limit)}",
            (not null, null) => $"регион {Region(finding)}",
            (null, { } limit) => $"порог {Figure(limit, finding.Indicator, null)}",
            _ => RussianFigures.Missing,
        };
    }

    /// <summary>One number of a finding: «2023: 3,42, регион 3,61».</summary>
    public static string Numbers(IndicatorFinding finding, IndicatorNumber number)
    {
        ArgumentNullException.ThrowIfNull(finding);
        ArgumentNullException.ThrowIfNull(number);
        return $"{number.Year}: {Figure(number.Value, finding.Indicator, number.Region)}"
            + (number.Region is null ? "" : $", регион {Figure(number.Region, finding.Indicator, number.Value)}");
    }

    /// <summary>The sentences of a verdict: how many hold and how many are needed, each that holds, what is missing, the rule.</summary>
    public static IReadOnlyList<ExplanationSentence> Explain(SchoolVerdict verdict, Methodology methodology)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        ArgumentNullException.ThrowIfNull(methodology);
        var findings = verdict.Findings ?? [];
        List<ExplanationSentence> sentences = [new(null, Headline(verdict, methodology))];
        sentences.AddRange(findings.Where(f => f.State == IndicatorState.Holds).Select(f => new ExplanationSentence(null, Sentence(f))));
        if (findings.Any(f => f.State == IndicatorState.NoData))
        {
            var open = verdict.Listed || verdict.Holding + findings.Count(f => f.State == IndicatorState.NoData) < methodology.LeastTrue
                ? ""
                : " С этими данными вывод мог бы быть другим.";
            sentences.Add(new(null, "Нет данных: " + string.Join(", ", findings.Where(f => f.State == IndicatorState.NoData).Select(f => $"{f.Number}. {f.Indicator.Title()}")) + "." + open));
        }

        sentences.Add(new(null, Rule(methodology)));
        return sentences;
    }

    /// <summary>«10. Отставание по ЕГЭ по русскому языку: 45,3 (регион 68,2, разница −22,9 при пороге 20), 2023 год.»</summary>
    public static string Sentence(IndicatorFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var line = Line(finding);
        var years = string.Join(", ", finding.Years) + (finding.Years.Count == 1 ? " год" : " годы");
        return $"{finding.Number}. {finding.Indicator.Title()}: {Value(finding)}{(line == RussianFigures.Missing ? "" : $" ({line})")}, {years}.";
    }

    /// <summary>
    /// A figure as it is printed: marks with two decimals, the rest with one. More decimals stand where two different figures
    /// would print alike and so contradict the verdict.
    /// </summary>
    public static string Figure(decimal? value, Indicator indicator, decimal? beside)
    {
        if (value is not { } exact)
        {
            return RussianFigures.Missing;
        }

        switch (indicator.Unit())
        {
            case IndicatorUnit.YesNo:
                return exact == 0 ? "нет" : "да";
            case IndicatorUnit.Count:
                return RussianFigures.Count((int)exact);
            default:
                var decimals = DecimalsOf(exact, indicator, beside);
                return decimal.Round(exact, decimals, MidpointRounding.AwayFromZero).ToString("F" + decimals.ToString(RussianCulture.Value), RussianCulture.Value)
                    + (indicator.Unit() == IndicatorUnit.Percent ? "\u00A0%" : "");
        }
    }

    /// <summary>How many decimals a figure needs: a mark two, the rest one; more where it would print as the other figure and is not it.</summary>
    /// <param name="exact">The figure.</param>
    /// <param name="indicator">Whose it is.</param>
    /// <param name="beside">The figure it is compared with; null where it is compared with none.</param>
    public static int DecimalsOf(decimal exact, Indicator indicator, decimal? beside)
    {
        var decimals = indicator.Unit() == IndicatorUnit.Mark ? 2 : 1;
        while (decimals < MostDecimals && beside is { } other && other != exact
            && decimal.Round(other, decimals, MidpointRounding.AwayFromZero) == decimal.Round(exact, decimals, MidpointRounding.AwayFromZero))
        {
            decimals++;
        }

        return decimals;
    }

    private static string Headline(SchoolVerdict verdict, Methodology methodology)
    {
        var what = Counted(methodology.Kind);
        if (verdict.IsUnknown)
        {
            return $"Нет данных ни по одному из {verdict.Applicable} применимых к школе {what}, поэтому вывода о школе нет: отсутствие данных не значит, что всё в порядке.";
        }

        var known = verdict.Known == verdict.Applicable ? "" : $" Данные есть по {verdict.Known}.";
        return methodology.Kind == MethodologyKind.RiskZone
            ? $"У школы {verdict.Holding} из {verdict.Applicable} ресурсных дефицитов, а для зоны риска нужно не меньше {methodology.LeastTrue}.{known}"
            : $"Выполняется {verdict.Holding} из {verdict.Applicable} применимых к школе {what}, а нужно не меньше {methodology.LeastTrue}.{known}";
    }

    private static string Number(decimal number) => number.ToString("0.##", RussianCulture.Value);
}
