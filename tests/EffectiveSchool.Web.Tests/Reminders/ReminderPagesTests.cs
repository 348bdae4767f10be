using EffectiveSchool.Data.Results;
using Microsoft.AspNetCore.Mvc.Testing;

namespace EffectiveSchool.Web.Tests.Reminders;

/// <summary>Open work on the first screen, and what a person chooses about reminders.</summary>
public sealed class ReminderPagesTests(Portal portal) : IClassFixture<Portal>
{
    private static readonly SetClock Clock = new() { Now = new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.FromHours(7)) };

    [Theory]
    [InlineData(TestRegion.Principal, "Просрочено 1", TestRegion.OwnSchool)]
    [InlineData(TestRegion.Curator, "Просрочено 1", TestRegion.OwnSchool)]
    [InlineData(TestRegion.Municipal, "Просрочено 1", TestRegion.OwnSchool)]
    [InlineData(TestRegion.OtherMunicipal, "Просрочено 1", TestRegion.SouthSchool)]
    [InlineData(TestRegion.Regional, "Просрочено 1", TestRegion.SouthSchool)]
    [InlineData(TestRegion.Observer, "Просрочено 1", TestRegion.SouthSchool)]
    public async Task The_first_screen_says_what_the_letter_says(string email, string heading, string school)
    {
        await using var running = portal.WithReports(1, Clock);
        var person = new Visitor(running.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri("https://localhost") }));
        await person.SignInAsync(email, TestRegion.Password);
        var due = (await person.OpenAsync("/")).QuerySelector("section[aria-labelledby=due]")!;
        Assert.Contains(due.QuerySelectorAll("h3"), h => Words(h) == heading);
        var line = Words(due.QuerySelectorAll("li").First());
        Assert.Contains(GivenReports.Title, line, StringComparison.Ordinal);
        Assert.Contains($"{school}; срок ", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_checked_upload_waits_for_its_sender_alone_and_the_link_leads_to_it()
    {
        int batch;
        await using (var db = portal.Open())
        {
            var south = await db.Municipalities.SingleAsync(m => m.Name == TestRegion.South);
            var stored = new ImportBatch
            {
                RegionId = south.RegionId, MunicipalityId = south.Id, AuthorId = Guid.CreateVersion7(), Author = "проверка", CreatedAt = DateTimeOffset.UtcNow, State = BatchState.Checked,
            };
            stored.Files.Add(new ImportFile { RegionId = south.RegionId, MunicipalityId = south.Id, Name = "ВПР.xlsx", Sha256 = new string('0', 64), Size = 1 });
            db.Batches.Add(stored);
            await db.SaveChangesAsync();
            batch = stored.Id;
            db.ImportRows.Add(new ImportRow { BatchId = batch, FileId = stored.Files[0].Id, Outcome = RowOutcome.New, AsWritten = "СОШ" });

            // One whose file could not be read brings nothing to store, and waits for nobody.
            var unread = new ImportBatch
            {
                RegionId = south.RegionId, MunicipalityId = south.Id, AuthorId = Guid.CreateVersion7(), Author = "проверка", CreatedAt = DateTimeOffset.UtcNow, State = BatchState.Checked,
            };
            unread.Files.Add(new ImportFile { RegionId = south.RegionId, MunicipalityId = south.Id, Name = "bomb.xlsx", Sha256 = new string('1', 64), Size = 1, Refusal = "Файл повреждён." });
            db.Batches.Add(unread);
            await db.SaveChangesAsync();
        }

        var sender = await portal.VisitAsync(TestRegion.OtherMunicipal);
        var overview = await sender.OpenAsync("/");
        Assert.DoesNotContain("bomb.xlsx", overview.Body!.TextContent, StringComparison.Ordinal);
        var link = overview.QuerySelector("ul.due a")!;
        Assert.Equal("Запишите или оставьте проверенную загрузку «ВПР.xlsx»", link.TextContent);
        Assert.NotNull((await sender.OpenAsync(link.GetAttribute("href")!)).QuerySelector("h1"));
        foreach (var other in new[] { TestRegion.Regional, TestRegion.Municipal, TestRegion.Principal, TestRegion.Observer })
        {
            Assert.Null((await (await portal.VisitAsync(other)).OpenAsync("/")).QuerySelector($"ul.due a[href='/results/uploads/{batch}']"));
        }
    }

    [Fact]
    public async Task Letters_are_switched_off_and_on_on_the_page_and_an_unset_mail_is_said()
    {
        var person = await portal.VisitAsync(TestRegion.Curator);
        var page = await person.OpenAsync("/account/reminders");
        Assert.Contains("Приходит в 08:00 по будням.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Почта на этом портале не настроена", page.Body.TextContent, StringComparison.Ordinal);

        page = await person.SubmitAsync(page, "form[action*=Letter]");
        Assert.Equal("отключено вами", page.QuerySelector("section[aria-labelledby=letter] .pill")!.TextContent);
        page = await person.SubmitAsync(page, "form[action*=Letter]");
        Assert.Equal("включено", page.QuerySelector("section[aria-labelledby=letter] .pill")!.TextContent);
    }

    [Fact]
    public async Task The_hour_of_the_letters_is_reference_data_of_the_region()
    {
        await using var db = portal.Open();
        var region = await db.Regions.SingleAsync(r => r.Code == "91");
        var admin = await portal.VisitAsync(TestRegion.Administrator);
        var page = await admin.OpenAsync($"/admin/reference/regions/{region.Id}");
        await admin.SubmitAsync(page, "form.card", new() { ["Form.DigestAt"] = "06:30", ["Form.DigestOnWeekends"] = "true" });
        await db.Entry(region).ReloadAsync();
        Assert.Equal((new TimeOnly(6, 30), true), (region.DigestAt, region.DigestOnWeekends));
        await admin.SubmitAsync(await admin.OpenAsync($"/admin/reference/regions/{region.Id}"), "form.card", new() { ["Form.DigestAt"] = "00:00", ["Form.DigestOnWeekends"] = "false" });
        await db.Entry(region).ReloadAsync();
        Assert.Equal((TimeOnly.MinValue, false), (region.DigestAt, region.DigestOnWeekends));
    }

    private static string Words(AngleSharp.Dom.INode node) => string.Join(' ', node.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
