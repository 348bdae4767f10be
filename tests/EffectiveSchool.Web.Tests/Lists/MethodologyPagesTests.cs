using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Web.Tests.Lists;

public sealed class MethodologyPagesTests(ListPortal lists) : IClassFixture<ListPortal>
{
    [Fact]
    public async Task Every_region_has_both_versions_of_criterion_B_in_words()
    {
        var visitor = await lists.VisitAsync(TestRegion.Principal);
        var page = await visitor.OpenAsync("/methodologies");

        Assert.Contains(page.QuerySelectorAll("tbody tr"), r => r.TextContent.Contains("одна и та же процедура", StringComparison.Ordinal));
        Assert.Contains(page.QuerySelectorAll("tbody tr"), r => r.TextContent.Contains("любая процедура", StringComparison.Ordinal));
        Assert.Null(page.QuerySelector("a[href^='/methodologies/new']"));
    }

    [Fact]
    public async Task A_methodology_tells_its_rule_and_the_lists_judged_by_it()
    {
        var visitor = await lists.VisitAsync(TestRegion.Regional);
        var page = await visitor.OpenAsync($"/methodologies/{await SameAsync()}");

        Assert.Contains("из 20 участников низким считается результат, где неуспешных 6 и больше", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, page.QuerySelectorAll("main a[href^='/lists/']").Length);
        var principal = await (await lists.VisitAsync(TestRegion.Principal)).OpenAsync($"/methodologies/{await SameAsync()}");
        Assert.Equal(2, principal.QuerySelectorAll("main a[href^='/lists/']").Length);
    }

