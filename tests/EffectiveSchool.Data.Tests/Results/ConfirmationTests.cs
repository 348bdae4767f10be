using EffectiveSchool.Data.Lists;
using EffectiveSchool.Data.Scope;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Results;
using EffectiveSchool.Domain.Results.Collection;
using EffectiveSchool.Data.Results;
using static EffectiveSchool.Data.Tests.Results.ImportWorld;

namespace EffectiveSchool.Data.Tests.Results;

public sealed class ConfirmationTests(ImportWorld world) : IClassFixture<ImportWorld>
{
    [Fact]
    public async Task What_was_sent_is_confirmed_once_and_with_its_author()
    {
        var campaign = await PlanAsync(world.NextYear());
        await using var north = world.Send(world.North);
        Assert.Equal("Подтверждать нечего: не прислано ни одного результата.", await ConfirmAsync(north, campaign));
        await north.StoreAsync(Row("900001", campaign.Year, 20, 5));
        Assert.Equal("Этой процедуры в кампании нет.", await ConfirmAsync(north, campaign, "ОГЭ РУ"));
        Assert.Null(await ConfirmAsync(north, campaign));
        Assert.Equal("Данные уже подтверждены.", await ConfirmAsync(north, campaign));
        var stored = Assert.Single(await StoredAsync(campaign.Year));
        Assert.Equal(("отправитель", "нет одной школы", false, null), (stored.Author, stored.Note, stored.OnBehalf, stored.WithdrawnAt));

        await using var region = world.Send(world.Region);
        await region.StoreAsync(Row("900004", campaign.Year, 20, 5));
        Assert.Null(await region.Confirmations.ConfirmAsync(campaign, world.South.MunicipalityId!.Value, ImportWorld.Procedure, " ", "регион", CancellationToken.None));
        Assert.Contains(await StoredAsync(campaign.Year), c => c is { OnBehalf: true, Note: null });
    }

    [Fact]
    public async Task A_change_of_the_data_withdraws_the_confirmation_of_these_data_alone_and_an_undo_is_a_change_too()
    {
        var campaign = await PlanAsync(world.NextYear());
        await using var north = world.Send(world.North);
        await using var region = world.Send(world.Region);
        await region.StoreAsync(Row("900001", campaign.Year, 20, 5), Row("900004", campaign.Year, 20, 5), Row("900001", campaign.Year, 20, 5, procedure: "ВПР 5 МА"));
        Assert.Null(await ConfirmAsync(north, campaign));
        Assert.Null(await ConfirmAsync(north, campaign, "ВПР 5 МА"));
        Assert.Null(await region.Confirmations.ConfirmAsync(campaign, world.South.MunicipalityId!.Value, ImportWorld.Procedure, null, "регион", CancellationToken.None));

        Assert.Null(await region.Apply.CancelAsync(await region.StageAsync(Row("900001", campaign.Year, 20, 6)), CancellationToken.None));
        Assert.Equal(3, (await StandingAsync(campaign.Year)).Count);
        var batch = await north.StoreAsync(Row("900001", campaign.Year, 20, 6));
        Assert.Equal(2, (await StandingAsync(campaign.Year)).Count);
        var withdrawn = Assert.Single(await StoredAsync(campaign.Year), c => c.WithdrawnAt is not null);
        Assert.Equal($"загрузка № {batch}", withdrawn.WithdrawnBecause);
        await using (var db = world.OpenSystem())
        {
            Assert.Equal(
                $"подтверждение снято: данные изменены (загрузка № {batch})",
                (await db.Audit.Where(a => a.Subject == nameof(DataConfirmation) && a.SubjectId == $"{withdrawn.Id}").OrderByDescending(a => a.Id).FirstAsync()).Reason);
        }

        Assert.Null(await ConfirmAsync(north, campaign));
        Assert.Null(await north.Undo.UndoAsync(batch, CancellationToken.None));
        Assert.Contains(await StoredAsync(campaign.Year), c => c.WithdrawnBecause == $"отмена загрузки № {batch}");
        Assert.Equal(2, (await StandingAsync(campaign.Year)).Count);
    }

    [Fact]
    public async Task A_list_keeps_how_sure_its_data_were_when_it_was_run()
    {
        // Far from the campaigns of the other tests: the year before has none.
        var campaign = await PlanAsync(world.NextYear() + 100);
        await using var region = world.Send(world.Region);
        await region.StoreAsync(
            Row("900001", campaign.Year, 20, 5) with { Figures = new StagedFigures(20, 5, Version: ResultVersion.Preliminary) },
            Row("900004", campaign.Year, 20, 5),
            Row("900004", campaign.Year - 1, 20, 5));
        await using var north = world.Send(world.North);
        Assert.Null(await ConfirmAsync(north, campaign));
        var runs = new ListRuns(region.Db, TimeProvider.System);
        var methodology = await region.Db.Methodologies.FirstAsync(m => m.Code == "same");
        var list = new SchoolList { RegionId = campaign.RegionId, ResultsYear = campaign.Year, ForYear = campaign.Year + 1 };
        Assert.Null(await runs.RunAsync(list, methodology, CancellationToken.None));
        var sha = list.RunSha256;
        Assert.Equal(
            [$"Данные за {campaign.Year} год не подтверждены: {TestRegion.South} — {ImportWorld.Procedure}.", $"За {campaign.Year - 1} год кампании сбора не было: подтверждений не запрашивали.",
                "Предварительных результатов, на которых стоит перечень: 1."],
            await SaidAsync(list.Id));

        Assert.Null(await region.Confirmations.ConfirmAsync(campaign, world.South.MunicipalityId!.Value, ImportWorld.Procedure, null, "регион", CancellationToken.None));
        Assert.Contains(TestRegion.South, (await SaidAsync(list.Id))[0], StringComparison.Ordinal);
        Assert.Null(await runs.RunAsync(list, methodology, CancellationToken.None));
        Assert.DoesNotContain("не подтверждены", string.Join(' ', await SaidAsync(list.Id)), StringComparison.Ordinal);
        Assert.Equal(sha, list.RunSha256);
    }

    private async Task<List<string>> SaidAsync(int listId)
    {
        await using var db = world.OpenSystem();
        return [.. (await db.ListBases.SingleAsync(b => b.ListId == listId)).Collection!.Sentences()];
    }

    private async Task<CollectionCampaign> PlanAsync(int year)
    {
        await using var db = TestRegion.Open(world.Database, world.Region, Guid.CreateVersion7());
        var campaign = new CollectionCampaign { RegionId = world.Region.RegionId!.Value, Year = year };
        Assert.Null(campaign.Plan("Сбор", [new(ImportWorld.Procedure, new DateOnly(year, 12, 1)), new("ВПР 5 МА", new DateOnly(year, 12, 1))], new HashSet<string>()));
        db.Campaigns.Add(campaign);
        await db.SaveChangesAsync();
        return campaign;
    }

    private Task<string?> ConfirmAsync(Sender sender, CollectionCampaign campaign, string procedure = ImportWorld.Procedure) =>
        sender.Confirmations.ConfirmAsync(campaign, world.North.MunicipalityId!.Value, procedure, "нет одной школы", "отправитель", CancellationToken.None);

    private async Task<List<DataConfirmation>> StoredAsync(int year)
    {
        await using var db = world.OpenSystem();
        return await db.Confirmations.Where(c => c.Year == year).OrderBy(c => c.Id).ToListAsync();
    }

    private async Task<List<DataConfirmation>> StandingAsync(int year) => [.. (await StoredAsync(year)).Where(c => c.WithdrawnAt is null)];
}
