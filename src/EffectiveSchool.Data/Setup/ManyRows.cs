using System.Text.Json;
using System.Text.Json.Nodes;
using EffectiveSchool.Data.Mapping;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EffectiveSchool.Data.Setup;

/// <summary>
/// Rows of one table written by one statement: asked of the row policies once, not once a row. Columns, their types and what they
/// hold are those of EF's own mapping, so a new property is never forgotten.
/// </summary>
internal static class ManyRows
{
    /// <summary>Inserts the rows; keys that the database makes are not read back.</summary>
    public static async Task InsertAsync(PortalDb db, IReadOnlyList<EntityEntry> entries, CancellationToken cancellationToken)
    {
        if (entries.Count == 0)
        {
            return;
        }

        var type = entries[0].Metadata;
        IProperty[] written = [.. type.GetProperties().Where(p => !IsMade(p) && !p.IsConcurrencyToken)];
        var names = string.Join(", ", written.Select(p => Quoted(p.GetColumnName())));
        var sql = $"insert into {type.GetTableName()} ({names}) select {names} from {Rows(written)}";
        await db.Database.ExecuteSqlRawAsync(sql, [Written(entries, written)], cancellationToken);
    }

    /// <summary>Updates the columns that changed in any of the rows, of rows that still have the version they were read with.</summary>
    /// <exception cref="DbUpdateConcurrencyException">A row changed since, is gone, or is not the writer's to change.</exception>
    public static async Task UpdateAsync(PortalDb db, IReadOnlyList<EntityEntry> entries, CancellationToken cancellationToken)
    {
        if (entries.Count == 0)
        {
            return;
        }

        var type = entries[0].Metadata;
        IProperty[] changed = [.. type.GetProperties().Where(p => entries.Any(e => e.Property(p).IsModified))];
        IProperty[] found = [.. type.FindPrimaryKey()!.Properties, .. type.GetProperties().Where(p => p.IsConcurrencyToken)];
        var sql = $"update {type.GetTableName()} t set {string.Join(", ", changed.Select(p => $"{Quoted(p.GetColumnName())} = n.{Quoted(p.GetColumnName())}"))} from {Rows([.. found, .. changed])} "
            + $"where {string.Join(" and ", found.Select(p => $"t.{Quoted(p.GetColumnName())} = n.{Quoted(p.GetColumnName())}"))}";
        var updated = await db.Database.ExecuteSqlRawAsync(sql, [Written(entries, [.. found, .. changed])], cancellationToken);
        if (updated != entries.Count)
        {
            throw new DbUpdateConcurrencyException($"{updated} of {entries.Count} rows of {type.GetTableName()} were still as they had been read.");
        }
    }

    /// <summary>The one parameter as rows of the mapped types. Every value goes as text and is cast: so do dates, numbers and jsonb alike.</summary>
    private static string Rows(IProperty[] properties) =>
        $"(select {string.Join(", ", properties.Select(p => $"r.{Quoted(p.GetColumnName())}::{TypeOf(p)} as {Quoted(p.GetColumnName())}"))} "
        + $"from jsonb_to_recordset({{0}}::jsonb) as r({string.Join(", ", properties.Select(p => $"{Quoted(p.GetColumnName())} text"))})) n";

    private static string Written(IReadOnlyList<EntityEntry> entries, IProperty[] properties) => Json.Write(new JsonArray(
    [
        .. entries.Select(e => new JsonObject(properties.Select(p => KeyValuePair.Create(p.GetColumnName(), Value(e, p))))),
    ]));

    private static JsonNode? Value(EntityEntry entry, IProperty property)
    {
        var current = entry.Property(property).CurrentValue;
        var stored = property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(current) : current;
        return stored is null ? null : JsonSerializer.SerializeToNode(stored, Json.Options);
    }

    /// <summary>Without its length: a cast would cut what is too long in silence, an assignment refuses it.</summary>
    private static string TypeOf(IProperty property) => property.GetColumnType().Split('(')[0];

    /// <summary>A key that the database counts itself.</summary>
    private static bool IsMade(IProperty property) => property.IsPrimaryKey() && property.ValueGenerated == ValueGenerated.OnAdd && property.ClrType != typeof(Guid);

    private static string Quoted(string name) => $"\"{name}\"";
}
