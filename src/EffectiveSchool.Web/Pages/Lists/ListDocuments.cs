using EffectiveSchool.Data.Lists;
using EffectiveSchool.Data.Scope;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Reports.Lists;
using EffectiveSchool.Web.Listing;
using EffectiveSchool.Web.Pages.Lists.Federal;

namespace EffectiveSchool.Web.Pages.Lists;

/// <summary>Reads a list once for the page, the workbook and the print; every figure is of what the reader may see.</summary>
public sealed class ListDocuments(PortalDb db, FederalLevelQuery federal, KeptCounts kept)
{
    /// <summary>The page of a list; null where the reader sees no such list.</summary>
    public async Task<ListView?> PageAsync(int id, ListFilter filter, CancellationToken cancellationToken)
    {
        if (await CoverAsync(id, cancellationToken) is not { } cover)
        {
            return null;
        }

        var chosen = Chosen(cover, filter);
        var totals = filter.IsOfRunAlone
            ? await OnceAsync(id, cover.Version, (filter.WithoutOrder(), cover.PreviousId), () => TotalsAsync(cover, chosen, cancellationToken))
            : await TotalsAsync(cover, chosen, cancellationToken);
        var rows = await Rows(filter.Order(chosen)).ToPageOfAsync(totals.Schools, filter.Page, cancellationToken: cancellationToken);
        return new ListView(
            cover,
            filter,
            rows,
            await federal.OfAsync([.. rows.Rows.Select(r => r.SchoolId)], cancellationToken),
            totals,
            cover.PreviousId is { } previous ? await OnceAsync(id, cover.Version, previous, () => ChangesAsync(id, previous, cancellationToken)) : null,
            await OnceAsync(id, cover.Version, null, () => MunicipalitiesAsync(id, cancellationToken)));
    }

    /// <summary>What the page shows on all its pages together, for the annex; null where the reader sees no such list.</summary>
    public async Task<ListDocument?> AnnexAsync(int id, ListFilter filter, CancellationToken cancellationToken)
    {
        if (await CoverAsync(id, cancellationToken) is not { } cover)
        {
            return null;
        }

        var municipality = filter.Municipality is { } chosen
            ? await db.ListSchools.Where(s => s.ListId == id && s.MunicipalityId == chosen).Select(s => s.Municipality).FirstOrDefaultAsync(cancellationToken)
            : null;
        string[] extract = [.. filter.Words(municipality)];
        var heading = extract.Length == 0 ? cover.Heading : cover.Heading with { Region = $"{cover.Heading.Region}. Отобраны: {string.Join("; ", extract)}" };
        var rows = await Rows(filter.Order(Chosen(cover, filter))).ToListAsync(cancellationToken);
        var levels = await federal.NewestAsync(cancellationToken);
        return new ListDocument(
            heading, cover.Basis.Procedures, rows.ConvertAll(r => r with { Level = levels.GetValueOrDefault(r.SchoolId) }), cover.Sources, cover.SourcesHidden)
        {
            Remarks = cover.Remarks,
        };
    }

    /// <summary>One school of a list, the cover with the sources of that school alone; null where the reader sees no such row.</summary>
    public async Task<(ListCover Cover, ListRow Row)?> SchoolAsync(int id, int schoolId, CancellationToken cancellationToken)
    {
        var school = db.ListSchools.Where(s => s.ListId == id && s.SchoolId == schoolId);
        var files = db.ListSources.Where(f => f.ListId == id && school.Any(s => s.SourceFileIds.Contains(f.FileId)));
        return await CoverAsync(id, files, cancellationToken) is { } cover && await Rows(school).SingleOrDefaultAsync(cancellationToken) is { } row
            ? (cover with { Remarks = [.. cover.Basis.Collection?.Sentences(new HashSet<string>(StringComparer.Ordinal) { row.Municipality }, ofSchool: true) ?? []] }, row)
            : null;
    }

    /// <summary>The list without its rows; null where the reader sees no such list.</summary>
    public Task<ListCover?> CoverAsync(int id, CancellationToken cancellationToken) =>
        CoverAsync(id, db.ListSources.Where(s => s.ListId == id), cancellationToken);

