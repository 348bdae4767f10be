using EffectiveSchool.Data.Lists;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Web.Profiles;
using FluentValidation;

namespace EffectiveSchool.Web.Pages.Lists;

public sealed record ProfilesForm
{
    public const string Listed = "listed";
    public const string All = "all";

    /// <summary>listed, all.</summary>
    public string? Which { get; init; }

    public int? Municipality { get; init; }
}

public sealed class ProfilesFormValidator : AbstractValidator<ProfilesForm>
{
    public ProfilesFormValidator() =>
        RuleFor(f => f.Which).Must(w => w is ProfilesForm.Listed or ProfilesForm.All).WithMessage("Выберите, профили каких школ напечатать.");
}

/// <summary>An archive as the page shows it; times are of the region.</summary>
public sealed record ArchiveLine(
    int Id, ArchiveState State, bool ListedOnly, string? Municipality, int Schools, int Printed, long? Size, string? Problem, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);

/// <summary>Archives of school profiles of a list: those there are, and the next one.</summary>
public sealed class ProfileArchives(PortalDb db, Person person, ProfileQueue queue, FileContents contents, TimeProvider clock)
{
    /// <summary>Archives that have not expired, newest first.</summary>
    public async Task<IReadOnlyList<ArchiveLine>> OfAsync(int listId, CancellationToken cancellationToken)
    {
        var lines = await Kept(listId).OrderByDescending(a => a.Id)
            .Select(a => new ArchiveLine(
                a.Id, a.State, a.ListedOnly, db.Municipalities.Where(m => m.Id == a.MunicipalityId).Select(m => m.Name).FirstOrDefault(),
                a.Schools, a.Printed, a.Size, a.Problem, a.CreatedAt, a.ExpiresAt))
            .ToListAsync(cancellationToken);
        var zone = await person.ZoneAsync();
        return lines.ConvertAll(l => l with { CreatedAt = TimeZoneInfo.ConvertTime(l.CreatedAt, zone), ExpiresAt = TimeZoneInfo.ConvertTime(l.ExpiresAt, zone) });
    }

    /// <summary>Schools of the list in all, and those listed.</summary>
    public async Task<(int All, int Listed)> CountAsync(int listId, CancellationToken cancellationToken) => (
        await db.ProfileSchools(listId, listedOnly: false, null).CountAsync(cancellationToken),
        await db.ProfileSchools(listId, listedOnly: true, null).CountAsync(cancellationToken));

    public async Task<IReadOnlyList<MunicipalityChoice>> MunicipalitiesAsync(int listId, CancellationToken cancellationToken) => await db.ListSchools
        .Where(s => s.ListId == listId).GroupBy(s => new { s.MunicipalityId, s.Municipality }).OrderBy(g => g.Key.Municipality)
        .Select(g => new MunicipalityChoice(g.Key.MunicipalityId, g.Key.Municipality)).ToListAsync(cancellationToken);

    /// <summary>Begins to print; the reader sees the list. Returns a refusal, or null.</summary>
    public async Task<string?> BeginAsync(int listId, ProfilesForm form, CancellationToken cancellationToken)
    {
        if (await Kept(listId).AnyAsync(a => a.State == ArchiveState.Printing, cancellationToken))
        {
            return "Профили этого перечня уже печатаются. Дождитесь конца или откажитесь от печати и начните заново.";
        }

        var list = await db.Lists.AsNoTracking().SingleAsync(l => l.Id == listId, cancellationToken);
        var listedOnly = form.Which == ProfilesForm.Listed;
        var schools = await db.ProfileSchools(listId, listedOnly, form.Municipality).CountAsync(cancellationToken);
        var (archive, refusal) = ProfileArchive.Begin(list, listedOnly, form.Municipality, schools, person.Id, clock.GetUtcNow());
        if (archive is null)
        {
            return refusal;
        }

        db.ProfileArchives.Add(archive);
        await db.SaveChangesAsync(cancellationToken);
        queue.Enqueue(archive.Id);
        return null;
    }

    /// <summary>Gives up an archive of the list that is being printed. Returns a refusal, or null.</summary>
    public async Task<string?> GiveUpAsync(int listId, int archiveId, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockArchiveAsync(archiveId, cancellationToken) is not { } archive || archive.ListId != listId)
        {
            return "Такой печати нет: откройте страницу заново.";
        }

        if (archive.GiveUp() is { } refusal)
        {
            return refusal;
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    /// <summary>The zip of an archive of the list; null where there is none, or not yet, or no longer.</summary>
    public async Task<Stream?> OpenAsync(int listId, int archiveId, CancellationToken cancellationToken) =>
        await Kept(listId).AsNoTracking().SingleOrDefaultAsync(a => a.Id == archiveId && a.State == ArchiveState.Ready, cancellationToken) is { } archive
            ? await contents.OpenAsync(archive, cancellationToken)
            : null;

    private IQueryable<ProfileArchive> Kept(int listId)
    {
        var now = clock.GetUtcNow();
        return db.ProfileArchives.Where(a => a.ListId == listId && a.ExpiresAt > now);
    }
}
