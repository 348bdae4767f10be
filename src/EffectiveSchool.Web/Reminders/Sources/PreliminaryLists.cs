using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Reminders;

namespace EffectiveSchool.Web.Reminders.Sources;

/// <summary>
/// Preliminary lists: while objections are accepted, their last day is a date of everybody who sees the list; afterwards the
/// list waits for the region, or the draft of its new edition does.
/// </summary>
public sealed class PreliminaryLists(PortalDb db) : IDueSource
{
    public async Task<IReadOnlyList<DueItem>> ReadAsync(DueReader reader, DateOnly today, DateOnly until, CancellationToken cancellationToken)
    {
        var lists = await db.Lists.AsNoTracking().Where(l => l.State == ListState.Preliminary).ToListAsync(cancellationToken);
        var ids = lists.ConvertAll(l => (int?)l.Id);
        var editions = await db.Lists.AsNoTracking().Where(l => l.State == ListState.Draft && ids.Contains(l.ReplacesId)).ToListAsync(cancellationToken);
        return
        [
            .. lists.Where(l => l.RefuseObjection(today) is null).Select(l => LastDay(l, reader)),
            .. lists.Where(l => l.RefuseObjection(today) is not null && !editions.Exists(e => e.ReplacesId == l.Id)).Select(Decision),
            .. editions.Select(Edition),
        ];
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

    private static DueItem Edition(SchoolList edition) => new()
    {
        Key = $"list-{edition.Id}-edition",
        Title = $"Сделайте предварительной редакцию {edition.Edition} перечня ШНОР на {edition.ForYear} год: школы пока видят прежнюю",
        Page = $"/lists/{edition.Id}",
        Owner = DutyLevel.Region,
        AwaitsDecision = true,
        ChangedAt = edition.RunAt,
    };
}
