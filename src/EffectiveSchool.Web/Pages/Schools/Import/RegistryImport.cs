using EffectiveSchool.Data.Registry;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Imports.Registry;
using EffectiveSchool.Web.Imports;
using Npgsql;

namespace EffectiveSchool.Web.Pages.Schools.Import;

/// <summary>The import of a registry: kept file → dry run → one transaction.</summary>
public sealed class RegistryImport(PortalDb db, Person person, TimeProvider clock)
{
    /// <summary>Registries are small: 2 000 schools take half a megabyte.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    private const string ChangedMeanwhile = "Пока вы смотрели, реестр изменился. Проверка обновлена — посмотрите её ещё раз.";

    /// <summary>Keeps a file until it is confirmed; an earlier one of the same person gives way.</summary>
    public async Task<RegistryUpload> KeepAsync(string fileName, byte[] bytes, CancellationToken cancellationToken)
    {
        var region = await person.RegionAsync() ?? throw new InvalidOperationException("The person who imports has no region.");
        await db.RegistryUploads.Where(u => u.AuthorId == person.Id).ExecuteDeleteAsync(cancellationToken);
        var upload = new RegistryUpload
        {
            RegionId = region.Id,
            AuthorId = person.Id,
            FileName = fileName.Length > 300 ? fileName[^300..] : fileName,
            Bytes = bytes,
            CreatedAt = clock.GetUtcNow(),
        };
        db.RegistryUploads.Add(upload);
        await db.SaveChangesAsync(cancellationToken);
        return upload;
    }

    /// <summary>The person's own file that waits for confirmation, or null.</summary>
    public async Task<RegistryUpload?> FindAsync(int id, CancellationToken cancellationToken) =>
        await db.RegistryUploads.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id && u.AuthorId == person.Id, cancellationToken);

    public async Task ForgetAsync(int id, CancellationToken cancellationToken) =>
        await db.RegistryUploads.Where(u => u.Id == id && u.AuthorId == person.Id).ExecuteDeleteAsync(cancellationToken);

    private async Task<SchoolFile> ReadAsync(RegistryUpload upload, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream(upload.Bytes, writable: false);
        return SchoolFileReader.Read(stream, upload.FileName, null, cancellationToken, await db.HeadingsAsync(upload.RegionId, null, ImportKind.Registry, cancellationToken));
    }

    /// <summary>What confirming would do; stores nothing.</summary>
    public async Task<RegistryPlan> PlanAsync(RegistryUpload upload, CancellationToken cancellationToken)
    {
        var schools = await Schools(upload.RegionId).AsNoTracking().ToListAsync(cancellationToken);
        var municipalities = await Municipalities(upload.RegionId).AsNoTracking().ToListAsync(cancellationToken);
        return new RegistryPlanner(await ReadAsync(upload, cancellationToken), schools, municipalities).Plan();
    }

    /// <summary>Stores what the dry run showed, all of it or nothing. Returns a refusal, or null with the plan that was stored.</summary>
    public async Task<(string? Refusal, RegistryPlan? Plan)> ApplyAsync(int id, string shown, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await FindAsync(id, cancellationToken) is not { } upload)
        {
            return ("Этот файл уже записан или заменён другим.", null);
        }

        // Two imports of a region one after the other: the second sees what the first has stored.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('registry-import'), {upload.RegionId})", cancellationToken);
        var planner = new RegistryPlanner(
            await ReadAsync(upload, cancellationToken),
            await Schools(upload.RegionId).ToListAsync(cancellationToken),
            await Municipalities(upload.RegionId).ToListAsync(cancellationToken));
        var plan = planner.Plan();
        if (plan.Hash != shown)
        {
            return (ChangedMeanwhile, null);
        }

        if (!plan.HasWork)
        {
            return ("Записывать нечего: новых и изменённых школ нет.", null);
        }

        var reason = $"импорт реестра «{upload.FileName}»";
        try
        {
            await StoreAsync(planner, upload.RegionId, reason, cancellationToken);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // A form gave one of the codes to a school meanwhile.
            db.ChangeTracker.Clear();
            return (ChangedMeanwhile, null);
        }

        await ForgetAsync(id, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (null, plan);
    }

    private async Task StoreAsync(RegistryPlanner planner, int regionId, string reason, CancellationToken cancellationToken)
    {
        var today = await person.TodayAsync();
        foreach (var place in planner.Municipalities)
        {
            place.Stored ??= db.Municipalities.Add(new Municipality { RegionId = regionId, Name = place.Name }).Entity;
            place.Stored.FisOkoCode = place.Code;
        }

        await SaveAsync(reason, cancellationToken);
        foreach (var placed in planner.Placed)
        {
            Fill(placed, [.. planner.FieldsOf(placed)], regionId, today);
        }

        await SaveAsync(reason, cancellationToken);
        foreach (var placed in planner.Placed.Where(p => p.Row.HeadCode is not null))
        {
            if (placed.School!.BecomeBranchOf((placed.Head ?? placed.HeadInFile!.School)!) is { } refusal)
            {
                throw new InvalidOperationException(refusal);
            }
        }

        await SaveAsync(reason, cancellationToken);
    }

    private void Fill(PlacedRow placed, IReadOnlyList<RegistryField> fields, int regionId, DateOnly today)
    {
        var row = placed.Row;
        placed.School ??= db.Schools.Add(new School { RegionId = regionId, Name = row.Name }).Entity;
        if (placed.Place is { } place)
        {
            placed.School.MunicipalityId = place.Stored!.Id;
        }

        foreach (var field in fields.Where(f => f.Change(placed.School, row) is not null))
        {
            field.Set(placed.School, row, today);
        }
    }

    private async Task SaveAsync(string reason, CancellationToken cancellationToken)
    {
        db.Reason = reason;
        await db.SaveChangesAsync(cancellationToken);
    }

    private IQueryable<School> Schools(int regionId) => db.Schools.Where(s => s.RegionId == regionId).Include(s => s.Codes).Include(s => s.FormerNames).OrderBy(s => s.Id);

    private IQueryable<Municipality> Municipalities(int regionId) => db.Municipalities.Where(m => m.RegionId == regionId).OrderBy(m => m.Id);
}
