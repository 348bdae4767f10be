using EffectiveSchool.Data.Audit;
using EffectiveSchool.Data.Lists;
using EffectiveSchool.Data.Registry;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;
using Microsoft.EntityFrameworkCore;

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
        builder.Entity<Region>().HasQueryFilter(Name, r => db.Scope.SeesAll || r.Id == db.Scope.RegionId);
        builder.Entity<Municipality>().HasQueryFilter(Name, m => db.Scope.SeesAll
            || (m.RegionId == db.Scope.RegionId && (db.Scope.MunicipalityId == null || m.Id == db.Scope.MunicipalityId)));
        builder.Entity<School>().HasQueryFilter(Name, s => db.Scope.SeesAll
            || (s.RegionId == db.Scope.RegionId
                && (db.Scope.MunicipalityId == null || s.MunicipalityId == db.Scope.MunicipalityId)
                && (db.Scope.SchoolIds == null || db.Scope.SchoolIds.Contains(s.Id))));
        builder.Entity<SchoolCode>().HasQueryFilter(Name, c => db.Scope.SeesAll
            || (c.RegionId == db.Scope.RegionId && (db.Scope.SeesRegion || db.Schools.Any(s => s.Id == c.SchoolId))));
        builder.Entity<SchoolResult>().HasQueryFilter(Name, r => db.Scope.SeesAll
            || (r.RegionId == db.Scope.RegionId && (db.Scope.SeesRegion || db.Schools.Any(s => s.Id == r.SchoolId))));
        builder.Entity<NotHeldProcedure>().HasQueryFilter(Name, n => db.Scope.SeesAll || n.RegionId == db.Scope.RegionId);

        builder.Entity<RegistryUpload>().HasQueryFilter(Name, u => db.Scope.SeesAll || (db.Scope.SeesRegion && u.RegionId == db.Scope.RegionId));

        builder.Entity<ImportBatch>().HasQueryFilter(Name, b => db.Scope.SeesAll
            || (b.RegionId == db.Scope.RegionId && db.Scope.SchoolIds == null
                && (db.Scope.MunicipalityId == null || b.MunicipalityId == db.Scope.MunicipalityId)));
        builder.Entity<ImportFile>().HasQueryFilter(Name, f => db.Scope.SeesAll
            || (f.RegionId == db.Scope.RegionId
                && (db.Scope.SeesRegion || f.MunicipalityId == null || db.Schools.Any(s => s.MunicipalityId == f.MunicipalityId))));
        builder.Entity<ImportFileContent>().HasQueryFilter(Name, c => db.Scope.SeesAll || db.Files.Any(f => f.Id == c.FileId));
        builder.Entity<ImportRow>().HasQueryFilter(Name, r => db.Scope.SeesAll || db.Batches.Any(b => b.Id == r.BatchId));
        builder.Entity<ResultChange>().HasQueryFilter(Name, c => db.Scope.SeesAll || db.Batches.Any(b => b.Id == c.BatchId));
        builder.Entity<SchoolAlias>().HasQueryFilter(Name, a => db.Scope.SeesAll
            || (a.RegionId == db.Scope.RegionId && (db.Scope.MunicipalityId == null || a.MunicipalityId == db.Scope.MunicipalityId)));

        builder.Entity<StoredMethodology>().HasQueryFilter(Name, m => db.Scope.SeesAll || m.RegionId == db.Scope.RegionId);
        builder.Entity<SchoolList>().HasQueryFilter(Name, l => db.Scope.SeesAll
            || (l.RegionId == db.Scope.RegionId && (db.Scope.SeesDrafts || l.State != ListState.Draft)));
        builder.Entity<ListSchool>().HasQueryFilter(Name, r => db.Scope.SeesAll
            || (r.RegionId == db.Scope.RegionId && (db.Scope.SeesRegion
                || (db.Lists.Any(l => l.Id == r.ListId) && db.Schools.Any(s => s.Id == r.SchoolId)))));
        builder.Entity<ListBasis>().HasQueryFilter(Name, b => db.Scope.SeesAll
            || (b.RegionId == db.Scope.RegionId && db.Lists.Any(l => l.Id == b.ListId)));
        builder.Entity<ListSourceFile>().HasQueryFilter(Name, f => db.Scope.SeesAll
            || (f.RegionId == db.Scope.RegionId && db.Lists.Any(l => l.Id == f.ListId)));

        builder.Entity<PortalUser>().HasQueryFilter(Name, u => db.Scope.SeesAll || u.Id == db.CurrentUserId);
        builder.Entity<UserSchool>().HasQueryFilter(Name, u => db.Scope.SeesAll || u.UserId == db.CurrentUserId);
        builder.Entity<AuditEntry>().HasQueryFilter(Name, a => db.Scope.SeesAll || (db.Scope.SeesRegion && a.RegionId == db.Scope.RegionId));
    }
}
