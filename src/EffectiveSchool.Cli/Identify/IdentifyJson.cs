using System.Text.Encodings.Web;
using System.Text.Json;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Cli.Identify;

/// <summary>The outcome as JSON for other programs: UTF-8 without a mark, Cyrillic as it is.</summary>
internal sealed class IdentifyJson(Utf8JsonWriter json)
{
    private const int FlushAt = 256 * 1024;
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    private readonly Dictionary<string, JsonEncodedText> _texts = new(StringComparer.Ordinal);

    public static void Write(IdentifyOutcome outcome, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = Encoder }))
        {
            new IdentifyJson(json).Write(outcome);
        }

        output.Write("\n"u8);
    }

    private void Write(IdentifyOutcome outcome)
    {
        json.WriteStartObject();
        json.WriteNumber("year", outcome.Run.Year);
        json.WriteString("methodology", outcome.Run.Methodology.Code);
        json.WriteStartArray("schools");
        foreach (var (school, verdict) in outcome.Rows)
        {
            WriteSchool(school, verdict);
            if (json.BytesPending > FlushAt)
            {
                json.Flush();
            }
        }

        json.WriteEndArray();
        json.WriteStartArray("refused");
        foreach (var refusal in outcome.Refused)
        {
            json.WriteStartObject();
            json.WriteString("file", refusal.File);
            WriteNumber("row", refusal.Row);
            json.WriteString("reason", IdentifyTable.Reason(refusal));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteSchool(SchoolInput school, SchoolVerdict verdict)
    {
        json.WriteStartObject();
        json.WriteString("code", school.Code);
        json.WriteString("name", school.Name);
        json.WriteString("municipality", school.Municipality);
        json.WriteBoolean("listed", verdict.Listed);
        json.WriteStartArray("criteria");
        foreach (var criterion in verdict.Criteria)
        {
            json.WriteStringValue(criterion.ToString());
        }

        json.WriteEndArray();
        json.WriteStartArray("markers");
        foreach (var marker in verdict.Markers)
        {
            WriteMarker(marker);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteMarker(LowResultMarker marker)
    {
        var hasData = marker.State != MarkerState.NoData;
        json.WriteStartObject();
        json.WriteString("procedure", Text(marker.Procedure));
        json.WriteNumber("year", marker.Year);
        WriteNumber("participants", hasData ? marker.Participants : null);
        WriteNumber("failed", hasData ? marker.Failed : null);
        json.WriteString("state", marker.State switch
        {
            MarkerState.Low => "low",
            MarkerState.NotLow => "notLow",
            _ => "noData",
        });
        WriteSource(marker.Reason == NoDataReason.Contradiction ? null : marker.Sources.FirstOrDefault());
        json.WriteEndObject();
    }

    private void WriteSource(ResultSource? source)
    {
        if (source is null)
        {
            json.WriteNull("source");
            return;
        }

        json.WriteStartObject("source");
        json.WriteString("file", Text(source.File));
        if (source.Sheet is null)
        {
            json.WriteNull("sheet");
        }
        else
        {
            json.WriteString("sheet", Text(source.Sheet));
        }

        WriteNumber("row", source.Row);
        json.WriteEndObject();
    }

    private void WriteNumber(string name, int? value)
    {
        if (value is { } known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>Names of procedures, files and sheets repeat in every school: they are encoded once.</summary>
    private JsonEncodedText Text(string text)
    {
        if (!_texts.TryGetValue(text, out var encoded))
        {
            encoded = JsonEncodedText.Encode(text, Encoder);
            _texts.Add(text, encoded);
        }

        return encoded;
    }
}
