using EffectiveSchool.Domain.Curators;
using EffectiveSchool.Domain.Events;
using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Domain.Roadmaps;
using EffectiveSchool.Web.Tests.People;

namespace EffectiveSchool.Web.Tests.Events;

/// <summary>Events over real HTTP, as every role: planned, told, held, counted, reported.</summary>
public sealed class EventPagesTests : EventWorld
{
    [Fact]
    public async Task A_municipality_plans_moves_holds_and_the_school_tells_its_own_number()
    {
        var north = await Portal.VisitAsync(TestRegion.Municipal);
        var form = await north.OpenAsync("/events/new");
        var refused = await north.SubmitAsync(form, "main form[method=post]", Words(Today.AddDays(3), ("Form.Kind", "курсы повышения квалификации")));
        Assert.Contains("Укажите, сколько часов", refused.Said(), StringComparison.Ordinal);
        var page = await north.SubmitAsync(form, "main form[method=post]", Words(Today.AddDays(3)));
        Assert.Equal("Мероприятие записано. Добавьте школы, которые участвуют.", page.Said());
        var id = await IdAsync("Семинар о чтении");

        // Numbers are told from the first day on; the schools of the own municipality can be asked, and no others.
        Assert.Empty(page.QuerySelectorAll("#save"));
        page = await north.SubmitAsync(page, "#invite", new() { ["Form.Audience"] = "All" });
        Assert.Equal("Добавлено: 3 школы.", page.Said());
        Assert.DoesNotContain(TestRegion.SouthSchool, page.Body!.TextContent, StringComparison.Ordinal);
        var view = await north.OpenAsync($"/events/{id}");
        Assert.Null(view.QuerySelector("#hold"));
        Assert.Contains("причину переноса", (await north.SubmitAsync(view, "#move", new() { ["Form.From"] = Iso(Today), ["Form.Reason"] = " " })).Said(), StringComparison.Ordinal);
        Assert.Equal("Мероприятие перенесено.", (await north.SubmitAsync(view, "#move", new() { ["Form.From"] = Iso(Today), ["Form.Reason"] = "актовый зал занят" })).Said());
        view = await north.OpenAsync($"/events/{id}");
        Assert.Equal("Мероприятие отмечено проведённым.", (await north.SubmitAsync(view, "#hold")).Said());

        var principal = await Portal.VisitAsync(TestRegion.Principal);
        Assert.NotNull((await principal.OpenAsync("/events?show=untold")).QuerySelector($"#table a[href='/events/{id}']"));
        var own = await principal.OpenAsync($"/events/{id}/schools");
        Assert.DoesNotContain(TestRegion.SecondSchool, own.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Руководителей 9, а участников от школы 4", (await principal.SubmitAsync(own, "#save", Row(4, 9))).Said(), StringComparison.Ordinal);
        Assert.Equal("Участники сохранены.", (await principal.SubmitAsync(own, "#save", Row(4, 1))).Said());
        Assert.Null((await principal.OpenAsync("/events?show=untold")).QuerySelector($"#table a[href='/events/{id}']"));

        // The others are filled in at once; the school's own number stays.
        page = await north.OpenAsync($"/events/{id}/schools");
        Assert.Equal("Участники сохранены.", (await north.SubmitAsync(page, "#save", new() { ["Form.Fill"] = "2" })).Said());
        var said = (await north.OpenAsync($"/events/{id}")).QuerySelector("[aria-labelledby=schools]")!.TextContent;
        Assert.Contains("Участвовали 3 школы из 3", said, StringComparison.Ordinal);
        Assert.Contains("Человек: 8", said, StringComparison.Ordinal);
        await using var db = Portal.Open();
        var told = await db.Audit.Where(a => a.Subject == nameof(EventSchool) && a.Action == "изменено").Select(a => a.New!).ToListAsync();
        Assert.Equal(2, told.Count(n => n.Replace(" ", "", StringComparison.Ordinal).Contains("\"People\":2", StringComparison.Ordinal)));
        var admin = await Portal.VisitAsync(TestRegion.Administrator);
        Assert.Contains("с " + Today.AddDays(3).ToString("dd.MM.yyyy", Domain.RussianCulture.Value) + ": актовый зал занят", (await admin.OpenAsync("/admin/journal?subject=Event")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_strangers_event_is_not_there_and_who_only_sees_one_cannot_keep_it()
    {
        var id = await AddAsync("Муниципальный семинар", TestRegion.North, held: true);
        var material = await MaterialAsync(id);
        foreach (var stranger in new[] { TestRegion.OtherMunicipal, TestRegion.ForeignRegional })
        {
            var other = await Portal.VisitAsync(stranger);
            Assert.Equal(HttpStatusCode.NotFound, await other.StatusOfAsync($"/events/{id}"));
            Assert.Equal(HttpStatusCode.NotFound, await other.StatusOfAsync($"/events/{id}/schools"));
            Assert.Equal(HttpStatusCode.NotFound, await other.StatusOfAsync(material));
            Assert.DoesNotContain("Муниципальный семинар", (await other.OpenAsync("/events?year=0")).Body!.TextContent, StringComparison.Ordinal);
        }

        foreach (var reader in new[] { TestRegion.Curator, TestRegion.Observer, TestRegion.Principal })
        {
            var looking = await Portal.VisitAsync(reader);
            var page = await looking.OpenAsync($"/events/{id}");
            Assert.Empty(page.QuerySelectorAll("#reopen, #attach, #move"));
            Assert.Equal(HttpStatusCode.OK, await looking.StatusOfAsync(material));
            Assert.NotNull((await looking.OpenAsync("/events?year=0")).QuerySelector($"a[href='/events/{id}']"));
        }

        // A principal who sees it is told by nothing that it could be changed.
        var principal = await Portal.VisitAsync(TestRegion.Principal);
        Assert.Equal(HttpStatusCode.NotFound, await principal.StatusOfAsync($"/events/{id}/edit"));
        var own = await principal.OpenAsync($"/events/{id}/schools");
        using var forged = await principal.SendAsync(own, "#one", new() { ["Form.SchoolId"] = $"{await SchoolAsync(TestRegion.SouthSchool)}" });
        Assert.Contains("Выберите школу", await forged.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        // The school of another municipality that takes part sees the event, and no school but itself.
        var south = await SchoolAsync(TestRegion.SouthSchool);
        await using (var db = Portal.Open())
        {
            var held = await db.Events.Include(e => e.Schools).SingleAsync(e => e.Id == id);
            Assert.True(held.Invite(south));
            await db.SaveChangesAsync();
        }

        var guest = await Portal.VisitAsync(TestRegion.OtherMunicipal);
        var seen = await guest.OpenAsync($"/events/{id}");
        Assert.Contains(TestRegion.SouthSchool, seen.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(TestRegion.OwnSchool, seen.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Participants_come_from_a_file_or_a_pasted_table_and_are_stored_by_a_person()
    {
        var id = await AddAsync("Курсы", null, held: true);
        var region = await Portal.VisitAsync(TestRegion.Regional);
        var page = await region.OpenAsync($"/events/{id}/schools");
        Assert.Contains("Выберите файл", (await region.SubmitAsync(page, "#import-form")).Said(), StringComparison.Ordinal);
        const string table = "Код школы\tНаименование\tУчастников\tИз них руководителей\n900004\tСОШ 4\t7\t2\n\tМБОУ «Лицей № 2»\t5\t\n\tЛицей № 200\t5\t\n900005\tФилиал\tмного\t\n";
        var read = await region.SubmitAsync(page, "#import-form", new() { ["Form.Text"] = table });
        Assert.Contains("Узнано школ: 2, не узнано: 1, отказано строк: 1", read.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("узнана по названию", read.QuerySelector("#save")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("ожидается целое число", read.Body!.TextContent, StringComparison.Ordinal);
        await using var db = Portal.Open();
        Assert.False(await db.EventSchools.AnyAsync(s => s.EventId == id && s.People == 7));
        Assert.Equal("Участники сохранены, добавлено: 1 школа.", (await region.SubmitAsync(read, "#save")).Said());
        Assert.Equal([(5, null), (7, 2)], (await db.EventSchools.Where(s => s.EventId == id && s.People > 3).OrderBy(s => s.People).ToListAsync()).Select(s => (s.People!.Value, s.Managers)));
        Assert.NotEmpty(await region.DownloadAsync("/templates/event-participants"));
    }

    [Fact]
    public async Task Norms_name_who_is_short_each_role_its_own_and_the_rules_are_data()
    {
        var region = await Portal.VisitAsync(TestRegion.Regional);
        var rules = await region.OpenAsync("/events/rules");
        Assert.Equal("Виды и нормы сохранены.", (await region.SubmitAsync(rules, "#rules", new() { ["Form.Norms[2].Threshold"] = "2", ["Form.MaterialDays"] = "5" })).Said());
        Assert.Contains("Укажите срок", (await region.SubmitAsync(rules, "#rules", new() { ["Form.MaterialDays"] = "" })).Said(), StringComparison.Ordinal);
        Assert.Equal("5", (await region.OpenAsync("/events/new")).QuerySelector("#days")!.GetAttribute("value"));
        var first = await AddAsync("Первый семинар", TestRegion.North, held: true);
        await AddAsync("Второй семинар", TestRegion.North, held: true);
        await AddAsync("Запланированный", TestRegion.North, held: false);
        var municipal = await region.OpenAsync($"/events/norms?norm=2&year={Today.Year}");
        var lines = municipal.QuerySelectorAll("[aria-labelledby=lines] tbody tr").Select(r => r.TextContent).ToList();
        Assert.Contains(lines, l => l.Contains(TestRegion.North, StringComparison.Ordinal) && l.Contains("✓ выполнена", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains(TestRegion.South, StringComparison.Ordinal) && l.Contains("◆ пока не выполнена", StringComparison.Ordinal));
        Assert.NotNull(municipal.QuerySelector($"[aria-labelledby=lines] a[href='/events/{first}']"));
        var south = await Portal.VisitAsync(TestRegion.OtherMunicipal);
        Assert.DoesNotContain(TestRegion.North, (await south.OpenAsync($"/events/norms?norm=2&year={Today.Year}")).QuerySelector("[aria-labelledby=lines]")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(await region.DownloadAsync("/events/norms?handler=Xlsx"));
        Assert.NotEmpty(await region.DownloadAsync("/events?handler=Xlsx&year=0"));
        var admin = await Portal.VisitAsync(TestRegion.Administrator);
        Assert.Contains("Не менее 4 муниципальных мероприятий в год (2)", (await admin.OpenAsync("/admin/journal?subject=EventRules")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_landing_of_a_curators_notes_is_an_event_and_one_in_both_places_counts_once()
    {
        await using var db = Portal.Open();
        var school = await db.Schools.SingleAsync(s => s.Name == TestRegion.OwnSchool);
        var author = await db.Users.SingleAsync(u => u.Email == TestRegion.Curator);
        var visit = new Visit { RegionId = school.RegionId, SchoolId = school.Id, AuthorId = author.Id, AuthorName = "куратор" };
        Assert.Null(visit.Write(new VisitNotes(VisitKind.MethodicalLanding, Today, "Десант по математике", "Нет плана", null, null), Today));
        db.Visits.Add(visit);
        await db.SaveChangesAsync();
        var curator = await Portal.VisitAsync(TestRegion.Curator);
        Assert.Equal("Десант по математике", (await curator.OpenAsync("/events")).QuerySelector($"#table a[href='/curators/schools/{school.Id}']")!.TextContent);
        Assert.Contains("Методических десантов", (await curator.OpenAsync($"/curators/schools/{school.Id}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("1", await LandingsAsync());

        await AddAsync("Десант", TestRegion.North, held: true, kind: "методический десант");
        Assert.Equal("1", await LandingsAsync());
        Assert.Null((await curator.OpenAsync("/events")).QuerySelector($"#table a[href='/curators/schools/{school.Id}']"));
        await AddAsync("Второй десант", TestRegion.North, held: true, kind: "методический десант", daysAgo: 1);
        Assert.Equal("2", await LandingsAsync());

        async Task<string> LandingsAsync() =>
            (await curator.OpenAsync($"/curators/schools/{school.Id}")).QuerySelectorAll(".card").First(c => c.TextContent.Contains("Методических десантов", StringComparison.Ordinal)).QuerySelector("strong")!.TextContent;
    }

    [Fact]
    public async Task Holding_an_event_dates_a_relative_term_and_fills_the_report_that_a_person_sends()
    {
        await using var db = Portal.Open();
        var region = await db.Regions.SingleAsync(r => r.Code == "90");
        var programme = new Programme { RegionId = region.Id };
        Assert.Null(programme.Describe("Поддержка школ", new DateOnly(Today.Year - 1, 1, 1), new DateOnly(Today.Year + 1, 12, 31), new ProgrammePassport()));
        db.Programmes.Add(programme);
        await db.SaveChangesAsync();
        var plan = new Roadmap { ProgrammeId = programme.Id, RegionId = region.Id, Name = "План", FileName = "план.xlsx", Sha256 = new string('a', 64), Author = "тест", CreatedAt = DateTimeOffset.UnixEpoch };
        var activity = plan.Add([], null, new ActivityWords("1", "Материалы семинара", "ИРО", "методические материалы"), TermReader.Read("Не позднее 10 дней со дня проведения мероприятия", programme.Period));
        db.Roadmaps.Add(plan);
        await db.SaveChangesAsync();
        Assert.Empty(activity.Occurrences);

        var visitor = await Portal.VisitAsync(TestRegion.Regional);
        var form = await visitor.OpenAsync("/events/new");
        await visitor.SubmitAsync(form, "main form[method=post]", Words(Today, ("Form.Plan", $"a{activity.Id}")));
        var id = await IdAsync("Семинар о чтении");
        var view = await visitor.OpenAsync($"/events/{id}");
        view = await visitor.SubmitAsync(view, "#hold");
        Assert.Equal("Мероприятие отмечено проведённым.", view.Said());
        var work = await db.Works.AsNoTracking().SingleAsync(w => w.ProgrammeId == programme.Id);
        Assert.Equal((Today, Today.AddDays(10), WorkState.NotStarted), (work.From, work.Due, work.State));

        // Opened again, the date goes; held again, it is there again.
        view = await visitor.SubmitAsync(view, "#reopen", new() { ["Form.Reason"] = "отметили не то" });
        Assert.Equal("Мероприятие возвращено в запланированные.", view.Said());
        Assert.False(await db.Works.AnyAsync(w => w.ProgrammeId == programme.Id));
        view = await visitor.SubmitAsync(view, "#hold");
        view = await visitor.SubmitAsync(view, "#attach", new() { ["Form.Title"] = "презентации", ["Form.Link"] = "https://iro.test/seminar" });
        Assert.Equal("Материал приложен.", view.Said());
        work = await db.Works.AsNoTracking().SingleAsync(w => w.ProgrammeId == programme.Id);
        var page = await visitor.SubmitAsync(view, $"#report-{work.Id}");
        Assert.Equal("Отчёт заполнен по мероприятию. Проверьте его и отправьте на проверку.", page.Said());
        work = await db.Works.AsNoTracking().Include(w => w.Evidence).SingleAsync(w => w.Id == work.Id);
        Assert.Equal((WorkState.InProgress, WorkOutcome.Done), (work.State, work.Outcome));
        Assert.Contains("«Семинар о чтении» (семинар)", work.Fact, StringComparison.Ordinal);
        Assert.Equal("https://iro.test/seminar", Assert.Single(work.Evidence).Link);
        view = await visitor.OpenAsync($"/events/{id}");
        Assert.Contains("уже отчитываются", (await visitor.SubmitAsync(view, "#reopen", new() { ["Form.Reason"] = "ещё раз" })).Said(), StringComparison.Ordinal);

        // A municipality may point at the occurrence of a regional programme, but not date its terms.
        var north = await Portal.VisitAsync(TestRegion.Municipal);
        Assert.DoesNotContain($"value=\"a{activity.Id}\"", (await north.OpenAsync("/events/new")).Body!.InnerHtml, StringComparison.Ordinal);
        var foreign = await north.SubmitAsync(await north.OpenAsync("/events/new"), "main form[method=post]", Words(Today, ("Form.Plan", $"a{activity.Id}")));
        Assert.Contains("среди ваших нет", foreign.Said(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_term_of_a_finished_programme_is_offered_for_an_event_of_its_days()
    {
        await using var db = Portal.Open();
        var region = await db.Regions.SingleAsync(r => r.Code == "90");
        var programme = new Programme { RegionId = region.Id };
        Assert.Null(programme.Describe("Прошлая программа", new DateOnly(2023, 1, 1), new DateOnly(2024, 12, 31), new ProgrammePassport()));
        db.Programmes.Add(programme);
        await db.SaveChangesAsync();
        var plan = new Roadmap { ProgrammeId = programme.Id, RegionId = region.Id, Name = "План", FileName = "план.xlsx", Sha256 = new string('a', 64), Author = "тест", CreatedAt = DateTimeOffset.UnixEpoch };
        var activity = plan.Add([], null, new ActivityWords("3.2.6", "Материалы", "ИРО", "материалы"), TermReader.Read("Не позднее 10 дней со дня проведения мероприятия", programme.Period));
        db.Roadmaps.Add(plan);
        await db.SaveChangesAsync();
        var visitor = await Portal.VisitAsync(TestRegion.Regional);
        var form = await visitor.OpenAsync("/events/new");
        Assert.DoesNotContain($"value=\"a{activity.Id}\"", form.Body!.InnerHtml, StringComparison.Ordinal);
        Assert.Contains("Укажите первый день", (await visitor.SubmitAsync(form, "#plans")).Body!.TextContent, StringComparison.Ordinal);
        foreach (var (day, offered) in new[] { (new DateOnly(2024, 3, 15), true), (new DateOnly(2025, 1, 15), true), (new DateOnly(2025, 12, 15), false), (new DateOnly(2022, 12, 31), false) })
        {
            var page = await visitor.SubmitAsync(form, "#plans", Words(day));
            Assert.Equal(offered, page.Body!.InnerHtml.Contains($"value=\"a{activity.Id}\"", StringComparison.Ordinal));
            Assert.Equal("Семинар о чтении", page.QuerySelector("#title")!.GetAttribute("value"));
        }

        var held = await visitor.SubmitAsync(form, "main form[method=post]", Words(new DateOnly(2024, 3, 15), ("Form.Plan", $"a{activity.Id}")));
        Assert.Equal("Мероприятие записано. Добавьте школы, которые участвуют.", held.Said());
        Assert.Contains("Перечня ШНОР на 2024 год", (await visitor.SubmitAsync(held, "#invite", new() { ["Form.Audience"] = "Listed" })).Said(), StringComparison.Ordinal);
        var norms = await visitor.OpenAsync("/events/norms?year=2023");
        Assert.Contains("перечня ШНОР на 2023 год нет", norms.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upcoming_events_and_late_materials_are_reminded_of()
    {
        await AddAsync("Будущий семинар", TestRegion.North, held: false, daysAgo: 0);
        var late = await AddAsync("Семинар без материалов", TestRegion.North, held: true, daysAgo: 12, materials: false);
        var own = await SchoolAsync(TestRegion.OwnSchool);
        await using (var db = Portal.Open())
        {
            await db.EventSchools.Where(s => s.EventId == late && s.SchoolId == own).ExecuteUpdateAsync(s => s.SetProperty(x => x.People, (int?)null));
        }

        var north = (await (await Portal.VisitAsync(TestRegion.Municipal)).OpenAsync("/")).Body!.TextContent;
        Assert.Contains("Проведите и отметьте: Будущий семинар", north, StringComparison.Ordinal);
        Assert.Contains("Сдайте материалы: Семинар без материалов", north, StringComparison.Ordinal);
        var school = (await (await Portal.VisitAsync(TestRegion.Principal)).OpenAsync("/")).Body!.TextContent;
        Assert.Contains("Примите участие: Будущий семинар", school, StringComparison.Ordinal);
        Assert.Contains("Внесите число участников: Семинар без материалов", school, StringComparison.Ordinal);
        Assert.DoesNotContain("Сдайте материалы", school, StringComparison.Ordinal);
        Assert.DoesNotContain("Будущий семинар", (await (await Portal.VisitAsync(TestRegion.OtherMunicipal)).OpenAsync("/")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Будущий семинар", (await (await Portal.VisitAsync(TestRegion.Regional)).OpenAsync("/")).Body!.TextContent, StringComparison.Ordinal);
    }
}
