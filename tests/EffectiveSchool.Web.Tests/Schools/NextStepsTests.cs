using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results;
using EffectiveSchool.Reports.Lists;
using EffectiveSchool.Reports.Schools;
using EffectiveSchool.Web.Pages.Schools;

namespace EffectiveSchool.Web.Tests.Schools;

public class NextStepsTests
{
    private const int Year = 2021;

    [Fact]
    public void A_result_loaded_after_the_approval_is_told_as_newer_and_not_as_missing()
    {
        var steps = NextSteps.For(School(ListState.Approved, "ОГЭ РУ"), PortalRole.Principal);

        Assert.Contains(
            "Перечень утверждён по данным на 14.02.2022. Результаты 2021 года загружены позже и в нём не учтены: ОГЭ РУ. Утверждённый перечень от этого не меняется.", steps);
        Assert.Contains(steps, s => s.StartsWith("Не загружены результаты 2021 года: ", StringComparison.Ordinal) && !s.Contains("ОГЭ РУ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_list_that_is_not_approved_says_of_what_day_its_data_are() =>
        Assert.Contains(
            "Перечень рассчитан по данным на 14.02.2022. Результаты 2021 года загружены позже и в нём не учтены: ОГЭ РУ.",
            NextSteps.For(School(ListState.Preliminary, "ОГЭ РУ"), PortalRole.Principal));

    [Fact]
    public void Nothing_loaded_since_is_told_as_missing_alone() =>
        Assert.DoesNotContain(NextSteps.For(School(ListState.Approved), PortalRole.Principal), s => s.Contains("загружены позже", StringComparison.Ordinal));

    private static SchoolDocument School(ListState state, params string[] loaded)
    {
        var source = new ResultSource("ВПР.xlsx", "Лист 1", 5);
        var input = new SchoolInput(1, "990001", "СОШ", "Степной район", SchoolType.Secondary, null, [ResultFact.Counted("ВПР 5 РУ", Year, 40, 4, source)]);
        var run = LowResultRule.Judge(new IdentificationInput(Year, Methodology.SameProcedure, [input], new HashSet<(string, int)>()));
        var approved = state == ListState.Approved;
        var heading = new ListHeading(
            7, "Область", Year + 1, Year, state, Methodology.SameProcedure, approved ? "412-п" : null, approved ? new DateOnly(2022, 2, 20) : null,
            new DateTimeOffset(2022, 2, 14, 9, 12, 0, TimeSpan.FromHours(7)), new string('a', 64), 1, 0);
        return new SchoolDocument(
            1, "СОШ", "Степной район", [], heading, run.Verdicts[0], 30, [.. loaded.Prepend("ВПР 5 РУ").Select(p => new ProcedureYears(p, [new YearPoint(Year, 40, 4, source)]))], [], [], heading.RunAt);
    }
}
