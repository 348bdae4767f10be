using EffectiveSchool.Data.Results;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Results;
using EffectiveSchool.Web.Listing;

namespace EffectiveSchool.Web.Pages.Results;

/// <summary>A file of a batch with what was recognised in it.</summary>
/// <param name="HasBytes">The file itself is kept; figures that came by another way, as the demo region's, have none.</param>
public sealed record UploadFile(
    int Id, string Name, string Sha256, int Size, bool HasBytes, bool IsReplaced, List<RecognisedSection> Sections, List<string> Warnings, string? Refusal);

/// <summary>A batch as its page shows it.</summary>
public sealed record UploadView(
    int Id, int RegionId, int? MunicipalityId, BatchState State, string Author, DateTimeOffset CreatedAt, DateTimeOffset? AppliedAt, DateTimeOffset? UndoneAt, int RowsRead,
    IReadOnlyList<UploadFile> Files, int New, int Changed, int Same, int Refused)
{
    public int ToStore => New + Changed;

    /// <summary>The batch may replace results of a later version.</summary>
    public bool ReplacesLater { get; init; }

    /// <summary>Rows refused because a later version is stored.</summary>
    public int Earlier { get; init; }

    /// <summary>Accepted rows whose code and name are of different schools (<see cref="NameDoubts"/>), each told once, the first of them.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];

    /// <summary>How many such rows there are.</summary>
    public int Doubted { get; init; }

    /// <summary>The rows are kept; those of the demo region's batch, say, came past the dry run.</summary>
    public bool HasRows => New + Changed + Same + Refused > 0;

    /// <summary>What was stored: of a batch without rows as many results as its files brought.</summary>
    public int Stored => HasRows ? ToStore : Files.Sum(f => f.Sections.Sum(s => s.Schools));

    /// <summary>There is something to take back.</summary>
    public bool MayBeUndone => State == BatchState.Applied && ToStore > 0;

    public int Unread => Files.Count(f => f.Refusal is not null);

    public int Of(RowOutcome outcome) => outcome switch
    {
        RowOutcome.New => New,
        RowOutcome.Changed => Changed,
        RowOutcome.Same => Same,
        _ => Refused,
    };

    /// <summary>«ВПР 5 МА, ВПР 5 РУ; 2020, 2021»; empty where nothing was.</summary>
    public string Recognised
    {
        get
        {
            RecognisedSection[] sections = [.. Files.SelectMany(f => f.Sections)];
            return sections.Length == 0 ? "" : string.Join(", ", sections.Select(s => s.Procedure).Distinct(StringComparer.Ordinal)) + "; "
                + string.Join(", ", sections.Select(s => s.Year).Distinct().Order());
        }
    }
}

/// <summary>A row of a file beside what is stored.</summary>
public sealed record UploadRow(
    long Id, string File, string? Sheet, int? Row, string? Cell, string AsWritten, string? Municipality, string? Code, int? SchoolId, string? School,
    string? Procedure, int? Year, int? Participants, int? Failed, int? Twos, int? Threes, int? Fours, int? Fives, decimal? MeanScore, bool? PublishedMarker,
    string? Before, string? Reason, string? WhatToDo)
{
    /// <summary>«ВПР-2026-РУ-5.xlsx, лист «РУ 5»»: the cell or row stands apart.</summary>
    public string Place => File + (Sheet is null ? "" : $", лист «{Sheet}»");

    public string? Address => Cell ?? (Row is { } row ? $"строка {row}" : null);

    /// <summary>In the words of <see cref="Before"/>.</summary>
    public string After => Lowered is { } lowered ? $"понизили {lowered}, подтвердили {Confirmed}, повысили {Raised}" : PublishedMarker is { } low
        ? string.Join(" · ", new[] { $"маркер {(low ? 1 : 0)}", VersionName }.OfType<string>())
        : string.Join(" · ", new[]
        {
            $"{Failed} из {Participants}",
            Twos is null && Threes is null && Fours is null && Fives is null ? null : "отметки " + string.Join('/', new[] { Twos, Threes, Fours, Fives }.OfType<int>()),
            MeanScore is { } mean ? "средний балл " + mean.ToString("0.###", RussianCulture.Value) : null,
            VersionName,
        }.OfType<string>());

    /// <summary>Of a row that compares marks with the journal.</summary>
    public int? Lowered { get; init; }

    public int? Confirmed { get; init; }

    public int? Raised { get; init; }

    /// <summary>The figures in a narrow cell: a row of results has its failed alone.</summary>
    public bool IsPlainResult => PublishedMarker is null && Lowered is null;

    /// <summary>A person may say which school it is: the figures were read, and only the school is unknown.</summary>
    public bool MayBeMatched { get; init; }

    public ResultVersion? Version { get; init; }

    /// <summary>Null where the file names no version.</summary>
    public string? VersionName => Version is null ? null : Version.RussianName();

    /// <summary>Kinds the code may be of, as the registry names them.</summary>
    public string[] CodeKinds { get; init; } = [];
}

