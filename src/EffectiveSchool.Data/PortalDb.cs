using EffectiveSchool.Data.Audit;
using EffectiveSchool.Data.Files;
using EffectiveSchool.Data.Lists;
using EffectiveSchool.Data.Mapping;
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
using EffectiveSchool.Domain.Meetings;
using EffectiveSchool.Domain.Monitoring;
using EffectiveSchool.Domain.Objections;
using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Domain.Publications;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results.Collection;
using EffectiveSchool.Domain.Roadmaps;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace EffectiveSchool.Data;

/// <summary>The portal's database. Every query is filtered by the current scope, and by row-level security behind it.</summary>
public sealed class PortalDb(DbContextOptions<PortalDb> options, CurrentAccess access, TimeProvider clock)
    : IdentityUserContext<PortalUser, Guid>(options)
{
    /// <summary>The scope that filters every query of this context.</summary>
    public AccessScope Scope => access.Scope;

    /// <summary>The signed-in person, or null in a job.</summary>
    public Guid? CurrentUserId => access.UserId;

    public DbSet<Region> Regions => Set<Region>();

    public DbSet<Municipality> Municipalities => Set<Municipality>();

    public DbSet<School> Schools => Set<School>();

    public DbSet<SchoolCode> SchoolCodes => Set<SchoolCode>();

    public DbSet<RegistryVersion> RegistryVersions => Set<RegistryVersion>();

    public DbSet<RegistryUpload> RegistryUploads => Set<RegistryUpload>();

    public DbSet<ProcedureRow> Procedures => Set<ProcedureRow>();

    public DbSet<NotHeldProcedure> NotHeld => Set<NotHeldProcedure>();

    public DbSet<SchoolResult> Results => Set<SchoolResult>();

    public DbSet<ImportBatch> Batches => Set<ImportBatch>();

    public DbSet<ImportFile> Files => Set<ImportFile>();

    public DbSet<ImportFileContent> FileContents => Set<ImportFileContent>();

    public DbSet<ImportRow> ImportRows => Set<ImportRow>();

    public DbSet<ResultChange> ResultChanges => Set<ResultChange>();

    public DbSet<MarkComparison> MarkComparisons => Set<MarkComparison>();

    public DbSet<MarkComparisonChange> MarkComparisonChanges => Set<MarkComparisonChange>();

    public DbSet<ExamThreshold> ExamThresholds => Set<ExamThreshold>();

    public DbSet<ColumnMapping> ColumnMappings => Set<ColumnMapping>();

    public DbSet<CollectionCampaign> Campaigns => Set<CollectionCampaign>();

    public DbSet<DataConfirmation> Confirmations => Set<DataConfirmation>();

    public DbSet<SchoolAlias> Aliases => Set<SchoolAlias>();

    public DbSet<StoredMethodology> Methodologies => Set<StoredMethodology>();

    public DbSet<SchoolList> Lists => Set<SchoolList>();

    public DbSet<ListSchool> ListSchools => Set<ListSchool>();

    public DbSet<ListBasis> ListBases => Set<ListBasis>();

    public DbSet<ListSourceFile> ListSources => Set<ListSourceFile>();

    public DbSet<Objection> Objections => Set<Objection>();

    public DbSet<ObjectionFile> ObjectionFiles => Set<ObjectionFile>();

    public DbSet<SignedOrder> SignedOrders => Set<SignedOrder>();

    public DbSet<ImportedList> ImportedLists => Set<ImportedList>();

    public DbSet<ImportedListSchool> ImportedListSchools => Set<ImportedListSchool>();

    public DbSet<FigureUpload> FigureUploads => Set<FigureUpload>();

    public DbSet<SchoolFigure> SchoolFigures => Set<SchoolFigure>();

    public DbSet<PublishedRow> PublishedRows => Set<PublishedRow>();

    public DbSet<StoredFile> StoredFiles => Set<StoredFile>();

    public DbSet<StoredFileContent> StoredFileContents => Set<StoredFileContent>();

    public DbSet<ProfileArchive> ProfileArchives => Set<ProfileArchive>();

    public DbSet<ActivationLink> ActivationLinks => Set<ActivationLink>();

    public DbSet<HandOver> HandOvers => Set<HandOver>();

    public DbSet<UserUpload> UserUploads => Set<UserUpload>();

    public DbSet<CuratorAssignment> CuratorAssignments => Set<CuratorAssignment>();

    public DbSet<PartnershipAgreement> Agreements => Set<PartnershipAgreement>();

    public DbSet<Visit> Visits => Set<Visit>();

    public DbSet<ReminderSettings> ReminderSettings => Set<ReminderSettings>();

    public DbSet<DigestLetter> DigestLetters => Set<DigestLetter>();

    public DbSet<Programme> Programmes => Set<Programme>();

    public DbSet<Roadmap> Roadmaps => Set<Roadmap>();

    public DbSet<Activity> Activities => Set<Activity>();

    public DbSet<RoadmapUpload> RoadmapUploads => Set<RoadmapUpload>();

    public DbSet<RoadmapAmendment> RoadmapAmendments => Set<RoadmapAmendment>();

    public DbSet<RoadmapTemplate> RoadmapTemplates => Set<RoadmapTemplate>();

    public DbSet<ProgrammeSchool> ProgrammeSchools => Set<ProgrammeSchool>();

    public DbSet<OccurrenceWork> Works => Set<OccurrenceWork>();

    public DbSet<WorkEvidence> Evidence => Set<WorkEvidence>();

    public DbSet<ResponsibleOrganisation> Organisations => Set<ResponsibleOrganisation>();

    public DbSet<ActivityResponsible> Responsibles => Set<ActivityResponsible>();

    public DbSet<SubmittedReport> SubmittedReports => Set<SubmittedReport>();

    public DbSet<ReportDecision> ReportDecisions => Set<ReportDecision>();

    public DbSet<ReportSchedule> ReportSchedules => Set<ReportSchedule>();

    public DbSet<Event> Events => Set<Event>();

    public DbSet<EventSchool> EventSchools => Set<EventSchool>();

    public DbSet<EventMaterial> EventMaterials => Set<EventMaterial>();

    public DbSet<EventRules> EventRules => Set<EventRules>();

    public DbSet<MonitoringCycle> MonitoringCycles => Set<MonitoringCycle>();

    public DbSet<MonitoringRound> MonitoringRounds => Set<MonitoringRound>();

    public DbSet<MonitoringSubmission> MonitoringSubmissions => Set<MonitoringSubmission>();

    public DbSet<Publication> Publications => Set<Publication>();

    public DbSet<SiteCheckRound> SiteCheckRounds => Set<SiteCheckRound>();

    public DbSet<SiteCheck> SiteChecks => Set<SiteCheck>();

    public DbSet<WorkingGroup> WorkingGroups => Set<WorkingGroup>();

    public DbSet<Meeting> Meetings => Set<Meeting>();

    public DbSet<MeetingDecision> MeetingDecisions => Set<MeetingDecision>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<DataProtectionKeyRow> DataProtectionKeys => Set<DataProtectionKeyRow>();

    /// <summary>Why the next save is made, for the journal.</summary>
    public string? Reason { get; set; }

    public override Task<int> SaveChangesAsync(CancellationToken cancellationToken = default) =>
        SaveChangesAsync(acceptAllChangesOnSuccess: true, cancellationToken);

    /// <summary>Saves the changes and their journal in one transaction.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var pending = AuditTrail.Collect(this);
        if (pending.Count == 0)
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        // A key of a new row is known only after it is saved, so the journal is written second, in the same transaction.
        var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        try
        {
            var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess: true, cancellationToken);
            await WriteJournalAsync(pending, cancellationToken);
            if (own is not null)
            {
                await own.CommitAsync(cancellationToken);
            }

            return saved;
        }
        finally
        {
            if (own is not null)
            {
                await own.DisposeAsync();
            }
        }
    }

    /// <summary>
    /// Saves what changed of many rows and what was added below them, one statement a table, with a line of the journal for each row
    /// as ever. The transaction must be open; keys of added rows are not read back, so what is added must not be of the journal.
    /// </summary>
    internal async Task SaveManyAsync(CancellationToken cancellationToken)
    {
        var pending = AuditTrail.Collect(this);
        foreach (var changed in ChangeTracker.Entries().Where(e => e.State == EntityState.Modified).GroupBy(e => e.Metadata).ToList())
        {
            await ManyRows.UpdateAsync(this, [.. changed], cancellationToken);
        }

        foreach (var added in ChangeTracker.Entries().Where(e => e.State == EntityState.Added).GroupBy(e => e.Metadata).ToList())
        {
            await ManyRows.InsertAsync(this, [.. added], cancellationToken);
        }

        await WriteJournalAsync(pending, cancellationToken);
        ChangeTracker.Clear();
    }

    private async Task WriteJournalAsync(List<AuditTrail.Pending> pending, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await ManyRows.InsertAsync(this, pending.ConvertAll(p => (EntityEntry)Entry(p.ToEntry(CurrentUserId, now, Reason))), cancellationToken);
        Reason = null;
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        RegistryMapping.Map(builder);
        ResultsMapping.Map(builder);
        ComingMapping.Map(builder);
        CollectionMapping.Map(builder);
        ListsMapping.Map(builder);
        FiguresMapping.Map(builder);
        FilesMapping.Map(builder);
        ObjectionsMapping.Map(builder);
        PeopleMapping.Map(builder);
        CuratorsMapping.Map(builder);
        RemindersMapping.Map(builder);
        ProgrammesMapping.Map(builder);
        WorksMapping.Map(builder);
        ResponsiblesMapping.Map(builder);
        EventsMapping.Map(builder);
        MonitoringMapping.Map(builder);
        PublicationsMapping.Map(builder);
        MeetingsMapping.Map(builder);
        ScopeFilters.Apply(builder, this);
        SnakeCase.Apply(builder);
    }
}
