using System.Diagnostics;
using EffectiveSchool.Data.Lists;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Data.Scope;
using EffectiveSchool.Data.Setup;
using EffectiveSchool.Reports.Printing;
using EffectiveSchool.Web.Pages.Schools;

namespace EffectiveSchool.Web.Profiles;

/// <summary>Prints the profiles of an archive into its zip, seeing what its author sees.</summary>
public sealed class ProfilePrinter(IServiceProvider services, DocumentPrinter printer, PdfOptions pdf, TimeProvider clock, ILogger<ProfilePrinter> log)
{
    private static readonly TimeSpan BetweenReports = TimeSpan.FromSeconds(1);

    /// <summary>Prints an archive; one that is not waiting to be printed is left as it is.</summary>
    public async Task PrintAsync(int archiveId, CancellationToken cancellationToken)
    {
        if (await FindAsync(archiveId, cancellationToken) is not { } archive)
        {
            return;
        }

        await using var scope = AsAuthor(archive);
        await using var zip = new ProfileZip();
        if (await PrintAsync(archive, scope.ServiceProvider, zip, cancellationToken) is not { } printed)
        {
            log.LogInformation("Archive {Archive} was given up while it was printed", archiveId);
            return;
        }

        var contents = scope.ServiceProvider.GetRequiredService<FileContents>();
        await EndAsync(
            archive,
            scope.ServiceProvider,
            async own =>
            {
                var bytes = await zip.CloseAsync();
                if (own.Finish(printed, bytes.Length, clock.GetUtcNow()) is null)
                {
                    await contents.SaveAsync(own, bytes, cancellationToken);
                }
            },
            cancellationToken);
    }

    /// <summary>Ends an archive that cannot be printed: it carries the sentence.</summary>
    public async Task RefuseAsync(int archiveId, string sentence, CancellationToken cancellationToken)
    {
        if (await FindAsync(archiveId, cancellationToken) is { } archive)
        {
            await using var scope = AsAuthor(archive);
            await EndAsync(
                archive,
                scope.ServiceProvider,
                own =>
                {
                    own.Fail(sentence);
                    return Task.CompletedTask;
                },
                cancellationToken);
        }
    }

    /// <summary>Deletes what has expired.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        await using var scope = services.CreateScopeAs(AccessScope.System);
        var now = clock.GetUtcNow();
        await scope.ServiceProvider.GetRequiredService<PortalDb>().ProfileArchives.Where(a => a.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Schools are read one after another while those before them are printed. Null: the archive was given up.</summary>
    private async Task<int?> PrintAsync(ProfileArchive archive, IServiceProvider provider, ProfileZip zip, CancellationToken cancellationToken)
    {
        var db = provider.GetRequiredService<PortalDb>();
        var documents = provider.GetRequiredService<SchoolDocuments>();
        var schools = await db.ProfileSchools(archive.ListId, archive.ListedOnly, archive.MunicipalityId)
            .OrderBy(s => s.Municipality).ThenBy(s => s.Name).ThenBy(s => s.SchoolId)
            .Select(s => new { s.SchoolId, s.Code, s.Name, s.Municipality })
            .ToListAsync(cancellationToken);
        var waiting = new Queue<(string Name, Task<byte[]> Pdf)>();
        var printed = 0;
        var reported = Stopwatch.GetTimestamp();
        foreach (var school in schools)
        {
            if (await documents.FindAsync(school.SchoolId, cancellationToken) is { } document)
            {
                waiting.Enqueue((ProfileZip.NameOf(school.Municipality, school.Code, school.SchoolId, school.Name), printer.SchoolAsync(document, cancellationToken)));
            }

            if (waiting.Count > pdf.Concurrency)
            {
                await AddAsync();
            }

            if (Stopwatch.GetElapsedTime(reported) > BetweenReports)
            {
                reported = Stopwatch.GetTimestamp();
                var isPrinting = db.ProfileArchives.Where(a => a.Id == archive.Id && a.State == ArchiveState.Printing);
                if (await isPrinting.ExecuteUpdateAsync(s => s.SetProperty(a => a.Printed, printed), cancellationToken) == 0)
                {
                    await Task.WhenAll(waiting.Select(w => w.Pdf));
                    return null;
                }
            }
        }

        while (waiting.Count > 0)
        {
            await AddAsync();
        }

        return printed;

        async Task AddAsync()
        {
            var (name, task) = waiting.Dequeue();
            await zip.AddAsync(name, await task, cancellationToken);
            printed++;
        }
    }

    /// <summary>Takes the last step of an archive under a lock: whoever gives it up at the same moment comes before or after.</summary>
    private static async Task EndAsync(ProfileArchive archive, IServiceProvider provider, Func<ProfileArchive, Task> step, CancellationToken cancellationToken)
    {
        var db = provider.GetRequiredService<PortalDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockArchiveAsync(archive.Id, cancellationToken) is { } own)
        {
            await step(own);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }

    private AsyncServiceScope AsAuthor(ProfileArchive archive) => services.CreateScopeAs(AccessScope.Region(archive.RegionId), archive.AuthorId);

    private async Task<ProfileArchive?> FindAsync(int archiveId, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateScopeAs(AccessScope.System);
        return await scope.ServiceProvider.GetRequiredService<PortalDb>().ProfileArchives.AsNoTracking()
            .SingleOrDefaultAsync(a => a.Id == archiveId && a.State == ArchiveState.Printing, cancellationToken);
    }
}
