using EffectiveSchool.Data.Results;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Web.Listing;

namespace EffectiveSchool.Web.Pages.Results;

/// <summary>A batch in the list of uploads.</summary>
public sealed record BatchLine(int Id, DateTimeOffset CreatedAt, string Author, BatchState State, int Files, string? FirstFile, int New, int Changed, int Refused);

[Authorize(Policies.ReadUploads)]
public sealed class IndexModel(PortalDb db, Person person, CoverageQuery coverage) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Region { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    /// <summary>From the query alone: «page» is also a route value of Razor Pages.</summary>
    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<Region> Regions { get; private set; } = [];

    public Coverage Coverage { get; private set; } = new([], []);

    public YearCoverage? OfYear { get; private set; }

    public Paged<BatchLine> Batches { get; private set; } = new([], 0, 1, Paging.DefaultSize);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Regions = await db.Regions.OrderBy(r => r.Name).ToListAsync(cancellationToken);
        if (Regions.Count == 0)
        {
            return;
        }

        Region = Regions.Any(r => r.Id == Region) ? Region : Regions[0].Id;
        var regionId = Region!.Value;
        Coverage = await coverage.ByYearAsync(regionId, cancellationToken);
        if (Coverage.Years.Count > 0)
        {
            Year = Coverage.Years.Contains(Year ?? 0) ? Year : Coverage.Years[0];
            OfYear = await coverage.ByMunicipalityAsync(regionId, Year!.Value, cancellationToken);
        }

        Batches = await Sorted(db.Batches.Where(b => b.RegionId == regionId && !db.ImportedLists.Any(l => l.BatchId == b.Id) && !db.FigureUploads.Any(u => u.BatchId == b.Id)))
            .Select(b => new BatchLine(
                b.Id, b.CreatedAt, b.Author, b.State, b.Files.Count, b.Files.OrderBy(f => f.Id).Select(f => f.Name).FirstOrDefault(),
                db.ImportRows.Count(r => r.BatchId == b.Id && r.Outcome == RowOutcome.New),
                db.ImportRows.Count(r => r.BatchId == b.Id && r.Outcome == RowOutcome.Changed),
                db.ImportRows.Count(r => r.BatchId == b.Id && r.Outcome == RowOutcome.Refused)))
            .ToPageAsync(PageNumber, cancellationToken: cancellationToken);
        await CountWithoutRowsAsync(cancellationToken);
    }

    /// <summary>A moment as the region's clock shows it.</summary>
    public async Task<string> LocalAsync(DateTimeOffset moment) => BatchText.Moment(await person.LocalAsync(moment));

    /// <summary>A batch that came past the dry run keeps no rows: what its files brought was all new.</summary>
    private async Task CountWithoutRowsAsync(CancellationToken cancellationToken)
    {
        int[] empty = [.. Batches.Rows.Where(b => b is { State: BatchState.Applied, New: 0, Changed: 0, Refused: 0 }).Select(b => b.Id)];
        if (empty.Length == 0)
        {
            return;
        }

        var files = (await db.Files.Where(f => empty.Contains(f.BatchId) && !db.ImportRows.Any(r => r.BatchId == f.BatchId))
            .Select(f => new { f.BatchId, f.Sections }).ToListAsync(cancellationToken)).ToLookup(f => f.BatchId, f => f.Sections);
        Batches = Batches with { Rows = [.. Batches.Rows.Select(b => files.Contains(b.Id) ? b with { New = files[b.Id].Sum(s => s.Sum(section => section.Schools)) } : b)] };
    }

    private IQueryable<ImportBatch> Sorted(IQueryable<ImportBatch> batches) => Sort switch
    {
        "date" => batches.OrderBy(b => b.CreatedAt).ThenBy(b => b.Id),
        "author" => batches.OrderBy(b => b.Author).ThenByDescending(b => b.CreatedAt).ThenBy(b => b.Id),
        "-author" => batches.OrderByDescending(b => b.Author).ThenByDescending(b => b.CreatedAt).ThenBy(b => b.Id),
        "state" => batches.OrderBy(b => b.State).ThenByDescending(b => b.CreatedAt).ThenBy(b => b.Id),
        "-state" => batches.OrderByDescending(b => b.State).ThenByDescending(b => b.CreatedAt).ThenBy(b => b.Id),
        _ => batches.OrderByDescending(b => b.CreatedAt).ThenByDescending(b => b.Id),
    };
}
