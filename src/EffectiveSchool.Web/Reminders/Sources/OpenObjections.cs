using EffectiveSchool.Domain.Objections;
using EffectiveSchool.Domain.Reminders;

namespace EffectiveSchool.Web.Reminders.Sources;

/// <summary>Objections that wait for the region's decision.</summary>
public sealed class OpenObjections(PortalDb db) : IDueSource
{
    public async Task<IReadOnlyList<DueItem>> ReadAsync(DueReader reader, DateOnly today, DateOnly until, CancellationToken cancellationToken)
    {
        var objections = await db.Objections
            .Where(o => o.State == ObjectionState.Submitted || o.State == ObjectionState.UnderReview)
            .Select(o => new { o.Id, o.SubmittedAt, School = db.Schools.Where(s => s.Id == o.SchoolId).Select(s => s.Name).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        return
        [
            .. objections.Select(o => new DueItem
            {
                Key = $"objection-{o.Id}",
                Title = $"Примите решение по возражению № {o.Id}",
                Place = o.School,
                Page = $"/objections/{o.Id}",
                Owner = DutyLevel.Region,
                AwaitsDecision = true,
                ChangedAt = o.SubmittedAt,
            }),
        ];
    }
}
