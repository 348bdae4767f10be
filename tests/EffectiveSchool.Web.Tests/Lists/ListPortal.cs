using EffectiveSchool.Data.Lists;
using EffectiveSchool.Domain.Identification;

namespace EffectiveSchool.Web.Tests.Lists;

/// <summary>
/// The portal with an approved list by the results of 2022, a preliminary list and a draft by those of 2023. In the last
/// two <see cref="TestRegion.OwnSchool"/> and <see cref="TestRegion.SecondSchool"/> are listed, and
/// <see cref="TestRegion.ThirdSchool"/> has left since 2022.
/// </summary>
public sealed class ListPortal : IAsyncLifetime
{
    public const int Year = 2023;

    public Portal Portal { get; } = new();

    public int Approved { get; private set; }

    public int Preliminary { get; private set; }

    public int Draft { get; private set; }

    public Task<Visitor> VisitAsync(string email) => Portal.VisitAsync(email);

    public async Task<int> SchoolAsync(string name)
    {
        await using var db = Portal.Open();
        return await db.Schools.Where(s => s.Name == name).Select(s => s.Id).SingleAsync();
    }

    public async Task InitializeAsync()
    {
        await Portal.InitializeAsync();
        await using (var db = Portal.Open())
        {
            await TestResults.PutTwoYearsAsync(db, Year);
            await TestResults.PutAsync(
                db,
                new(TestRegion.ThirdSchool, "ВПР 6 РУ", Year - 1, 50, 20),
                new(TestRegion.ThirdSchool, "ВПР 6 МА", Year - 1, 50, 20));
        }

        Approved = await AddAsync(Year - 1, ListState.Approved);
        Preliminary = await AddAsync(Year, ListState.Preliminary);
        Draft = await AddAsync(Year, ListState.Draft);
    }

    public Task DisposeAsync() => ((IAsyncLifetime)Portal).DisposeAsync();

    private async Task<int> AddAsync(int year, ListState state)
    {
        await using var db = Portal.Open();
        var region = await db.Regions.SingleAsync(r => r.Code == "90");
        var methodology = await db.Methodologies.SingleAsync(m => m.RegionId == region.Id && m.Code == "same");
        var runs = new ListRuns(db, TimeProvider.System);
        var list = new SchoolList { RegionId = region.Id, ForYear = year + 1, ResultsYear = year };
        Assert.Null(await runs.RunAsync(list, methodology, default));
        if (state != ListState.Draft)
        {
            Assert.Null(await runs.PublishAsync(list, null, default));
        }

        if (state == ListState.Approved)
        {
            Assert.Null(await runs.EndObjectionsAsync(list, "Все школы согласны.", default));
            Assert.Null(await runs.ApproveAsync(list, new Order("77-п", new DateOnly(year + 1, 1, 15)), default));
        }

        return list.Id;
    }
}
