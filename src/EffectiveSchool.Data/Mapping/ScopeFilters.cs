using EffectiveSchool.Data.Audit;
using EffectiveSchool.Data.Files;
using EffectiveSchool.Data.Lists;
using EffectiveSchool.Data.Objections;
using EffectiveSchool.Data.Registry;
using EffectiveSchool.Data.Reminders;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Data.Roadmaps;
using EffectiveSchool.Data.Scope;
using EffectiveSchool.Data.Setup;
using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain.Curators;
using EffectiveSchool.Domain.Events;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Objections;
using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results.Collection;
using EffectiveSchool.Domain.Roadmaps;
using Microsoft.AspNetCore.Identity;

namespace EffectiveSchool.Data.Mapping;

/// <summary>
/// The scope as EF query filters. Row-level security (RowSecurity.sql) says the same to PostgreSQL; a test holds both
/// to the same answers.
/// </summary>
internal static class ScopeFilters
{
    public const string Name = "Scope";

    public static void Apply(ModelBuilder builder, PortalDb db)
    {
        ApplyToRegistry(builder, db);
        ApplyToUploads(builder, db);
        ApplyToComing(builder, db);
        ApplyToCollection(builder, db);
        ApplyToLists(builder, db);
        ApplyToArchives(builder, db);
        ApplyToImportedLists(builder, db);
        ApplyToFigures(builder, db);
        ApplyToPublished(builder, db);
        ApplyToFiles(builder, db);
        ApplyToPeople(builder, db);
        ApplyToProgrammes(builder, db);
        ApplyToWorks(builder, db);
        ApplyToCurators(builder, db);
        ApplyToEvents(builder, db);
        MonitoringFilters.Apply(builder, db);
    }

    private static void ApplyToRegistry(ModelBuilder builder, PortalDb db)
    {
        builder.Entity<Region>().HasQueryFilter(Name, r => db.Scope.SeesAll || r.Id == db.Scope.RegionId);

        // A school is shown with the municipality it stands in, and lists name the municipalities of others.
        builder.Entity<Municipality>().HasQueryFilter(Name, m => db.Scope.SeesAll
            || (m.RegionId == db.Scope.RegionId && (!db.Scope.SeesMunicipality || m.Id == db.Scope.MunicipalityId)));
        builder.Entity<School>().HasQueryFilter(Name, s => db.Scope.SeesAll
            || (s.RegionId == db.Scope.RegionId
                && (db.Scope.SeesRegion || s.MunicipalityId == db.Scope.MunicipalityId || db.Scope.SingleSchools.Contains(s.Id))));
        builder.Entity<SchoolCode>().HasQueryFilter(Name, c => db.Scope.SeesAll
            || (c.RegionId == db.Scope.RegionId && (db.Scope.SeesRegion || db.Schools.Any(s => s.Id == c.SchoolId))));
        builder.Entity<FormerSchoolName>().HasQueryFilter(Name, n => db.Scope.SeesAll || db.Schools.Any(s => s.Id == n.SchoolId));
        builder.Entity<SchoolResult>().HasQueryFilter(Name, r => db.Scope.SeesAll
            || (r.RegionId == db.Scope.RegionId && (db.Scope.SeesRegion || db.Schools.Any(s => s.Id == r.SchoolId))));
        builder.Entity<NotHeldProcedure>().HasQueryFilter(Name, n => db.Scope.SeesAll || n.RegionId == db.Scope.RegionId);
    }