    private async Task<ListCover?> CoverAsync(int id, IQueryable<ListSourceFile> sources, CancellationToken cancellationToken)
    {
        var found = await db.Lists.AsNoTracking()
            .Where(l => l.Id == id)
            .Join(db.ListBases, l => l.Id, b => b.ListId, (List, Basis) => new { List, Basis })
            .Join(db.Regions, x => x.List.RegionId, r => r.Id, (x, Region) => new { x.List, x.Basis, Region, Version = EF.Property<uint>(x.List, "Version") })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var list = found.List;
        var counts = await OnceAsync(id, found.Version, null, () => CountsAsync(id, found.Basis.Methodology.LeastTrue, cancellationToken));
        var zone = TimeZoneInfo.FindSystemTimeZoneById(found.Region.TimeZone);
        var files = await sources.OrderBy(s => s.Name).ThenBy(s => s.Id).ToListAsync(cancellationToken);
        var (seen, ofSchool) = (await SeenAsync(id, cancellationToken), db.Scope.SchoolIds is not null);
        var heading = new ListHeading(
            list.Id, found.Region.Name + await WhoseAsync(cancellationToken), list.ForYear, list.ResultsYear, list.State, found.Basis.Methodology,
            list.OrderNumber, list.OrderDate, TimeZoneInfo.ConvertTime(list.RunAt, zone), list.RunSha256, counts.Schools, counts.Listed)
        {
            Edition = list.Edition,
            Enough = list.Kind == MethodologyKind.LowResults ? null : counts.Enough,
            Amends = list.AmendsId is { } amends ? await OrderAsync(db.Lists.Where(l => l.Id == amends), cancellationToken) : null,
            AmendedBy = list.State == ListState.Replaced ? await OrderAsync(db.Lists.Where(l => l.AmendsId == id).OrderBy(l => l.Edition), cancellationToken) : null,
        };
        return new ListCover(
            heading,
            list.MethodologyId,
            found.Basis,
            [.. files.Select(f => new SourceFile(f.Name, TimeZoneInfo.ConvertTime(f.AppliedAt, zone), f.Author, f.Sha256))],
            counts.OnEdge,
            counts.WithoutData,
            db.Scope.SeesAll || db.Scope.SeesRegion,
            await PreviousAsync(list, cancellationToken))
        {
            Version = found.Version,
            Remarks = [.. found.Basis.Collection?.Sentences(seen, ofSchool) ?? []],
            IsUnsure = found.Basis.Collection?.IsUnsure(seen, ofSchool) == true,
        };
    }

    /// <summary>The order of the first of these lists that has one.</summary>
    private static async Task<OrderReference?> OrderAsync(IQueryable<SchoolList> lists, CancellationToken cancellationToken) => await lists
        .Where(l => l.OrderNumber != null)
        .Select(l => new OrderReference(l.OrderNumber!, l.OrderDate, l.Edition))
        .FirstOrDefaultAsync(cancellationToken);

    /// <summary>Names of the municipalities of which the reader sees schools; null where it is all of them.</summary>
    private async Task<HashSet<string>?> SeenAsync(int id, CancellationToken cancellationToken) => db.Scope.SeesAll || db.Scope.SeesRegion
        ? null
        : [.. await db.ListSchools.Where(s => s.ListId == id).Select(s => s.Municipality).Distinct().ToListAsync(cancellationToken)];

    private static IQueryable<ListRow> Rows(IQueryable<ListSchool> rows) =>
        rows.Select(r => new ListRow(r.SchoolId, r.Code, r.Name, r.Municipality, r.Verdict, null));

    private IQueryable<ListSchool> Chosen(ListCover cover, ListFilter filter) =>
        filter.Choose(db.ListSchools.Where(s => s.ListId == cover.Heading.ListId), cover.PreviousId is { } previous ? Listed(previous) : null, db.ImportedListSchools.Select(s => s.SchoolId));

    private IQueryable<int> Listed(int listId) => db.ListSchools.Where(s => s.ListId == listId && s.Listed).Select(s => s.SchoolId);

