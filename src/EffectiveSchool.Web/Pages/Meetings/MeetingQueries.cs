using EffectiveSchool.Domain.Meetings;

namespace EffectiveSchool.Web.Pages.Meetings;

/// <summary>A meeting in the list.</summary>
public sealed record MeetingLine(int Id, DateOnly Date, int GroupId, string Group, string? Municipality, string ProtocolNumber, DateOnly? ProtocolDate, int Decisions, int Open, int Late);

/// <summary>A working group in the list.</summary>
public sealed record GroupLine(int Id, string Name, string? Municipality, int Meetings);

/// <summary>What pages of meetings read.</summary>
public sealed class MeetingQueries(PortalDb db)
{
    /// <summary>Meetings, newest first.</summary>
    /// <param name="group">Of this group; null for all.</param>
    /// <param name="openOnly">Only those with decisions that are not done.</param>
    /// <param name="today">Today in the region.</param>
    public IQueryable<MeetingLine> Lines(int? group, bool openOnly, DateOnly today) => db.Meetings.AsNoTracking()
        .Where(m => (group == null || m.GroupId == group) && (!openOnly || m.Decisions.Any(d => d.NextDue != null)))
        .OrderByDescending(m => m.Date).ThenByDescending(m => m.Id)
        .Select(m => new MeetingLine(
            m.Id, m.Date, m.GroupId,
            db.WorkingGroups.Where(g => g.Id == m.GroupId).Select(g => g.Name).First(),
            db.Municipalities.Where(x => x.Id == m.MunicipalityId).Select(x => x.Name).FirstOrDefault(),
            m.ProtocolNumber, m.ProtocolDate, m.Decisions.Count, m.Decisions.Count(d => d.NextDue != null), m.Decisions.Count(d => d.NextDue < today)));

    /// <summary>Working groups by name.</summary>
    public Task<List<GroupLine>> GroupsAsync(CancellationToken cancellationToken) => db.WorkingGroups.AsNoTracking().OrderBy(g => g.Name).ThenBy(g => g.Id)
        .Select(g => new GroupLine(g.Id, g.Name, db.Municipalities.Where(m => m.Id == g.MunicipalityId).Select(m => m.Name).FirstOrDefault(), db.Meetings.Count(m => m.GroupId == g.Id)))
        .ToListAsync(cancellationToken);

    /// <summary>A meeting with its decisions, tracked; null where the reader has none.</summary>
    public Task<Meeting?> FindAsync(int id, CancellationToken cancellationToken) => db.Meetings.Include(m => m.Decisions).SingleOrDefaultAsync(m => m.Id == id, cancellationToken);

    /// <summary>A working group with those of its members that the reader sees, tracked.</summary>
    public Task<WorkingGroup?> GroupAsync(int id, CancellationToken cancellationToken) => db.WorkingGroups.Include(g => g.Members).SingleOrDefaultAsync(g => g.Id == id, cancellationToken);

    /// <summary>The region or municipality whose group it is.</summary>
    public async Task<string> BodyAsync(WorkingGroup group, CancellationToken cancellationToken) =>
        await db.Municipalities.Where(m => m.Id == group.MunicipalityId).Select(m => m.Name).FirstOrDefaultAsync(cancellationToken)
        ?? await db.Regions.Where(r => r.Id == group.RegionId).Select(r => r.Name).SingleAsync(cancellationToken);
}