    private static void ApplyToUploads(ModelBuilder builder, PortalDb db)
    {
        builder.Entity<RegistryVersion>().HasQueryFilter(Name, v => db.Scope.SeesAll || v.RegionId == db.Scope.RegionId);
        builder.Entity<RegistryUpload>().HasQueryFilter(Name, u => db.Scope.SeesAll || (db.Scope.SeesRegion && u.RegionId == db.Scope.RegionId));
        builder.Entity<ImportBatch>().HasQueryFilter(Name, b => db.Scope.SeesAll
            || (b.RegionId == db.Scope.RegionId
                && (db.Scope.SeesRegion || (db.Scope.SeesMunicipality && b.MunicipalityId == db.Scope.MunicipalityId))));

        // The name of a file is shown beside the figures that came from it, so it is seen by whoever may see those.
        builder.Entity<ImportFile>().HasQueryFilter(Name, f => db.Scope.SeesAll
            || (f.RegionId == db.Scope.RegionId
                && (db.Scope.SeesRegion || f.MunicipalityId == null || f.MunicipalityId == db.Scope.MunicipalityId
                    || db.Schools.Any(s => s.MunicipalityId == f.MunicipalityId))));

        // The bytes hold the figures of every school in the file: they follow the batch, not the name.
        builder.Entity<ImportFileContent>().HasQueryFilter(Name, c => db.Scope.SeesAll
            || db.Files.Any(f => f.Id == c.FileId && db.Batches.Any(b => b.Id == f.BatchId)));
        builder.Entity<ImportRow>().HasQueryFilter(Name, r => db.Scope.SeesAll || db.Batches.Any(b => b.Id == r.BatchId));
        builder.Entity<ResultChange>().HasQueryFilter(Name, c => db.Scope.SeesAll || db.Batches.Any(b => b.Id == c.BatchId));
        builder.Entity<SchoolAlias>().HasQueryFilter(Name, a => db.Scope.SeesAll
            || (a.RegionId == db.Scope.RegionId
                && (db.Scope.SeesRegion || (db.Scope.SeesMunicipality && a.MunicipalityId == db.Scope.MunicipalityId))));
    }

    private static void ApplyToComing(ModelBuilder builder, PortalDb db)
    {
        builder.Entity<MarkComparison>().HasQueryFilter(Name, m => db.Scope.SeesAll
            || (m.RegionId == db.Scope.RegionId && (db.Scope.SeesRegion || db.Schools.Any(s => s.Id == m.SchoolId))));
        builder.Entity<MarkComparisonChange>().HasQueryFilter(Name, c => db.Scope.SeesAll || db.Batches.Any(b => b.Id == c.BatchId));
        builder.Entity<ExamThreshold>().HasQueryFilter(Name, t => db.Scope.SeesAll || t.RegionId == db.Scope.RegionId);
        builder.Entity<ColumnMapping>().HasQueryFilter(Name, m => db.Scope.SeesAll
            || (m.RegionId == db.Scope.RegionId
                && (db.Scope.SeesRegion || (db.Scope.SeesMunicipality && m.MunicipalityId == db.Scope.MunicipalityId))));
    }

    private static void ApplyToCollection(ModelBuilder builder, PortalDb db)
    {
        builder.Entity<CollectionCampaign>().HasQueryFilter(Name, c => db.Scope.SeesAll || c.RegionId == db.Scope.RegionId);
        builder.Entity<DataConfirmation>().HasQueryFilter(Name, c => db.Scope.SeesAll
            || (c.RegionId == db.Scope.RegionId
                && (db.Scope.SeesRegion || (db.Scope.SeesMunicipality && c.MunicipalityId == db.Scope.MunicipalityId))));
    }

    private static void ApplyToLists(ModelBuilder builder, PortalDb db)
    {
        builder.Entity<StoredMethodology>().HasQueryFilter(Name, m => db.Scope.SeesAll || m.RegionId == db.Scope.RegionId);
        builder.Entity<SchoolList>().HasQueryFilter(Name, l => db.Scope.SeesAll
            || (l.RegionId == db.Scope.RegionId && (db.Scope.SeesDrafts || l.State != ListState.Draft)));
        builder.Entity<ListSchool>().HasQueryFilter(Name, r => db.Scope.SeesAll
            || (r.RegionId == db.Scope.RegionId && (db.Scope.SeesDrafts
                || (db.Lists.Any(l => l.Id == r.ListId) && (db.Scope.SeesRegion || db.Schools.Any(s => s.Id == r.SchoolId))))));
        builder.Entity<ListBasis>().HasQueryFilter(Name, b => db.Scope.SeesAll
            || (b.RegionId == db.Scope.RegionId && db.Lists.Any(l => l.Id == b.ListId)));
        builder.Entity<ListSourceFile>().HasQueryFilter(Name, f => db.Scope.SeesAll
            || (f.RegionId == db.Scope.RegionId && db.Lists.Any(l => l.Id == f.ListId)
                && (db.Scope.SeesRegion || f.MunicipalityId == null || f.MunicipalityId == db.Scope.MunicipalityId
                    || db.Schools.Any(s => s.MunicipalityId == f.MunicipalityId))));
    }

