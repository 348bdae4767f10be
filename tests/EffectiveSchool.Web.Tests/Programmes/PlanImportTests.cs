using System.Text;
using EffectiveSchool.Imports.Roadmaps;

namespace EffectiveSchool.Web.Tests.Programmes;

public sealed class PlanImportTests(Portal portal) : IClassFixture<Portal>
{
    private const string Plan = "№;Мероприятие;Срок;Ответственный;Результат\n1. Раздел\n1.1;Совещание;До 05.04.2024;УО;протокол\n;по итогам;;ИМЦ;\n1.2;Семинар;срок уточняется;УО;\n";

    [Fact]
    public async Task A_plan_is_previewed_corrected_stored_and_exported_to_the_same_plan()
    {
        var visitor = await portal.VisitAsync(TestRegion.Municipal);
        var preview = await PreviewAsync(visitor, Plan);
        Assert.Contains("строка 4", preview.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("нужна дата", preview.Body.TextContent, StringComparison.Ordinal);
        await using (var before = portal.Open())
        {
            Assert.False(await before.Roadmaps.AnyAsync());
        }

        // What is typed and not read yet is read first, whichever button is pressed; nothing typed is lost.
        var corrected = await visitor.SubmitAsync(preview, "#apply", new() { ["Line[1].Term"] = "Май 2024 г.", ["Line[1].Responsible"] = "ИМЦ" });
        Assert.DoesNotContain("нужна дата", corrected.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Исправлено сроков: 1.", corrected.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("в плане: срок уточняется", corrected.Body.TextContent, StringComparison.Ordinal);
        await using (var before = portal.Open())
        {
            Assert.False(await before.Roadmaps.AnyAsync());
        }

        var stored = await visitor.SubmitAsync(corrected, "#apply");
        Assert.Contains("2 мероприятия, 2 срока", stored.Body!.TextContent, StringComparison.Ordinal);

        var back = await visitor.OpenMissingAsync(new Uri(corrected.Url).AbsolutePath);
        Assert.Contains("Этот план уже записан или забыт", back.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(back.QuerySelector("main a[href='/programmes']"));

        await using var db = portal.Open();
        var roadmap = await db.Roadmaps.Include(r => r.Activities).SingleAsync();
        Assert.Equal(["До 05.04.2024", "Май 2024 г."], roadmap.Activities.OrderBy(a => a.Position).Select(a => a.Term));
        Assert.True(await db.Audit.AnyAsync(a => a.Subject == "Roadmap"));

        using var workbook = new MemoryStream(await visitor.DownloadAsync($"/roadmaps/{roadmap.Id}?handler=Xlsx"));
        var again = PlanReader.Read(workbook, "план.xlsx");
        Assert.Equal(
            ["1.1 1. Раздел Совещание по итогам До 05.04.2024 УО ИМЦ протокол", "1.2 1. Раздел Семинар Май 2024 г. ИМЦ "],
            again.Activities.Select(a => $"{a.Number} {a.Section} {a.Title} {a.Term} {a.Responsible} {a.Expected}"));
        Assert.All(again.Activities, a => Assert.Empty(a.Repairs));
    }

    [Fact]
    public async Task Columns_without_known_headings_are_set_by_hand()
    {
        var visitor = await portal.VisitAsync(TestRegion.Regional);
        var page = await PreviewAsync(visitor, "что;когда\nСовещание;Март 2024\n");
        Assert.Contains("План не распознан", page.Body!.TextContent, StringComparison.Ordinal);
        var read = await visitor.SubmitAsync(page, "#columns", new() { ["Column[0]"] = "Title", ["Column[1]"] = "Term" });
        Assert.Contains("01.03.2024 – 31.03.2024", read.Body!.TextContent, StringComparison.Ordinal);
        var gone = await visitor.SubmitAsync(read, "#cancel");
        Assert.Contains("ничего не записано", gone.Body!.TextContent, StringComparison.Ordinal);
    }

    internal static async Task<IDocument> PreviewAsync(Visitor visitor, string plan)
    {
        var form = await visitor.OpenAsync("/programmes/new");
        var programme = await visitor.SubmitAsync(form, "main form", new() { ["Form.Name"] = "Помощь школам", ["Form.From"] = "2024-01-01", ["Form.To"] = "2024-12-31" });
        var upload = await visitor.OpenAsync(programme.QuerySelector("a[href$='/import']")!.GetAttribute("href")!);
        return await visitor.SubmitAsync(upload, "form[enctype]", null, ("file", "план.csv", Encoding.UTF8.GetBytes(plan)));
    }
}
