using EffectiveSchool.Data.Lists;
using EffectiveSchool.Data.Scope;
using EffectiveSchool.Data.Setup;
using EffectiveSchool.Reports.Printing;
using EffectiveSchool.Web.Imports;

namespace EffectiveSchool.Web.Profiles;

/// <summary>Prints archives in the background, those first that a stop of the portal left unprinted, and deletes those that have expired.</summary>
public sealed class ProfileWorker(IServiceProvider services, ProfileQueue queue, ProfilePrinter printer, ILogger<ProfileWorker> log) : BackgroundService
{
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await ResumeAsync(stoppingToken);
        await Task.WhenAll(PrintQueueAsync(stoppingToken), SweepAsync(stoppingToken));
    }

    private async Task ResumeAsync(CancellationToken stoppingToken)
    {
        await using var scope = services.CreateScopeAs(AccessScope.System);
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var unprinted = db.ProfileArchives.Where(a => a.State == ArchiveState.Printing).OrderBy(a => a.Id).Select(a => a.Id);
        foreach (var archiveId in await unprinted.ToListAsync(stoppingToken))
        {
            log.LogInformation("Archive {Archive} was left unprinted and is printed again", archiveId);
            queue.Enqueue(archiveId);
        }
    }

    private async Task PrintQueueAsync(CancellationToken stoppingToken)
    {
        await foreach (var archiveId in queue.TakeAsync(stoppingToken))
        {
            await PrintAsync(archiveId, stoppingToken);
        }
    }

    /// <summary>One archive; whatever happens to it, the others are printed.</summary>
    private async Task PrintAsync(int archiveId, CancellationToken stoppingToken)
    {
        try
        {
            await printer.PrintAsync(archiveId, stoppingToken);
        }
        catch (PdfUnavailableException fault)
        {
            log.LogWarning(fault, "No pdf for archive {Archive}", archiveId);
            await RefuseAsync(archiveId, fault.Message, stoppingToken);
        }
        catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
        {
            var number = FaultNumber.New();
            log.LogError(fault, "Fault {Number}: archive {Archive} could not be printed", number, archiveId);
            await RefuseAsync(archiveId, $"Профили не напечатаны из-за ошибки портала. Начните печать ещё раз; если повторится, сообщите администратору номер {number}.", stoppingToken);
        }
    }

    private async Task RefuseAsync(int archiveId, string sentence, CancellationToken stoppingToken)
    {
        try
        {
            await printer.RefuseAsync(archiveId, sentence, stoppingToken);
        }
        catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
        {
            log.LogError(fault, "Archive {Archive} stays unprinted until the portal starts again", archiveId);
        }
    }

    private async Task SweepAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(BetweenSweeps);
        do
        {
            try
            {
                await printer.SweepAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(fault, "Expired archives stay until the next sweep");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