    private static void ApplyToArchives(ModelBuilder builder, PortalDb db)
    {
        // A zip may be of a draft: those who make lists see it.
        builder.Entity<ProfileArchive>().HasQueryFilter(Name, a => db.Scope.SeesAll || (db.Scope.SeesDrafts && a.RegionId == db.Scope.RegionId));
        builder.Entity<ProfileArchiveContent>().HasQueryFilter(Name, c => db.Scope.SeesAll || db.ProfileArchives.Any(a => a.Id == c.ArchiveId));
    }

    private static void ApplyToFigures(ModelBuilder builder, PortalDb db)
    {
        builder.Entity<FigureUpload>().HasQueryFilter(Name, u => db.Scope.SeesAll
            || (u.RegionId == db.Scope.RegionId
                && (db.Scope.SeesRegion || (db.Scope.SeesMunicipality && u.MunicipalityId == db.Scope.MunicipalityId))));
        builder.Entity<SchoolFigure>().HasQueryFilter(Name, f => db.Scope.SeesAll
            || (f.RegionId == db.Scope.RegionId && (db.Scope.SeesRegion || db.Schools.Any(s => s.Id == f.SchoolId))));
    }

    private static void ApplyToImportedLists(ModelBuilder builder, PortalDb db)
    {
        builder.Entity<ImportedList>().HasQueryFilter(Name, l => db.Scope.SeesAll
            || (l.RegionId == db.Scope.RegionId && (db.Scope.SeesDrafts || l.AppliedAt != null)));
        builder.Entity<ImportedListSchool>().HasQueryFilter(Name, s => db.Scope.SeesAll
            || (s.RegionId == db.Scope.RegionId && (db.Scope.SeesRegion || db.Schools.Any(o => o.Id == s.SchoolId))));
    }

    private static void ApplyToPublished(ModelBuilder builder, PortalDb db) =>

        // A row that nobody has matched yet may be any school: it is the region's alone.
        builder.Entity<PublishedRow>().HasQueryFilter(Name, r => db.Scope.SeesAll
            || (r.RegionId == db.Scope.RegionId && (db.Scope.SeesRegion || db.Schools.Any(s => s.Id == r.SchoolId))));

    private static void ApplyToFiles(ModelBuilder builder, PortalDb db)
    {
        builder.Entity<StoredFile>().HasQueryFilter(Name, f => db.Scope.SeesAll
            || (f.RegionId == db.Scope.RegionId
                && (db.Scope.SeesRegion || (f.MunicipalityId == null && f.SchoolId == null)
                    || (db.Scope.SeesMunicipality && f.MunicipalityId == db.Scope.MunicipalityId)
                    || (f.SchoolId != null && db.Schools.Any(s => s.Id == f.SchoolId))
                    || db.EventMaterials.Any(m => m.FileId == f.Id))

                // Evidence that was removed is kept for the region's staff alone, unless it proves something else still.
                && (db.Scope.SeesDrafts || !db.Evidence.Any(e => e.FileId == f.Id && e.RemovedAt != null)
                    || db.Evidence.Any(e => e.FileId == f.Id && e.RemovedAt == null) || db.EventMaterials.Any(m => m.FileId == f.Id))));
        builder.Entity<StoredFileContent>().HasQueryFilter(Name, c => db.Scope.SeesAll || db.StoredFiles.Any(f => f.Sha256 == c.Sha256));

        // An objection is seen by whoever sees the school; the order by whoever sees the list.
        builder.Entity<Objection>().HasQueryFilter(Name, o => db.Scope.SeesAll
            || (o.RegionId == db.Scope.RegionId && (db.Scope.SeesRegion || db.Schools.Any(s => s.Id == o.SchoolId))));
        builder.Entity<ObjectionEvent>().HasQueryFilter(Name, e => db.Scope.SeesAll || db.Objections.Any(o => o.Id == e.ObjectionId));
        builder.Entity<ObjectionFile>().HasQueryFilter(Name, f => db.Scope.SeesAll || db.Objections.Any(o => o.Id == f.ObjectionId));
        builder.Entity<SignedOrder>().HasQueryFilter(Name, o => db.Scope.SeesAll
            || (o.RegionId == db.Scope.RegionId && db.Lists.Any(l => l.Id == o.ListId)));
    }

