using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Reports.Lists;

namespace EffectiveSchool.Reports.Schools;

/// <summary>Words of a school's page.</summary>
public static class SchoolText
{
    /// <summary>The verdict as a heading: «Школа в перечне ШНОР на 2024 год», with the state of a list that is not approved.</summary>
    public static string VerdictHeading(SchoolDocument school)
    {
        ArgumentNullException.ThrowIfNull(school);
        if (school is not { List: { } list, Verdict: { } verdict })
        {
            return "Перечня, в котором школа оценивалась, пока нет";
        }

        var called = list.Methodology.Kind switch
        {
            MethodologyKind.TwelveIndicators => $"перечень ШНОР на {list.ForYear} год по двенадцати показателям",
            MethodologyKind.RiskZone => $"зону риска на {list.ForYear} год",
            _ => $"перечень ШНОР на {list.ForYear} год",
        };
        var name = list.State is not (ListState.Approved or ListState.Archived) ? $"{called} ({list.State.RussianName()})" : called;
        return verdict switch
        {
            { NotJudged: not null } => $"Школа не оценивалась: {name}",
            { IsUnknown: true } => $"Вывода о школе нет, данных нет: {name}",
            { Listed: true } => $"Школа входит в {name}",
            _ => $"Школа не входит в {name}",
        };
    }

    /// <summary>«приказ от 20.02.2024 № 412-п», or null where there is no order.</summary>
    public static string? Order(string? number, DateOnly? date) =>
        number is null ? null : $"приказ от {RussianFigures.Date(date)} № {number}";

    /// <summary>How far the newest verdict can be trusted and what comes next, each one sentence of the domain; empty without a verdict.</summary>
    public static IEnumerable<string> Trust(SchoolDocument school)
    {
        ArgumentNullException.ThrowIfNull(school);
        return school is not { List: { } list, Verdict: { } verdict }
            ? []
            : new[]
            {
                Stability.LeaveOneOutSentence(verdict, list.Methodology, list.ResultsYear),
                WatchList.SignOf(verdict)?.Sentence,
                YearsOnList.Of(school.History.Where(h => h.Kind == list.Methodology.Kind).Select(h => new ListedYear(h.ResultsYear, h.State, h.Listed))).Sentence,
                Forecast(list, verdict)?.Sentence,
                Forecast(list, verdict)?.WayOut,
            }.OfType<string>();
    }

    private static NextYearForecast? Forecast(ListHeading list, SchoolVerdict verdict) =>
        NextYearForecast.Of(verdict, list.Methodology, list.ResultsYear);
}
