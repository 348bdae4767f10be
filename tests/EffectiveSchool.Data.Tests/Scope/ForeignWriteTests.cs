using EffectiveSchool.Data.Audit;
using EffectiveSchool.Data.Results;
using Npgsql;

namespace EffectiveSchool.Data.Tests.Scope;

/// <summary>What PostgreSQL itself refuses to the role that pages work as, whatever a page may try.</summary>
public sealed class ForeignWriteTests(ScopeWorld world) : IClassFixture<ScopeWorld>
{
    [Theory]
    [InlineData(TestRegion.Regional, "insert into municipalities (region_id, name) select id + 1, 'Чужой' from regions")]
    [InlineData(TestRegion.Regional, "insert into regions (code, name, time_zone) values ('77', 'Новый', 'Europe/Moscow')")]
    [InlineData(TestRegion.Regional, "insert into methodologies (region_id, code, version, definition, created_at) select id + 1, 'x', 1, '{{}}', now() from regions")]
    [InlineData(TestRegion.Regional, "insert into not_held_procedures (region_id, procedure_id, year) select id, 1, 2019 from regions")]
    [InlineData(TestRegion.Municipal, "insert into import_batches (region_id, author_id, author, created_at, state, rows_read) select region_id, gen_random_uuid(), 'x', now(), 'Reading', 0 from municipalities")]
    [InlineData(TestRegion.Municipal, "insert into import_files (batch_id, region_id, name, sha256, size, sections, warnings) select 1, region_id, 'x', 'x', 1, '[]', '[]' from municipalities")]
    [InlineData(TestRegion.Municipal, "insert into school_aliases (region_id, written, school_id, confirmed_by, confirmed_at) select region_id, 'x', id, gen_random_uuid(), now() from schools limit 1")]
    [InlineData(TestRegion.Principal, "insert into import_batches (region_id, author_id, author, created_at, state, rows_read) select region_id, gen_random_uuid(), 'x', now(), 'Reading', 0 from schools")]
    [InlineData(TestRegion.Observer, "insert into municipalities (region_id, name) select id, 'Новый' from regions")]
    [InlineData(TestRegion.Principal, "insert into user_schools (user_id, school_id) select id, 1 from users")]
    [InlineData(TestRegion.Principal, "update users set role = 'Administrator'")]
    [InlineData(TestRegion.Municipal, "update users set municipality_id = null")]
    [InlineData(TestRegion.Observer, "update users set is_closed = true")]
    [InlineData(TestRegion.Regional, "update users set role = 'Administrator' where role = 'Observer'")]
    [InlineData(TestRegion.Regional, "update users set role = 'Observer' where role = 'RegionalCoordinator'")]
    [InlineData(TestRegion.Regional, "update users set region_id = region_id + 1 where role = 'Observer'")]
    [InlineData(TestRegion.Regional, "insert into user_schools (user_id, school_id) select id, (select max(id) + 1 from schools) from users where role = 'Curator'")]
    [InlineData(TestRegion.Regional, "insert into activation_links (user_id, token_hash, issued_by, issued_at, expires_at) select id, '\\x00', id, now(), now() from users where role = 'RegionalCoordinator'")]
    [InlineData(TestRegion.Municipal, "insert into activation_links (user_id, token_hash, issued_by, issued_at, expires_at) select id, '\\x00', id, now(), now() from users")]
    [InlineData(TestRegion.Municipal, "insert into hand_overs (region_id, from_user_id, to_user_id, since, order_number, order_date, at) select region_id, id, id, now(), '1', now(), now() from users")]
    [InlineData(TestRegion.Principal, "insert into audit (region_id, at, user_id, action, subject, subject_id) values (null, now(), gen_random_uuid(), 'x', 'x', 'x')")]
    [InlineData(TestRegion.Municipal, "insert into events (region_id, author, created_at, title, kind, nature, \"from\", \"to\", place, state, reason, changed_at) select region_id, 'x', now(), 'x', 'x', 'Other', now(), now(), 'x', 'Planned', '', now() from municipalities")]
    [InlineData(TestRegion.Municipal, "insert into event_materials (event_id, title, link, author, at) select id, 'x', 'https://x', 'x', now() from events where municipality_id is null and school_id is null")]
    [InlineData(TestRegion.Principal, "insert into event_schools (event_id, school_id, region_id) select e.id, (select max(id) + 1 from schools), e.region_id from events e where e.school_id is null limit 1")]
    [InlineData(TestRegion.Municipal, "insert into event_schools (event_id, school_id, region_id) select 4, id, region_id from schools limit 1")]
    [InlineData(TestRegion.Municipal, "insert into event_rules (region_id, kinds, norms, material_days) select region_id, '[]', '[]', 10 from municipalities")]
    [InlineData(TestRegion.Principal, "insert into programmes (region_id, name, \"from\", \"to\", passport) select region_id, 'x', now(), now(), '{{}}' from schools")]
    [InlineData(TestRegion.Municipal, "update programmes set review = 'Agreed' where municipality_id is not null and school_id is null")]
    [InlineData(TestRegion.Principal, "update programmes set review = 'Agreed' where school_id is not null")]
    [InlineData(TestRegion.Municipal, "insert into roadmap_amendments (roadmap_id, region_id, number, reason, order_number, author_id, author, at) select r.id, r.region_id, 9, 'x', '', gen_random_uuid(), 'x', now() from roadmaps r join programmes p on p.id = r.programme_id where p.municipality_id is null")]
    public async Task A_row_outside_the_scope_is_refused(string scope, string sql)
    {
        await using var db = world.Open(scope);
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlRawAsync(sql));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    [Theory]
    [InlineData(TestRegion.Municipal, "update schools set name = name where municipality_id <> 0")]
    [InlineData(TestRegion.Principal, "update results set failed = 0")]
    [InlineData(TestRegion.Principal, "delete from lists")]
    [InlineData(TestRegion.Principal, "delete from import_files")]
    [InlineData(TestRegion.Curator, "update import_files set name = 'x'")]
    [InlineData(TestRegion.Curator, "delete from user_schools")]
    [InlineData(TestRegion.Municipal, "update lists set state = 'Draft'")]
    [InlineData(TestRegion.Observer, "update schools set name = name")]
    [InlineData(TestRegion.Observer, "delete from lists")]
    [InlineData(TestRegion.Regional, "delete from users")]
    [InlineData(TestRegion.Regional, "update users set is_closed = true where role = 'Administrator'")]
    [InlineData(TestRegion.Regional, "delete from activation_links where user_id in (select id from users where role = 'RegionalCoordinator')")]
    [InlineData(TestRegion.ForeignRegional, "update users set is_closed = true where role = 'Observer'")]
    [InlineData(TestRegion.Municipal, "update users set is_closed = true where role = 'Principal'")]
    [InlineData(TestRegion.Municipal, "update events set title = 'x' where municipality_id is null and school_id is null")]
    [InlineData(TestRegion.Principal, "update events set title = 'x' where school_id is null")]
    [InlineData(TestRegion.Regional, "delete from events")]
    [InlineData(TestRegion.Regional, "update event_materials set title = 'x'")]
    [InlineData(TestRegion.Observer, "update event_schools set people = 0")]
    [InlineData(TestRegion.Municipal, "update roadmap_amendments set reason = 'x'")]
    [InlineData(TestRegion.Regional, "update amended_activities set step = 'Added'")]
    [InlineData(TestRegion.Regional, "delete from programme_review_events")]
    [InlineData(TestRegion.Municipal, "delete from roadmap_templates")]
    [InlineData(TestRegion.Principal, "update programmes set name = 'x' where school_id is null")]
    [InlineData("nobody", "delete from schools")]
    public async Task What_may_not_be_written_stays(string scope, string sql)
    {
        await using var db = world.Open(scope);
        Assert.Equal(0, await db.Database.ExecuteSqlRawAsync(sql));
    }