    private static void ApplyToProgrammes(ModelBuilder builder, PortalDb db)
    {
        // A regional programme is everybody's; a municipal one of its municipality and the schools in it; a school's own of who sees the school.
        builder.Entity<Programme>().HasQueryFilter(Name, p => db.Scope.SeesAll
            || (p.RegionId == db.Scope.RegionId
                && (db.Scope.SeesRegion || p.MunicipalityId == null
                    || (p.SchoolId == null ? db.Scope.MunicipalityId == p.MunicipalityId || db.Schools.Any(s => s.MunicipalityId == p.MunicipalityId)
                        : db.Schools.Any(s => s.Id == p.SchoolId)))));
        builder.Entity<Roadmap>().HasQueryFilter(Name, r => db.Scope.SeesAll || db.Programmes.Any(p => p.Id == r.ProgrammeId));
        builder.Entity<RoadmapSection>().HasQueryFilter(Name, s => db.Scope.SeesAll || db.Roadmaps.Any(r => r.Id == s.RoadmapId));
        builder.Entity<Activity>().HasQueryFilter(Name, a => db.Scope.SeesAll || db.Roadmaps.Any(r => r.Id == a.RoadmapId));
        builder.Entity<ActivityOccurrence>().HasQueryFilter(Name, o => db.Scope.SeesAll || db.Activities.Any(a => a.Id == o.ActivityId));
        builder.Entity<RoadmapUpload>().HasQueryFilter(Name, u => db.Scope.SeesAll || u.AuthorId == db.CurrentUserId);
        builder.Entity<ProgrammeReviewEvent>().HasQueryFilter(Name, e => db.Scope.SeesAll || db.Programmes.Any(p => p.Id == e.ProgrammeId));
        builder.Entity<RoadmapAmendment>().HasQueryFilter(Name, a => db.Scope.SeesAll || db.Roadmaps.Any(r => r.Id == a.RoadmapId));
        builder.Entity<AmendedActivity>().HasQueryFilter(Name, a => db.Scope.SeesAll || db.Activities.Any(x => x.Id == a.ActivityId));
        builder.Entity<RoadmapTemplate>().HasQueryFilter(Name, t => db.Scope.SeesAll || t.RegionId == db.Scope.RegionId);
    }

    private static void ApplyToWorks(ModelBuilder builder, PortalDb db)
    {
        // The work of a school is seen by whoever sees the school; what is done once for all, by whoever sees the programme.
        builder.Entity<ProgrammeSchool>().HasQueryFilter(Name, s => db.Scope.SeesAll
            || (s.RegionId == db.Scope.RegionId && (db.Scope.SeesRegion || db.Schools.Any(x => x.Id == s.SchoolId))));
        builder.Entity<OccurrenceWork>().HasQueryFilter(Name, w => db.Scope.SeesAll
            || (w.RegionId == db.Scope.RegionId && (db.Scope.SeesRegion
                || (w.SchoolId == null ? db.Programmes.Any(p => p.Id == w.ProgrammeId) : db.Schools.Any(s => s.Id == w.SchoolId)))));
        builder.Entity<WorkEvent>().HasQueryFilter(Name, e => db.Scope.SeesAll || db.Works.Any(w => w.Id == e.WorkId));
        builder.Entity<WorkEvidence>().HasQueryFilter(Name, e => db.Scope.SeesAll || db.Works.Any(w => w.Id == e.WorkId));
        builder.Entity<ResponsibleOrganisation>().HasQueryFilter(Name, o => db.Scope.SeesAll || o.RegionId == db.Scope.RegionId);
        builder.Entity<ActivityResponsible>().HasQueryFilter(Name, r => db.Scope.SeesAll || db.Activities.Any(a => a.Id == r.ActivityId));
        builder.Entity<ReportSchedule>().HasQueryFilter(Name, s => db.Scope.SeesAll || db.Programmes.Any(p => p.Id == s.ProgrammeId));
        builder.Entity<SubmittedReport>().HasQueryFilter(Name, r => db.Scope.SeesAll
            || (r.RegionId == db.Scope.RegionId && (db.Scope.SeesRegion
                || (db.Scope.SeesMunicipality && r.MunicipalityId == db.Scope.MunicipalityId)
                || (r.SchoolId != null && db.Schools.Any(s => s.Id == r.SchoolId)))));
        builder.Entity<ReportDecision>().HasQueryFilter(Name, d => db.Scope.SeesAll || db.SubmittedReports.Any(r => r.Id == d.ReportId));
    }

