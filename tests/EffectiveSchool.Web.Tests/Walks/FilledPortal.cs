namespace EffectiveSchool.Web.Tests.Walks;

/// <summary>A portal with rows in every table, and plausible values for the places in its routes.</summary>
public sealed class FilledPortal : IAsyncLifetime
{
    public Portal Portal { get; } = new();

    public TestRecords Records { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await Portal.InitializeAsync();
        Records = await TestRecords.AddAsync(Portal.Database);
    }

    public Task DisposeAsync() => ((IAsyncLifetime)Portal).DisposeAsync();

    /// <summary>The template with its places filled in: things of the north, which every role of the region sees if it may.</summary>
    public string AddressOf(string route)
    {
        // The first line whose text occurs in the route tells what its {id} is.
        (string Begins, object Id)[] ids =
        [
            ("/schools/", Records.OwnSchool),
            ("/lists/federal/", Records.FederalList),
            ("/lists/published/", Records.PublishedMatrix),
            ("/lists/", Records.PublishedList),
            ("/curators/schools/", Records.OwnSchool),
            ("/curators/assignments/", Records.Curators.Assignment),
            ("/curators/agreements/", Records.Curators.Agreement),
            ("/curators/visits/", Records.Curators.Visit),
            ("/curators/", Records.Curators.Curator),
            ("/methodologies/", Records.Methodology),
            ("/results/uploads/", Records.NorthBatch),
            ("/results/campaigns/", Records.Campaign),
            ("/results/figures/", Records.FigureUpload),
            ("/results/files/", Records.NorthFile),
            ("/files/", Records.OwnFile),
            ("/objections/", Records.OwnObjection),
            ("/programmes/", Records.Programme),
            ("/roadmaps/imports/", Records.RoadmapUpload),
            ("/roadmaps/activities/", Records.Activity),
            ("/roadmaps/", Records.Roadmap),
            ("/works/", Records.OwnWork),
            ("/events/", Records.OwnEvent),
            ("/reports/execution/", Records.OwnReport),
            ("/monitoring/rounds/", Records.Monitoring.Round),
            ("/monitoring/submissions/", Records.Monitoring.Submission),
            ("/monitoring/", Records.Monitoring.Cycle),
            ("/publications/sites/checks/", Records.Monitoring.SiteCheck),
            ("/publications/sites/", Records.Monitoring.SiteRound),
            ("/publications/", Records.Monitoring.Publication),
            ("/meetings/groups/", Records.Monitoring.Group),
            ("/meetings/", Records.Monitoring.Meeting),
            ("/admin/users/import/", Records.UserUpload),
            ("/admin/users/", Records.SpareUser),
            ("/admin/reference/regions/", Records.RegionId),
        ];
        (string Place, object Value)[] places =
        [
            .. ids.Where(i => route.StartsWith(i.Begins, StringComparison.Ordinal)).Take(1).SelectMany(i => new[] { ("{id:int}", i.Id), ("{id:guid}", i.Id) }),
            ("{year:int}", TestRecords.Year),
            ("{schoolId:int}", Records.OwnSchool),
            ("{token}", "aaaaa-bbbbb-ccccc-ddddd-eeeee"),
            ("{municipality:int}", Records.MunicipalityId),
            ("{row:long}", Records.NorthRow),
            ("{file:int}", Records.NorthFile),
            ("{key}", "results"),
            ("{code:int}", 404),
            ("{secret}", "no-such-secret"),
            ("{**path}", "no-such-page"),
        ];
        var address = places.Aggregate(route, (text, place) => text.Replace(place.Place, place.Value.ToString(), StringComparison.Ordinal));
        Assert.False(address.Contains('{', StringComparison.Ordinal), $"No value for a place of {route}: add one to FilledPortal.");
        return address;
    }
}
