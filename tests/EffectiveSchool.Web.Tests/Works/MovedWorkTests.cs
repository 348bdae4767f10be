using EffectiveSchool.Data.Mapping;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Roadmaps;
using EffectiveSchool.Web.Tests.Documents;
using EffectiveSchool.Web.Tests.People;

namespace EffectiveSchool.Web.Tests.Works;

/// <summary>Work that was moved does not leave the report it was due in; a report is handed in once; a period that is none is refused.</summary>
public sealed class MovedWorkTests(WorkWorld world) : IClassFixture<WorkWorld>
{
    private static readonly int Year = DateTime.UtcNow.Year;

    [Fact]
    public async Task Moved_work_stands_in_the_report_of_its_former_period_and_stays_in_the_denominator()
    {
        var work = await world.WorkAsync("1.1", TestRegion.SouthSchool);
        var region = await world.Portal.VisitAsync(TestRegion.Regional);
        var here = $"/reports/execution?programme={world.Programme}&from={Year}-01-01&to={Year}-01-31";
        var before = Flat(await region.OpenAsync(here));
        Assert.Contains("(0 из 3)", before, StringComparison.Ordinal);
        var later = new DateOnly(Year + 1, 2, 1);
        var moved = await region.SubmitAsync(
            await region.OpenAsync($"/works/{work}"), "#move", new() { ["Form.Due"] = later.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), ["Form.Text"] = "Карантин" });
        Assert.Equal("Срок перенесён.", moved.Said());

        var page = await region.OpenAsync(here);
        Assert.Contains("(0 из 3); перенесено на более поздний срок: 1, в знаменатель входит", Flat(page), StringComparison.Ordinal);
        var row = page.QuerySelectorAll("table.grid tbody tr").Single(r => r.QuerySelector($"a[href='/works/{work}']") is not null).TextContent;
        Assert.Contains($"перенесено на {RussianFigures.Date(later)}", row, StringComparison.Ordinal);
        Assert.Contains($"срок перенесён с 31.01.{Year} на {RussianFigures.Date(later)}: Карантин", row, StringComparison.Ordinal);
        var sheet = WorkbookText.Rows(await region.DownloadAsync(here + "&handler=Xlsx"), "Отчёт");
        Assert.Contains(sheet, r => r.Contains($"перенесено на {RussianFigures.Date(later)}"));
        Assert.Contains("перенесено на более поздний срок: 1", sheet[2][0], StringComparison.Ordinal);

        // The report of the new period has it too; handed in, it is kept as it stands. The other pages count by the same rule.
        Assert.Contains("Карантин", Flat(await region.OpenAsync($"/reports/execution?programme={world.Programme}&from={Year + 1}-02-01&to={Year + 1}-02-28")), StringComparison.Ordinal);
        var frozen = await region.SubmitAsync(page, "#submit");
        Assert.Contains("перенесено на более поздний срок: 1", Flat(frozen), StringComparison.Ordinal);
        foreach (var same in new[] { $"/roadmaps/{world.Roadmap}", $"/roadmaps/{world.Roadmap}/works", $"/roadmaps/{world.Roadmap}/progress", $"/roadmaps/activities/{await world.ActivityAsync("1.1")}" })
        {
            Assert.Contains("перенесено на более поздний срок: 1, в знаменатель входит", Flat(await region.OpenAsync(same)), StringComparison.Ordinal);
        }

        // Two tabs hand the same report in once: the second is told, and shown the first.
        var again = await region.SubmitAsync(page, "#submit");
        Assert.StartsWith("Такой отчёт уже сдан", again.Said(), StringComparison.Ordinal);
        Assert.Equal(new Uri(frozen.Url).AbsolutePath, new Uri(again.Url).AbsolutePath);
        await using var db = world.Portal.Open();
        Assert.Equal(1, await db.SubmittedReports.CountAsync());
    }

    [Theory]
    [InlineData("from=2026-05-01&to=2026-01-01", "позже его окончания")]
    [InlineData("from=0001-01-01&to=9999-12-31", "с 01.01.2000 по 31.12.2100")]
    public async Task A_period_that_is_none_is_refused_with_a_sentence(string period, string why)
    {
        var region = await world.Portal.VisitAsync(TestRegion.Regional);
        var page = await region.OpenAsync($"/reports/execution?programme={world.Programme}&{period}");
        Assert.Contains(why, page.Said(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("table.grid"));
        Assert.Contains(why, (await region.OpenAsync($"/reports/execution?programme={world.Programme}&{period}&handler=Xlsx")).Said(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_that_was_handed_in_before_moves_were_told_of_is_read_as_it_was()
    {
        var line = new ExecutionLine(1, "1", "Педсовет", null, new DateOnly(2023, 1, 1), new DateOnly(2023, 1, 31), "директор", WorkState.Moved, "", "", "Карантин") { FirstDue = new DateOnly(2022, 12, 1) };
        var written = Json.Write(new ExecutionReport("Программа", "школа", line.From, line.Due, line.From, [line]));
        Assert.Equal(line, Json.Read<ExecutionReport>(written).Lines[0]);
        var old = System.Text.RegularExpressions.Regex.Replace(written, ",\"[Ff]irstDue\":\"[^\"]*\"", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
        Assert.NotEqual(written, old);
        Assert.Equal(line with { FirstDue = null }, Json.Read<ExecutionReport>(old).Lines[0]);
    }

    private static string Flat(IDocument page) => string.Join(' ', page.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace('\u00A0', ' ');
}
