using EffectiveSchool.Data.Tests.Scope;
using EffectiveSchool.Domain.Meetings;
using Npgsql;

namespace EffectiveSchool.Data.Tests.Monitoring;

/// <summary>Who may write about monitoring, sites and meetings, as PostgreSQL itself sees it.</summary>
public sealed class MonitoringWallTests(ScopeWorld world) : IClassFixture<ScopeWorld>
{
    [Theory]
    [InlineData(TestRegion.Principal, "insert into monitoring_submissions (region_id, round_id, school_id, state, changed_at) select region_id, 1, school_id, 'NotStarted', now() from monitoring_submissions limit 1")]
    [InlineData(TestRegion.Municipal, "insert into monitoring_cycles (region_id, name, year, frequency, schools) select region_id, 'x', 2026, 'Once', 'All' from municipalities")]
    [InlineData(TestRegion.Municipal, "insert into working_groups (region_id, name, basis) select region_id, 'x', '' from municipalities")]
    [InlineData(TestRegion.Principal, "insert into meetings (group_id, region_id, date, place, agenda, protocol_number) select id, region_id, now(), '', '[]', '' from working_groups")]
    [InlineData(TestRegion.Municipal, "insert into publications (region_id, author_id, author, title, date, place, link) select region_id, gen_random_uuid(), 'x', 'x', now(), 'x', 'x' from municipalities")]
    [InlineData(TestRegion.Observer, "insert into publications (region_id, author_id, author, title, date, place, link) select id, gen_random_uuid(), 'x', 'x', now(), 'x', 'x' from regions")]
    public async Task What_is_not_ones_own_to_write_is_refused(string scope, string sql)
    {
        await using var db = world.Open(scope);
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{", StringComparison.Ordinal)));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    [Theory]
    [InlineData(TestRegion.Regional, "update monitoring_cycles set name = name", 6)]
    [InlineData(TestRegion.Municipal, "update monitoring_cycles set name = name", 2)]
    [InlineData(TestRegion.Principal, "update monitoring_cycles set name = name", 0)]
    [InlineData(TestRegion.Principal, "update monitoring_submissions set changed_at = now()", 4)]
    [InlineData(TestRegion.Curator, "update site_marks set note = note", 4)]
    [InlineData(TestRegion.Observer, "update site_marks set note = note", 0)]
    [InlineData(TestRegion.Municipal, "update working_groups set basis = basis", 1)]
    [InlineData(TestRegion.Municipal, "update meeting_decisions set done_note = done_note", 1)]
    [InlineData(TestRegion.Principal, "update publications set title = title", 1)]
    [InlineData(TestRegion.Municipal, "update publications set title = title", 4)]
    [InlineData(TestRegion.Regional, "delete from monitoring_events", 0)]
    [InlineData(TestRegion.Regional, "update monitoring_events set text = 'x'", 0)]
    [InlineData(TestRegion.Regional, "delete from monitoring_submissions", 0)]
    public async Task A_write_reaches_what_the_role_keeps_and_no_further(string scope, string sql, int rows)
    {
        await using var db = world.Open(scope);
        Assert.Equal(rows, await db.Database.ExecuteSqlRawAsync(sql));
    }

    [Theory]
    [InlineData(TestRegion.Regional, 3)]
    [InlineData(TestRegion.Municipal, 1)]
    [InlineData(TestRegion.Curator, 0)]
    [InlineData(TestRegion.Principal, 0)]
    public async Task Names_of_members_are_seen_by_those_who_call_the_group_together(string scope, int members)
    {
        await using var db = world.Open(scope);
        Assert.Equal(members, await db.Set<GroupMember>().CountAsync());
    }
}
