using EffectiveSchool.Data;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Reminders;
using Microsoft.EntityFrameworkCore;

namespace EffectiveSchool.Web.Reminders.Sources;

/// <summary>Preliminary lists: the region approves them, or takes them back to run them again.</summary>
public sealed class PreliminaryLists(PortalDb db) : IDueSource
{
    public async Task<IReadOnlyList<DueItem>> ReadAsync(DueReader reader, DateOnly until, CancellationToken cancellationToken)
    {
        var lists = await db.Lists
            .Where(l => l.State == ListState.Preliminary)
            .Select(l => new { l.Id, l.ForYear, l.RunAt })
            .ToListAsync(cancellationToken);
        return
        [
            .. lists.Select(l => new DueItem
            {
                Key = $"list-{l.Id}",
                Title = $"Утвердите предварительный перечень ШНОР на {l.ForYear} год или верните его в черновик",
                Page = $"/lists/{l.Id}",
                Owner = DutyLevel.Region,
                AwaitsDecision = true,
                ChangedAt = l.RunAt,
            }),
        ];
    }
}
