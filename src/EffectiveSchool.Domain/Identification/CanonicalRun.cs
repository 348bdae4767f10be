using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;

namespace EffectiveSchool.Domain.Identification;

/// <summary>
/// The form of a run that can be repeated bit for bit: invariant-culture UTF-8 JSON ordered by school key, procedure,
/// year, with the methodology version; an approved list keeps its SHA-256 (domain.md §5).
/// </summary>
public static class CanonicalRun
{
    /// <summary>Schools that are written together, beside other pieces on other cores.</summary>
    private const int SchoolsInPiece = 256;

    private static readonly JsonEncodedText Procedure = JsonEncodedText.Encode("procedure");
    private static readonly JsonEncodedText Year = JsonEncodedText.Encode("year");
    private static readonly JsonEncodedText State = JsonEncodedText.Encode("state");
    private static readonly JsonEncodedText Participants = JsonEncodedText.Encode("participants");
    private static readonly JsonEncodedText Failed = JsonEncodedText.Encode("failed");
    private static readonly byte[] Comma = [(byte)','];
    private static readonly byte[] End = "]}"u8.ToArray();
    private static readonly Dictionary<MarkerState, JsonEncodedText> States = Enum.GetValues<MarkerState>().ToDictionary(s => s, s => JsonEncodedText.Encode(s.ToString()));

    /// <summary>The UTF-8 bytes that are hashed.</summary>
    public static byte[] ToUtf8Json(IdentificationRun run)
    {
        using var buffer = new MemoryStream();
        foreach (var piece in Pieces(run))
        {
            buffer.Write(piece.Span);
        }

        return buffer.ToArray();
    }

    /// <summary>SHA-256 of <see cref="ToUtf8Json"/>, 64 lower-case hex digits.</summary>
    public static string Sha256(IdentificationRun run)
    {
        // Hashed as it is written: the text of a whole country is half a gigabyte.
        using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var piece in Pieces(run))
        {
            sha256.AppendData(piece.Span);
        }

        return Convert.ToHexStringLower(sha256.GetHashAndReset());
    }

    /// <summary>The text in order; its schools are written on all cores.</summary>
    private static IEnumerable<ReadOnlyMemory<byte>> Pieces(IdentificationRun run)
    {
        yield return Head(run);
        var schools = run.Verdicts.OrderBy(v => v.SchoolKey).Chunk(SchoolsInPiece)
            .AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(Schools);
        var separator = ReadOnlyMemory<byte>.Empty;
        foreach (var piece in schools)
        {
            yield return separator;
            yield return piece;
            separator = Comma;
        }

        yield return End;
    }

    /// <summary>Everything before the first school.</summary>
    private static ReadOnlyMemory<byte> Head(IdentificationRun run)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteNumber("year", run.Year);
        WriteMethodology(json, run.Methodology);
        json.WriteStartArray("schools");
        json.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>Schools as an array without its brackets.</summary>
    private static ReadOnlyMemory<byte> Schools(SchoolVerdict[] verdicts)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        var order = new MarkerOrder();
        json.WriteStartArray();
        foreach (var verdict in verdicts)
        {
            Write(json, verdict, order);
        }

        json.WriteEndArray();
        json.Flush();
        return buffer.WrittenMemory[1..^1];
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
        if (methodology.Kind != MethodologyKind.LowResults)
        {
            CanonicalIndicators.WriteRule(json, methodology);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SchoolVerdict verdict, MarkerOrder order)
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
        foreach (var (place, procedure) in order.Of(verdict.Markers))
        {
            var marker = verdict.Markers[place];
            json.WriteStartObject();
            json.WriteString(Procedure, procedure);
            json.WriteNumber(Year, marker.Year);
            json.WriteString(State, States[marker.State]);
            WriteCount(json, Participants, marker.Participants);
            WriteCount(json, Failed, marker.Failed);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (verdict.Findings is { } findings)
        {
            CanonicalIndicators.Write(json, findings);
        }

        json.WriteEndObject();
    }

    private static void WriteCount(Utf8JsonWriter json, JsonEncodedText name, int? count)
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

    /// <summary>
    /// The order of markers by procedure, then year, and their procedures as they are written. The schools of a run have the
    /// same procedures and years, so it is found once and only compared after.
    /// </summary>
    private sealed class MarkerOrder
    {
        private (string Procedure, int Year)[] _known = [];
        private (int Place, JsonEncodedText Procedure)[] _order = [];

        public (int Place, JsonEncodedText Procedure)[] Of(IReadOnlyList<LowResultMarker> markers)
        {
            if (!IsKnown(markers))
            {
                _known = [.. markers.Select(m => (m.Procedure, m.Year))];
                _order = [.. markers.Select((m, place) => (Marker: m, Place: place))
                    .OrderBy(m => m.Marker.Procedure, StringComparer.Ordinal).ThenBy(m => m.Marker.Year)
                    .Select(m => (m.Place, JsonEncodedText.Encode(m.Marker.Procedure)))];
            }

            return _order;
        }

        private bool IsKnown(IReadOnlyList<LowResultMarker> markers)
        {
            if (markers.Count != _known.Length)
            {
                return false;
            }

            for (var i = 0; i < _known.Length; i++)
            {
                if (markers[i].Year != _known[i].Year || !string.Equals(markers[i].Procedure, _known[i].Procedure, StringComparison.Ordinal))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
