namespace EffectiveSchool.Domain.Identification;

/// <summary>What a methodology judges by (domain.md §5).</summary>
public enum MethodologyKind
{
    /// <summary>Markers of low results, criteria A and B.</summary>
    LowResults,

    /// <summary>Twelve indicators, at least five of them true (Kadoshkino district).</summary>
    TwelveIndicators,

    /// <summary>Three resource deficits, at least two of them true (Sharypovo).</summary>
    RiskZone,
}

/// <summary>Words of the kinds.</summary>
public static class MethodologyKinds
{
    /// <summary>«низкие результаты», «двенадцать показателей», «зона риска».</summary>
    public static string RussianName(this MethodologyKind kind) => kind switch
    {
        MethodologyKind.TwelveIndicators => "двенадцать показателей",
        MethodologyKind.RiskZone => "зона риска",
        _ => "низкие результаты",
    };

    /// <summary>The title of a list: «Перечень ШНОР на 2024 год по результатам 2022 и 2023 годов».</summary>
    /// <param name="kind">What the list judges by.</param>
    /// <param name="forYear">The year the list is for.</param>
    /// <param name="resultsYear">The results year.</param>
    public static string TitleOf(this MethodologyKind kind, int forYear, int resultsYear) => kind switch
    {
        MethodologyKind.TwelveIndicators => $"Перечень ШНОР на {forYear} год по двенадцати показателям {resultsYear - 2}–{resultsYear} годов",
        MethodologyKind.RiskZone => $"Школы зоны риска на {forYear} год по показателям {resultsYear} года",
        _ => $"Перечень ШНОР на {forYear} год по результатам {resultsYear - 1} и {resultsYear} годов",
    };

    /// <summary>What speaks of markers alone and so is absent for the other kinds, as a sentence; null for low results.</summary>
    public static string? WhyNoMarkers(this MethodologyKind kind) => kind == MethodologyKind.LowResults
        ? null
        : $"«Что, если», устойчивость, прогноз и наблюдение считаются по маркерам низких результатов; методика «{kind.RussianName()}» маркеров не имеет, поэтому здесь их нет.";
}

/// <summary>What «за три года» asks of the years.</summary>
public enum YearsRule
{
    /// <summary>The mean of the years present.</summary>
    MeanOfYears,

    /// <summary>Each of the three years by itself: a year without data leaves the question open, a year without the procedure is passed over.</summary>
    EveryYear,
}

/// <summary>Parameters of the twelve indicators; the defaults are those of domain.md §5.</summary>
public sealed record TwelveIndicatorsRule
{
    /// <summary>How many indicators are there.</summary>
    public const int Count = 12;

    /// <summary>How many years «за три года» means, the results year being the last.</summary>
    public const int Years = 3;

    /// <summary>Listed ⇔ at least so many indicators are true, 1…12.</summary>
    public int LeastTrue { get; init; } = 5;

    /// <summary>(1) Fewer than this share of pupils in regional or national olympiads, percent.</summary>
    public decimal OlympiadPercent { get; init; } = 0.5m;

    /// <summary>(2) Fewer than this share of leavers of grade 9 go on to grade 10, percent.</summary>
    public decimal SeniorStagePercent { get; init; } = 60m;

    /// <summary>(4) The sum of the three means of primary school differs from the region's by more than so many points.</summary>
    public decimal PrimarySumPoints { get; init; } = 20m;

    /// <summary>(6) Mean mark of ОГЭ РУ below this.</summary>
    public decimal OgeRussianMark { get; init; } = 3.5m;

    /// <summary>(8) Mean mark of ОГЭ МА below this.</summary>
    public decimal OgeMathMark { get; init; } = 3.2m;

    /// <summary>(10), (12) Mean test score of ЕГЭ below the region's by more than so many points.</summary>
    public decimal EgePoints { get; init; } = 20m;

    /// <summary>What «за три года» asks of the years.</summary>
    public YearsRule OverYears { get; init; } = YearsRule.MeanOfYears;

    /// <summary>What keeps the parameters from being sound, as Russian sentences.</summary>
    public IEnumerable<string> Problems()
    {
        if (LeastTrue is < 1 or > Count)
        {
            yield return $"Для перечня нужно от 1 до {Count} показателей.";
        }

        if (OlympiadPercent is <= 0 or > 100 || SeniorStagePercent is <= 0 or > 100)
        {
            yield return "Доли олимпиад и перехода в 10 класс — больше 0 и не больше 100 %.";
        }

        if (OgeRussianMark is < 2 or > 5 || OgeMathMark is < 2 or > 5)
        {
            yield return "Средняя отметка ОГЭ — от 2 до 5.";
        }

        if (PrimarySumPoints is < 0 or > 300 || EgePoints is < 0 or > 100)
        {
            yield return "Разница с регионом — от 0 до 300 баллов по сумме ВПР и от 0 до 100 баллов по ЕГЭ.";
        }
    }
}

/// <summary>Parameters of the risk zone; the default is that of domain.md §5.</summary>
public sealed record RiskZoneRule
{
    /// <summary>How many resource deficits are there.</summary>
    public const int Count = 3;

    /// <summary>In the zone ⇔ at least so many deficits, 1…3.</summary>
    public int LeastTrue { get; init; } = 2;

    /// <summary>What keeps the parameters from being sound, as Russian sentences.</summary>
    public IEnumerable<string> Problems()
    {
        if (LeastTrue is < 1 or > Count)
        {
            yield return $"Для зоны риска нужно от 1 до {Count} дефицитов.";
        }
    }
}
