using EffectiveSchool.Web.Jobs;

namespace EffectiveSchool.Web.Pages.Admin;

/// <summary>Accounts by what they can do now.</summary>
public sealed record UserCounts(int Working, int Locked, int Closed, int MustChange);

[Authorize(Policies.Administer)]
public sealed class IndexModel(PortalDb db, JobHealth health, TimeProvider clock) : PageModel
{
    public UserCounts Users { get; private set; } = new(0, 0, 0, 0);

    public int Regions { get; private set; }

    public int Municipalities { get; private set; }

    public int Procedures { get; private set; }

    public int NotHeld { get; private set; }

    /// <summary>Lines of the journal in the last seven days.</summary>
    public int Changes { get; private set; }

    public IReadOnlyList<JobState> Jobs { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        Users = await db.Users
            .GroupBy(_ => 1)
            .Select(g => new UserCounts(
                g.Count(u => !u.IsClosed && (u.LockoutEnd == null || u.LockoutEnd <= now)),
                g.Count(u => !u.IsClosed && u.LockoutEnd > now),
                g.Count(u => u.IsClosed),
                g.Count(u => !u.IsClosed && u.MustChangePassword)))
            .SingleOrDefaultAsync(cancellationToken) ?? Users;
        Regions = await db.Regions.CountAsync(cancellationToken);
        Municipalities = await db.Municipalities.CountAsync(cancellationToken);
        Procedures = await db.Procedures.CountAsync(cancellationToken);
        NotHeld = await db.NotHeld.CountAsync(cancellationToken);
        var weekAgo = now.AddDays(-7);
        Jobs = await health.ReadAsync(cancellationToken);
        Changes = await db.Audit.CountAsync(a => a.At >= weekAgo, cancellationToken);
    }
}
