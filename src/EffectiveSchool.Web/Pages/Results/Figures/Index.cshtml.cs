using EffectiveSchool.Data.Results;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results;
using EffectiveSchool.Reports.Lists;
using EffectiveSchool.Web.Listing;
using EffectiveSchool.Web.Pages.Schools;

namespace EffectiveSchool.Web.Pages.Results.Figures;

/// <summary>A school with its standing figures of a year.</summary>
public sealed record FigureLine(int SchoolId, string School, string Municipality, IReadOnlyDictionary<SchoolFigureKind, (int Value, ResultSource Source)> Values);

/// <summary>A file of figures.</summary>
public sealed record UploadLine(int Id, string File, string Author, DateTimeOffset At, bool IsApplied, bool IsUndone);

/// <summary>What is known of schools beside their results, by year, and the files it came from.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class IndexModel(PortalDb db, Person person) : PageModel
{
    private const int MostUploads = 50;

    public bool MayUpload => person.May(Policies.UploadResults);

    public bool MayReadUploads => person.May(Policies.ReadUploads);

    public IReadOnlyList<int> Years { get; private set; } = [];

    public int Year { get; private set; }

    public string? Q { get; private set; }

    public Paged<FigureLine> Schools { get; private set; } = new([], 0, 1, Paging.DefaultSize);

    /// <summary>How many of the schools chosen have each figure.</summary>
    public IReadOnlyDictionary<SchoolFigureKind, int> Told { get; private set; } = new Dictionary<SchoolFigureKind, int>();

    public IReadOnlyList<UploadLine> Uploads { get; private set; } = [];

    public IReadOnlyList<SourceFile> Sources { get; private set; } = [];

    public async Task OnGetAsync(int? year, string? q, [FromQuery(Name = "page")] int number, CancellationToken cancellationToken)
    {
        Years = await db.Standing().Select(f => f.Year).Distinct().OrderByDescending(y => y).ToListAsync(cancellationToken);
        Year = year is { } asked && Years.Contains(asked) ? asked : Years.FirstOrDefault();
        Q = q;
        var standing = db.Standing().Where(f => f.Year == Year);
        var schools = db.Schools.Where(s => s.Status == SchoolStatus.Active);
        schools = schools.Asked(q);

        var rows = await schools.OrderBy(s => db.Municipalities.Where(m => m.Id == s.MunicipalityId).Select(m => m.Name).FirstOrDefault()).ThenBy(s => s.Name).ThenBy(s => s.Id)
            .Select(s => new { s.Id, s.Name, Municipality = db.Municipalities.Where(m => m.Id == s.MunicipalityId).Select(m => m.Name).FirstOrDefault() ?? "" })
            .ToPageAsync(number, cancellationToken: cancellationToken);
        var ids = rows.Rows.Select(r => r.Id).ToList();
        var figures = (await standing.Where(f => ids.Contains(f.SchoolId))
            .Select(f => new { f.SchoolId, f.Kind, f.Value, f.Sheet, f.Row, File = db.Files.Where(x => x.Id == f.FileId).Select(x => x.Name).FirstOrDefault() })
            .ToListAsync(cancellationToken)).ToLookup(f => f.SchoolId);
        Schools = new Paged<FigureLine>(
            [.. rows.Rows.Select(r => new FigureLine(r.Id, r.Name, r.Municipality, figures[r.Id].ToDictionary(f => f.Kind, f => (f.Value, new ResultSource(f.File ?? "файл другого отправителя", f.Sheet, f.Row)))))],
            rows.Total, rows.Page, rows.Size);
        Told = await standing.Where(f => schools.Any(s => s.Id == f.SchoolId)).GroupBy(f => f.Kind).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        await ReadSourcesAsync(standing, cancellationToken);
        Uploads = MayReadUploads ? await UploadsAsync(cancellationToken) : [];
    }

    private async Task ReadSourcesAsync(IQueryable<SchoolFigure> standing, CancellationToken cancellationToken)
    {
        var ids = await standing.Select(f => f.FileId).Distinct().ToListAsync(cancellationToken);
        var origins = await db.FileOriginsAsync([.. ids], cancellationToken);
        var files = await db.Files.AsNoTracking().Where(f => ids.Contains(f.Id)).OrderBy(f => f.Id).ToListAsync(cancellationToken);
        var sources = new List<SourceFile>();
        foreach (var file in files)
        {
            if (origins.GetValueOrDefault(file.Id) is { } origin)
            {
                sources.Add(new SourceFile(file.Name, await person.LocalAsync(origin.AppliedAt), origin.Author, file.Sha256));
            }
        }

        Sources = sources;
    }

    private async Task<IReadOnlyList<UploadLine>> UploadsAsync(CancellationToken cancellationToken)
    {
        var uploads = await (
            from upload in db.FigureUploads
            join file in db.Files on upload.FileId equals file.Id
            join batch in db.Batches on upload.BatchId equals batch.Id
            orderby upload.Id descending
            select new UploadLine(upload.Id, file.Name, batch.Author, batch.CreatedAt, upload.AppliedAt != null, upload.UndoneAt != null))
            .Take(MostUploads).ToListAsync(cancellationToken);
        var local = new List<UploadLine>();
        foreach (var upload in uploads)
        {
            local.Add(upload with { At = await person.LocalAsync(upload.At) });
        }

        return local;
    }
}
