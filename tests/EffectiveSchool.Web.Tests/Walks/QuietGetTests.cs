using EffectiveSchool.Data.Users;
using Npgsql;

namespace EffectiveSchool.Web.Tests.Walks;

/// <summary>GET never writes (house rule 3).</summary>
public sealed class QuietGetTests(FilledPortal world) : IClassFixture<FilledPortal>
{
    [Fact]
    public async Task Opening_every_page_as_every_role_changes_no_row_of_any_table()
    {
        var passports = new List<Passport>();
        foreach (var role in Enum.GetValues<PortalRole>())
        {
            passports.Add(await Passport.OfAsync(world.Portal, role));
        }

        var before = await TablesAsync();
        foreach (var address in AccessTable.Read().Where(l => l.Method == "GET").Select(l => world.AddressOf(l.Route) + (l.Handler == "-" ? "" : "?handler=" + l.Handler)))
        {
            foreach (var passport in passports)
            {
                (await passport.SendAsync(HttpMethod.Get, address)).Dispose();
            }
        }

        Assert.Equal(before, await TablesAsync());
    }

    /// <summary>Every table with a sum over the versions of its rows: any insert, update or delete shows.</summary>
    private async Task<List<string>> TablesAsync()
    {
        await using var source = NpgsqlDataSource.Create(world.Portal.Database.Owner);
        var tables = new List<string>();
        await using (var names = source.CreateCommand("select quote_ident(relname) from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1"))
        await using (var reader = await names.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                tables.Add(reader.GetString(0));
            }
        }

        Assert.Contains("audit", tables);
        var sums = new List<string>();
        foreach (var table in tables)
        {
            await using var sum = source.CreateCommand($"select count(*) || ' ' || coalesce(md5(string_agg(xmin::text || ctid::text, ',' order by ctid)), '') from {table}");
            sums.Add($"{table}: {await sum.ExecuteScalarAsync()}");
        }

        return sums;
    }
}
