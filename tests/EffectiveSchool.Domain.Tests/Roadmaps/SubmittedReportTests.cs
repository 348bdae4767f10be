using EffectiveSchool.Domain.Reminders;
using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Domain.Tests.Roadmaps;

/// <summary>A submitted report is accepted or returned by whoever stands above its sender.</summary>
public sealed class SubmittedReportTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(null, 1, DutyLevel.School, false)]
    [InlineData(null, 1, DutyLevel.Curator, true)]
    [InlineData(null, 1, DutyLevel.Municipality, true)]
    [InlineData(null, 1, DutyLevel.Region, true)]
    [InlineData(5, null, DutyLevel.School, false)]
    [InlineData(5, null, DutyLevel.Curator, false)]
    [InlineData(5, null, DutyLevel.Municipality, false)]
    [InlineData(5, null, DutyLevel.Region, true)]
    public void Whoever_stands_above_the_sender_decides(int? municipality, int? school, DutyLevel level, bool decides)
    {
        foreach (var step in new Func<SubmittedReport, string?>[] { r => r.Accept(By(level), Now), r => r.Return("Нет сроков", By(level), Now) })
        {
            var report = Of(municipality, school).Send();
            Assert.Equal(decides, step(report) is null);
            Assert.Equal(decides, report.Acceptance != ReportAcceptance.UnderReview);
            Assert.Equal(decides ? 1 : 0, report.Decisions.Count);
        }
    }

    [Fact]
    public void Above_the_region_nobody_decides_and_older_reports_are_not_asked_about()
    {
        Assert.Null(Of(null, null).Send().Acceptance);
        Assert.Contains("без проверки", Of(null, null).Send().Accept(By(DutyLevel.Region), Now), StringComparison.Ordinal);
        Assert.Contains("без проверки", Of(null, 1).Return("Нет", By(DutyLevel.Region), Now), StringComparison.Ordinal);
    }

    [Fact]
    public void A_return_needs_a_reason_and_a_returned_report_stays_returned()
    {
        var report = Of(null, 1).Send();
        Assert.Contains("Укажите, почему", report.Return(" ", By(DutyLevel.Curator), Now), StringComparison.Ordinal);
        Assert.Null(report.Accept(By(DutyLevel.Curator), Now));
        Assert.Contains("а этот — принят", report.Accept(By(DutyLevel.Curator), Now), StringComparison.Ordinal);
        Assert.Null(report.Return("Ошибка в п. 3", By(DutyLevel.Region), Now));
        Assert.Contains("а этот — возвращён", report.Accept(By(DutyLevel.Region), Now), StringComparison.Ordinal);
        Assert.Contains("уже возвращён", report.Return("Ещё раз", By(DutyLevel.Region), Now), StringComparison.Ordinal);
        Assert.Equal([ReportAcceptance.Accepted, ReportAcceptance.Returned], report.Decisions.Select(d => d.Acceptance));
        Assert.Equal(("Ошибка в п. 3", "Region"), (report.Decisions[^1].Reason, report.Decisions[^1].Author));
    }

    private static WorkActor By(DutyLevel level) => new(new Author(Guid.NewGuid(), level.ToString()), level);

    private static SubmittedReport Of(int? municipality, int? school) => new()
    {
        RegionId = 1, ProgrammeId = 1, MunicipalityId = municipality, SchoolId = school, Author = "школа", SubmittedAt = Now,
        Content = new ExecutionReport("Программа", "Школа", new DateOnly(2026, 1, 1), new DateOnly(2026, 8, 15), new DateOnly(2026, 8, 14), []),
    };
}
