using Npgsql;

namespace EffectiveSchool.Data.Server;

/// <summary>
/// Two ways into one database: the owner migrates and provisions, the app serves people.
/// A superuser or an owner would walk past row-level security, so the portal's pages only ever use <see cref="App"/>.
/// </summary>
public sealed record DatabaseConnections(string Owner, string App)
{
    /// <summary>Names the database without the passwords: a record would print them into any log that shows it.</summary>
    public override string ToString()
    {
        var app = new NpgsqlConnectionStringBuilder(App);
        return FormattableString.Invariant($"{app.Host}:{app.Port}/{app.Database}");
    }
}
