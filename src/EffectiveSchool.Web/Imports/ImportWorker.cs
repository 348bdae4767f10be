using EffectiveSchool.Data.Results;
using EffectiveSchool.Data.Scope;
using EffectiveSchool.Data.Setup;

namespace EffectiveSchool.Web.Imports;

/// <summary>Reads uploaded batches in the background, those first that a stop of the portal left unread.</summary>
public sealed class ImportWorker(IServiceProvider services, ImportQueue queue, BatchReader reader, ILogger<ImportWorker> log) : BackgroundService
{
    /// <summary>A long file of one sender must not keep the others waiting.</summary>
    private const int Readers = 2;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var readers = Enumerable.Range(0, Readers).Select(_ => ReadQueueAsync(stoppingToken));
        await Task.WhenAll(readers.Append(ResumeAsync(stoppingToken)));
    }

    private async Task ReadQueueAsync(CancellationToken stoppingToken)
    {
        await foreach (var batchId in queue.TakeAsync(stoppingToken))
        {
            await ReadAsync(batchId, stoppingToken);
        }
    }

    private async Task ResumeAsync(CancellationToken stoppingToken)
    {
        List<int> unread;
        await using (var scope = services.CreateScopeAs(AccessScope.System))
        {
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            unread = await db.Batches.Where(b => b.State == BatchState.Reading).OrderBy(b => b.Id).Select(b => b.Id).ToListAsync(stoppingToken);
        }

        foreach (var batchId in unread)
        {
            log.LogInformation("Batch {Batch} was left unread and is read again", batchId);
            await ReadAsync(batchId, stoppingToken);
        }
    }

    /// <summary>One batch; whatever happens to it, the others are read.</summary>
    private async Task ReadAsync(int batchId, CancellationToken stoppingToken)
    {
        try
        {
            await reader.ReadAsync(batchId, stoppingToken);
        }
        catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
        {
            var number = FaultNumber.New();
            log.LogError(fault, "Fault {Number}: batch {Batch} could not be read", number, batchId);
            await GiveUpAsync(batchId, number, stoppingToken);
        }
        finally
        {
            queue.Finish(batchId);
        }
    }

    private async Task GiveUpAsync(int batchId, string number, CancellationToken stoppingToken)
    {
        try
        {
            await reader.RefuseAsync(batchId, FaultNumber.Sentence(number), stoppingToken);
        }
        catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
        {
            log.LogError(fault, "Fault {Number}: batch {Batch} stays unread until the portal starts again", number, batchId);
        }
    }
}