/// <summary>Reads a batch and pages of its rows.</summary>
public sealed class UploadQuery(PortalDb db)
{
    private const int MostDoubts = 20;

    public async Task<UploadView?> FindAsync(int id, CancellationToken cancellationToken)
    {
        var batch = await db.Batches.AsNoTracking().Include(b => b.Files).SingleOrDefaultAsync(b => b.Id == id && !db.ImportedLists.Any(l => l.BatchId == id) && !db.FigureUploads.Any(u => u.BatchId == id), cancellationToken);
        if (batch is null)
        {
            return null;
        }

        var kept = await db.FileContents.Where(c => db.Files.Any(f => f.Id == c.FileId && f.BatchId == id)).Select(c => c.FileId).ToHashSetAsync(cancellationToken);
        var tallies = await db.ImportRows.Where(r => r.BatchId == id).GroupBy(r => r.Outcome)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var doubted = db.ImportRows.Where(r => r.BatchId == id && batch.State == BatchState.Checked
            && (r.Outcome == RowOutcome.New || r.Outcome == RowOutcome.Changed) && r.Reason!.StartsWith(NameDoubts.Mark));
        return new UploadView(
            batch.Id, batch.RegionId, batch.MunicipalityId, batch.State, batch.Author, batch.CreatedAt, batch.AppliedAt, batch.UndoneAt, batch.RowsRead,
            [.. batch.Files.OrderBy(f => f.Id).Select(f => new UploadFile(f.Id, f.Name, f.Sha256, f.Size, kept.Contains(f.Id), f.IsReplaced, f.Sections, f.Warnings, f.Refusal))],
            tallies.GetValueOrDefault(RowOutcome.New), tallies.GetValueOrDefault(RowOutcome.Changed),
            tallies.GetValueOrDefault(RowOutcome.Same), tallies.GetValueOrDefault(RowOutcome.Refused))
        {
            Doubted = await doubted.CountAsync(cancellationToken),
            Doubts = await doubted.Select(r => r.Reason!).Distinct().Order().Take(MostDoubts).ToListAsync(cancellationToken),
            ReplacesLater = batch.ReplacesLater,
            Earlier = await db.ImportRows.CountAsync(r => r.BatchId == id && r.Outcome == RowOutcome.Refused && r.RefusalKind == RefusalKind.EarlierVersion, cancellationToken),
        };
    }

    public Task<Paged<UploadRow>> PageAsync(int id, RowOutcome outcome, int page, CancellationToken cancellationToken) =>
        Rows(id, outcome).ToPageAsync(page, cancellationToken: cancellationToken);

    public async Task<UploadRow?> FindRowAsync(int id, long rowId, CancellationToken cancellationToken) =>
        await Rows(db.ImportRows.Where(r => r.BatchId == id && r.Id == rowId)).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Rows of one outcome in the order of the files.</summary>
    public IQueryable<UploadRow> Rows(int id, RowOutcome outcome) => Rows(db.ImportRows.Where(r => r.BatchId == id && r.Outcome == outcome));

    private IQueryable<UploadRow> Rows(IQueryable<ImportRow> rows) =>
        from row in rows
        join file in db.Files on row.FileId equals file.Id
        join school in db.Schools on row.SchoolId equals school.Id into schools
        from school in schools.DefaultIfEmpty()
        join procedure in db.Procedures on row.ProcedureId equals procedure.Id into procedures
        from procedure in procedures.DefaultIfEmpty()
        orderby row.FileId, row.Id
        select new UploadRow(
            row.Id, file.Name, row.Sheet, row.Row, row.Cell, row.AsWritten, row.Municipality, row.Code, row.SchoolId, school.Name,
            procedure.Code, row.Year, row.Participants, row.Failed, row.Twos, row.Threes, row.Fours, row.Fives, row.MeanScore, row.PublishedMarker,
            row.Before, row.Reason, row.WhatToDo)
        {
            MayBeMatched = row.RefusalKind == RefusalKind.UnknownSchool,
            CodeKinds = row.CodeKinds,
            Lowered = row.Lowered,
            Confirmed = row.Confirmed,
            Raised = row.Raised,
            Version = row.Version,
        };
}
