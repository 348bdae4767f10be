using System.Text.Json;

namespace EffectiveSchool.Cli.Tests;

/// <summary>Short ways into the JSON of identify.</summary>
internal static class Json
{
    public static JsonElement School(this JsonElement root, string code) => root.GetProperty("schools").EnumerateArray().Single(s => s.Code() == code);

    public static string Code(this JsonElement school) => school.GetProperty("code").GetString()!;

    public static bool Listed(this JsonElement school) => school.GetProperty("listed").GetBoolean();

    public static string[] Criteria(this JsonElement school) => [.. school.GetProperty("criteria").EnumerateArray().Select(c => c.GetString()!)];

    public static JsonElement Marker(this JsonElement school, string procedure, int year) => school.GetProperty("markers").EnumerateArray()
        .Single(m => m.GetProperty("procedure").GetString() == procedure && m.GetProperty("year").GetInt32() == year);

    public static string State(this JsonElement marker) => marker.GetProperty("state").GetString()!;

    public static string[] Codes(this JsonElement root) => [.. root.GetProperty("schools").EnumerateArray().Select(Code)];

    public static (string? File, int? Row, string Reason)[] Refused(this JsonElement root) => [.. root.GetProperty("refused").EnumerateArray().Select(r => (
        r.GetProperty("file").GetString(),
        r.GetProperty("row").ValueKind == JsonValueKind.Null ? (int?)null : r.GetProperty("row").GetInt32(),
        r.GetProperty("reason").GetString()!))];
}
