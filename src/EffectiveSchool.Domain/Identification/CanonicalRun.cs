using System.Security.Cryptography;
using System.Text.Json;

namespace EffectiveSchool.Domain.Identification;

/// <summary>
/// The form of a run that can be repeated bit for bit: invariant-culture UTF-8 JSON ordered by school key, procedure,
/// year, with the methodology version; an approved list keeps its SHA-256 (domain.md §5).
/// </summary>
public static class CanonicalRun
{
    /// <summary>The UTF-8 bytes that are hashed.</summary>
    public static byte[] ToUtf8Json(IdentificationRun run)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            Write(json, run);
        }

        return buffer.ToArray();
    }

    /// <summary>SHA-256 of <see cref="ToUtf8Json"/>, 64 lower-case hex digits.</summary>
    public static string Sha256(IdentificationRun run) => Convert.ToHexStringLower(SHA256.HashData(ToUtf8Json(run)));

    private static void Write(Utf8JsonWriter json, IdentificationRun run)
    {
        json.WriteStartObject();
        json.WriteNumber("year", run.Year);
        WriteMethodology(json, run.Methodology);
        json.WriteStartArray("schools");
        foreach (var verdict in run.Verdicts.OrderBy(v => v.SchoolKey))
        {
            Write(json, verdict);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteMethodology(Utf8JsonWriter json, Methodology methodology)
    {
        json.WriteStartObject("methodology");
        json.WriteString("code", methodology.Code);
        json.WriteNumber("version", methodology.Version);
        // The division drops trailing zeros, so that 30 and the 30.00 of a database column are one text.
        json.WriteNumber("threshold", methodology.ThresholdPercent / 1.0000000000000000000000000000m);
        json.WriteString("comparator", methodology.Comparator.ToString());
        json.WriteNumber("lowProceduresForA", methodology.LowProceduresForA);
        json.WriteString("criterionB", methodology.CriterionB.ToString());
        json.WriteNumber("minParticipants", methodology.MinParticipants);
        json.WriteString("branches", methodology.Branches.ToString());
        json.WriteStartArray("procedures");
        foreach (var procedure in methodology.Procedures)
        {
            json.WriteStringValue(procedure);
        }

        json.WriteEndArray();
        json.WriteStartArray("leftOut");
        foreach (var leftOut in methodology.LeftOutTypes.OrderBy(t => t.Type))
        {
            json.WriteStringValue(leftOut.Type.ToString());
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SchoolVerdict verdict)
    {
        json.WriteStartObject();
        json.WriteNumber("school", verdict.SchoolKey);
        json.WriteBoolean("listed", verdict.Listed);
        json.WriteStartArray("criteria");
        foreach (var criterion in verdict.Criteria.Order())
        {
            json.WriteStringValue(criterion.ToString());
        }

        json.WriteEndArray();
        json.WriteStartArray("markers");
        foreach (var marker in verdict.Markers.OrderBy(m => m.Procedure, StringComparer.Ordinal).ThenBy(m => m.Year))
        {
            json.WriteStartObject();
            json.WriteString("procedure", marker.Procedure);
            json.WriteNumber("year", marker.Year);
            json.WriteString("state", marker.State.ToString());
            WriteCount(json, "participants", marker.Participants);
            WriteCount(json, "failed", marker.Failed);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCount(Utf8JsonWriter json, string name, int? count)
    {
        if (count is { } known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