    [Fact]
    public async Task A_new_version_leaves_the_one_before_as_it_was()
    {
        var visitor = await lists.VisitAsync(TestRegion.Regional);
        var from = await AnyAsync();
        var form = await visitor.OpenAsync($"/methodologies/new?from={from}");

        var page = await visitor.SubmitAsync(form, "main form", new()
        {
            ["Form.ThresholdPercent"] = "32,5",
            ["Form.Comparator"] = "MoreThan",
            ["Form.MathEge"] = "One",
            ["Form.MinParticipants"] = "5",
            ["Form.Branches"] = "WithHead",
            ["Form.LeftOut[2].IsLeftOut"] = "true",
            ["Form.LeftOut[2].Reason"] = "нет учитываемых классов",
        });

        Assert.Contains("Записана версия 2", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("более 32,5\u00A0%", page.Body.TextContent, StringComparison.Ordinal);
        await using var db = lists.Portal.Open();
        var old = await db.Methodologies.SingleAsync(m => m.Id == from);
        var version = (await db.Methodologies.SingleAsync(m => m.RegionId == old.RegionId && m.Code == "any" && m.Version == 2)).Definition;
        Assert.Equal(30m, old.Definition.ThresholdPercent);
        Assert.Equal((32.5m, ThresholdComparator.MoreThan, 5, BranchRule.WithHead, true), (version.ThresholdPercent, version.Comparator, version.MinParticipants, version.Branches, version.MathEgeIsOne));
        Assert.Equal([new LeftOutType(SchoolType.Primary, "нет учитываемых классов")], version.LeftOutTypes);
        Assert.Equal(["ВПР 5 РУ", "ВПР 5 МА", "ВПР 6 РУ", "ВПР 6 МА", "ОГЭ РУ", "ОГЭ МА", "ЕГЭ РУ", "ЕГЭ МА"], version.Procedures);
    }

    [Theory]
    [InlineData("Form.ThresholdPercent", "0", "Порог доли неуспешных должен быть больше 0")]
    [InlineData("Form.ThresholdPercent", "много", "Значение «много» не подходит")]
    [InlineData("Form.ThresholdPercent", "", "Укажите порог доли неуспешных")]
    [InlineData("Form.MinParticipants", "0", "Минимальное число участников")]
    [InlineData("Form.LowProceduresForA", "0", "Для критерия A нужна хотя бы одна процедура")]
    [InlineData("Form.LeftOut[1].IsLeftOut", "true", "Укажите, почему не оцениваются школы типа «ООШ»")]
    [InlineData("Form.Comparator", "Between", "не подходит")]
    [InlineData("Form.ThresholdPercent", "30,00", "ничем не отличается")]
    [InlineData("Form.ThresholdPercent", "29,999999", "2 знаками после запятой")]
    [InlineData("Form.LowProceduresForA", "99", "учитывает только 9")]
    public async Task A_methodology_that_cannot_be_is_refused_in_words(string field, string value, string sentence)
    {
        var visitor = await lists.VisitAsync(TestRegion.Regional);
        var form = await visitor.OpenAsync($"/methodologies/new?from={await SameAsync()}");

        var page = await visitor.SubmitAsync(form, "main form", new() { [field] = value });

        Assert.Contains(sentence, page.QuerySelector(".note-refused")!.TextContent, StringComparison.Ordinal);
        await using var db = lists.Portal.Open();
        Assert.Equal(1, await db.Methodologies.CountAsync(m => m.Code == "same" && db.Regions.First(r => r.Id == m.RegionId).Code == "90"));
    }

    [Fact]
    public async Task A_version_that_judged_no_list_is_removed_with_a_reason_and_a_used_one_or_the_only_one_stays()
    {
        var visitor = await lists.VisitAsync(TestRegion.Regional);
        var form = await visitor.OpenAsync($"/methodologies/new?from={await IdAsync("risk-zone")}");
        var wrong = await visitor.SubmitAsync(form, "main form", new() { ["Form.LeastTrue"] = "3" });
        var address = new Uri(wrong.Url).AbsolutePath;

        var unexplained = await visitor.SubmitAsync(wrong, "form[action$='handler=Delete']", new() { ["reason"] = " " });
        Assert.Contains("Укажите причину", unexplained.Body!.TextContent, StringComparison.Ordinal);
        var gone = await visitor.SubmitAsync(wrong, "form[action$='handler=Delete']", new() { ["reason"] = "Опечатка в числе дефицитов." });

        Assert.Contains("Версия 2 методики «Зона риска» удалена", gone.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusOfAsync(address));
        await using (var db = lists.Portal.Open())
        {
            var entry = await db.Audit.OrderByDescending(a => a.Id).FirstAsync(a => a.Subject == "StoredMethodology");
            Assert.Equal(("удалено", "Опечатка в числе дефицитов."), (entry.Action, entry.Reason));
        }

        var only = await visitor.OpenAsync($"/methodologies/{await IdAsync("risk-zone")}");
        Assert.Null(only.QuerySelector("form[action$='handler=Delete']"));
        Assert.Contains("единственная версия", only.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null((await visitor.OpenAsync($"/methodologies/{await SameAsync()}")).QuerySelector("form[action$='handler=Delete']"));
        wrong.QuerySelector("form[action$='handler=Delete']")!.SetAttribute("action", $"/methodologies/{await SameAsync()}?handler=Delete");
        var forged = await visitor.SubmitAsync(wrong, "form[action$='handler=Delete']", new() { ["reason"] = "Не нужна." });
        Assert.Contains("уже рассчитан перечень", forged.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_foreign_methodology_does_not_exist()
    {
        var visitor = await lists.VisitAsync(TestRegion.ForeignRegional);

        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusOfAsync($"/methodologies/{await SameAsync()}"));
        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusOfAsync($"/methodologies/new?from={await SameAsync()}"));
    }

    private Task<int> SameAsync() => IdAsync("same");

    private Task<int> AnyAsync() => IdAsync("any");

    private async Task<int> IdAsync(string code)
    {
        await using var db = lists.Portal.Open();
        return await db.Methodologies.Where(m => m.Code == code && m.Version == 1 && db.Regions.First(r => r.Id == m.RegionId).Code == "90").Select(m => m.Id).SingleAsync();
    }
}
