using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Objections;
using EffectiveSchool.Web.Tests.Documents;
using EffectiveSchool.Web.Tests.Lists;

namespace EffectiveSchool.Web.Tests.Objections;

/// <summary>An objection from the school's page to the new edition of the list, over real HTTP, as every role.</summary>
public sealed class ObjectionPagesTests : IAsyncLifetime
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7 протокол"u8];
    private readonly ListPortal world = new();
    private int school;

    public async Task InitializeAsync()
    {
        await world.InitializeAsync();
        school = await world.SchoolAsync(TestRegion.OwnSchool);
    }

    public Task DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_principal_objects_the_region_corrects_and_a_new_edition_takes_the_place_of_the_list()
    {
        var principal = await world.VisitAsync(TestRegion.Principal);
        var region = await world.VisitAsync(TestRegion.Regional);

        // The school's page and «почему» lead to the form; what is wrong in it is said.
        foreach (var from in new[] { $"/schools/{school}", $"/lists/{world.Preliminary}/why/{school}" })
        {
            Assert.NotNull((await principal.OpenAsync(from)).QuerySelector($"a[href='/lists/{world.Preliminary}/objections/new?school={school}']"));
        }

        var form = await principal.OpenAsync($"/lists/{world.Preliminary}/objections/new");
        var empty = await principal.SubmitAsync(form, "main form", new() { ["Form.What"] = $"{ListPortal.Year} ВПР 5 РУ" });
        Assert.Contains("Укажите, сколько было участников.", empty.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Укажите основания возражения", empty.Body.TextContent, StringComparison.Ordinal);
        var values = Values(40, 2);
        var page = await principal.SubmitAsync(form, "main form", values, ("Form.Files", "страница.html", [.. "<html>"u8]));
        Assert.Contains("веб-страница", page.Body!.TextContent, StringComparison.Ordinal);
        var submitted = await principal.SubmitAsync(form, "main form", values, ("Form.Files", "протокол.exe", Pdf));
        var address = new Uri(submitted.Url).AbsolutePath;
        Assert.StartsWith("/objections/", address, StringComparison.Ordinal);
        Assert.Contains("в перечне", submitted.Body!.TextContent.ToLowerInvariant(), StringComparison.Ordinal);
        Assert.NotNull(submitted.QuerySelector($"section.provenance a[href='/lists/{world.Preliminary}#provenance']"));
        Assert.Equal("протокол.exe.pdf", submitted.QuerySelector(".files a")!.TextContent);
        Assert.Contains("ещё не рассмотрено", (await principal.SubmitAsync(form, "main form", values)).Body!.TextContent, StringComparison.Ordinal);

        // The first screens tell of it.
        Assert.Contains("ждут решения: 1", (await region.OpenAsync("/")).Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await principal.OpenAsync("/")).QuerySelector($"a[href='{address}']"));

        // Neither approved nor revised while it waits.
        Assert.Contains("не рассмотрено 1 возражение", (await region.OpenAsync($"/lists/{world.Preliminary}/approve")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("не рассмотрено 1 возражение", (await region.OpenAsync($"/lists/{world.Preliminary}/revise")).Body!.TextContent, StringComparison.Ordinal);

        // Taken up, corrected, upheld.
        var under = await region.SubmitAsync(await region.OpenAsync(address), "form[action$='handler=TakeUp']");
        var refused = await region.SubmitAsync(under, "form[action$='handler=Uphold']", new() { ["Form.Text"] = "Верно." });
        Assert.Contains("Сначала исправьте число", refused.QuerySelector(".note-refused")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Верно.", refused.QuerySelector("#uphold-text")!.TextContent);
        var corrected = await region.SubmitAsync(await region.OpenAsync($"{address}/correct"), "main form", new() { ["Form.Reason"] = "Протокол № 3" });
        Assert.Contains("Число исправлено", corrected.Body!.TextContent, StringComparison.Ordinal);
        var upheld = await region.SubmitAsync(corrected, "form[action$='handler=Uphold']", new() { ["Form.Text"] = "Подтверждено протоколом." });
        Assert.Contains("удовлетворено", upheld.QuerySelector(".note-done")!.TextContent, StringComparison.Ordinal);
        var upload = upheld.QuerySelector("a[href^='/results/uploads/']")!.GetAttribute("href")!;
        var correction = await region.OpenAsync(upload);
        Assert.Contains("Правка по возражению", correction.Body!.TextContent, StringComparison.Ordinal);

        // What the decision stands on is not taken back, and both pages say so before anything is pressed.
        Assert.Contains("отменить её нельзя", correction.Body.TextContent, StringComparison.Ordinal);
        Assert.Null(correction.QuerySelector("a[href$='/undo']"));
        var undo = await region.OpenAsync($"{upload}/undo");
        Assert.Contains($"удовлетворено возражение № {address.Split('/')[^1]}: отменить её нельзя", undo.QuerySelector(".note-refused")!.TextContent, StringComparison.Ordinal);
        Assert.Null(undo.QuerySelector("main form"));

        // Nor is the list approved that was run before the decision.
        var before = (await region.OpenAsync($"/lists/{world.Preliminary}")).Body!.TextContent;
        Assert.Contains("Удовлетворено возражений: 1", before, StringComparison.Ordinal);
        Assert.Contains("№ " + address.Split('/')[^1] + " удовлетворено", (await region.OpenAsync($"/lists/{world.Preliminary}/approve")).QuerySelector(".note-refused")!.TextContent, StringComparison.Ordinal);

        // Schools go on seeing the list until the new edition is preliminary.
        var edition = await region.SubmitAsync(await region.OpenAsync($"/lists/{world.Preliminary}/revise"), "main form");
        var second = new Uri(edition.Url).AbsolutePath;
        Assert.Contains("Редакция 2 (эта)", edition.Body!.TextContent, StringComparison.Ordinal);
        Assert.EndsWith("годов, редакция 2", edition.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(edition.QuerySelector($"a[href='/lists/compare?from={world.Preliminary}&to={second[7..]}']"));
        var inForce = await principal.OpenAsync($"/lists/{world.Preliminary}");
        Assert.Equal("Предварительный, сейчас", inForce.QuerySelector("[aria-current='step']")!.TextContent.Trim());
        Assert.DoesNotContain("заменён", inForce.Body!.TextContent, StringComparison.Ordinal);
        var former = await region.OpenAsync($"/lists/{world.Preliminary}");
        Assert.Contains("Пока она не станет предварительной, школы видят этот перечень.", former.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(former.QuerySelector("a[href$='/approve']"));
        Assert.Contains("уже создана", (await region.OpenAsync($"/lists/{world.Preliminary}/approve")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("школы пока видят прежнюю", (await region.OpenAsync("/")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await principal.StatusOfAsync(second));
        await region.SubmitAsync(edition, "form[action$='handler=Publish']");
        var replaced = await principal.OpenAsync($"/lists/{world.Preliminary}");
        Assert.Contains("заменён новой редакцией", replaced.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(replaced.QuerySelector($".note a[href='{second}']"));
        Assert.Contains("2 из 40", (await principal.OpenAsync($"{second}?show=all")).QuerySelector("#table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("удовлетворено", (await principal.OpenAsync(address)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_amending_order_changes_the_first_and_both_say_so()
    {
        var region = await world.VisitAsync(TestRegion.Regional);
        var principal = await world.VisitAsync(TestRegion.Principal);
        await using (var db = world.Portal.Open())
        {
            await TestResults.PutAsync(db, new GivenResult(TestRegion.OwnSchool, "ВПР 5 РУ", ListPortal.Year - 1, 40, 0));
        }

        var first = $"/lists/{world.Approved}";
        var form = await region.OpenAsync($"{first}/order");
        Assert.Contains("принимается документ PDF", (await region.SubmitAsync(form, "main form", [], ("Form.Scan", "приказ.pdf", [.. "текст"u8]))).Body!.TextContent, StringComparison.Ordinal);
        var attached = await region.SubmitAsync(form, "main form", [], ("Form.Scan", "приказ.pdf", Pdf));
        Assert.Equal("приказ.pdf", attached.QuerySelector("#order ~ ul a")!.TextContent);
        var again = await region.SubmitAsync(await region.OpenAsync($"{first}/order"), "main form", new() { ["Form.Reason"] = "Без печати" }, ("Form.Scan", "приказ-2.pdf", Pdf));
        Assert.Contains("заменён: Без печати", again.Body!.TextContent, StringComparison.Ordinal);
        var history = (await region.OpenAsync($"{first}/history")).QuerySelector("table tbody")!.TextContent;
        Assert.Contains("приказ.pdf", history, StringComparison.Ordinal);
        Assert.Contains("приказ-2.pdf", history, StringComparison.Ordinal);
        Assert.Contains("Без печати", history, StringComparison.Ordinal);
        Assert.NotNull((await principal.OpenAsync(first)).QuerySelector("#order ~ ul a[href^='/files/']"));

        Assert.Contains("расчёт другой", (await region.OpenAsync($"{first}/rerun")).Body!.TextContent, StringComparison.Ordinal);
        var draft = await region.SubmitAsync(await region.OpenAsync($"{first}/revise"), "main form");
        var second = new Uri(draft.Url).AbsolutePath;
        Assert.Contains("После утверждения внесёт изменения в приказ от 15.01.2023 № 77-п", draft.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("изменён приказом", (await principal.OpenAsync(first)).Body!.TextContent, StringComparison.Ordinal);
        await region.SubmitAsync(draft, "form[action$='handler=Publish']");
        await region.SubmitAsync(await region.OpenAsync($"{second}/approve"), "form[action$='handler=EndObjections']", new() { ["reason"] = "Все согласны." });
        var approval = await region.OpenAsync($"{second}/approve");
        var early = await region.SubmitAsync(approval, "form.approve", new() { ["Form.Number"] = "90-п", ["Form.Date"] = "2023-01-14" });
        Assert.Contains("не может быть раньше его", early.Body!.TextContent, StringComparison.Ordinal);

        // A signature is refused where it is none or of another file; what it says is read where it is shown.
        var order = new Dictionary<string, string> { ["Form.Number"] = "90-п", ["Form.Date"] = "2023-02-01" };
        byte[] broken = [0x30, 0x82, 0x01, 0x00, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02, .. new byte[60]];
        var unread = await region.SubmitAsync(approval, "form.approve", order, ("Form.Scan", "приказ.pdf", Pdf), ("Form.Signature", "приказ.sig", broken));
        Assert.Contains("«приказ.sig»: Файл подписи не читается: это не сообщение CMS", unread.Body!.TextContent, StringComparison.Ordinal);
        var foreign = await region.SubmitAsync(approval, "form.approve", order, ("Form.Scan", "приказ.pdf", Pdf), ("Form.Signature", "приказ.sig", TestSignature.Of([.. Pdf, 1])));
        Assert.Contains("сделана для другого файла", foreign.Body!.TextContent, StringComparison.Ordinal);
        var approved = await region.SubmitAsync(approval, "form.approve", order, ("Form.Scan", "приказ.pdf", Pdf), ("Form.Signature", "приказ.sig", TestSignature.Of(Pdf)));
        var signature = (await region.OpenAsync($"{second}/signature")).Body!.TextContent;
        Assert.Contains("проверена: сделана для этого PDF", signature, StringComparison.Ordinal);
        Assert.Contains("Петрова Анна", signature, StringComparison.Ordinal);
        var forSchool = (await principal.OpenAsync($"{second}/signature")).Body!.TextContent;
        Assert.Contains("Министерство образования", forSchool, StringComparison.Ordinal);
        Assert.DoesNotContain("Петрова", forSchool, StringComparison.Ordinal);
        Assert.Contains("вносит изменения в приказ от 15.01.2023 № 77-п", approved.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("приказ.sig", approved.Body.TextContent, StringComparison.Ordinal);
        var replaced = (await principal.OpenAsync(first)).Body!.TextContent;
        Assert.Contains("изменён приказом от 01.02.2023 № 90-п", replaced, StringComparison.Ordinal);
        Assert.Contains("контрольные суммы совпали", (await region.OpenAsync($"{first}/rerun")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_objection_is_withdrawn_by_its_side_alone()
    {
        var address = await SubmitAsync();
        var municipal = await world.VisitAsync(TestRegion.Municipal);
        Assert.Null((await municipal.OpenAsync(address)).QuerySelector("form[action$='handler=Withdraw']"));
        var remark = await municipal.SubmitAsync(await municipal.OpenAsync(address), "form[action$='handler=Remark']", new() { ["Form.Text"] = "Подтверждаем." });
        Assert.Contains("Подтверждаем.", remark.QuerySelector(".thread")!.TextContent, StringComparison.Ordinal);
        var principal = await world.VisitAsync(TestRegion.Principal);
        var withdrawn = await principal.SubmitAsync(await principal.OpenAsync(address), "form[action$='handler=Withdraw']");
        Assert.Contains("отозвано", withdrawn.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        Assert.Null(withdrawn.QuerySelector("main form"));
    }

    [Fact]
    public async Task After_the_last_day_the_form_says_the_day()
    {
        await using (var db = world.Portal.Open())
        {
            await db.Lists.Where(l => l.Id == world.Preliminary).ExecuteUpdateAsync(u => u.SetProperty(l => l.ObjectionsUntil, new DateOnly(2026, 1, 9)));
        }

        var principal = await world.VisitAsync(TestRegion.Principal);
        var page = await principal.OpenAsync($"/lists/{world.Preliminary}/objections/new");
        Assert.Null(page.QuerySelector("main form"));
        Assert.Contains("Возражения принимались до 09.01.2026: срок истёк.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TestRegion.Regional, HttpStatusCode.OK)]
    [InlineData(TestRegion.Municipal, HttpStatusCode.OK)]
    [InlineData(TestRegion.Curator, HttpStatusCode.OK)]
    [InlineData(TestRegion.Observer, HttpStatusCode.OK)]
    [InlineData(TestRegion.Administrator, HttpStatusCode.OK)]
    [InlineData(TestRegion.OtherMunicipal, HttpStatusCode.NotFound)]
    [InlineData(TestRegion.ForeignRegional, HttpStatusCode.NotFound)]
    public async Task An_objection_is_seen_within_the_scope_of_its_school(string email, HttpStatusCode expected)
    {
        var address = await SubmitAsync();
        var visitor = await world.VisitAsync(email);
        Assert.Equal(expected, await visitor.StatusOfAsync(address));
        if (email != TestRegion.ForeignRegional)
        {
            var table = await visitor.OpenAsync($"/lists/{world.Preliminary}/objections?state=open");
            Assert.Equal(expected == HttpStatusCode.OK ? 1 : 0, table.QuerySelectorAll("#table tbody tr").Length);
            Assert.NotEmpty(await visitor.DownloadAsync($"/lists/{world.Preliminary}/objections?handler=Xlsx&state=open"));
        }
        else
        {
            Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusOfAsync($"/lists/{world.Preliminary}/objections"));
        }
    }

    [Fact]
    public async Task A_municipality_objects_for_its_own_school_alone()
    {
        var municipal = await world.VisitAsync(TestRegion.Municipal);
        var choice = await municipal.OpenAsync($"/lists/{world.Preliminary}/objections/new");
        Assert.Equal(3, choice.QuerySelectorAll("select[name=school] option").Length);
        var foreign = await world.SchoolAsync(TestRegion.SouthSchool);
        Assert.Equal(HttpStatusCode.NotFound, await municipal.StatusOfAsync($"/lists/{world.Preliminary}/objections/new?school={foreign}"));
        var form = await municipal.OpenAsync($"/lists/{world.Preliminary}/objections/new?school={school}");
        var submitted = await municipal.SubmitAsync(form, "main form", new() { ["Form.What"] = "rule", ["Form.Grounds"] = "Школа — филиал." });
        Assert.Contains("применение правила", submitted.Body!.TextContent, StringComparison.Ordinal);
        await using var db = world.Portal.Open();
        Assert.Equal(ObjectionSide.Municipality, (await db.Objections.SingleAsync()).Side);
        Assert.Equal(ListState.Preliminary, (await db.Lists.SingleAsync(l => l.Id == world.Preliminary)).State);
    }

    [Fact]
    public async Task The_first_screen_of_a_principal_asks_to_object_only_while_that_may_be_done()
    {
        var principal = await world.VisitAsync(TestRegion.Principal);
        var open = (await principal.OpenAsync("/")).Body!.TextContent;
        Assert.Contains("подайте возражение: срок и кнопка — ниже", open, StringComparison.Ordinal);
        Assert.Contains("Возражения: Перечень ШНОР на 2024 год по результатам 2022 и 2023 годов", open, StringComparison.Ordinal);
        await using (var db = world.Portal.Open())
        {
            await db.Lists.Where(l => l.Id == world.Preliminary).ExecuteUpdateAsync(u => u
                .SetProperty(l => l.State, ListState.Approved).SetProperty(l => l.OrderNumber, "90-п").SetProperty(l => l.OrderDate, new DateOnly(2026, 1, 9)));
        }

        var approved = (await principal.OpenAsync("/")).Body!.TextContent;
        Assert.DoesNotContain("подайте возражение", approved, StringComparison.Ordinal);
        Assert.Contains("утверждён приказом от 09.01.2026 № 90-п и не меняется", approved, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Values(int participants, int failed) => new()
    {
        ["Form.What"] = $"{ListPortal.Year} ВПР 5 РУ",
        ["Form.Participants"] = $"{participants}",
        ["Form.Failed"] = $"{failed}",
        ["Form.Grounds"] = "Протокол № 3 от 12.04.",
    };

    private async Task<string> SubmitAsync()
    {
        var principal = await world.VisitAsync(TestRegion.Principal);
        var submitted = await principal.SubmitAsync(await principal.OpenAsync($"/lists/{world.Preliminary}/objections/new"), "main form", Values(40, 2));
        return new Uri(submitted.Url).AbsolutePath;
    }
}
