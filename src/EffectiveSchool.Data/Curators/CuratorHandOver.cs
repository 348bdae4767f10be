using EffectiveSchool.Domain.Curators;

namespace EffectiveSchool.Data.Curators;

/// <summary>Hands assignments of a curator over; the caller saves, in the transaction of its own act.</summary>
public static class CuratorHandOver
{
    /// <summary>Assignments that run on the day or begin later.</summary>
    public static IQueryable<CuratorAssignment> Open(this IQueryable<CuratorAssignment> assignments, DateOnly day) =>
        assignments.Where(a => a.Until == null || (a.Until >= day && a.Until >= a.From));

    /// <summary>Hands over all open assignments of the curator, or those of some schools.</summary>
    /// <param name="db">The database.</param>
    /// <param name="former">Who had the schools.</param>
    /// <param name="successor">Who takes them. A school that they have already is only taken from the former.</param>
    /// <param name="order">The order about it.</param>
    /// <param name="from">First day of the successor.</param>
    /// <param name="schoolIds">The schools; null for all.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>A refusal and nothing handed over, or how many schools were.</returns>
    public static async Task<(string? Refusal, int Schools)> HandOverAsync(
        PortalDb db, Guid former, CuratorPerson successor, CuratorOrder order, DateOnly from, IReadOnlyCollection<int>? schoolIds, CancellationToken cancellationToken)
    {
        var open = await db.CuratorAssignments.Where(a => a.CuratorId == former && (schoolIds == null || schoolIds.Contains(a.SchoolId))).Open(from).ToListAsync(cancellationToken);
        var had = await db.CuratorAssignments.Where(a => a.CuratorId == successor.Id).Open(from).Select(a => a.SchoolId).ToListAsync(cancellationToken);
        foreach (var assignment in open)
        {
            var (refusal, next) = assignment.HandOver(order, successor, from);
            if (refusal is not null)
            {
                return (refusal, 0);
            }

            if (!had.Contains(assignment.SchoolId))
            {
                db.CuratorAssignments.Add(next!);
            }
        }

        return (null, open.Count);
    }
}
