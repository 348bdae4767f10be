using System.Globalization;
using EffectiveSchool.Data.Roadmaps;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Domain.Reminders;
using EffectiveSchool.Domain.Roadmaps;
using EffectiveSchool.Reports.Tests.Printing;
using EffectiveSchool.Web.Tests.Documents;

namespace EffectiveSchool.Web.Tests.Works;

/// <summary>The pictures of a plan say what its works say: to each reader of their own.</summary>
public sealed class PlanPicturesTests : IAsyncLifetime
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow);
    private readonly Portal portal = new();
    private int programme;
    private int roadmap;

    public async Task InitializeAsync()
    {
        await portal.InitializeAsync();
        await using var db = portal.Open();
        var region = await db.Regions.SingleAsync(r => r.Code == "90");
        var added = new Programme { RegionId = region.Id };
        Assert.Null(added.Describe("Поддержка школ", Today.AddDays(-300), Today.AddDays(300), new ProgrammePassport()));
        db.Programmes.Add(added);
        await db.SaveChangesAsync();
        var plan = new Roadmap
        {
            ProgrammeId = added.Id, RegionId = region.Id, Name = "Дорожная карта", FileName = "план.xlsx", Sha256 = new string('a', 64), Author = "тест", CreatedAt = DateTimeOffset.UnixEpoch,
        };
        plan.Add(["Трек 1"], null, new ActivityWords("1.1", "Педсовет в каждой ШНРО", "директор", ""), Term((-60, -30)));
        plan.Add(["Трек 1"], null, new ActivityWords("1.2", "Диагностика в каждой ШНРО", "директор", ""), Term((-20, 20)));
        plan.Add(["Трек 2"], null, new ActivityWords("2.1", "Региональный семинар", "ИРО", "протокол"), Term((-90, -40), (30, 60)));
        plan.Add(["Трек 2"], null, new ActivityWords("2.2", "Сопровождение", "ИРО", ""), TermReader.Read("постоянно", added.Period));
        plan.Add(["Трек 2"], null, new ActivityWords("2.3", "Выезд", "ИРО", ""), TermReader.Read("по отдельному графику", added.Period));
        db.Roadmaps.Add(plan);
        var schools = await db.Schools.Where(s => s.Name == TestRegion.OwnSchool || s.Name == TestRegion.SouthSchool).ToListAsync();
        db.ProgrammeSchools.AddRange(schools.SelectMany(s => new[] { Today.AddDays(-300).Year, Today.Year, Today.AddDays(300).Year }.Distinct()
            .Select(y => new ProgrammeSchool { ProgrammeId = added.Id, SchoolId = s.Id, Year = y, RegionId = region.Id, Kind = ParticipantKind.Region })));
        await db.SaveChangesAsync();
        (programme, roadmap) = (added.Id, plan.Id);
        await new WorkFanOut(db, TimeProvider.System).RenewAsync(programme, CancellationToken.None);

        // The own school has held its meeting; the southern school's diagnostics are not needed.
        var own = schools.Single(s => s.Name == TestRegion.OwnSchool).Id;
        var works = await db.Works.Where(w => w.SchoolId != null).ToListAsync();
        Finish(works.Single(w => w.SchoolId == own && w.Due == Today.AddDays(-30)));
        Assert.Null(works.Single(w => w.SchoolId != own && w.Due == Today.AddDays(20)).Dismiss("Реорганизация", new WorkActor(new Author(Guid.Empty, "регион"), DutyLevel.Region), DateTimeOffset.UtcNow));
        await db.SaveChangesAsync();
    }

    public Task DisposeAsync() => ((IAsyncLifetime)portal).DisposeAsync();

    [Fact]
    public async Task The_timeline_shows_every_occurrence_once_and_says_the_same_in_its_table_and_its_workbook()
    {
        var region = await portal.VisitAsync(TestRegion.Regional);
        var page = await region.OpenAsync($"/roadmaps/{roadmap}/timeline");

        var bars = page.QuerySelectorAll("svg.bars > g > title").Select(t => t.TextContent).Order(StringComparer.Ordinal).ToList();
        var table = Cells(page, "#terms").Select(r => $"{r[2]}: {r[3]}").Order(StringComparer.Ordinal).ToList();
        Assert.Equal(5, bars.Count);
        Assert.Equal(table, bars);
        Assert.Contains(bars, b => b.EndsWith("просрочено — выполнено: 1, просрочено: 1 (всего 2)", StringComparison.Ordinal));
        Assert.Contains(bars, b => b.EndsWith("срок не прошёл — срок не прошёл: 1, не требуется: 1 (всего 2)", StringComparison.Ordinal));
        Assert.Contains(bars, b => b == $"{RussianFigures.Date(Today.AddDays(-90))} – {RussianFigures.Date(Today.AddDays(-40))}: просрочено");
        Assert.Equal(4, page.QuerySelectorAll("svg.bars desc").Length);
        Assert.Contains("Выезд", page.QuerySelector(".undated")!.TextContent, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("svg.bars rect[rx='7']"));
        var sheet = WorkbookText.Rows(await region.DownloadAsync($"/roadmaps/{roadmap}/timeline?handler=Xlsx"), "Сроки");
        Assert.Equal(Cells(page, "#terms").Select(r => r[3]), sheet.Skip(3).Select(r => r[5]));

        // The programme's picture over its one roadmap is the same.
        var whole = await region.OpenAsync($"/programmes/{programme}/timeline");
        Assert.Equal(bars, whole.QuerySelectorAll("svg.bars > g > title").Select(t => t.TextContent).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Progress_counts_by_the_rule_of_the_execution_report()
    {
        var region = await portal.VisitAsync(TestRegion.Regional);
        var page = await region.OpenAsync($"/roadmaps/{roadmap}/progress");
        await using var db = portal.Open();
        var works = await db.Works.Where(w => w.ProgrammeId == programme).ToListAsync();
        var share = ShareDone.Of(works.Select(w => (w.State, w.Due, (DateOnly?)null)), Today);
        var tables = page.QuerySelectorAll(".progress-table");

        Assert.Equal("33,3\u00A0% (1 из 3)", share.Text);
        foreach (var table in tables)
        {
            var total = Row(table.QuerySelector("tfoot tr")!);
            Assert.Equal(share.Text, total[2]);
            var rows = table.QuerySelectorAll("tbody tr").Select(Row).ToList();
            for (var column = 3; column < total.Count; column++)
            {
                Assert.Equal(total[column], rows.Sum(r => int.Parse(r[column], CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture));
            }

            foreach (var row in table.QuerySelectorAll("tr:has(svg)"))
            {
                Assert.Equal($"{Row(row)[0]}: выполнено {Row(row)[2]}", row.QuerySelector("svg > title")!.TextContent);
                Assert.Equal(int.Parse(Row(row)[3], CultureInfo.InvariantCulture), row.QuerySelectorAll("svg g > title").Sum(t => int.Parse(t.TextContent.Split(": ")[1], CultureInfo.InvariantCulture)));
            }
        }

        Assert.Equal([TestRegion.OwnSchool, TestRegion.SouthSchool, "Один раз для всех: регион"], tables[0].QuerySelectorAll("tbody tr").Select(r => Row(r)[0]));
        Assert.Equal(["Трек 1", "Трек 2"], tables[1].QuerySelectorAll("tbody tr").Select(r => Row(r)[0]));
        var sheet = WorkbookText.Rows(await region.DownloadAsync($"/roadmaps/{roadmap}/progress?handler=Xlsx"), "По школам");
        Assert.Equal(["Всего", .. Row(tables[0].QuerySelector("tfoot tr")!).Skip(3)], sheet[^1].Where((_, i) => i != 1));
    }

    [Fact]
    public async Task The_load_holds_every_due_date_in_its_month_and_the_filters_narrow_it()
    {
        var region = await portal.VisitAsync(TestRegion.Regional);
        var page = await region.OpenAsync($"/roadmaps/{roadmap}/load");
        await using var db = portal.Open();
        var works = await db.Works.Where(w => w.ProgrammeId == programme).ToListAsync();

        var rows = Cells(page, "#months");
        foreach (var month in works.GroupBy(w => w.Due.ToString("MMMM yyyy", RussianCulture.Value)))
        {
            var row = Assert.Single(rows, r => r[0] == month.Key);
            Assert.Equal((month.Count(), month.Count(w => w.State.IsLate(w.Due, Today))), (Number(row[1]), Number(row[4])));
        }

        Assert.Equal(works.Count, rows.Sum(r => Number(r[1])));
        var spoken = page.QuerySelectorAll("svg.load > g > title").Select(t => t.TextContent).ToList();
        Assert.Equal(rows.Select(r => $"{r[0]}: {r[1]}"), spoken.Select(t => t.Split(',')[0]));
        Assert.Equal(rows.Count + 3, WorkbookText.Rows(await region.DownloadAsync($"/roadmaps/{roadmap}/load?handler=Xlsx"), "По месяцам").Count);

        var narrowed = await region.OpenAsync($"/roadmaps/{roadmap}/load?responsible={Uri.EscapeDataString("ИРО")}");
        Assert.Equal(3, Cells(narrowed, "#months").Sum(r => Number(r[1])));
        var own = await db.Schools.Where(s => s.Name == TestRegion.OwnSchool).Select(s => s.Id).SingleAsync();
        Assert.Equal(2, Cells(await region.OpenAsync($"/programmes/{programme}/load?school={own}"), "#months").Sum(r => Number(r[1])));
    }

    [Fact]
    public async Task A_school_sees_its_own_works_and_a_stranger_nothing()
    {
        var principal = await portal.VisitAsync(TestRegion.Principal);
        var progress = await principal.OpenAsync($"/roadmaps/{roadmap}/progress");
        Assert.DoesNotContain(TestRegion.SouthSchool, progress.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("100,0\u00A0% (1 из 1)", Row(progress.QuerySelector(".progress-table tbody tr")!)[2]);
        var timeline = await principal.OpenAsync($"/roadmaps/{roadmap}/timeline");
        Assert.DoesNotContain("всего 2", timeline.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Только мероприятия, которые вам видны", WorkbookText.Rows(await principal.DownloadAsync($"/roadmaps/{roadmap}/timeline?handler=Xlsx"), "Сроки")[1][0], StringComparison.Ordinal);

        var south = await (await portal.VisitAsync(TestRegion.OtherMunicipal)).OpenAsync($"/programmes/{programme}/progress");
        Assert.DoesNotContain(TestRegion.OwnSchool, south.Body!.TextContent, StringComparison.Ordinal);
        var foreign = await portal.VisitAsync(TestRegion.ForeignRegional);
        foreach (var picture in new[] { "timeline", "progress", "load" })
        {
            Assert.Equal(HttpStatusCode.NotFound, await foreign.StatusOfAsync($"/roadmaps/{roadmap}/{picture}"));
            Assert.Equal(HttpStatusCode.NotFound, await foreign.StatusOfAsync($"/programmes/{programme}/{picture}"));
        }
    }

    [Fact]
    public async Task The_pdf_is_on_the_paper_asked_for()
    {
        using var turn = await BrowserLock.AcquireAsync();
        var region = await portal.VisitAsync(TestRegion.Regional);
        foreach (var (paper, width) in new[] { ("A4", 842), ("A3", 1191) })
        {
            var pdf = await PdfText.ReadAsync(await region.DownloadAsync($"/roadmaps/{roadmap}/timeline?handler=Pdf&paper={paper}"));
            Assert.All(pdf.Pages, p => Assert.Equal(width, Math.Round(p.Width)));
            Assert.Contains(PdfText.Words("Региональный семинар"), PdfText.Words(pdf.AllText), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Progress_and_load_print_what_their_pages_show_with_their_tables_and_tags()
    {
        using var turn = await BrowserLock.AcquireAsync();
        var region = await portal.VisitAsync(TestRegion.Regional);
        foreach (var (picture, heading) in new[] { ("progress", "По разделам"), ("load", "Нагрузка по месяцам") })
        {
            var page = await region.OpenAsync($"/roadmaps/{roadmap}/{picture}");
            Assert.NotNull(page.QuerySelector("a[href*='handler=Pdf']"));
            var pdf = await PdfText.ReadAsync(await region.DownloadAsync($"/roadmaps/{roadmap}/{picture}?handler=Pdf"));
            Assert.True(pdf.Marked);
            Assert.All(pdf.Pages, p => Assert.Equal(842, Math.Round(p.Width)));
            var words = PdfText.Words(pdf.AllText);
            Assert.Contains(PdfText.Words(heading), words, StringComparison.Ordinal);
            foreach (var cell in page.QuerySelectorAll("main table tr").SelectMany(Row).Where(c => c.Length > 0))
            {
                Assert.Contains(PdfText.Words(cell), words, StringComparison.Ordinal);
            }
        }

        var foreign = await portal.VisitAsync(TestRegion.ForeignRegional);
        Assert.Equal(HttpStatusCode.NotFound, await foreign.StatusOfAsync($"/roadmaps/{roadmap}/progress?handler=Pdf"));
    }

    private static Term Term(params (int From, int Due)[] days) =>
        new("по датам", TermKind.Interval, [.. days.Select(d => new Occurrence(Today.AddDays(d.From), Today.AddDays(d.Due)))], [], null);

    private static void Finish(OccurrenceWork work)
    {
        var (school, curator, now) = (new WorkActor(new Author(Guid.Empty, "школа"), DutyLevel.School), new WorkActor(new Author(Guid.Empty, "куратор"), DutyLevel.Curator), DateTimeOffset.UtcNow);
        Assert.Null(work.Report(new WorkReport(WorkOutcome.Done, "Проведён", null, null), null, school, now));
        Assert.Null(work.Attach(new WorkEvidence { Kind = EvidenceKind.Order, Number = "1", Link = "https://school.test/1", Author = "школа", At = now }, school, now));
        Assert.Null(work.Submit(school, now));
        Assert.Null(work.Accept(curator, now));
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static List<List<string>> Cells(IDocument page, string table) => [.. page.QuerySelectorAll($"{table} tbody tr").Select(Row)];

    private static List<string> Row(IElement row) => [.. row.Children.Select(c => c.QuerySelector("svg") is null ? c.TextContent.Trim() : "")];
}
