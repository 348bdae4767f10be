using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Domain.Tests.Identification.Indicators;

/// <summary>Short words for the material of the indicators.</summary>
internal static class Asked
{
    public const int Year = 2023;
    public const string Oge = "ОГЭ РУ";
    public const string Ege = "ЕГЭ РУ";

    public static ResultSource Source { get; } = new("показатели.xlsx", "Лист 1", 5);

    public static ScoreFact Score(string procedure, int year, decimal mean, int participants = 10) =>
        new(procedure, year, participants, mean, null, null, null, null, Source);

    public static ScoreFact Marks(string procedure, int year, int twos, int threes, int fours, int fives) =>
        new(procedure, year, twos + threes + fours + fives, null, twos, threes, fours, fives, Source);

    public static FigureFact Figure(SchoolFigureKind kind, int year, int value) => new(kind, year, value, Source);

    public static SchoolInput School(int key, IEnumerable<ScoreFact>? scores = null, IEnumerable<FigureFact>? figures = null, SchoolType type = SchoolType.Secondary) =>
        new(key, "990001", "МБОУ СОШ с. Ключевое", "Степной район", type, null, [], [.. scores ?? []], [.. figures ?? []]);

    public static IdentificationRun Run(Methodology methodology, params SchoolInput[] schools) =>
        IdentificationRule.Judge(new IdentificationInput(Year, methodology, schools, new HashSet<(string, int)>()));

    /// <summary>The finding of the first school.</summary>
    public static IndicatorFinding Find(Indicator indicator, Methodology methodology, params SchoolInput[] schools) =>
        Run(methodology, schools).Verdicts.First(v => v.SchoolKey == schools[0].Key).Findings!.Single(f => f.Indicator == indicator);

    public static IndicatorFinding Find(Indicator indicator, params SchoolInput[] schools) => Find(indicator, Methodology.TwelveIndicators, schools);

    public static Methodology EveryYear { get; } = Methodology.TwelveIndicators with { Twelve = new TwelveIndicatorsRule { OverYears = YearsRule.EveryYear } };

    /// <summary>Three ВПР of primary school whose means add up to a sum.</summary>
    public static ScoreFact[] Primary(decimal sum, int participants = 10) =>
        [Score("ВПР 4 РУ", Year, 10, participants), Score("ВПР 4 МА", Year, 10, participants), Score("ВПР 4 ОМ", Year, sum - 20, participants)];
}
