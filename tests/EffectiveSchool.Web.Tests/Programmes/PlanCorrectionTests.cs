using EffectiveSchool.Data.Mapping;
using EffectiveSchool.Data.Roadmaps;

namespace EffectiveSchool.Web.Tests.Programmes;

public sealed class PlanCorrectionTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Words_that_need_no_reading_are_stored_with_the_rest_at_once()
    {
        var visitor = await portal.VisitAsync(TestRegion.Municipal);
        var preview = await PlanImportTests.PreviewAsync(visitor, "№;Мероприятие;Срок;Ответственный;Результат;Примечание\n1;Совещание;Март 2024;УО;протокол;важно\n");
        Assert.Contains("Столбец «Примечание» (F) не читается", preview.Body!.TextContent, StringComparison.Ordinal);
        var stored = await visitor.SubmitAsync(preview, "#apply", new() { ["Line[0].Title"] = "Совещание директоров", ["Line[0].Expected"] = "" });
        Assert.Contains("1 мероприятие, 1 срок", stored.Body!.TextContent, StringComparison.Ordinal);
        await using var db = portal.Open();
        var activity = await db.Activities.SingleAsync(a => a.Title == "Совещание директоров");
        Assert.Equal(("УО", ""), (activity.Responsible, activity.Expected));
    }

    [Fact]
    public void A_term_kept_before_other_words_could_be_corrected_is_still_read()
    {
        var lines = Json.Read<Dictionary<int, LineByHand>>("""{"1":"Май","2":[null,"Совещание",null,null]}""");
        Assert.Equal((new LineByHand("Май"), new LineByHand(Title: "Совещание")), (lines[1], lines[2]));
        Assert.Equal(lines, Json.Read<Dictionary<int, LineByHand>>(Json.Write(lines)));
    }

    [Fact]
    public async Task The_address_of_a_registry_import_that_is_over_leads_to_the_registry()
    {
        var visitor = await portal.VisitAsync(TestRegion.Regional);
        var back = await visitor.OpenMissingAsync("/schools/import/4711");
        Assert.Contains("уже записан или забыт", back.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(back.QuerySelector("main a[href='/schools']"));
    }
}
