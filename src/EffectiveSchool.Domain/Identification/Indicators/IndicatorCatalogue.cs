namespace EffectiveSchool.Domain.Identification;

/// <summary>The indicators of each methodology with their names.</summary>
public static class IndicatorCatalogue
{
    private const int PrimaryGrade = 4;
    private const int NinthGrade = 9;
    private const int EleventhGrade = 11;

    private static readonly Dictionary<Indicator, (int Number, string Short, string Title, IndicatorUnit Unit, int Grade)> Facts = new()
    {
        [Indicator.Olympiads] = (1, "Олимпиады", "Участие в региональных и всероссийских олимпиадах", IndicatorUnit.Percent, 1),
        [Indicator.SeniorStage] = (2, "10 класс", "Переход в 10 класс", IndicatorUnit.Percent, NinthGrade),
        [Indicator.PrimaryVpr] = (3, "ВПР 4", "ВПР начальной школы (РУ, МА, окружающий мир)", IndicatorUnit.Points, PrimaryGrade),
        [Indicator.PrimaryVprSum] = (4, "ВПР 4, разрыв", "Разница сумм ВПР начальной школы с регионом", IndicatorUnit.Points, PrimaryGrade),
        [Indicator.OgeRussian] = (5, "ОГЭ РУ", "ОГЭ по русскому языку за три года", IndicatorUnit.Mark, NinthGrade),
        [Indicator.OgeRussianMark] = (6, "ОГЭ РУ, отметка", "Средняя отметка ОГЭ по русскому языку", IndicatorUnit.Mark, NinthGrade),
        [Indicator.OgeMath] = (7, "ОГЭ МА", "ОГЭ по математике за три года", IndicatorUnit.Mark, NinthGrade),
        [Indicator.OgeMathMark] = (8, "ОГЭ МА, отметка", "Средняя отметка ОГЭ по математике", IndicatorUnit.Mark, NinthGrade),
        [Indicator.EgeRussian] = (9, "ЕГЭ РУ", "ЕГЭ по русскому языку за три года", IndicatorUnit.Points, EleventhGrade),
        [Indicator.EgeRussianGap] = (10, "ЕГЭ РУ, разрыв", "Отставание по ЕГЭ по русскому языку", IndicatorUnit.Points, EleventhGrade),
        [Indicator.EgeMath] = (11, "ЕГЭ МА", "ЕГЭ по математике за три года", IndicatorUnit.Points, EleventhGrade),
        [Indicator.EgeMathGap] = (12, "ЕГЭ МА, разрыв", "Отставание по ЕГЭ по математике", IndicatorUnit.Points, EleventhGrade),
        [Indicator.Internet] = (1, "Интернет", "Интернет", IndicatorUnit.YesNo, 1),
        [Indicator.Computers] = (2, "Компьютеры", "Обеспеченность компьютерами", IndicatorUnit.YesNo, 1),
        [Indicator.Teachers] = (3, "Педагоги", "Обеспеченность педагогами", IndicatorUnit.Count, 1),
    };

    /// <summary>The twelve indicators in order.</summary>
    public static IReadOnlyList<Indicator> Twelve { get; } = [.. Enum.GetValues<Indicator>().Where(i => !i.IsDeficit())];

    /// <summary>The three resource deficits in order.</summary>
    public static IReadOnlyList<Indicator> Deficits { get; } = [Indicator.Internet, Indicator.Computers, Indicator.Teachers];

    /// <summary>What a methodology of that kind asks; nothing of one that judges by markers.</summary>
    public static IReadOnlyList<Indicator> Of(MethodologyKind kind) => kind switch
    {
        MethodologyKind.TwelveIndicators => Twelve,
        MethodologyKind.RiskZone => Deficits,
        _ => [],
    };

    /// <summary>Its number in the methodology, from 1.</summary>
    public static int Number(this Indicator indicator) => Facts[indicator].Number;

    /// <summary>The heading of a column: «ОГЭ РУ, отметка».</summary>
    public static string ShortTitle(this Indicator indicator) => Facts[indicator].Short;

    /// <summary>The name in Russian.</summary>
    public static string Title(this Indicator indicator) => Facts[indicator].Title;

    /// <summary>Whether it is one of the three resource deficits.</summary>
    public static bool IsDeficit(this Indicator indicator) => indicator >= Indicator.Internet;

    /// <summary>Whether the region's value stands beside the school's.</summary>
    public static bool ComparesWithRegion(this Indicator indicator) => !indicator.IsDeficit()
        && indicator is not (Indicator.Olympiads or Indicator.SeniorStage or Indicator.OgeRussianMark or Indicator.OgeMathMark);

    /// <summary>The heading of a column with number and unit: «1. Олимпиады, %», «6. ОГЭ РУ, отметка».</summary>
    public static string ColumnTitle(this Indicator indicator) =>
        $"{indicator.Number()}. {indicator.ShortTitle()}{(indicator.Unit() == IndicatorUnit.Percent ? ", %" : "")}";

    /// <summary>What it is measured in.</summary>
    public static IndicatorUnit Unit(this Indicator indicator) => Facts[indicator].Unit;

    /// <summary>
    /// Whether a school of the type has the grade that the indicator speaks of: an ООШ has no ЕГЭ, so eight of the twelve
    /// apply to it; a НОШ has three.
    /// </summary>
    public static bool AppliesTo(this Indicator indicator, Registry.SchoolType type) => Facts[indicator].Grade <= Registry.SchoolTypes.LastGrade(type);
}
