using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using EffectiveSchool.Domain.Roadmaps;
using EffectiveSchool.Imports.Roadmaps;

namespace EffectiveSchool.Cli.Terms;

/// <summary>Terms as JSON for other programs: UTF-8 without a mark, Cyrillic as it is, dates yyyy-MM-dd.</summary>
internal static class TermsJson
{
    /// <summary>A plan: one element for each activity.</summary>
    public static void Write(IEnumerable<(PlanActivity Activity, Term Term)> plan, Stream output) => Write(output, json =>
    {
        json.WriteStartArray();
        foreach (var (activity, term) in plan)
        {
            json.WriteStartObject();
            json.WriteString("number", activity.Number);
            json.WriteString("section", activity.Section);
            json.WriteString("title", activity.Title);
            json.WriteString("term", term.Text);
            json.WriteString("kind", Name(term.Kind));
            json.WriteString("responsible", activity.Responsible);
            json.WriteString("expected", activity.Expected);
            WriteDates(json, term);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>One wording: the same fields without those of an activity.</summary>
    public static void Write(Term term, Stream output) => Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("term", term.Text);
        json.WriteString("kind", Name(term.Kind));
        WriteDates(json, term);
        json.WriteEndObject();
    });

    private static void WriteDates(Utf8JsonWriter json, Term term)
    {
        json.WriteStartArray("occurrences");
        foreach (var (from, due) in term.Occurrences)
        {
            json.WriteStartObject();
            json.WriteString("from", from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("due", due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteBoolean("needsDate", term.NeedsDate);
        json.WriteStartArray("warnings");
        foreach (var warning in term.Warnings)
        {
            json.WriteStringValue(warning);
        }

        json.WriteEndArray();
        if (term.Quota is { } quota)
        {
            json.WriteStartObject("quota");
            json.WriteNumber("count", quota.Count);
            json.WriteString("per", Name(quota.Per));
            json.WriteEndObject();
        }
    }

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static void Write(Stream output, Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            write(json);
        }

        output.Write("\n"u8);
    }
}
