using EffectiveSchool.Data;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Reminders;
using Microsoft.EntityFrameworkCore;

namespace EffectiveSchool.Web.Reminders.Sources;

/// <summary>
/// Preliminary lists: while objections are accepted, their last day is a date of everybody who sees the list; afterwards the
/// list waits for the region.
/// </summary>
public sealed class PreliminaryLists(PortalDb db) : IDueSource
{
    public async Task<IReadOnlyList<DueItem>> ReadAsync(DueReader reader, DateOnly today, DateOnly until, CancellationToken cancellationToken)
    {
        var lists = await db.Lists.AsNoTracking().Where(l => l.State == ListState.Preliminary).ToListAsync(cancellationToken);
        return [.. lists.Select(l => l.RefuseObjection(today) is null ? LastDay(l, reader) : Decision(l))];
    }

    private static DueItem LastDay(SchoolList list, DueReader reader) => new()
    {
        Key = $"list-{list.Id}-objections",
        Title = $"Последний день возражений к предварительному перечню ШНОР на {list.ForYear} год",
        Page = $"/lists/{list.Id}",
        Owner = reader.Level,
        Due = list.ObjectionsUntil,
        ChangedAt = list.RunAt,
    };

    private static DueItem Decision(SchoolList list) => new()
    {
        Key = $"list-{list.Id}",
        Title = $"Утвердите предварительный перечень ШНОР на {list.ForYear} год или создайте новую редакцию: приём возражений завершён",
        Page = $"/lists/{list.Id}",
        Owner = DutyLevel.Region,
        AwaitsDecision = true,
        ChangedAt = list.ObjectionsEndedAt ?? list.RunAt,
    };
}