    private static void ApplyToCurators(ModelBuilder builder, PortalDb db)
    {
        builder.Entity<CuratorAssignment>().HasQueryFilter(Name, a => db.Scope.SeesAll
            || (a.RegionId == db.Scope.RegionId && (db.Scope.SeesRegion || db.Schools.Any(s => s.Id == a.SchoolId))));
        builder.Entity<PartnershipAgreement>().HasQueryFilter(Name, a => db.Scope.SeesAll
            || (a.RegionId == db.Scope.RegionId && (db.Scope.SeesRegion || db.Schools.Any(s => s.Id == a.SchoolId))));
        builder.Entity<Visit>().HasQueryFilter(Name, v => db.Scope.SeesAll
            || (v.RegionId == db.Scope.RegionId && (db.Scope.SeesRegion || db.Schools.Any(s => s.Id == v.SchoolId))));
    }

    private static void ApplyToEvents(ModelBuilder builder, PortalDb db)
    {
        // As a programme, and an event is also seen by whoever sees a school that is asked to take part.
        builder.Entity<Event>().HasQueryFilter(Name, e => db.Scope.SeesAll
            || (e.RegionId == db.Scope.RegionId
                && (db.Scope.SeesRegion || (e.MunicipalityId == null && e.SchoolId == null)
                    || (e.MunicipalityId != null && (db.Scope.MunicipalityId == e.MunicipalityId || db.Schools.Any(s => s.MunicipalityId == e.MunicipalityId)))
                    || (e.SchoolId != null && db.Schools.Any(s => s.Id == e.SchoolId))
                    || db.EventSchools.Any(s => s.EventId == e.Id))));
        builder.Entity<EventSchool>().HasQueryFilter(Name, s => db.Scope.SeesAll
            || (s.RegionId == db.Scope.RegionId && (db.Scope.SeesRegion || db.Schools.Any(x => x.Id == s.SchoolId))));
        builder.Entity<EventMaterial>().HasQueryFilter(Name, m => db.Scope.SeesAll || db.Events.Any(e => e.Id == m.EventId));
        builder.Entity<EventRules>().HasQueryFilter(Name, r => db.Scope.SeesAll || r.RegionId == db.Scope.RegionId);
    }

    private static void ApplyToPeople(ModelBuilder builder, PortalDb db)
    {
        // A regional coordinator keeps the accounts of the region; an observer of it does not.
        builder.Entity<PortalUser>().HasQueryFilter(Name, u => db.Scope.SeesAll || u.Id == db.CurrentUserId
            || (db.Scope.KeepsAccounts && u.RegionId == db.Scope.RegionId));
        builder.Entity<UserSchool>().HasQueryFilter(Name, u => db.Scope.SeesAll || db.Users.Any(x => x.Id == u.UserId));
        builder.Entity<ActivationLink>().HasQueryFilter(Name, l => db.Scope.SeesAll || (db.Scope.KeepsAccounts && db.Users.Any(u => u.Id == l.UserId)));
        builder.Entity<HandOver>().HasQueryFilter(Name, h => db.Scope.SeesAll || (db.Scope.KeepsAccounts && h.RegionId == db.Scope.RegionId));
        builder.Entity<UserUpload>().HasQueryFilter(Name, u => db.Scope.SeesAll || u.AuthorId == db.CurrentUserId);
        builder.Entity<IdentityUserClaim<Guid>>().HasQueryFilter(Name, c => db.Scope.SeesAll || c.UserId == db.CurrentUserId);
        builder.Entity<IdentityUserLogin<Guid>>().HasQueryFilter(Name, l => db.Scope.SeesAll || l.UserId == db.CurrentUserId);
        builder.Entity<IdentityUserToken<Guid>>().HasQueryFilter(Name, t => db.Scope.SeesAll || t.UserId == db.CurrentUserId);

        builder.Entity<ReminderSettings>().HasQueryFilter(Name, r => db.Scope.SeesAll || r.UserId == db.CurrentUserId);
        builder.Entity<DigestLetter>().HasQueryFilter(Name, l => db.Scope.SeesAll || l.UserId == db.CurrentUserId);

        // Own acts are seen by their author: PostgreSQL also asks this of a row that INSERT … RETURNING gives back.
        builder.Entity<AuditEntry>().HasQueryFilter(Name, a => db.Scope.SeesAll
            || (db.Scope.SeesRegion && a.RegionId == db.Scope.RegionId) || (db.CurrentUserId != null && a.UserId == db.CurrentUserId));
        builder.Entity<DataProtectionKeyRow>().HasQueryFilter(Name, _ => db.Scope.Kind == ScopeKind.System);
    }
}
