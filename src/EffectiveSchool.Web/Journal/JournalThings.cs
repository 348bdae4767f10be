using System.Globalization;
using EffectiveSchool.Data;
using EffectiveSchool.Data.Audit;
using EffectiveSchool.Data.Files;
using EffectiveSchool.Data.Lists;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Objections;
using EffectiveSchool.Domain.Registry;
using Microsoft.EntityFrameworkCore;

namespace EffectiveSchool.Web.Journal;

/// <summary>Names and pages of the things that a page of the journal speaks of; what is gone has neither.</summary>
public sealed class JournalThings
{
    private readonly Dictionary<(string Subject, string Id), (string Name, string? Href)> _things = [];

    private JournalThings()
    {
    }

    /// <param name="administers">Whether pages of management open for the reader: other pages are linked for everybody.</param>
    public static async Task<JournalThings> FindAsync(PortalDb db, IEnumerable<AuditEntry> entries, bool administers, CancellationToken cancellationToken)
    {
        var things = new JournalThings();
        var ids = entries.ToLookup(e => e.Subject, e => e.SubjectId, StringComparer.Ordinal);
        var schools = Numbers(ids[nameof(School)].Concat(ids[nameof(UserSchool)].Select(SchoolOf)));
        foreach (var school in await db.Schools.Where(s => schools.Contains(s.Id)).Select(s => new { s.Id, s.Name }).ToListAsync(cancellationToken))
        {
            things.Add(nameof(School), school.Id, school.Name, $"/schools/{school.Id}");
        }

        var lists = Numbers(ids[nameof(SchoolList)]);
        foreach (var list in await db.Lists.Where(l => lists.Contains(l.Id)).Select(l => new { l.Id, l.ForYear, l.ResultsYear }).ToListAsync(cancellationToken))
        {
            things.Add(nameof(SchoolList), list.Id, $"на {list.ForYear} год по результатам {list.ResultsYear}", $"/lists/{list.Id}");
        }

        var objections = Numbers(ids[nameof(Objection)]);
        foreach (var id in await db.Objections.Where(o => objections.Contains(o.Id)).Select(o => o.Id).ToListAsync(cancellationToken))
        {
            things.Add(nameof(Objection), id, $"№ {id}", $"/objections/{id}");
        }

        var orders = Numbers(ids[nameof(SignedOrder)]);
        foreach (var order in await db.SignedOrders.Where(o => orders.Contains(o.Id)).Select(o => new { o.Id, o.ListId }).ToListAsync(cancellationToken))
        {
            things.Add(nameof(SignedOrder), order.Id, $"перечня № {order.ListId}", $"/lists/{order.ListId}");
        }

        var files = Numbers(ids[nameof(StoredFile)]);
        foreach (var file in await db.StoredFiles.Where(f => files.Contains(f.Id)).Select(f => new { f.Id, f.Name }).ToListAsync(cancellationToken))
        {
            things.Add(nameof(StoredFile), file.Id, file.Name, $"/files/{file.Id}");
        }

        var regions = Numbers(ids[nameof(Region)]);
        foreach (var region in await db.Regions.Where(r => regions.Contains(r.Id)).ToListAsync(cancellationToken))
        {
            things.Add(nameof(Region), region.Id, region.Name, administers ? $"/admin/reference/regions/{region.Id}" : null);
        }

        var municipalities = Numbers(ids[nameof(Municipality)]);
        foreach (var municipality in await db.Municipalities.Where(m => municipalities.Contains(m.Id)).ToListAsync(cancellationToken))
        {
            things.Add(nameof(Municipality), municipality.Id, municipality.Name, administers ? $"/admin/reference/regions/{municipality.RegionId}" : null);
        }

        var batches = Numbers(ids[nameof(ImportBatch)]);
        foreach (var batch in await db.Batches.Where(b => batches.Contains(b.Id)).Select(b => new { b.Id, b.Author }).ToListAsync(cancellationToken))
        {
            things.Add(nameof(ImportBatch), batch.Id, $"№ {batch.Id}, {batch.Author}", null);
        }

        var methodologies = Numbers(ids[nameof(StoredMethodology)]);
        foreach (var stored in await db.Methodologies.Where(m => methodologies.Contains(m.Id)).ToListAsync(cancellationToken))
        {
            things.Add(nameof(StoredMethodology), stored.Id, $"{stored.Definition.Title}, версия {stored.Version}", null);
        }

        var people = ids[nameof(PortalUser)].Concat(ids[nameof(UserSchool)]).Select(UserOf).OfType<Guid>().Distinct().ToList();
        foreach (var user in await db.Users.Where(u => people.Contains(u.Id)).Select(u => new { u.Id, u.DisplayName }).ToListAsync(cancellationToken))
        {
            things._things[(nameof(PortalUser), user.Id.ToString())] = (user.DisplayName, administers ? $"/admin/users/{user.Id}" : null);
        }

        return things;
    }

    public (string? Name, string? Href) Of(AuditEntry entry)
    {
        if (entry.Subject != nameof(UserSchool))
        {
            return _things.TryGetValue((entry.Subject, entry.SubjectId), out var thing) ? thing : (null, null);
        }

        // A person's school is named by both, and leads to the person.
        var user = _things.GetValueOrDefault((nameof(PortalUser), UserOf(entry.SubjectId)?.ToString() ?? ""));
        var school = _things.GetValueOrDefault((nameof(School), SchoolOf(entry.SubjectId)));
        return user.Name is null ? (school.Name, school.Href) : ($"{user.Name}: {school.Name ?? SchoolOf(entry.SubjectId)}", user.Href);
    }

    private static string SchoolOf(string subjectId) => subjectId.Split('/')[^1];

    /// <summary>The person of a key: «id», or «id/school».</summary>
    private static Guid? UserOf(string subjectId) => Guid.TryParse(subjectId.Split('/')[0], out var id) ? id : null;

    private static List<int> Numbers(IEnumerable<string> ids) =>
        [.. ids.Select(id => int.TryParse(id, CultureInfo.InvariantCulture, out var number) ? number : 0).Distinct()];

    private void Add(string subject, int id, string name, string? href) =>
        _things[(subject, id.ToString(CultureInfo.InvariantCulture))] = (name, href);
}
