using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Domain.Identification;

/// <summary>An indicator or a resource deficit that a methodology asks of a school (domain.md §5).</summary>
public enum Indicator
{
    /// <summary>(1) Few pupils in regional or national olympiads over three years.</summary>
    Olympiads,

    /// <summary>(2) Few go on to the senior stage over three years.</summary>
    SeniorStage,

    /// <summary>(3) ВПР of primary school below the region.</summary>
    PrimaryVpr,

    /// <summary>(4) The sum of those three differs from the region's.</summary>
    PrimaryVprSum,

    /// <summary>(5) ОГЭ РУ below the region over three years.</summary>
    OgeRussian,

    /// <summary>(6) Mean mark of ОГЭ РУ of the last year.</summary>
    OgeRussianMark,

    /// <summary>(7) ОГЭ МА below the region over three years.</summary>
    OgeMath,

    /// <summary>(8) Mean mark of ОГЭ МА of the last year.</summary>
    OgeMathMark,

    /// <summary>(9) ЕГЭ РУ below the region over three years.</summary>
    EgeRussian,

    /// <summary>(10) ЕГЭ РУ of the last year far below the region.</summary>
    EgeRussianGap,

    /// <summary>(11) ЕГЭ МА below the region over three years.</summary>
    EgeMath,

    /// <summary>(12) ЕГЭ МА of the last year far below the region.</summary>
    EgeMathGap,

    /// <summary>No stable Internet.</summary>
    Internet,

    /// <summary>Not enough computers.</summary>
    Computers,

    /// <summary>Teachers missing: vacancies.</summary>
    Teachers,
}

/// <summary>What is known of an indicator. Missing is never false, not applicable is neither.</summary>
public enum IndicatorState
{
    /// <summary>Выполняется.</summary>
    Holds,

    /// <summary>Не выполняется.</summary>
    DoesNotHold,

    /// <summary>Нет данных.</summary>
    NoData,

    /// <summary>Неприменим: такого класса в школе нет.</summary>
    NotApplicable,
}

/// <summary>What an indicator is measured in.</summary>
public enum IndicatorUnit
{
    /// <summary>Percent.</summary>
    Percent,

    /// <summary>Points of a procedure.</summary>
    Points,

    /// <summary>A mark, 2…5.</summary>
    Mark,

    /// <summary>Yes (1) or no (0).</summary>
    YesNo,

    /// <summary>A count.</summary>
    Count,
}

/// <summary>A number that an indicator stands on.</summary>
/// <param name="What">What it is: «ВПР 4 РУ», «участники олимпиад».</param>
/// <param name="Year">Its year.</param>
/// <param name="Value">The school's value.</param>
/// <param name="Region">The region's mean of the year; null where the indicator asks for none.</param>
/// <param name="Sources">File, sheet and row; two where the value is a share.</param>
public sealed record IndicatorNumber(string What, int Year, decimal Value, decimal? Region, IReadOnlyList<ResultSource> Sources);

/// <summary>What became of one indicator at one school, with every number that decided it.</summary>
/// <param name="Indicator">Which one.</param>
/// <param name="State">True, false, no data or not applicable.</param>
/// <param name="Value">The school's value; null without data.</param>
/// <param name="Region">The region's value; null where a limit alone is asked.</param>
/// <param name="Limit">The limit of the methodology; null where the region alone is asked.</param>
/// <param name="Numbers">The numbers, by year, then procedure.</param>
/// <param name="Missing">Why there are no data, or what of several years is missing, in Russian; null where nothing is.</param>
public sealed record IndicatorFinding(
    Indicator Indicator,
    IndicatorState State,
    decimal? Value,
    decimal? Region,
    decimal? Limit,
    IReadOnlyList<IndicatorNumber> Numbers,
    string? Missing)
{
    /// <summary>Its number in the methodology: 1…12, or 1…3 of the deficits.</summary>
    public int Number => Indicator.Number();

    /// <summary>What it is measured in.</summary>
    public IndicatorUnit Unit => Indicator.Unit();

    /// <summary>Whether it judges how far the school is from the region, not the school's value itself.</summary>
    public bool IsGap => Region is not null && Limit is not null;

    /// <summary>What is judged: the school's value, or where <see cref="IsGap"/> the value less the region's; null without data.</summary>
    public decimal? Judged => IsGap ? Value - Region : Value;

    /// <summary>Years the value stands on, in order.</summary>
    public IReadOnlyList<int> Years => [.. Numbers.Select(n => n.Year).Distinct().Order()];

    /// <summary>Whether it could be judged.</summary>
    public bool IsKnown => State is IndicatorState.Holds or IndicatorState.DoesNotHold;
}
