using System.Text.Json;
using System.Text.Json.Serialization;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Data.Mapping;

/// <summary>
/// A marker as an array: procedure, year, state, participants, failed, reason, pupils to the line, then file, sheet and row of
/// each source. A list of the whole country holds a million of them, and their names cost PostgreSQL more than their values.
/// Lists stored before that hold objects and are read as well.
/// </summary>
internal sealed class MarkerJson : JsonConverter<LowResultMarker>
{
    private static readonly JsonSerializerOptions AsObject = new() { Converters = { new JsonStringEnumConverter() } };

    public override LowResultMarker Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            return JsonSerializer.Deserialize<LowResultMarker>(ref reader, AsObject)!;
        }

        var procedure = Text(ref reader)!;
        var year = Number(ref reader)!.Value;
        var state = Enum.Parse<MarkerState>(Text(ref reader)!);
        var (participants, failed) = (Number(ref reader), Number(ref reader));
        var reason = Text(ref reader) is { } written ? Enum.Parse<NoDataReason>(written) : (NoDataReason?)null;
        var toLine = Number(ref reader);
        var sources = new List<ResultSource>(1);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            sources.Add(new ResultSource(reader.GetString()!, Text(ref reader), Number(ref reader)));
        }

        return new LowResultMarker(procedure, year, state, participants, failed, reason, toLine, sources);
    }

    public override void Write(Utf8JsonWriter writer, LowResultMarker value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(value.Procedure);
        writer.WriteNumberValue(value.Year);
        writer.WriteStringValue(value.State.ToString());
        Write(writer, value.Participants);
        Write(writer, value.Failed);
        writer.WriteStringValue(value.Reason?.ToString());
        Write(writer, value.PupilsToLine);
        foreach (var source in value.Sources)
        {
            writer.WriteStringValue(source.File);
            writer.WriteStringValue(source.Sheet);
            Write(writer, source.Row);
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, int? number)
    {
        if (number is { } known)
        {
            writer.WriteNumberValue(known);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetString();
    }

    private static int? Number(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Null ? null : reader.GetInt32();
    }
}
