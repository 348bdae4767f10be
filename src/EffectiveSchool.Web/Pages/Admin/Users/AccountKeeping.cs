using EffectiveSchool.Data.Audit;
using EffectiveSchool.Data.Curators;
using EffectiveSchool.Data.Users;
using Microsoft.AspNetCore.Identity;

namespace EffectiveSchool.Web.Pages.Admin.Users;

/// <summary>
/// Accounts as the signed-in person may keep them: an administrator all, a regional coordinator those of the region's
/// municipal coordinators, curators, principals and observers. PostgreSQL asks the same (RowSecurity.sql).
/// </summary>
public sealed class AccountKeeping(PortalDb db, UserManager<PortalUser> users, Person person, RecheckedSessions sessions, CuratorGrants grants, TimeProvider clock)
{
    public const string NotKept = "Эту учётную запись ведёт администратор портала.";

    private readonly HashSet<Guid> _renewed = [];

    public bool IsAdministrator => person.Role == PortalRole.Administrator;

    /// <summary>Roles that the person may give.</summary>
    public IReadOnlyList<PortalRole> Roles => [.. Enum.GetValues<PortalRole>().Where(r => IsAdministrator || r.IsKeptByRegion())];

    public bool Keeps(PortalUser user) => IsAdministrator || (user.Id != person.Id && user.Role.IsKeptByRegion());

    /// <summary>
    /// Runs changes of accounts under the lock, in one transaction with their journal. A refusal leaves everything as it
    /// was; after the commit the sessions of whoever was renewed are checked anew.
    /// </summary>
    public async Task<string?> ChangeAsync(Func<Task<string?>> change, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await AccountsLock.TakeAsync(db, cancellationToken);
        if (await change() is { } refusal)
        {
            await transaction.RollbackAsync(cancellationToken);
            db.ChangeTracker.Clear();
            _renewed.Clear();
            return refusal;
        }

        await transaction.CommitAsync(cancellationToken);
        foreach (var id in _renewed)
        {
            sessions.Recheck(id);
        }

        return null;
    }

    /// <summary>Stores a new account, which has no password until its link is used. Returns a refusal, or null.</summary>
    public async Task<string?> CreateAsync(PortalUser user, string? reason = null)
    {
        if ((await TakenAsync([user.Email!])).Count > 0)
        {
            return "Пользователь с такой почтой уже есть.";
        }

        db.Reason = reason;
        return RefusalOf(await users.CreateAsync(user));
    }

    /// <summary>Stores a change that ends no session. Returns a refusal, or null.</summary>
    public async Task<string?> UpdateAsync(PortalUser user, string? reason = null)
    {
        db.Reason = reason;
        return RefusalOf(await users.UpdateAsync(user));
    }

    /// <summary>Stores a change and ends the open sessions of the person. Returns a refusal, or null.</summary>
    public async Task<string?> RenewAsync(PortalUser user, string? reason = null)
    {
        _renewed.Add(user.Id);
        db.Reason = reason;
        return RefusalOf(await users.UpdateSecurityStampAsync(user));
    }

    /// <summary>Stores what waits to be saved and gives curators the schools of their assignments; sessions of those whose schools changed end.</summary>
    public async Task RenewGrantsAsync(IReadOnlyCollection<Guid> curatorIds, string reason, CancellationToken cancellationToken)
    {
        db.Reason = reason;
        _renewed.UnionWith(await grants.RenewAsync(curatorIds, await person.TodayAsync(), cancellationToken));
    }

    /// <summary>Closes an account for good: sessions end, links stop. Returns a refusal, or null.</summary>
    public async Task<string?> CloseAsync(PortalUser user, string? reason, CancellationToken cancellationToken)
    {
        await RevokeLinksAsync([user.Id], cancellationToken);
        user.IsClosed = true;
        return await RenewAsync(user, reason);
    }

    /// <summary>Takes back the links that wait to be used. Returns how many there were.</summary>
    public async Task<int> RevokeLinksAsync(IReadOnlyCollection<Guid> userIds, CancellationToken cancellationToken)
    {
        var waiting = await db.ActivationLinks.Where(l => userIds.Contains(l.UserId) && l.UsedAt == null && l.RevokedAt == null).ToListAsync(cancellationToken);
        waiting.ForEach(l => l.Revoke(clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        return waiting.Count;
    }

    /// <summary>Appends a line of the journal about the account; stored with the next change.</summary>
    public void Note(PortalUser user, string action) => db.Audit.Add(new AuditEntry
    {
        RegionId = user.RegionId,
        At = clock.GetUtcNow(),
        UserId = person.Id,
        Action = action,
        Subject = nameof(PortalUser),
        SubjectId = user.Id.ToString(),
    });

    /// <summary>Why the portal cannot lose this administrator, or null.</summary>
    public async Task<string?> RefuseToLoseAsync(PortalUser user, CancellationToken cancellationToken)
    {
        if (user.Role != PortalRole.Administrator)
        {
            return null;
        }

        if (user.Id == person.Id)
        {
            return "Закрыть себя или снять с себя роль администратора нельзя: попросите другого администратора.";
        }

        return await db.Users.AnyAsync(u => u.Role == PortalRole.Administrator && !u.IsClosed && u.Id != user.Id, cancellationToken)
            ? null
            : "Это последний администратор: сначала назначьте другого.";
    }

    /// <summary>Addresses that have an account, also one that the person does not see; in Identity's upper case.</summary>
    public async Task<IReadOnlySet<string>> TakenAsync(IEnumerable<string> addresses)
    {
        string[] normalised = [.. addresses.Select(a => users.NormalizeName(a)!)];
        return (await db.Database.SqlQuery<string>($"select taken_addresses({normalised}) as \"Value\"").ToListAsync()).ToHashSet(StringComparer.Ordinal);
    }

    private static string? RefusalOf(IdentityResult outcome) =>
        outcome.Succeeded ? null : string.Join(' ', outcome.Errors.Select(e => e.Description).Distinct(StringComparer.Ordinal));
}
