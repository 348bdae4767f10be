using EffectiveSchool.Data.Results;
using EffectiveSchool.Data.Scope;
using EffectiveSchool.Data.Setup;

namespace EffectiveSchool.Web.Imports;

/// <summary>Reads the files of a batch into its dry run, seeing what the author sees.</summary>
public sealed class BatchReader(IServiceProvider services, ILogger<BatchReader> log)
{
    private static readonly TimeSpan BetweenReports = TimeSpan.FromSeconds(1);

    /// <summary>Reads a batch; one that is not waiting to be read is left as it is.</summary>
    public async Task ReadAsync(int batchId, CancellationToken cancellationToken)
    {
        if (await FindAuthorAsync(batchId, cancellationToken) is not { } author)
        {
            return;
        }

        await using var scope = services.CreateScopeAs(author.Scope, author.Id);
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var contents = scope.ServiceProvider.GetRequiredService<FileContents>();
        var names = await db.Files.Where(f => f.BatchId == batchId).OrderBy(f => f.Id).Select(f => new { f.Id, f.Name }).ToListAsync(cancellationToken);
        var files = new List<OpenedFile>();
        try
        {
            foreach (var file in names)
            {
                var bytes = await contents.OpenAsync(file.Id, cancellationToken) ?? throw new InvalidOperationException($"File {file.Id} has no bytes.");
                files.Add(new OpenedFile(file.Id, file.Name, bytes));
            }

            var headings = await db.HeadingsAsync(author.Scope.RegionId!.Value, author.Scope.MunicipalityId, ImportKind.Results, cancellationToken);
            var lastYear = await db.YearInAsync(author.Scope.RegionId!.Value, scope.ServiceProvider.GetRequiredService<TimeProvider>(), cancellationToken);
            var rows = new BatchRows(batchId, files, headings, lastYear, log);
            await ReadAsync(batchId, author, scope.ServiceProvider.GetRequiredService<ImportStage>(), rows, cancellationToken);
        }
        finally
        {
            foreach (var file in files)
            {
                await file.Bytes.DisposeAsync();
            }
        }
    }

    /// <summary>Ends the reading of a batch that cannot be read: every file carries the sentence.</summary>
    public async Task RefuseAsync(int batchId, string sentence, CancellationToken cancellationToken)
    {
        if (await FindAuthorAsync(batchId, cancellationToken) is not { } author)
        {
            return;
        }

        await using var scope = services.CreateScopeAs(author.Scope, author.Id);
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var files = await db.Files.Where(f => f.BatchId == batchId).Select(f => f.Id).ToListAsync(cancellationToken);
        await scope.ServiceProvider.GetRequiredService<ImportStage>()
            .FinishReadingAsync(batchId, [], () => [.. files.Select(f => new FileFindings(f, [], [], sentence))], () => 0, cancellationToken);
    }

    private async Task ReadAsync(int batchId, Author author, ImportStage stage, BatchRows rows, CancellationToken cancellationToken)
    {
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var finished = new CancellationTokenSource();
        var reporting = ReportAsync(batchId, author, rows, cancelled, finished.Token);
        try
        {
            await stage.FinishReadingAsync(batchId, rows.Read(cancelled.Token), () => rows.Findings, () => rows.RowsRead, cancelled.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            log.LogInformation("Batch {Batch} was cancelled while it was read", batchId);
        }
        finally
        {
            await finished.CancelAsync();
            await reporting;
        }
    }

    /// <summary>Writes the progress until the reading ends, and ends the reading of a batch that was given up.</summary>
    private async Task ReportAsync(int batchId, Author author, BatchRows rows, CancellationTokenSource cancelled, CancellationToken finished)
    {
        await using var scope = services.CreateScopeAs(author.Scope, author.Id);
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        using var timer = new PeriodicTimer(BetweenReports);
        try
        {
            while (await timer.WaitForNextTickAsync(finished))
            {
                var isReading = db.Batches.Where(b => b.Id == batchId && b.State == BatchState.Reading);
                if (await isReading.ExecuteUpdateAsync(s => s.SetProperty(b => b.RowsRead, rows.RowsRead), finished) == 0)
                {
                    await cancelled.CancelAsync();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The reading has ended.
        }
    }

    private async Task<Author?> FindAuthorAsync(int batchId, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateScopeAs(AccessScope.System);
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var batch = await db.Batches.Where(b => b.Id == batchId && b.State == BatchState.Reading)
            .Select(b => new { b.AuthorId, b.RegionId, b.MunicipalityId }).SingleOrDefaultAsync(cancellationToken);
        return batch is null
            ? null
            : new Author(batch.AuthorId, batch.MunicipalityId is { } municipality ? AccessScope.Municipality(batch.RegionId, municipality) : AccessScope.Region(batch.RegionId));
    }

    private sealed record Author(Guid Id, AccessScope Scope);
}
