using EffectiveSchool.Domain.Meetings;
using EffectiveSchool.Domain.Monitoring;
using EffectiveSchool.Domain.Publications;

namespace EffectiveSchool.Data.Mapping;

/// <summary>The scope over monitoring, publications and meetings; a part of <see cref="ScopeFilters"/>.</summary>
internal static class MonitoringFilters
{
    public static void Apply(ModelBuilder builder, PortalDb db)
    {
        ApplyToMonitoring(builder, db);
        ApplyToPublications(builder, db);
        ApplyToMeetings(builder, db);
    }

    private static void ApplyToMonitoring(ModelBuilder builder, PortalDb db)
    {
        // What is open is seen by whoever sees a school of it; a draft by those who make it: the region, or the municipality whose own it is.
        builder.Entity<MonitoringCycle>().HasQueryFilter(ScopeFilters.Name, c => db.Scope.SeesAll
            || (c.RegionId == db.Scope.RegionId
                && (db.Scope.SeesRegion || (db.Scope.SeesMunicipality && c.MunicipalityId == db.Scope.MunicipalityId)
                    || (c.OpenedAt != null && (c.MunicipalityId == null || db.Schools.Any(s => s.MunicipalityId == c.MunicipalityId))))));
        builder.Entity<MonitoringItem>().HasQueryFilter(ScopeFilters.Name, i => db.Scope.SeesAll || db.MonitoringCycles.Any(c => c.Id == i.CycleId));
        builder.Entity<MonitoringRound>().HasQueryFilter(ScopeFilters.Name, r => db.Scope.SeesAll || db.MonitoringCycles.Any(c => c.Id == r.CycleId));
        builder.Entity<MonitoringSubmission>().HasQueryFilter(ScopeFilters.Name, s => db.Scope.SeesAll
            || (s.RegionId == db.Scope.RegionId && (db.Scope.SeesRegion || db.Schools.Any(o => o.Id == s.SchoolId))));
        builder.Entity<MonitoringAnswer>().HasQueryFilter(ScopeFilters.Name, a => db.Scope.SeesAll || db.MonitoringSubmissions.Any(s => s.Id == a.SubmissionId));
        builder.Entity<MonitoringEvent>().HasQueryFilter(ScopeFilters.Name, e => db.Scope.SeesAll || db.MonitoringSubmissions.Any(s => s.Id == e.SubmissionId));
    }

    private static void ApplyToPublications(ModelBuilder builder, PortalDb db)
    {
        // News is public: the region's and the municipalities' is everybody's, a school's is seen by whoever sees the school.
        builder.Entity<Publication>().HasQueryFilter(ScopeFilters.Name, p => db.Scope.SeesAll
            || (p.RegionId == db.Scope.RegionId
                && (db.Scope.SeesRegion || (p.SchoolId == null
                    ? p.MunicipalityId == null || (db.Scope.SeesMunicipality && p.MunicipalityId == db.Scope.MunicipalityId) || db.Schools.Any(s => s.MunicipalityId == p.MunicipalityId)
                    : db.Schools.Any(s => s.Id == p.SchoolId)))));
        builder.Entity<SiteCheckRound>().HasQueryFilter(ScopeFilters.Name, r => db.Scope.SeesAll
            || (r.RegionId == db.Scope.RegionId
                && (db.Scope.SeesRegion || r.MunicipalityId == null || (db.Scope.SeesMunicipality && r.MunicipalityId == db.Scope.MunicipalityId)
                    || db.Schools.Any(s => s.MunicipalityId == r.MunicipalityId))));
        builder.Entity<SiteCheckItem>().HasQueryFilter(ScopeFilters.Name, i => db.Scope.SeesAll || db.SiteCheckRounds.Any(r => r.Id == i.RoundId));
        builder.Entity<SiteCheck>().HasQueryFilter(ScopeFilters.Name, c => db.Scope.SeesAll
            || (c.RegionId == db.Scope.RegionId && (db.Scope.SeesRegion || db.Schools.Any(s => s.Id == c.SchoolId))));
        builder.Entity<SiteMark>().HasQueryFilter(ScopeFilters.Name, m => db.Scope.SeesAll || db.SiteChecks.Any(c => c.Id == m.CheckId));
    }

    private static void ApplyToMeetings(ModelBuilder builder, PortalDb db)
    {
        builder.Entity<WorkingGroup>().HasQueryFilter(ScopeFilters.Name, g => db.Scope.SeesAll
            || (g.RegionId == db.Scope.RegionId
                && (db.Scope.SeesRegion || g.MunicipalityId == null || (db.Scope.SeesMunicipality && g.MunicipalityId == db.Scope.MunicipalityId)
                    || db.Schools.Any(s => s.MunicipalityId == g.MunicipalityId))));

        // Names of people are for those who call the group together: the region, and the municipality its own.
        builder.Entity<GroupMember>().HasQueryFilter(ScopeFilters.Name, m => db.Scope.SeesAll
            || db.WorkingGroups.Any(g => g.Id == m.GroupId
                && (db.Scope.SeesRegion || (db.Scope.SeesMunicipality && g.MunicipalityId == db.Scope.MunicipalityId))));
        builder.Entity<Meeting>().HasQueryFilter(ScopeFilters.Name, m => db.Scope.SeesAll || db.WorkingGroups.Any(g => g.Id == m.GroupId));
        builder.Entity<MeetingDecision>().HasQueryFilter(ScopeFilters.Name, d => db.Scope.SeesAll || db.Meetings.Any(m => m.Id == d.MeetingId));
    }
}
