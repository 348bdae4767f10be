using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain.Curators;

namespace EffectiveSchool.Data.Curators;

/// <summary>
/// Gives curators the schools that their assignments give them: with every change of assignments, and daily, so that what
/// begins later begins and what has ended stops. Whoever calls it holds a transaction and <see cref="AccountsLock"/>.
/// </summary>
public sealed class CuratorGrants(PortalDb db, TimeProvider clock)
{
    /// <summary>Stores what waits to be saved, then renews the grants of these curators, with one reason in the journal.</summary>
    /// <returns>The curators whose schools changed: their sessions end.</returns>
    public async Task<IReadOnlyList<Guid>> RenewAsync(IReadOnlyCollection<Guid> curatorIds, DateOnly today, CancellationToken cancellationToken)
    {
        var reason = db.Reason;
        await db.SaveChangesAsync(cancellationToken);
        var curators = await db.Users.Where(u => curatorIds.Contains(u.Id) && u.Role == PortalRole.Curator && !u.IsClosed).ToListAsync(cancellationToken);
        var assignments = (await db.CuratorAssignments.AsNoTracking().Where(a => curatorIds.Contains(a.CuratorId)).ToListAsync(cancellationToken)).ToLookup(a => a.CuratorId);
        Guid[] changed = [.. curators.Where(c => Renew(c, [.. assignments[c.Id]], today)).Select(c => c.Id)];
        db.Reason = reason;
        await db.SaveChangesAsync(cancellationToken);
        return changed;
    }

    /// <summary>Every curator of every region, each on its own day; in one transaction of its own.</summary>
    /// <returns>The curators whose schools changed.</returns>
    public async Task<IReadOnlyList<Guid>> RenewAllAsync(CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await AccountsLock.TakeAsync(db, cancellationToken);
        var changed = new List<Guid>();
        foreach (var region in await db.Regions.AsNoTracking().ToListAsync(cancellationToken))
        {
            var today = clock.GetUtcNow().DayIn(region.TimeZone);
            var curators = await db.Users.Where(u => u.RegionId == region.Id && u.Role == PortalRole.Curator).Select(u => u.Id).ToListAsync(cancellationToken);
            db.Reason = "срок закрепления по приказу";
            changed.AddRange(await RenewAsync(curators, today, cancellationToken));
        }

        await transaction.CommitAsync(cancellationToken);
        return changed;
    }

    private static bool Renew(PortalUser curator, IReadOnlyCollection<CuratorAssignment> assignments, DateOnly today)
    {
        var before = curator.Schools.Select(s => s.SchoolId).ToHashSet();
        var now = CuratorAssignment.SchoolsOn(today, before, assignments);
        if (now.SetEquals(before))
        {
            return false;
        }

        curator.Schools.RemoveAll(s => !now.Contains(s.SchoolId));
        curator.Schools.AddRange(now.Where(id => !before.Contains(id)).Select(id => new UserSchool { UserId = curator.Id, SchoolId = id }));

        // As Identity does it: the cookie carries the scope, and a new stamp makes it worthless.
        curator.SecurityStamp = Guid.NewGuid().ToString("N").ToUpperInvariant();
        curator.ConcurrencyStamp = Guid.NewGuid().ToString();
        return true;
    }
}
