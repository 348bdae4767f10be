using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Domain.Identification;

/// <summary>Which version of criterion B a document puts in force (domain.md §5).</summary>
public enum CriterionBVersion
{
    /// <summary>One and the same procedure low in the year and in the year before.</summary>
    SameProcedure,

    /// <summary>Some procedure low in the year and some procedure low in the year before.</summary>
    AnyProcedure,
}

/// <summary>How the share is compared with the threshold.</summary>
public enum ThresholdComparator
{
    /// <summary>Low ⇔ share ≥ threshold: exactly 30 % is low.</summary>
    AtLeast,

    /// <summary>Low ⇔ share &gt; threshold.</summary>
    MoreThan,
}

/// <summary>Whether a branch (филиал) is judged by itself or together with its head school.</summary>
public enum BranchRule
{
    /// <summary>The branch is a school of its own.</summary>
    Alone,

    /// <summary>Participants and failed of branches are added to those of the head school, which alone is judged.</summary>
    WithHead,
}

/// <summary>A school type that the methodology leaves out.</summary>
/// <param name="Type">The type.</param>
/// <param name="Reason">Why, in Russian, as the order says it.</param>
public sealed record LeftOutType(SchoolType Type, string Reason);

/// <summary>
/// A methodology (методика) of identifying ШНОР: listed ⇔ criterion A or criterion B. Immutable once used; a change is a
/// new version. Source of the defaults: domain.md §5.
/// </summary>
public sealed record Methodology
{
    /// <summary>The largest minimum of participants: more than any school has in a grade leaves nothing to judge.</summary>
    public const int MostMinParticipants = 1000;

    private const int PrintedDecimals = 2;

    /// <summary>Short name in URLs and the CLI: «same», «any».</summary>
    public required string Code { get; init; }

    /// <summary>Version, from 1.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Russian title.</summary>
    public required string Title { get; init; }

    /// <summary>In force from that day.</summary>
    public DateOnly InForceFrom { get; init; } = new(2021, 1, 1);

    /// <summary>Threshold of the share of failed, percent, 0 &lt; t ≤ 100.</summary>
    public decimal ThresholdPercent { get; init; } = 30m;

    /// <summary>Comparison with the threshold.</summary>
    public ThresholdComparator Comparator { get; init; } = ThresholdComparator.AtLeast;

    /// <summary>Codes of the judged procedures in the order of the matrix.</summary>
    public IReadOnlyList<string> Procedures { get; init; } = [.. Results.Procedures.Federal.Select(p => p.Code)];

    /// <summary>How many procedures must be low in the year for criterion A, ≥ 1.</summary>
    public int LowProceduresForA { get; init; } = 2;

    /// <summary>Version of criterion B.</summary>
    public CriterionBVersion CriterionB { get; init; } = CriterionBVersion.SameProcedure;

    /// <summary>Fewer participants give no data, ≥ 1. No source sets more than 1.</summary>
    public int MinParticipants { get; init; } = 1;

    /// <summary>Branches alone or with the head.</summary>
    public BranchRule Branches { get; init; } = BranchRule.Alone;

    /// <summary>School types left out, each with its reason.</summary>
    public IReadOnlyList<LeftOutType> LeftOutTypes { get; init; } = [];

    /// <summary>Parameters of the twelve indicators; null for another kind.</summary>
    public TwelveIndicatorsRule? Twelve { get; init; }

    /// <summary>Parameters of the risk zone; null for another kind.</summary>
    public RiskZoneRule? RiskZone { get; init; }

    /// <summary>What it judges by: the parameters it has say it.</summary>
    public MethodologyKind Kind => Twelve is not null ? MethodologyKind.TwelveIndicators
        : RiskZone is not null ? MethodologyKind.RiskZone
        : MethodologyKind.LowResults;

    /// <summary>How many indicators must be true; 0 for a methodology that judges by markers.</summary>
    public int LeastTrue => Twelve?.LeastTrue ?? RiskZone?.LeastTrue ?? 0;

    /// <summary>Whether база and профиль are one marker «ЕГЭ МА».</summary>
    public bool MathEgeIsOne => Procedures.Contains(Results.Procedures.UnitedMathEge);

    /// <summary>«Одна и та же процедура» — default: order of the ЕАО for 2024, federal wording of 2025.</summary>
    public static Methodology SameProcedure { get; } = new()
    {
        Code = "same",
        Title = "Одна и та же процедура",
        CriterionB = CriterionBVersion.SameProcedure,
    };

    /// <summary>«Любая процедура» — federal wording used for the lists of 2021–2022.</summary>
    public static Methodology AnyProcedure { get; } = new()
    {
        Code = "any",
        Title = "Любая процедура",
        CriterionB = CriterionBVersion.AnyProcedure,
    };

