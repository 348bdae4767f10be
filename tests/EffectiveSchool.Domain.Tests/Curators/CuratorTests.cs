using EffectiveSchool.Domain.Curators;

namespace EffectiveSchool.Domain.Tests.Curators;

/// <summary>Assignments, agreements, visits and landings (domain.md §10).</summary>
public sealed class CuratorTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);
    private static readonly CuratorPerson Curator = new(Guid.CreateVersion7(), "Куратор школ");
    private static readonly CuratorPerson Successor = new(Guid.CreateVersion7(), "Второй куратор");
    private static readonly CuratorOrder Order = new("57-п", new DateOnly(2026, 2, 27));

    [Fact]
    public void An_assignment_runs_from_its_first_day_to_its_last_both_included()
    {
        var assignment = Assigned();
        Assert.Null(assignment.End(Day.AddDays(10), "увольнение"));
        Assert.Equal([false, true, true, false], new[] { -1, 0, 10, 11 }.Select(d => assignment.RunsOn(Day.AddDays(d))));
    }

    [Fact]
    public void An_assignment_without_a_last_day_runs_on() => Assert.True(Assigned().RunsOn(Day.AddYears(20)));

    [Theory]
    [InlineData(-1, "увольнение", "раньше начала")]
    [InlineData(5, " ", "причину")]
    public void An_end_that_makes_no_sense_is_refused_and_changes_nothing(int days, string reason, string said)
    {
        var assignment = Assigned();
        Assert.Contains(said, assignment.End(Day.AddDays(days), reason), StringComparison.Ordinal);
        Assert.Null(assignment.Until);
    }

    [Fact]
    public void An_assignment_ends_once()
    {
        var assignment = Assigned();
        assignment.End(Day, "новый приказ");
        Assert.Contains("уже завершено 02.03.2026", assignment.End(Day.AddDays(1), "ещё раз"), StringComparison.Ordinal);
        Assert.Equal(Day, assignment.Until);
    }

    [Fact]
    public void A_school_handed_over_is_with_exactly_one_of_the_two_on_every_day()
    {
        var former = Assigned();
        var (refusal, next) = former.HandOver(Order, Successor, Day.AddDays(5));
        Assert.Null(refusal);
        for (var day = Day; day < Day.AddDays(20); day = day.AddDays(1))
        {
            Assert.NotEqual(former.RunsOn(day), next!.RunsOn(day));
        }

        Assert.Equal((Successor.Id, Successor.Name, 1), (next!.CuratorId, next.CuratorName, next.SchoolId));
        Assert.Contains("приказ № 57-п от 27.02.2026", former.EndReason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_assignment_that_has_not_begun_is_taken_over_from_its_own_first_day()
    {
        var former = Assigned();
        var next = former.HandOver(Order, Successor, Day.AddDays(-3)).Next!;
        Assert.Equal(Day, next.From);
        Assert.False(former.RunsOn(Day));
        Assert.False(former.IsOpenOn(Day.AddDays(-5)));
    }

    [Fact]
    public void A_planned_end_passes_on_with_the_school()
    {
        var former = Assigned();
        former.End(Day.AddDays(30), "до конца года");
        Assert.Equal(Day.AddDays(30), former.HandOver(Order, Successor, Day.AddDays(5)).Next!.Until);
    }

    [Fact]
    public void What_has_ended_or_would_go_to_oneself_is_not_handed_over()
    {
        var assignment = Assigned();
        Assert.Contains("другому куратору", assignment.HandOver(Order, Curator, Day).Refusal, StringComparison.Ordinal);
        assignment.End(Day, "увольнение");
        Assert.Contains("завершено 02.03.2026", assignment.HandOver(Order, Successor, Day.AddDays(1)).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_curator_may_work_with_schools_assigned_today_and_with_those_granted_without_an_order()
    {
        var ended = CuratorAssignment.By(Order, Curator, 1, 2, Day.AddDays(-9));
        ended.End(Day.AddDays(-1), "увольнение");
        CuratorAssignment[] assignments = [Assigned(), ended, CuratorAssignment.By(Order, Curator, 1, 3, Day.AddDays(1))];
        Assert.Equal([1, 7], CuratorAssignment.SchoolsOn(Day, [2, 3, 7], assignments).Order());
    }

    [Theory]
    [InlineData(-1, "переезд", "вне срока")]
    [InlineData(31, "переезд", "вне срока")]
    [InlineData(5, "", "причину")]
    [InlineData(5, "переезд", null)]
    public void An_agreement_ends_within_its_term_and_with_a_reason(int days, string reason, string? said)
    {
        var agreement = Agreement(1, Day, Day.AddDays(30));
        var refusal = agreement.End(Day.AddDays(days), reason);
        Assert.Contains(said ?? "", refusal ?? "", StringComparison.Ordinal);
        Assert.Equal(said is null, refusal is null);
        Assert.Equal((said is not null, true), (agreement.RunsOn(Day.AddDays(6)), agreement.RunsOn(Day.AddDays(5))));
    }

    [Fact]
    public void A_later_visit_settles_what_an_earlier_one_had_agreed()
    {
        var year = SchoolYear.Of(Day);
        VisitFact[] visits = [Written(VisitKind.Visit, Day.AddDays(-20), Day.AddDays(-5)), Written(VisitKind.MethodicalLanding, Day.AddDays(-30), Day.AddDays(-25))];
        Assert.True(SchoolVisits.Of(year, visits).IsOverdueOn(Day));
        Assert.False(SchoolVisits.Of(year, visits).IsOverdueOn(Day.AddDays(-5)));
        var settled = SchoolVisits.Of(year, [.. visits, Written(VisitKind.Visit, Day.AddDays(-1))]);
        Assert.False(settled.IsOverdueOn(Day));
        Assert.Equal(new SchoolVisits(Day.AddDays(-1), null, new LandingCount(1)), settled);
        Assert.Equal(SchoolVisits.None, SchoolVisits.Of(year, []));
    }

    [Theory]
    [InlineData("", 0, "номер приказа")]
    [InlineData("57-п", 1, "раньше приказа")]
    [InlineData("57-п", 0, null)]
    [InlineData("57-п", -30, null)]
    public void An_order_comes_before_what_it_assigns(string number, int days, string? said)
    {
        var problem = new CuratorOrder(number, Day.AddDays(days)).Problem(Day);
        Assert.Equal(said is null, problem is null);
        Assert.Contains(said ?? "", problem ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void The_share_of_agreements_counts_listed_schools_with_one_in_force()
    {
        var cover = PartnershipCover.On(Day, [1, 2, 3, 4],
        [
            Agreement(1, Day, null), Agreement(1, Day.AddYears(-1), null), Agreement(2, Day.AddYears(-1), Day.AddDays(-1)), Agreement(3, Day.AddDays(1), null), Agreement(9, Day, null),
        ]);
        Assert.Equal(new PartnershipCover(1, 4), cover);
        Assert.Equal(25m, cover.Percent);
    }

    [Fact]
    public void Without_listed_schools_there_is_no_share() => Assert.Null(PartnershipCover.On(Day, [], []).Percent);

    [Theory]
    [InlineData(1, "Лицей", 0, "партнёром самой себе")]
    [InlineData(2, " ", 0, "школу-партнёра")]
    [InlineData(null, "Лицей", -1, "раньше своего начала")]
    [InlineData(null, "Лицей", 0, null)]
    public void An_agreement_names_another_school_and_ends_after_it_begins(int? partner, string name, int days, string? said)
    {
        var problem = Agreement(1, Day, Day.AddDays(days), partner, name).Problem();
        Assert.Equal(said is null, problem is null);
        Assert.Contains(said ?? "", problem ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "цель", "есть", 5, "ещё не состоялось")]
    [InlineData(0, "", "есть", 5, "цель")]
    [InlineData(0, "цель", " ", 5, "что установлено")]
    [InlineData(0, "цель", "есть", 0, "позже этого")]
    [InlineData(0, "цель", "есть", 1, null)]
    public void A_visit_is_written_after_it_with_aim_and_findings(int days, string aim, string findings, int next, string? said)
    {
        var visit = New();
        var problem = visit.Write(new(VisitKind.Visit, Day.AddDays(days), aim, findings, null, Day.AddDays(days + next)), Day);
        Assert.Equal(said is null, problem is null);
        Assert.Contains(said ?? "", problem ?? "", StringComparison.Ordinal);
        Assert.Equal(said is null ? aim : "", visit.Aim);
    }

    [Fact]
    public void Only_landings_of_the_school_year_count_against_the_quota()
    {
        var year = new SchoolYear(2025);
        VisitFact[] visits =
        [
            Landing(year.First), Landing(year.Last), Landing(year.First.AddDays(-1)), Landing(year.Last.AddDays(1)), Written(VisitKind.Visit, year.First),
        ];
        Assert.Equal(new LandingCount(2), LandingCount.In(year, visits));
        Assert.True(new LandingCount(2).IsReached);
        Assert.False(new LandingCount(1).IsReached);
    }

    [Theory]
    [InlineData("2025-08-31", "2024/2025")]
    [InlineData("2025-09-01", "2025/2026")]
    [InlineData("2026-01-01", "2025/2026")]
    public void A_school_year_begins_on_the_first_of_September(string day, string name) =>
        Assert.Equal(name, SchoolYear.Of(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).Name);

    private static CuratorAssignment Assigned() => CuratorAssignment.By(Order, Curator, 1, 1, Day);

    private static PartnershipAgreement Agreement(int school, DateOnly from, DateOnly? until, int? partner = null, string name = "Лицей № 1") => new()
    {
        RegionId = 1,
        SchoolId = school,
        PartnerSchoolId = partner,
        PartnerName = name,
        Number = "3",
        Date = from,
        From = from,
        Until = until,
        Subject = "стажировки",
    };

    private static Visit New() => new() { RegionId = 1, SchoolId = 1, AuthorId = Curator.Id, AuthorName = Curator.Name };

    private static VisitFact Landing(DateOnly day) => Written(VisitKind.MethodicalLanding, day);

    private static VisitFact Written(VisitKind kind, DateOnly day, DateOnly? next = null)
    {
        var visit = New();
        Assert.Null(visit.Write(new(kind, day, "цель", "установлено", null, next), day));
        return visit.Fact;
    }
}
