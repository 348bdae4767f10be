using EffectiveSchool.Data.Tests.Scope;
using Npgsql;

namespace EffectiveSchool.Data.Tests.Curators;

/// <summary>Who may write about the work with schools, as PostgreSQL itself sees it.</summary>
public sealed class CuratorWallTests(ScopeWorld world) : IClassFixture<ScopeWorld>
{
    private const string NewVisit = "insert into visits (region_id, school_id, author_id, author_name, kind, date, aim, findings, recommendations) select region_id, school_id, {0}, 'x', 'Visit', now(), 'x', 'x', '' from visits limit 1";

    [Theory]
    [InlineData(TestRegion.Curator, "insert into curator_assignments (region_id, curator_id, curator_name, school_id, \"from\", order_number, order_date) select region_id, curator_id, 'x', school_id, now(), '1', now() from curator_assignments")]
    [InlineData(TestRegion.Municipal, "insert into curator_assignments (region_id, curator_id, curator_name, school_id, \"from\", order_number, order_date) select region_id, curator_id, 'x', school_id, now(), '1', now() from curator_assignments")]
    [InlineData(TestRegion.Principal, "insert into partnership_agreements (region_id, school_id, partner_name, number, date, \"from\", subject) select region_id, school_id, 'x', '', now(), now(), 'x' from partnership_agreements")]
    [InlineData(TestRegion.Observer, "insert into partnership_agreements (region_id, school_id, partner_name, number, date, \"from\", subject) select region_id, school_id, 'x', '', now(), now(), 'x' from partnership_agreements")]
    public async Task What_is_not_ones_own_to_write_is_refused(string scope, string sql) => await AssertRefusedAsync(scope, sql);

    [Fact]
    public async Task A_visit_is_written_under_ones_own_name()
    {
        await using var db = world.Open(TestRegion.Curator);
        await AssertRefusedAsync(TestRegion.Curator, string.Format(System.Globalization.CultureInfo.InvariantCulture, NewVisit, "gen_random_uuid()"));
        Assert.Equal(1, await db.Database.ExecuteSqlRawAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, NewVisit, "app_user()")));
    }

    [Theory]
    [InlineData(TestRegion.Principal, "update visits set findings = 'x'", 0)]
    [InlineData(TestRegion.Municipal, "update visits set findings = 'x'", 0)]
    [InlineData(TestRegion.Curator, "update curator_assignments set until = null", 0)]
    [InlineData(TestRegion.Regional, "delete from curator_assignments", 0)]
    [InlineData(TestRegion.Regional, "delete from visits", 0)]
    [InlineData(TestRegion.Municipal, "delete from partnership_agreements", 0)]
    [InlineData(TestRegion.Municipal, "update partnership_agreements set subject = subject", 3)]
    [InlineData(TestRegion.Regional, "update curator_assignments set end_reason = end_reason", 5)]
    public async Task A_write_reaches_what_the_role_keeps_and_no_further(string scope, string sql, int rows)
    {
        await using var db = world.Open(scope);
        Assert.Equal(rows, await db.Database.ExecuteSqlRawAsync(sql));
    }

    private async Task AssertRefusedAsync(string scope, string sql)
    {
        await using var db = world.Open(scope);
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlRawAsync(sql));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }
}
