using System.Globalization;
using System.Text.Json;
using EffectiveSchool.Data.Audit;
using EffectiveSchool.Data.Files;
using EffectiveSchool.Data.Lists;
using EffectiveSchool.Data.Reminders;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Curators;
using EffectiveSchool.Domain.Events;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Objections;
using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results.Collection;
using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Web.Journal;

/// <summary>Names and pages of the things that a page of the journal speaks of; what is gone has neither.</summary>
public sealed partial class JournalThings
{
    /// <summary>Properties whose value is the key of another thing.</summary>
    private static readonly Dictionary<string, string> References = new(StringComparer.Ordinal)
    {
        ["RegionId"] = nameof(Region),
        ["MunicipalityId"] = nameof(Municipality),
        ["SchoolId"] = nameof(School),
        ["PartnerSchoolId"] = nameof(School),
        ["HeadSchoolId"] = nameof(School),
        ["HostSchoolId"] = nameof(School),
        ["MethodologyId"] = nameof(StoredMethodology),
        ["ProcedureId"] = nameof(ProcedureRow),
        ["ListId"] = nameof(SchoolList),
        ["ReplacesId"] = nameof(SchoolList),
        ["AmendsId"] = nameof(SchoolList),
        ["FileId"] = nameof(StoredFile),
        ["SignatureFileId"] = nameof(StoredFile),
        ["ProgrammeId"] = nameof(Programme),
        ["ParentId"] = nameof(Programme),
        ["CopiedFromId"] = nameof(Programme),
        ["RoadmapId"] = nameof(Roadmap),
        ["ScheduleId"] = nameof(ReportSchedule),
        ["CorrectionBatchId"] = nameof(ImportBatch),
    };

    private readonly Dictionary<(string Subject, string Id), (string Name, string? Href)> _things = [];

    private JournalThings()
    {
    }

