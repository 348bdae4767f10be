using System.Text.Json;
using System.Text.Json.Serialization;

namespace EffectiveSchool.Data.Roadmaps;

/// <summary>Words written by hand as an array of four; the bare text of a term, as it was kept before other words could be corrected, is read too.</summary>
internal sealed class LineByHandJson : JsonConverter<LineByHand>
{
    public override LineByHand Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return new LineByHand(reader.GetString());
        }

        var words = JsonSerializer.Deserialize<string?[]>(ref reader, options) ?? [];
        return new LineByHand(words.ElementAtOrDefault(0), words.ElementAtOrDefault(1), words.ElementAtOrDefault(2), words.ElementAtOrDefault(3));
    }

    public override void Write(Utf8JsonWriter writer, LineByHand value, JsonSerializerOptions options)
    {
        string?[] words = [value.Term, value.Title, value.Responsible, value.Expected];
        JsonSerializer.Serialize(writer, words, options);
    }
}
