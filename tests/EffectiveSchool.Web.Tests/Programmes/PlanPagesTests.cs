using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Domain.Roadmaps;
using EffectiveSchool.Web.Tests.People;

namespace EffectiveSchool.Web.Tests.Programmes;

/// <summary>Programmes under programmes: taken over, agreed, copied, made of templates; over real HTTP, as every role.</summary>
public sealed class PlanPagesTests : IAsyncLifetime
{
    private readonly Portal portal = new();
    private int regional;
    private int roadmap;

    public async Task InitializeAsync()
    {
        await portal.InitializeAsync();
        await using var db = portal.Open();
        var region = await db.Regions.SingleAsync(r => r.Code == "90");
        var programme = new Programme { RegionId = region.Id };
        Assert.Null(programme.Describe("Поддержка школ 2024", new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31), new ProgrammePassport { Aim = "Помочь" }));
        db.Programmes.Add(programme);
        await db.SaveChangesAsync();
        var plan = new Roadmap
        {
            ProgrammeId = programme.Id, RegionId = region.Id, Name = "Дорожная карта 2024", FileName = "план.xlsx", Sha256 = new string('a', 64), Author = "тест", CreatedAt = DateTimeOffset.UnixEpoch,
        };
        plan.Add(["Трек 1"], null, new ActivityWords("1.1", "Педсовет", "директор", "протокол"), TermReader.Read("До 05 апреля 2024 г.", programme.Period));
        plan.Add(["Трек 1"], null, new ActivityWords("1.2", "Семинар", "ИРО", ""), TermReader.Read("ежегодно октябрь", programme.Period));
        plan.Add(["Трек 2"], null, new ActivityWords("2.1", "Итоги 2023 года", "ИРО", ""), TermReader.Read("по мере необходимости", programme.Period));
        db.Roadmaps.Add(plan);
        await db.SaveChangesAsync();
        (regional, roadmap) = (programme.Id, plan.Id);
    }

    public Task DisposeAsync() => ((IAsyncLifetime)portal).DisposeAsync();

    [Fact]
    public async Task A_school_takes_activities_over_is_returned_and_agreed_and_its_works_begin_only_then()
    {
        var principal = await portal.VisitAsync(TestRegion.Principal);
        var region = await portal.VisitAsync(TestRegion.Regional);
        var child = await CreateChildAsync(principal, "Программа школы", from: "2024-09-01");
        Assert.Contains("черновик", (await principal.OpenAsync($"/programmes/{child}")).QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);

        // An empty plan is not sent.
        var page = await principal.SubmitAsync(await principal.OpenAsync($"/programmes/{child}"), "#send");
        Assert.Contains("ни одного мероприятия", page.Body!.TextContent, StringComparison.Ordinal);

        // The term of 1.1 lies before the child's days: kept whole, and said.
        page = await principal.OpenAsync($"/programmes/{child}/take");
        Assert.Contains("Дата 05.04.2024 вне периода 01.09.2024 – 31.12.2024", Row(page, "Педсовет").TextContent, StringComparison.Ordinal);
        Assert.Contains("01.10.2024 – 31.10.2024", Row(page, "Семинар").TextContent, StringComparison.Ordinal);
        page = await principal.SubmitAsync(page, "#take");
        Assert.Contains("Отметьте мероприятия", page.Body!.TextContent, StringComparison.Ordinal);
        Tick(page, "Педсовет");
        Tick(page, "Семинар");
        page = await principal.SubmitAsync(page, "#take", new() { [TermOf(page, "Педсовет")] = "До 20 сентября 2024 г." });
        Assert.Contains("Взято: 2 мероприятия.", page.Body!.TextContent, StringComparison.Ordinal);

        // Both sides say so.
        await using var db = portal.Open();
        var own = await db.Roadmaps.Where(r => r.ProgrammeId == child).Select(r => r.Id).SingleAsync();
        var taken = await principal.OpenAsync($"/roadmaps/{own}");
        Assert.Contains("взято из «Поддержка школ 2024», п. 1.1", Flat(Row(taken, "Педсовет")), StringComparison.Ordinal);
        Assert.Contains("первоначально: «До 05 апреля 2024 г.»", Flat(Row(taken, "Педсовет")), StringComparison.Ordinal);
        Assert.Contains("передано в «Программа школы», п. 1.2", Flat(Row(await region.OpenAsync($"/roadmaps/{roadmap}"), "Семинар")), StringComparison.Ordinal);
        Assert.Contains("уже взято", Row(await principal.OpenAsync($"/programmes/{child}/take"), "Семинар").TextContent, StringComparison.Ordinal);

        // Nothing begins before the region agrees; a municipality does not decide what stands under the region.
        Assert.False(await db.Works.AnyAsync(w => w.ProgrammeId == child));
        await principal.SubmitAsync(await principal.OpenAsync($"/programmes/{child}"), "#send");
        var waiting = await region.OpenAsync("/");
        Assert.NotNull(waiting.QuerySelector($"a[href='/programmes/{child}']"));
        var municipal = await (await portal.VisitAsync(TestRegion.Municipal)).OpenAsync($"/programmes/{child}");
        Assert.Null(municipal.QuerySelector("#agree"));
        Assert.Null((await principal.OpenAsync($"/programmes/{child}")).QuerySelector("#agree"));
        page = await principal.SubmitAsync(await principal.OpenAsync($"/programmes/{child}/edit"), "main form", new() { ["Form.Name"] = "Другая" });
        Assert.Contains("на согласовании", page.Body!.TextContent, StringComparison.Ordinal);

        page = await region.SubmitAsync(await region.OpenAsync($"/programmes/{child}"), "#return", new() { ["Form.Reason"] = "Добавьте курсы" });
        Assert.Contains("возвращено", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await principal.OpenAsync("/")).QuerySelector($"a[href='/programmes/{child}']"));
        page = await principal.OpenAsync($"/programmes/{child}");
        Assert.Contains("Добавьте курсы", page.QuerySelector(".thread")!.TextContent, StringComparison.Ordinal);
        await principal.SubmitAsync(page, "#send");
        page = await region.SubmitAsync(await region.OpenAsync($"/programmes/{child}"), "#agree");
        Assert.Contains("согласовано", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, await db.Works.CountAsync(w => w.ProgrammeId == child && w.SchoolId != null));
        Assert.Contains(await db.Audit.Where(a => a.Subject == nameof(Programme)).ToListAsync(), a => a.New?.Contains("Agreed", StringComparison.Ordinal) == true);

        // An agreed plan is amended, not rewritten; a roadmap that others took from is not deleted.
        Assert.Null((await principal.OpenAsync($"/programmes/{child}")).QuerySelector("a[href$='/import']"));
        page = await region.SubmitAsync(await region.OpenAsync($"/roadmaps/{roadmap}"), "#delete");
        Assert.Contains("взяты в другие программы", page.Body!.TextContent, StringComparison.Ordinal);
        page = await principal.SubmitAsync(await principal.OpenAsync($"/programmes/{child}"), "#reopen", new() { ["Form.Reason"] = "Новые курсы" });
        Assert.Contains("черновик", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, await db.Works.CountAsync(w => w.ProgrammeId == child));
    }

    [Fact]
    public async Task What_a_school_amends_after_the_agreement_waits_to_be_agreed_again()
    {
        var region = await portal.VisitAsync(TestRegion.Regional);
        var principal = await portal.VisitAsync(TestRegion.Principal);
        var child = await CreateChildAsync(principal, "Программа школы");
        await TakeAllAsync(principal, child);
        await principal.SubmitAsync(await principal.OpenAsync($"/programmes/{child}"), "#send");
        await region.SubmitAsync(await region.OpenAsync($"/programmes/{child}"), "#agree");
        await using var db = portal.Open();
        var works = await db.Works.CountAsync(w => w.ProgrammeId == child);
        var own = await db.Roadmaps.Where(r => r.ProgrammeId == child).Select(r => r.Id).SingleAsync();

        var page = await principal.OpenAsync($"/roadmaps/{own}/amend");
        Assert.Contains("согласуют заново", page.Body!.TextContent, StringComparison.Ordinal);
        page = await principal.SubmitAsync(page, "#amend", new() { ["Form.Title"] = "Вебинар", ["Form.Term"] = "Июнь 2024 г.", ["Form.Reason"] = "Приказ директора" });
        Assert.Contains("изменение ждёт нового согласования", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(works, await db.Works.CountAsync(w => w.ProgrammeId == child));
        var waiting = (await region.OpenAsync("/")).QuerySelectorAll("ul.due li").Single(l => l.QuerySelector($"a[href='/programmes/{child}']") is not null);
        Assert.Contains("Согласуйте изменения программы", waiting.TextContent, StringComparison.Ordinal);
        page = await principal.OpenAsync($"/programmes/{child}");
        Assert.Contains("изменено, ждёт согласования", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Корректировка № 1: Приказ директора", page.QuerySelector(".thread")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#agree"));

        page = await region.SubmitAsync(await region.OpenAsync($"/programmes/{child}"), "#agree");
        Assert.Contains("согласовано", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(works + 1, await db.Works.CountAsync(w => w.ProgrammeId == child));

        // Whoever agrees may amend without asking themselves.
        page = await region.SubmitAsync(await region.OpenAsync($"/roadmaps/{own}/amend"), "#amend", new() { ["Form.Title"] = "Выезд", ["Form.Term"] = "Июль 2024 г.", ["Form.Reason"] = "Письмо региона" });
        Assert.DoesNotContain("нового согласования", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(works + 2, await db.Works.CountAsync(w => w.ProgrammeId == child));
    }

    [Fact]
    public async Task A_municipality_agrees_what_stands_under_its_own_programme_and_not_its_own()
    {
        var municipal = await portal.VisitAsync(TestRegion.Municipal);
        var principal = await portal.VisitAsync(TestRegion.Principal);
        var north = await CreateChildAsync(municipal, "Программа района");
        await TakeAllAsync(municipal, north);
        await municipal.SubmitAsync(await municipal.OpenAsync($"/programmes/{north}"), "#send");
        Assert.Null((await municipal.OpenAsync($"/programmes/{north}")).QuerySelector("#agree"));
        await municipal.SubmitAsync(await municipal.OpenAsync($"/programmes/{north}"), "#recall");

        var school = await CreateChildAsync(principal, "Программа школы", north);
        await TakeAllAsync(principal, school);
        await principal.SubmitAsync(await principal.OpenAsync($"/programmes/{school}"), "#send");
        var page = await municipal.SubmitAsync(await municipal.OpenAsync($"/programmes/{school}"), "#agree");
        Assert.Contains("согласовано", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("муниципальный координатор", page.QuerySelector(".thread")!.TextContent, StringComparison.Ordinal);

        // Others do not see the school's programme, nor anything under it.
        foreach (var stranger in new[] { TestRegion.OtherMunicipal, TestRegion.ForeignRegional })
        {
            var other = await portal.VisitAsync(stranger);
            Assert.Equal(HttpStatusCode.NotFound, await other.StatusOfAsync($"/programmes/{school}"));
            Assert.Equal(HttpStatusCode.NotFound, await other.StatusOfAsync($"/programmes/{school}/take"));
            Assert.Equal(HttpStatusCode.NotFound, await other.StatusOfAsync($"/programmes/{school}/copy"));
            Assert.Equal(HttpStatusCode.NotFound, await other.StatusOfAsync($"/programmes/{north}/template"));
        }
    }

    [Fact]
    public async Task A_programme_moves_to_the_next_year_with_its_terms_and_a_fresh_choice_of_schools()
    {
        await using var db = portal.Open();
        var school = await db.Schools.SingleAsync(s => s.Name == TestRegion.OwnSchool);
        var second = await db.Schools.SingleAsync(s => s.Name == TestRegion.SecondSchool);
        db.ProgrammeSchools.AddRange(new[] { school, second }.Select(s => new ProgrammeSchool { ProgrammeId = regional, SchoolId = s.Id, Year = 2024, RegionId = s.RegionId, Kind = ParticipantKind.RiskZone }));
        await db.SaveChangesAsync();
        var region = await portal.VisitAsync(TestRegion.Regional);
        var page = await region.OpenAsync($"/programmes/{regional}/copy");
        Assert.Equal("Поддержка школ 2025", page.QuerySelector("#name")!.GetAttribute("value"));
        Assert.Equal("До 05 апреля 2025 г.", Row(page, "Педсовет").QuerySelector("textarea")!.TextContent);
        Assert.Contains("01.01.2024 – 05.04.2024", Flat(Row(page, "Педсовет")), StringComparison.Ordinal);
        Assert.Contains("01.01.2025 – 05.04.2025", Flat(Row(page, "Педсовет")), StringComparison.Ordinal);
        Assert.Contains("назван год", Row(page, "Итоги 2023 года").TextContent, StringComparison.Ordinal);
        Assert.Contains("нужна дата", Row(page, "Итоги 2023 года").TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await db.Programmes.CountAsync());

        page.QuerySelector($"#school-{school.Id}")!.SetAttribute("checked", "");
        page = await region.SubmitAsync(page, "#copy", new() { [TermOf(page, "Итоги 2023 года")] = "Декабрь 2025 г." });
        Assert.Contains("3 мероприятия, участников — 1.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Перенесена с программы Поддержка школ 2024", Flat(page.Body), StringComparison.Ordinal);
        var copy = await db.Programmes.SingleAsync(p => p.CopiedFromId == regional);

        // Two tabs copy it once: the second is told, and shown the first.
        var again = await region.SubmitAsync(await region.OpenAsync($"/programmes/{regional}/copy"), "#copy");
        Assert.Contains("уже перенесена: «Поддержка школ 2025»", again.Said(), StringComparison.Ordinal);
        Assert.Equal($"/programmes/{copy.Id}", new Uri(again.Url).AbsolutePath);
        Assert.Equal(1, await db.Programmes.CountAsync(p => p.CopiedFromId == regional));
        Assert.Equal((new DateOnly(2025, 1, 1), "Помочь"), (copy.From, copy.Passport.Aim));
        var participant = await db.ProgrammeSchools.SingleAsync(s => s.ProgrammeId == copy.Id);
        Assert.Equal((school.Id, 2025, ParticipantKind.RiskZone), (participant.SchoolId, participant.Year, participant.Kind));
        var plan = await db.Roadmaps.Include(r => r.Activities).SingleAsync(r => r.ProgrammeId == copy.Id);
        Assert.Equal(
            [("До 05 апреля 2025 г.", "До 05 апреля 2025 г."), ("ежегодно октябрь", "ежегодно октябрь"), ("Декабрь 2025 г.", "по мере необходимости")],
            plan.Activities.OrderBy(a => a.Position).Select(a => (a.Term, a.WrittenTerm)));
    }

    [Fact]
    public async Task A_roadmap_becomes_a_template_of_the_region_and_a_new_roadmap_is_made_of_it()
    {
        var region = await portal.VisitAsync(TestRegion.Regional);
        var page = await region.SubmitAsync(await region.OpenAsync($"/roadmaps/{roadmap}"), "#template", new() { ["name"] = "Типовая карта 2024" });
        Assert.True(page.QuerySelector("table") is not null, page.Body!.TextContent);
        Assert.Contains("Типовая карта 2024", page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);

        var principal = await portal.VisitAsync(TestRegion.Principal);
        Assert.Empty((await principal.OpenAsync("/roadmaps/templates")).QuerySelectorAll("form[action*=Delete]"));
        var own = await CreateChildAsync(principal, "Программа школы", parent: null, from: "2026-01-01", to: "2026-12-31");
        page = await principal.OpenAsync($"/programmes/{own}/template");
        page = await principal.OpenAsync($"/programmes/{own}/template?template={page.QuerySelector("#template option")!.GetAttribute("value")}");
        Assert.Contains("01.01.2026 – 05.04.2026", Flat(Row(page, "Педсовет")), StringComparison.Ordinal);
        page = await principal.SubmitAsync(page, "#make");
        Assert.Equal("Типовая карта 2026", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("составлено по шаблону «Типовая карта 2024»", page.Body!.TextContent, StringComparison.Ordinal);

        // A foreign region has none of it.
        Assert.Contains("Шаблонов пока нет", (await (await portal.VisitAsync(TestRegion.ForeignRegional)).OpenAsync("/roadmaps/templates")).Body!.TextContent, StringComparison.Ordinal);
        page = await region.SubmitAsync(await region.OpenAsync("/roadmaps/templates"), "form[action*=Delete]");
        Assert.Contains("Шаблон удалён", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whose_a_programme_is_and_under_which_it_stands_is_chosen_within_the_scope_alone()
    {
        await using var db = portal.Open();
        var south = await db.Schools.Where(s => s.Name == TestRegion.SouthSchool).Select(s => s.Id).SingleAsync();
        var municipal = await portal.VisitAsync(TestRegion.Municipal);
        var form = await municipal.OpenAsync($"/programmes/new?parent={regional}");
        Assert.DoesNotContain(TestRegion.SouthSchool, form.Body!.TextContent, StringComparison.Ordinal);
        var page = await municipal.SubmitAsync(form, "main form", new() { ["Form.Name"] = "Чужая", ["Form.Owner"] = $"s{south}" });
        Assert.Contains("чья это программа", page.Body!.TextContent, StringComparison.Ordinal);
        page = await municipal.SubmitAsync(form, "main form", new() { ["Form.Name"] = "Своя", ["Form.From"] = "2030-01-01", ["Form.To"] = "2030-12-31" });
        Assert.Contains("не пересекается", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await db.Programmes.CountAsync());

        // An observer looks: no buttons.
        var observer = await (await portal.VisitAsync(TestRegion.Observer)).OpenAsync($"/programmes/{regional}");
        Assert.Empty(observer.QuerySelectorAll("main form, main .btn"));
    }

    private static string Flat(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IElement Row(IDocument page, string title) => page.QuerySelectorAll("tbody tr").First(r => r.QuerySelector("th[scope=row]")?.TextContent.Contains(title, StringComparison.Ordinal) == true);

    private static void Tick(IDocument page, string title) => Row(page, title).QuerySelector("input[type=checkbox]")!.SetAttribute("checked", "");

    private static string TermOf(IDocument page, string title) => Row(page, title).QuerySelector("textarea")!.GetAttribute("name")!;

    private async Task<int> CreateChildAsync(Visitor visitor, string name, int? parent = -1, string from = "2024-01-01", string to = "2024-12-31")
    {
        var form = await visitor.OpenAsync("/programmes/new");
        var page = await visitor.SubmitAsync(form, "main form", new()
        {
            ["Form.Name"] = name, ["Form.From"] = from, ["Form.To"] = to, ["Form.ParentId"] = parent is -1 ? $"{regional}" : $"{parent}",
        });
        Assert.Equal(name, page.QuerySelector("h1")!.TextContent);
        await using var db = portal.Open();
        return await db.Programmes.Where(p => p.Name == name).Select(p => p.Id).SingleAsync();
    }

    private static async Task TakeAllAsync(Visitor visitor, int programme)
    {
        var page = await visitor.OpenAsync($"/programmes/{programme}/take");
        foreach (var box in page.QuerySelectorAll("input[type=checkbox]"))
        {
            box.SetAttribute("checked", "");
        }

        await visitor.SubmitAsync(page, "#take");
    }
}
