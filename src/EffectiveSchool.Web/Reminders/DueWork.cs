using EffectiveSchool.Data.Scope;
using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain.Reminders;

namespace EffectiveSchool.Web.Reminders;

/// <summary>
/// Where open work comes from: one small query for each kind of work. It reads through the scope of whoever is reminded,
/// so it sees what that person sees, and does not ask again who is told of what: <see cref="Escalation"/> does.
/// </summary>
public interface IDueSource
{
    /// <summary>Open work that waits for a decision, or is due by a day.</summary>
    /// <param name="reader">Who is reminded: what lies above them need not be read.</param>
    /// <param name="today">Today in the region.</param>
    /// <param name="until">The last day asked for: what is due later need not be read.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<IReadOnlyList<DueItem>> ReadAsync(DueReader reader, DateOnly today, DateOnly until, CancellationToken cancellationToken);
}

/// <summary>Open work of everywhere, for the first screen, the daily letter and the calendar alike.</summary>
public sealed class DueWork(IEnumerable<IDueSource> sources)
{
    /// <summary>How the role is reminded in its scope; null where it has no work of its own and oversees none.</summary>
    public static DueReader? ReaderOf(PortalRole role, AccessScope scope) => role switch
    {
        PortalRole.Principal => new DueReader(DutyLevel.School, Decides: true),
        PortalRole.Curator => new DueReader(DutyLevel.Curator, Decides: true),
        PortalRole.MunicipalCoordinator => new DueReader(DutyLevel.Municipality, Decides: true),
        PortalRole.RegionalCoordinator => new DueReader(DutyLevel.Region, Decides: true),
        PortalRole.Observer => new DueReader(scope.SeesMunicipality ? DutyLevel.Municipality : DutyLevel.Region, Decides: false),
        _ => null,
    };

    public async Task<DueSummary> SummaryAsync(DueReader? reader, DateOnly today, CancellationToken cancellationToken) =>
        reader is null
            ? new DueSummary([], [], [])
            : DueSummary.For(await ReadAsync(reader, today, DueSummary.LastDayOfWeek(today), cancellationToken), reader, today);

    /// <summary>Everything with a date, however far away, that the reader is told of on the day.</summary>
    public async Task<IReadOnlyList<DueItem>> DatesAsync(DueReader? reader, DateOnly today, CancellationToken cancellationToken) =>
        reader is null
            ? []
            : [.. (await ReadAsync(reader, today, DateOnly.MaxValue, cancellationToken)).Where(i => i.Due is not null && Escalation.Reaches(i.Owner, reader.Level, i.DaysLate(today)))];

    private async Task<List<DueItem>> ReadAsync(DueReader reader, DateOnly today, DateOnly until, CancellationToken cancellationToken)
    {
        var items = new List<DueItem>();
        foreach (var source in sources)
        {
            items.AddRange(await source.ReadAsync(reader, today, until, cancellationToken));
        }

        return items;
    }
}
