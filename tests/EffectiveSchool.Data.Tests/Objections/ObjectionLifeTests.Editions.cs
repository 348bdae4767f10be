using EffectiveSchool.Data.Files;
using EffectiveSchool.Data.Lists;
using EffectiveSchool.Data.Objections;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Data.Scope;
using EffectiveSchool.Data.Tests.Lists;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Files;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Objections;

namespace EffectiveSchool.Data.Tests.Objections;

public sealed partial class ObjectionLifeTests
{
    [Fact]
    public async Task The_use_of_the_rule_upheld_is_approved_in_a_new_edition_alone()
    {
        int id;
        await using (var school = await OpenAsSchoolAsync())
        {
            id = (await SubmitAsync(school, Claim() with { Number = null })).Id!.Value;
        }

        await using var db = await world.OpenAsRegionAsync();
        var runs = ListWorld.Runs(db);
        var desk = new ObjectionDesk(db, TimeProvider.System);
        var objection = await db.Objections.SingleAsync(o => o.Id == id);
        Assert.Null(await desk.MoveAsync(objection, o => o.TakeUp(Region, DateTimeOffset.UtcNow), null, default));
        Assert.Null(await desk.UpholdAsync(objection, "Школа — филиал.", null, Region, NoFiles, default));
        await world.EndObjectionsAsync(list);
        var first = await db.Lists.SingleAsync(l => l.Id == list);

        // Not a figure has changed, and still it is not the list that the decision asked for.
        Assert.StartsWith($"Возражение № {id} удовлетворено", Assert.Single(await runs.ApprovalObstaclesAsync(first, default)), StringComparison.Ordinal);
        Assert.StartsWith($"Возражение № {id} удовлетворено", await runs.ApproveAsync(first, Order, default), StringComparison.Ordinal);
        Assert.Equal(ListState.Preliminary, (await OfAsync(d => d.Lists.SingleAsync(l => l.Id == list))).State);

        // An edition run on the same data says so; the region decides.
        var (edition, _) = await runs.ReviseAsync(first, await ListWorld.MethodologyAsync(db), default);
        var second = await db.Lists.SingleAsync(l => l.Id == edition);
        Assert.Equal([id], await runs.UnansweredAsync(second, default));
        Assert.Null(await runs.RunAsync(second, await ListWorld.MethodologyAsync(db, "any"), default));
        Assert.Empty(await runs.UnansweredAsync(second, default));
        await ApproveAsync(db, second, Order);
    }

    [Fact]
    public async Task A_second_list_of_the_year_is_not_approved_beside_the_one_in_force()
    {
        var approved = await world.ListAsync(ListState.Approved);
        await world.EndObjectionsAsync(list);
        await using var db = await world.OpenAsRegionAsync();
        var runs = ListWorld.Runs(db);
        var second = await db.Lists.SingleAsync(l => l.Id == list);
        Assert.Contains($"приказом от 20.02.2024 № {ListWorld.Order.Number} и действует", await runs.ApproveAsync(second, Order, default), StringComparison.Ordinal);

        // Its own edition replaces it.
        var (edition, _) = await runs.ReviseAsync(await db.Lists.SingleAsync(l => l.Id == approved), await ListWorld.MethodologyAsync(db), default);
        await ApproveAsync(db, await db.Lists.SingleAsync(l => l.Id == edition), Amendment);
    }

    [Fact]
    public async Task An_edition_thrown_away_as_a_draft_leaves_the_former_list_as_it_was()
    {
        await using var db = await world.OpenAsRegionAsync();
        var runs = ListWorld.Runs(db);
        var first = await db.Lists.SingleAsync(l => l.Id == list);
        var (edition, _) = await runs.ReviseAsync(first, await ListWorld.MethodologyAsync(db), default);
        Assert.Contains("Удалить можно только черновик", await runs.DeleteAsync(first, default), StringComparison.Ordinal);
        Assert.Null(await runs.DeleteAsync(await db.Lists.SingleAsync(l => l.Id == edition), default));

        await using var all = world.Open();
        Assert.False(await all.Lists.AnyAsync(l => l.Id == edition));
        Assert.False(await all.ListSchools.AnyAsync(s => s.ListId == edition) || await all.ListBases.AnyAsync(b => b.ListId == edition) || await all.ListSources.AnyAsync(s => s.ListId == edition));
        Assert.Equal(1, await all.Audit.CountAsync(a => a.Subject == nameof(SchoolList) && a.SubjectId == edition.ToString() && a.Action == "удалено"));
        Assert.Equal((ListState.Preliminary, first.RunSha256), await all.Lists.Where(l => l.Id == list).Select(l => new ValueTuple<ListState, string>(l.State, l.RunSha256)).SingleAsync());
        Assert.Null((await runs.ReviseAsync(first, await ListWorld.MethodologyAsync(db), default)).Refusal);
    }
}
