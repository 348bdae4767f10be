using Npgsql;

namespace EffectiveSchool.Web.Tests.Walks;

/// <summary>What tells whether anything was written.</summary>
internal static class TableSums
{
    /// <summary>Every table with a sum over the versions of its rows: any insert, update or delete shows.</summary>
    public static async Task<List<string>> OfAsync(Portal portal)
    {
        await using var source = NpgsqlDataSource.Create(portal.Database.Owner);
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
