using Npgsql;
using Quartz;

namespace EffectiveSchool.Data.Setup;

/// <summary>
/// Where background jobs are kept: the PostgreSQL store of Quartz in a schema of its own. The owner makes the tables, the
/// portal's role only uses them.
/// </summary>
public static class JobStore
{
    /// <summary>Name of the schema.</summary>
    public const string Schema = "quartz";

    /// <summary>Every portal on one database shares this scheduler.</summary>
    public const string Scheduler = "EffectiveSchool";

    /// <summary>Keeps jobs, and how they went, in the database of the connection.</summary>
    public static void Use(IPersistentStoreBuilder store, string connection)
    {
        store.UsePostgres(new NpgsqlConnectionStringBuilder(connection) { SearchPath = Schema }.ConnectionString);
        store.UseExecutionHistory();
        store.ConfigureStore(o => o.StoreJobDataAsStrings = true);
    }

    /// <summary>Makes the tables that are missing.</summary>
    internal static async Task PrepareAsync(string ownerConnection, CancellationToken cancellationToken)
    {
        await using (var owner = NpgsqlDataSource.Create(ownerConnection))
        await using (var command = owner.CreateCommand($"create schema if not exists {Schema}"))
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await using var factory = QuartzSchedulerBuilder.Create(quartz =>
        {
            quartz.ConfigureScheduler(s => s.InstanceName = Scheduler);
            quartz.UsePersistentStore(store =>
            {
                Use(store, ownerConnection);
                store.ProvisionSchema();
            });
        }).Build();
        await factory.GetScheduler(cancellationToken);
    }

    internal static string GrantSql(string role) => $"""
        grant usage on schema {Schema} to {role};
        grant select, insert, update, delete on all tables in schema {Schema} to {role};
        grant usage, select on all sequences in schema {Schema} to {role};
        """;
}
