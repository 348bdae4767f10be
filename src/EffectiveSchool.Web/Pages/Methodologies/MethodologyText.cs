using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results;
using EffectiveSchool.Reports.Lists;

namespace EffectiveSchool.Web.Pages.Methodologies;

/// <summary>A methodology said in words.</summary>
public static class MethodologyText
{
    private const int Example = 20;

    public static string Threshold(Methodology methodology) =>
        $"{(methodology.Comparator == ThresholdComparator.AtLeast ? "не менее" : "более")} {methodology.ThresholdPercent.ToString("0.##", RussianCulture.Value)}\u00A0%";

    public static string CriterionB(CriterionBVersion version) => version == CriterionBVersion.SameProcedure ? "одна и та же процедура" : "любая процедура";

    public static string Branches(BranchRule rule) => rule == BranchRule.Alone ? "оцениваются отдельно" : "учитываются вместе с головной школой";

    public static string MathEge(Methodology methodology) => methodology switch
    {
        { MathEgeIsOne: true } => "один маркер «ЕГЭ МА»",
        _ when methodology.Procedures.Contains(Procedures.BaseMathEge) || methodology.Procedures.Contains(Procedures.ProfileMathEge) => "база и профиль отдельно",
        _ => "не учитывается",
    };

    /// <summary>The rule in one line.</summary>
    public static string Short(Methodology methodology) => methodology.Kind switch
    {
        MethodologyKind.TwelveIndicators => $"не меньше {methodology.LeastTrue} из {TwelveIndicatorsRule.Count} показателей, «за три года» — {OverYears(methodology.Twelve!.OverYears)}",
        MethodologyKind.RiskZone => $"не меньше {methodology.LeastTrue} из {RiskZoneRule.Count} ресурсных дефицитов",
        _ => $"доля {Threshold(methodology)}, критерий B — {CriterionB(methodology.CriterionB)}, участников не меньше {methodology.MinParticipants}",
    };

    public static string OverYears(YearsRule rule) => rule == YearsRule.MeanOfYears ? "в среднем за имеющиеся годы" : "в каждом году";

    /// <summary>Label and value of every parameter, in the order shown.</summary>
    public static IEnumerable<(string Label, string Value)> Parameters(Methodology methodology)
    {
        yield return ("Действует с", RussianFigures.Date(methodology.InForceFrom));
        if (methodology.Kind != MethodologyKind.LowResults)
        {
            yield return ("Нужно для перечня", $"не меньше {methodology.LeastTrue} из {IndicatorCatalogue.Of(methodology.Kind).Count} {IndicatorText.Counted(methodology.Kind)}");
            if (methodology.Twelve is { } twelve)
            {
                yield return ("«За три года»", OverYears(twelve.OverYears));
                yield return ("Процедуры", string.Join(", ", methodology.Procedures));
            }

            yield return ("Филиалы", Branches(methodology.Branches));
            yield return ("Не оцениваются", LeftOut(methodology));
            yield break;
        }

        yield return ("Низкий результат: доля неуспешных", Threshold(methodology));
        yield return ("Процедуры", string.Join(", ", methodology.Procedures));
        yield return ("ЕГЭ по математике", MathEge(methodology));
        yield return ("Критерий A", $"низких процедур в году — {methodology.LowProceduresForA} и больше");
        yield return ("Критерий B", CriterionB(methodology.CriterionB));
        yield return ("Наименьшее число участников", RussianFigures.Count(methodology.MinParticipants));
        yield return ("Филиалы", Branches(methodology.Branches));
        yield return ("Не оцениваются", LeftOut(methodology));
    }

    private static string LeftOut(Methodology methodology) => methodology.LeftOutTypes.Count == 0
        ? "нет исключений"
        : string.Join("; ", methodology.LeftOutTypes.Select(t => $"{t.Type.RussianName()} — {t.Reason}"));

    private static IEnumerable<string> IndicatorSteps(Methodology methodology)
    {
        foreach (var indicator in IndicatorCatalogue.Of(methodology.Kind))
        {
            yield return $"{indicator.Title()}: {IndicatorText.Rule(indicator, methodology)}.";
        }
    }

    /// <summary>The rule step by step, as a methodologist would tell it.</summary>
    public static IEnumerable<string> Steps(Methodology methodology) =>
        methodology.Kind == MethodologyKind.LowResults ? MarkerSteps(methodology) : IndicatorSteps(methodology);

    private static IEnumerable<string> MarkerSteps(Methodology methodology)
    {
        yield return ExplanationText.Rule(methodology)
            + $" Сравниваются числа людей, а не округлённые доли: из {Example} участников низким считается результат, где неуспешных {methodology.FewestFailedThatIsLow(Example)} и больше.";
        yield return "Где данных нет — процедура не проводилась, такого класса в школе нет или файл не загружен, — маркер остаётся без данных: пропуск не считается ни низким результатом, ни нулём.";
        yield return AnnexText.CriterionA(methodology);
        yield return AnnexText.CriterionB(methodology);
        yield return "Школа в перечне, если выполняется хотя бы один критерий.";
        if (methodology.Branches == BranchRule.WithHead)
        {
            yield return "Участники и неуспешные филиалов складываются с головной школой; сам филиал не оценивается.";
        }

        foreach (var leftOut in methodology.LeftOutTypes)
        {
            yield return $"Школы типа «{leftOut.Type.RussianName()}» не оцениваются: {leftOut.Reason}";
        }
    }
}