    private Task<int?> PreviousAsync(SchoolList list, CancellationToken cancellationToken) => db.Lists
        .Where(l => l.RegionId == list.RegionId && l.Kind == list.Kind && l.ResultsYear < list.ResultsYear && (l.State == ListState.Approved || l.State == ListState.Archived))
        .OrderByDescending(l => l.ResultsYear).ThenByDescending(l => l.Id)
        .Select(l => (int?)l.Id)
        .FirstOrDefaultAsync(cancellationToken);

    /// <summary>A run never changes: whatever changes a list gives its row another version.</summary>
    private Task<T> OnceAsync<T>(int id, uint version, object? what, Func<Task<T>> count)
        where T : class => kept.OnceAsync(db.Scope, (id, version, what), count);

    private async Task<ListCounts> CountsAsync(int id, int leastTrue, CancellationToken cancellationToken) => await db.ListSchools
        .Where(s => s.ListId == id)
        .GroupBy(_ => 1)
        .Select(g => new ListCounts(g.Count(), g.Count(r => r.Listed), g.Count(r => r.PupilsToFlip <= Stability.OnEdgePupils), g.Count(r => r.WithoutData), g.Count(r => r.KnownIndicators.Count >= leastTrue)))
        .SingleOrDefaultAsync(cancellationToken) ?? new ListCounts(0, 0, 0, 0, 0);

    private async Task<IReadOnlyList<MunicipalityChoice>> MunicipalitiesAsync(int id, CancellationToken cancellationToken) => await db.ListSchools
        .Where(s => s.ListId == id)
        .GroupBy(s => new { s.MunicipalityId, s.Municipality })
        .OrderBy(g => g.Key.Municipality)
        .Select(g => new MunicipalityChoice(g.Key.MunicipalityId, g.Key.Municipality))
        .ToListAsync(cancellationToken);

    private async Task<ListChanges> ChangesAsync(int id, int previous, CancellationToken cancellationToken)
    {
        var (before, now) = (Listed(previous), Listed(id));
        return new ListChanges(
            await db.Lists.Where(l => l.Id == previous).Select(l => l.ForYear).SingleAsync(cancellationToken),
            previous,
            await now.CountAsync(s => !before.Contains(s), cancellationToken),
            await before.CountAsync(s => !now.Contains(s), cancellationToken));
    }

    private static async Task<ListTotals> TotalsAsync(ListCover cover, IQueryable<ListSchool> chosen, CancellationToken cancellationToken)
    {
        if (cover.Heading.Methodology.Kind != MethodologyKind.LowResults)
        {
            return new ListTotals(await chosen.CountAsync(cancellationToken), new Dictionary<(string, int), int>())
            {
                Holding = await chosen.SelectMany(r => r.TrueIndicators).GroupBy(n => n).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken),
                Known = await chosen.SelectMany(r => r.KnownIndicators).GroupBy(n => n).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken),
            };
        }

        var now = await chosen.SelectMany(r => r.LowInYear).GroupBy(p => p).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        var before = await chosen.SelectMany(r => r.LowInYearBefore).GroupBy(p => p).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        var year = cover.Heading.ResultsYear;
        return new ListTotals(
            await chosen.CountAsync(cancellationToken),
            now.Select(p => KeyValuePair.Create((p.Key, year), p.Count)).Concat(before.Select(p => KeyValuePair.Create((p.Key, year - 1), p.Count))).ToDictionary());
    }

    /// <summary>A part of a list says so wherever it is printed: it is not the list of the region.</summary>
    private async Task<string> WhoseAsync(CancellationToken cancellationToken) => db.Scope.Kind switch
    {
        ScopeKind.Municipality => ", " + await db.Municipalities.Where(m => m.Id == db.Scope.MunicipalityId).Select(m => m.Name).SingleAsync(cancellationToken),
        ScopeKind.Schools => ", выписка: " + RussianWords.Count(db.Scope.SchoolIds!.Count, "школа", "школы", "школ"),
        _ => "",
    };

    /// <summary>What is counted over all rows of a list.</summary>
    private sealed record ListCounts(int Schools, int Listed, int OnEdge, int WithoutData, int Enough);
}