    /// <param name="administers">Whether pages of management open for the reader: other pages are linked for everybody.</param>
    public static async Task<JournalThings> FindAsync(PortalDb db, IEnumerable<AuditEntry> entries, bool administers, CancellationToken cancellationToken)
    {
        var things = new JournalThings();
        var ids = entries.SelectMany(e => Mentioned(e).Prepend((e.Subject, Id: e.SubjectId))).ToLookup(t => t.Subject, t => t.Id, StringComparer.Ordinal);
        var schools = Numbers(ids[nameof(School)].Concat(ids[nameof(UserSchool)].Concat(ids[nameof(EventSchool)]).Select(SchoolOf)));
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

        var works = Numbers(ids[nameof(OccurrenceWork)]);
        foreach (var id in await db.Works.Where(w => works.Contains(w.Id)).Select(w => w.Id).ToListAsync(cancellationToken))
        {
            things.Add(nameof(OccurrenceWork), id, $"№ {id}", $"/works/{id}");
        }

        var events = Numbers(ids[nameof(Event)].Concat(ids[nameof(EventSchool)].Select(id => id.Split('/')[0])));
        foreach (var held in await db.Events.Where(e => events.Contains(e.Id)).Select(e => new { e.Id, e.Title }).ToListAsync(cancellationToken))
        {
            things.Add(nameof(Event), held.Id, held.Title, $"/events/{held.Id}");
        }

        var programmes = Numbers(ids[nameof(Programme)]);
        foreach (var programme in await db.Programmes.Where(p => programmes.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToListAsync(cancellationToken))
        {
            things.Add(nameof(Programme), programme.Id, programme.Name, $"/programmes/{programme.Id}");
        }

        var roadmaps = Numbers(ids[nameof(Roadmap)]);
        foreach (var roadmap in await db.Roadmaps.Where(r => roadmaps.Contains(r.Id)).Select(r => new { r.Id, r.Name }).ToListAsync(cancellationToken))
        {
            things.Add(nameof(Roadmap), roadmap.Id, roadmap.Name, $"/roadmaps/{roadmap.Id}");
        }

        var amendments = Numbers(ids[nameof(RoadmapAmendment)]);
        foreach (var amendment in await db.RoadmapAmendments.Where(a => amendments.Contains(a.Id)).Select(a => new { a.Id, a.Number, a.RoadmapId }).ToListAsync(cancellationToken))
        {
            things.Add(nameof(RoadmapAmendment), amendment.Id, $"№ {amendment.Number}", $"/roadmaps/{amendment.RoadmapId}/history");
        }

        var schedules = Numbers(ids[nameof(ReportSchedule)]);
        foreach (var schedule in await db.ReportSchedules.Where(s => schedules.Contains(s.Id)).Select(s => new { s.Id, s.ProgrammeId, s.Title }).ToListAsync(cancellationToken))
        {
            things.Add(nameof(ReportSchedule), schedule.Id, schedule.Title, $"/programmes/{schedule.ProgrammeId}/reports");
        }

        foreach (var report in Numbers(ids[nameof(SubmittedReport)]))
        {
            things.Add(nameof(SubmittedReport), report, $"№ {report}", $"/reports/execution/{report}");
        }

        var activities = Numbers(ids[nameof(Activity)]);
        foreach (var activity in await db.Activities.Where(a => activities.Contains(a.Id)).Select(a => new { a.Id, a.Number, a.Title }).ToListAsync(cancellationToken))
        {
            things.Add(nameof(Activity), activity.Id, $"{activity.Number} {activity.Title}".Trim(), $"/roadmaps/activities/{activity.Id}");
        }

        var organisations = Numbers(ids[nameof(ResponsibleOrganisation)]);
        foreach (var organisation in await db.Organisations.Where(o => organisations.Contains(o.Id)).ToListAsync(cancellationToken))
        {
            things.Add(nameof(ResponsibleOrganisation), organisation.Id, organisation.Name, null);
        }

        var imported = Numbers(ids[nameof(ImportedList)]);
        foreach (var list in await db.ImportedLists.AsNoTracking().Where(l => imported.Contains(l.Id)).ToListAsync(cancellationToken))
        {
            things.Add(nameof(ImportedList), list.Id, $"{list.Document}, {list.Year} год", $"/lists/{(list.Kind == ImportedListKind.Federal ? "federal" : "published")}/{list.Id}");
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

        var campaigns = Numbers(ids[nameof(CollectionCampaign)]);
        foreach (var campaign in await db.Campaigns.Where(c => campaigns.Contains(c.Id)).Select(c => new { c.Id, c.Name }).ToListAsync(cancellationToken))
        {
            things.Add(nameof(CollectionCampaign), campaign.Id, campaign.Name, $"/results/campaigns/{campaign.Id}");
        }

        var confirmations = Numbers(ids[nameof(DataConfirmation)]);
        foreach (var found in await db.Confirmations.Where(c => confirmations.Contains(c.Id))
            .Select(c => new { c.Id, c.Year, Municipality = db.Municipalities.First(m => m.Id == c.MunicipalityId).Name, Procedure = db.Procedures.First(p => p.Id == c.ProcedureId).Code })
            .ToListAsync(cancellationToken))
        {
            things.Add(nameof(DataConfirmation), found.Id, $"{found.Municipality}: {found.Procedure}, {found.Year}", null);
        }

        var methodologies = Numbers(ids[nameof(StoredMethodology)]);
        foreach (var stored in await db.Methodologies.Where(m => methodologies.Contains(m.Id)).ToListAsync(cancellationToken))
        {
            things.Add(nameof(StoredMethodology), stored.Id, $"{stored.Definition.Title}, версия {stored.Version}", null);
        }

        var procedures = Numbers(ids[nameof(ProcedureRow)]);
        foreach (var procedure in await db.Procedures.Where(p => procedures.Contains(p.Id)).Select(p => new { p.Id, p.Code }).ToListAsync(cancellationToken))
        {
            things.Add(nameof(ProcedureRow), procedure.Id, procedure.Code, null);
        }

        var people = ids[nameof(PortalUser)].Concat(ids[nameof(UserSchool)]).Concat(ids[nameof(ReminderSettings)]).Select(UserOf).OfType<Guid>().Distinct().ToList();
        foreach (var user in await db.Users.Where(u => people.Contains(u.Id)).Select(u => new { u.Id, u.DisplayName }).ToListAsync(cancellationToken))
        {
            things._things[(nameof(PortalUser), user.Id.ToString())] = (user.DisplayName, administers ? $"/admin/users/{user.Id}" : null);
        }

        var handOvers = Numbers(ids[nameof(HandOver)]);
        foreach (var one in await db.HandOvers.Where(h => handOvers.Contains(h.Id))
            .Select(h => new { h.Id, h.ToUserId, From = db.Users.Where(u => u.Id == h.FromUserId).Select(u => u.DisplayName).FirstOrDefault() }).ToListAsync(cancellationToken))
        {
            things.Add(nameof(HandOver), one.Id, one.From ?? "учётная запись", administers ? $"/admin/users/{one.ToUserId}" : null);
        }

        await things.AddCuratorsAsync(db, ids, cancellationToken);
        await things.AddMonitoringAsync(db, ids, cancellationToken);
        return things;
    }

    public (string? Name, string? Href) Of(AuditEntry entry)
    {
        if (entry.Subject == nameof(EventSchool))
        {
            var held = _things.GetValueOrDefault((nameof(Event), entry.SubjectId.Split('/')[0]));
            return ($"{_things.GetValueOrDefault((nameof(School), SchoolOf(entry.SubjectId))).Name ?? SchoolOf(entry.SubjectId)}: {held.Name}", held.Href);
        }

        if (entry.Subject != nameof(UserSchool))
        {
            // Reminders bear the key of their person.
            var subject = entry.Subject == nameof(ReminderSettings) ? nameof(PortalUser) : entry.Subject;
            return _things.TryGetValue((subject, entry.SubjectId), out var thing) ? thing : (null, null);
        }

        // A person's school is named by both, and leads to the person.
        var user = _things.GetValueOrDefault((nameof(PortalUser), UserOf(entry.SubjectId)?.ToString() ?? ""));
        var school = _things.GetValueOrDefault((nameof(School), SchoolOf(entry.SubjectId)));
        return user.Name is null ? (school.Name, school.Href) : ($"{user.Name}: {school.Name ?? SchoolOf(entry.SubjectId)}", user.Href);
    }

    /// <summary>The kind of thing that a property points at; null for a plain value.</summary>
    public static string? SubjectOf(string property) => References.GetValueOrDefault(property);

    /// <summary>Name of the thing that a property of an entry points at; null where it is no key, or the thing is gone or not the reader's.</summary>
    public string? NameOf(string property, JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && SubjectOf(property) is { } subject && _things.TryGetValue((subject, value.GetRawText()), out var thing)
            ? thing.Name
            : null;

    private static IEnumerable<(string Subject, string Id)> Mentioned(AuditEntry entry)
    {
        foreach (var text in new[] { entry.Old, entry.New }.OfType<string>())
        {
            using var values = JsonDocument.Parse(text);
            foreach (var value in values.RootElement.EnumerateObject().Where(v => v.Value.ValueKind == JsonValueKind.Number))
            {
                if (SubjectOf(value.Name) is { } subject)
                {
                    yield return (subject, value.Value.GetRawText());
                }
            }
        }
    }

    private static string SchoolOf(string subjectId) => subjectId.Split('/')[^1];

    /// <summary>The person of a key: «id», or «id/school».</summary>
    private static Guid? UserOf(string subjectId) => Guid.TryParse(subjectId.Split('/')[0], out var id) ? id : null;

    private static List<int> Numbers(IEnumerable<string> ids) =>
        [.. ids.Select(id => int.TryParse(id, CultureInfo.InvariantCulture, out var number) ? number : 0).Distinct()];

    private async Task AddCuratorsAsync(PortalDb db, ILookup<string, string> ids, CancellationToken cancellationToken)
    {
        var assignments = Numbers(ids[nameof(CuratorAssignment)]);
        var agreements = Numbers(ids[nameof(PartnershipAgreement)]);
        var visits = Numbers(ids[nameof(Visit)]);
        var found = (await db.CuratorAssignments.Where(a => assignments.Contains(a.Id)).Select(a => new { a.Id, a.SchoolId, What = a.CuratorName }).ToListAsync(cancellationToken)).Select(a => (nameof(CuratorAssignment), a.Id, a.SchoolId, a.What))
            .Concat((await db.Agreements.Where(a => agreements.Contains(a.Id)).Select(a => new { a.Id, a.SchoolId, What = a.PartnerName }).ToListAsync(cancellationToken)).Select(a => (nameof(PartnershipAgreement), a.Id, a.SchoolId, a.What)))
            .Concat((await db.Visits.Where(v => visits.Contains(v.Id)).Select(v => new { v.Id, v.SchoolId, v.Date }).ToListAsync(cancellationToken)).Select(v => (nameof(Visit), v.Id, v.SchoolId, RussianFigures.Date(v.Date))))
            .ToList();
        int[] schools = [.. found.Select(f => f.SchoolId).Distinct()];
        var names = await db.Schools.Where(s => schools.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, cancellationToken);
        foreach (var (subject, id, school, what) in found)
        {
            Add(subject, id, $"{names.GetValueOrDefault(school)}, {what}", $"/curators/schools/{school}");
        }
    }

    private void Add(string subject, int id, string name, string? href) =>
        _things[(subject, id.ToString(CultureInfo.InvariantCulture))] = (name, href);
}
