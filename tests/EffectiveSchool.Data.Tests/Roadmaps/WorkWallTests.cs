using EffectiveSchool.Data.Tests.Scope;
using EffectiveSchool.Domain.Roadmaps;
using Npgsql;

namespace EffectiveSchool.Data.Tests.Roadmaps;

/// <summary>What PostgreSQL itself refuses of evidence and responsibles, whatever a page may try.</summary>
public sealed class WorkWallTests(ScopeWorld world) : IClassFixture<ScopeWorld>
{
    [Theory]
    [InlineData("update work_evidence set number = 'x'")]
    [InlineData("update work_evidence set removed_at = null, removed_by = null where removed_at is not null")]
    [InlineData("update work_evidence set removed_at = now(), link = 'https://school.test/other' where removed_at is null")]
    public async Task Evidence_is_removed_once_and_never_changed_otherwise(string sql)
    {
        await using var db = world.Open(TestRegion.Regional);
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlRawAsync(sql));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
        Assert.Equal(0, await db.Database.ExecuteSqlRawAsync("delete from work_evidence"));
    }

    [Theory]
    [InlineData(TestRegion.Regional, "update submitted_reports set author = 'x', acceptance = 'Returned' where acceptance = 'Accepted'")]
    [InlineData(TestRegion.Regional, "update submitted_reports set content = '[]', acceptance = 'Returned' where acceptance = 'Accepted'")]
    [InlineData(TestRegion.Regional, "update submitted_reports set acceptance = 'UnderReview'")]
    [InlineData(TestRegion.Regional, "update submitted_reports set acceptance = null")]
    [InlineData(TestRegion.Municipal, "insert into report_decisions (report_id, acceptance, reason, author_id, author, at) select id, 'Accepted', '', gen_random_uuid(), 'x', now() from submitted_reports where municipality_id is not null")]
    [InlineData(TestRegion.Observer, "insert into report_decisions (report_id, acceptance, reason, author_id, author, at) select id, 'Accepted', '', gen_random_uuid(), 'x', now() from submitted_reports")]
    public async Task A_submitted_report_is_decided_on_above_its_sender_and_never_rewritten(string scope, string sql)
    {
        await using var db = world.Open(scope);
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlRawAsync(sql));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    [Fact]
    public async Task A_municipality_does_not_accept_its_own_report_and_decisions_stay()
    {
        await using var db = world.Open(TestRegion.Municipal);
        Assert.True(await db.SubmittedReports.AnyAsync(r => r.MunicipalityId != null));
        Assert.Equal(0, await db.Database.ExecuteSqlRawAsync("update submitted_reports set acceptance = 'Returned' where municipality_id is not null"));
        Assert.Equal(0, await db.Database.ExecuteSqlRawAsync("update report_decisions set reason = 'x'"));
        Assert.Equal(0, await db.Database.ExecuteSqlRawAsync("delete from report_decisions"));
        Assert.Equal(0, await db.Database.ExecuteSqlRawAsync("delete from submitted_reports"));
    }

    [Fact]
    public async Task The_file_of_removed_evidence_is_seen_by_the_region_s_staff_alone()
    {
        await using var regional = world.Open(TestRegion.Regional);
        var files = await regional.Evidence.Where(e => e.RemovedAt != null && regional.Works.Any(w => w.Id == e.WorkId && regional.Schools.Any(s => s.Id == w.SchoolId && s.Name == TestRegion.OwnSchool)))
            .Select(e => e.FileId!.Value).ToListAsync();
        Assert.NotEmpty(files);
        Assert.Equal(files.Count, await regional.StoredFiles.CountAsync(f => files.Contains(f.Id)));
        foreach (var reader in new[] { TestRegion.Principal, TestRegion.Curator, TestRegion.Municipal, TestRegion.Observer })
        {
            await using var db = world.Open(reader);
            Assert.Equal(0, await db.StoredFiles.CountAsync(f => files.Contains(f.Id)));
            Assert.Equal(0, await db.StoredFiles.IgnoreQueryFilters().CountAsync(f => files.Contains(f.Id)));
        }
    }

    [Theory]
    [InlineData(TestRegion.Principal, "insert into activity_responsibles (activity_id, key, kind, name) select min(id), 'region-1', 'Region', 'x' from activities")]
    [InlineData(TestRegion.Principal, "insert into responsible_organisations (region_id, name) select id + 1, 'x' from regions")]
    [InlineData(TestRegion.Municipal, "insert into responsible_organisations (region_id, name) select id + 1, 'x' from regions")]
    [InlineData(TestRegion.Municipal, "insert into activity_responsibles (activity_id, key, kind, name) select min(id), 'region-1', 'Region', 'x' from activities")]
    [InlineData(TestRegion.Observer, "insert into responsible_organisations (region_id, name) select id, 'x' from regions")]
    public async Task Responsibles_are_named_by_whoever_keeps_the_programme(string scope, string sql)
    {
        await using var db = world.Open(scope);
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlRawAsync(sql));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    [Fact]
    public async Task A_municipality_neither_renames_an_organisation_nor_takes_a_responsible_of_the_region_away()
    {
        await using var db = world.Open(TestRegion.Municipal);
        Assert.Equal(0, await db.Database.ExecuteSqlRawAsync("update responsible_organisations set name = 'x'"));
        Assert.Equal(0, await db.Database.ExecuteSqlRawAsync("delete from responsible_organisations"));
        var regional = db.Activities.Where(a => db.Roadmaps.Any(r => r.Id == a.RoadmapId && db.Programmes.Any(p => p.Id == r.ProgrammeId && p.MunicipalityId == null)));
        Assert.True(await db.Responsibles.AnyAsync(r => regional.Any(a => a.Id == r.ActivityId)));
        Assert.Equal(0, await db.Responsibles.Where(r => regional.Any(a => a.Id == r.ActivityId)).ExecuteDeleteAsync());
    }
}