    [Theory]
    [InlineData(TestRegion.Regional, "update schools set name = name", 5)]
    [InlineData(TestRegion.Regional, "update users set display_name = display_name", 7)]
    [InlineData(TestRegion.Municipal, "update results set failed = failed", 24)]
    [InlineData(TestRegion.Municipal, "update import_files set name = name", 2)]
    [InlineData(TestRegion.Principal, "update users set display_name = display_name", 1)]
    [InlineData(TestRegion.Observer, "update users set display_name = display_name", 1)]
    public async Task A_write_without_a_condition_reaches_the_scope_and_no_further(string scope, string sql, int rows)
    {
        await using var db = world.Open(scope);
        Assert.Equal(rows, await db.Database.ExecuteSqlRawAsync(sql));
    }

    [Fact]
    public async Task A_result_cannot_be_moved_to_a_foreign_school()
    {
        int foreign;
        await using (var system = world.Open("system"))
        {
            foreign = await system.Schools.Where(s => s.Name == TestRegion.SouthSchool).Select(s => s.Id).SingleAsync();
        }

        await using var db = world.Open(TestRegion.Municipal);
        var refusal = await Assert.ThrowsAsync<PostgresException>(
            () => db.Database.ExecuteSqlAsync($"update results set school_id = {foreign}, year = 1999 where id = (select min(id) from results)"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    [Theory]
    [InlineData("update audit set reason = 'x'")]
    [InlineData("delete from audit")]
    [InlineData("truncate audit")]
    [InlineData("update procedures set code = code")]
    [InlineData("select * from \"__EFMigrationsHistory\"")]
    public async Task The_journal_and_the_procedures_cannot_be_altered_even_by_the_system(string sql)
    {
        await using var db = world.Open("system");
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlRawAsync(sql));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    [Theory]
    [InlineData(TestRegion.Municipal)]
    [InlineData(TestRegion.Principal)]
    public async Task Everybody_may_append_their_own_act_to_the_journal_and_sees_it(string scope)
    {
        await using var db = world.Open(scope);
        var entry = new AuditEntry { At = DateTimeOffset.UtcNow, UserId = db.CurrentUserId, RegionId = db.Scope.RegionId, Action = "проверено", Subject = "Test", SubjectId = "1" };
        db.Audit.Add(entry);
        await db.SaveChangesAsync();
        Assert.Equal(entry.Id, await db.Audit.Where(a => a.Subject == "Test").Select(a => a.Id).SingleAsync());
    }

    [Fact]
    public async Task An_upload_of_a_municipality_is_written_together_with_its_journal()
    {
        await using var db = world.Open(TestRegion.Municipal);
        var batch = new ImportBatch
        {
            RegionId = db.Scope.RegionId!.Value,
            MunicipalityId = db.Scope.MunicipalityId,
            AuthorId = db.CurrentUserId!.Value,
            Author = "Муниципальный координатор",
            CreatedAt = DateTimeOffset.UtcNow,
        };
        batch.Files.Add(new ImportFile { RegionId = batch.RegionId, MunicipalityId = batch.MunicipalityId, Name = "x.csv", Sha256 = "x", Size = 1 });
        db.Batches.Add(batch);
        await db.SaveChangesAsync();
        Assert.True(await db.Audit.AnyAsync(a => a.Subject == nameof(ImportBatch) && a.SubjectId == batch.Id.ToString()));

        db.Batches.Remove(batch);
        await db.SaveChangesAsync();
    }
}
