using EffectiveSchool.Data.Lists;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Data.Scope;
using EffectiveSchool.Domain.Results;
using Npgsql;

namespace EffectiveSchool.Data.Setup;

/// <summary>Prepares a database as its owner: migrations, the job store, row-level security, rights of the app role, reference data.</summary>
public static class DatabaseSetup
{
    /// <summary>Brings the database up to date; may be run any number of times.</summary>
    /// <param name="ownerConnection">Connection string of the role that owns the tables.</param>
    /// <param name="appConnection">Connection string of the role the portal works as; its rights are granted here.</param>
    public static async Task PrepareAsync(string ownerConnection, string appConnection, CancellationToken cancellationToken = default)
    {
        var access = new CurrentAccess { Scope = AccessScope.System };
        var options = new DbContextOptionsBuilder<PortalDb>().UseNpgsql(ownerConnection).Options;
        await using var db = new PortalDb(options, access, TimeProvider.System);
        await db.Database.MigrateAsync(cancellationToken);
        await JobStore.PrepareAsync(ownerConnection, cancellationToken);
        await using (var owner = NpgsqlDataSource.Create(ownerConnection))
        {
            await ExecuteAsync(owner, RowSecuritySql(), cancellationToken);
            await ExecuteAsync(owner, GrantSql(new NpgsqlConnectionStringBuilder(appConnection).Username!), cancellationToken);
        }

        await AddProceduresAsync(db, cancellationToken);
        await Methodologies.AddMissingAsync(db, TimeProvider.System.GetUtcNow(), cancellationToken);
    }

    private static string RowSecuritySql()
    {
        using var stream = typeof(DatabaseSetup).Assembly.GetManifestResourceStream("RowSecurity.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static string GrantSql(string appRole)
    {
        var role = new NpgsqlCommandBuilder().QuoteIdentifier(appRole);
        return $"""
            grant usage on schema public to {role};
            grant select, insert, update, delete on all tables in schema public to {role};
            grant usage, select on all sequences in schema public to {role};
            grant execute on all functions in schema public to {role};
            revoke update, delete, truncate on audit from {role};
            revoke insert, update, delete on procedures from {role};
            revoke all on "__EFMigrationsHistory" from {role};
            {JobStore.GrantSql(role)}
            """;
    }

    private static async Task ExecuteAsync(NpgsqlDataSource owner, string sql, CancellationToken cancellationToken)
    {
        await using var command = owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task AddProceduresAsync(PortalDb db, CancellationToken cancellationToken)
    {
        var known = await db.Procedures.Select(p => p.Code).ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
        db.Procedures.AddRange(Procedures.All
            .Select((p, i) => new ProcedureRow { Code = p.Code, Kind = p.Kind, Grade = p.Grade, Subject = p.Subject, Level = p.Level, Position = i })
            .Where(p => !known.Contains(p.Code)));
        await db.SaveChangesAsync(cancellationToken);
    }
}