    /// <summary>«Двенадцать показателей» of the Kadoshkino district, domain.md §5.</summary>
    public static Methodology TwelveIndicators { get; } = new()
    {
        Code = "twelve",
        Title = "Двенадцать показателей",
        Procedures = [.. IndicatorRule.Read],
        Twelve = new TwelveIndicatorsRule(),
    };

    /// <summary>«Зона риска» of Sharypovo, domain.md §5.</summary>
    public static Methodology ResourceRisk { get; } = new()
    {
        Code = "risk-zone",
        Title = "Зона риска",
        Procedures = [],
        RiskZone = new RiskZoneRule(),
    };

    /// <summary>The same methodology with база and профиль as one marker «ЕГЭ МА».</summary>
    public Methodology WithMathEgeAsOne() => this with
    {
        Procedures = [.. Procedures.Select(p => p is Results.Procedures.BaseMathEge or Results.Procedures.ProfileMathEge
            ? Results.Procedures.UnitedMathEge
            : p).Distinct(StringComparer.Ordinal)],
    };

    /// <summary>The smallest number of failed that makes a procedure low.</summary>
    /// <param name="participants">N, ≥ 1.</param>
    public int FewestFailedThatIsLow(int participants)
    {
        var line = ThresholdPercent * participants / 100m;
        return Comparator == ThresholdComparator.AtLeast ? (int)Math.Ceiling(line) : (int)Math.Floor(line) + 1;
    }

    /// <summary>Whether counts are low: <c>failed·100 ≥ threshold·participants</c>; shares are never compared.</summary>
    public bool IsLow(int participants, int failed) => Comparator == ThresholdComparator.AtLeast
        ? failed * 100m >= ThresholdPercent * participants
        : failed * 100m > ThresholdPercent * participants;

    /// <summary>What keeps the record from being a methodology, as Russian sentences; empty when it is sound.</summary>
    public IReadOnlyList<string> Problems()
    {
        if (Kind != MethodologyKind.LowResults)
        {
            return IndicatorProblems();
        }

        var problems = new List<string>();
        if (ThresholdPercent is <= 0 or > 100)
        {
            problems.Add("Порог доли неуспешных должен быть больше 0 и не больше 100 %.");
        }

        if (!HasPrintedDecimals(ThresholdPercent))
        {
            problems.Add(TooManyDecimals("Порог доли неуспешных"));
        }

        if (MinParticipants is < 1 or > MostMinParticipants)
        {
            problems.Add($"Минимальное число участников — целое число от 1 до {MostMinParticipants}.");
        }

        if (LowProceduresForA < 1)
        {
            problems.Add("Для критерия A нужна хотя бы одна процедура.");
        }
        else if (Procedures.Count > 0 && LowProceduresForA > Procedures.Count)
        {
            problems.Add($"Для критерия A нужно {LowProceduresForA} низких процедур, а методика учитывает только {Procedures.Count}: критерий не выполнился бы никогда. Укажите от 1 до {Procedures.Count}.");
        }

        if (Procedures.Count == 0)
        {
            problems.Add("Выберите хотя бы одну процедуру.");
        }

        foreach (var repeated in Procedures.GroupBy(p => p, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            problems.Add($"Процедура «{repeated.Key}» указана дважды: критерий A посчитал бы её за две.");
        }

        if (MathEgeIsOne && Procedures.Any(p => p is Results.Procedures.BaseMathEge or Results.Procedures.ProfileMathEge))
        {
            problems.Add("ЕГЭ МА учитывается либо одной процедурой, либо базой и профилем, но не вместе.");
        }

        return problems;
    }

    /// <summary>Two decimals are what every page and document prints: two thresholds that print alike must be equal.</summary>
    private static bool HasPrintedDecimals(decimal number) => decimal.Round(number, PrintedDecimals) == number;

    private static string TooManyDecimals(string what) => $"{what} — число не больше чем с {PrintedDecimals} знаками после запятой: точнее его не напечатать в приказе.";

    private List<string> IndicatorProblems()
    {
        var problems = new List<string>([.. Twelve?.Problems() ?? [], .. RiskZone?.Problems() ?? []]);
        if (Twelve is { } twelve && !Array.TrueForAll([twelve.OlympiadPercent, twelve.SeniorStagePercent, twelve.PrimarySumPoints, twelve.OgeRussianMark, twelve.OgeMathMark, twelve.EgePoints], HasPrintedDecimals))
        {
            problems.Add(TooManyDecimals("Каждый порог"));
        }

        if (Twelve is not null && RiskZone is not null)
        {
            problems.Add("Методика оценивает либо по двенадцати показателям, либо по зоне риска.");
        }

        if (Branches == BranchRule.WithHead)
        {
            problems.Add("По показателям филиалы оцениваются отдельно: средние двух школ складывать нечем.");
        }

        return problems;
    }
}
