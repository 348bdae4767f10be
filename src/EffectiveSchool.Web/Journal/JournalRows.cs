using EffectiveSchool.Data.Audit;
using EffectiveSchool.Web.Listing;

namespace EffectiveSchool.Web.Journal;

/// <summary>A line of the journal as pages show it.</summary>
public sealed record JournalRow(AuditEntry Entry, string Who, DateTimeOffset At, string? Name, string? Href, IReadOnlyList<ValueChange> Changes);

/// <summary>Reads pages of the journal within the scope, newest first.</summary>
public sealed class JournalRows(PortalDb db, Person person)
{
    public async Task<Paged<JournalRow>> PageAsync(IQueryable<AuditEntry> entries, int number, CancellationToken cancellationToken)
    {
        var page = await entries.AsNoTracking()
            .OrderByDescending(a => a.Id)
            .Select(a => new { Entry = a, Who = db.Users.Where(u => u.Id == a.UserId).Select(u => u.DisplayName).FirstOrDefault() })
            .ToPageAsync(number, cancellationToken: cancellationToken);
        var things = await JournalThings.FindAsync(db, page.Rows.Select(r => r.Entry), person.May(Policies.Administer), cancellationToken);
        var zone = await person.ZoneAsync();
        var rows = new List<JournalRow>();
        foreach (var row in page.Rows)
        {
            var (name, href) = things.Of(row.Entry);
            var who = row.Who ?? (row.Entry.UserId is null ? "портал" : db.Scope.SeesAll ? "пользователь, которого больше нет" : "другой пользователь");
            rows.Add(new JournalRow(row.Entry, who, TimeZoneInfo.ConvertTime(row.Entry.At, zone), name, href, JournalText.ChangesOf(row.Entry, things, zone)));
        }

        return new Paged<JournalRow>(rows, page.Total, page.Page, page.Size);
    }
}
