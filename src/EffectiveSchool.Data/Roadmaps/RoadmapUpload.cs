using System.Text.Json.Serialization;

namespace EffectiveSchool.Data.Roadmaps;

/// <summary>Columns of a plan set by hand: 0-based column → name of what it holds.</summary>
/// <param name="HeadingRow">1-based row after which the table begins.</param>
/// <param name="Columns">Columns.</param>
public sealed record ColumnsByHand(int HeadingRow, IReadOnlyDictionary<int, string> Columns);

/// <summary>What a person wrote instead of the words of an activity; null where they stand as read.</summary>
/// <param name="Term">The wording of the term.</param>
/// <param name="Title">Name.</param>
/// <param name="Responsible">Responsible.</param>
/// <param name="Expected">Expected result.</param>
[JsonConverter(typeof(LineByHandJson))]
public sealed record LineByHand(string? Term = null, string? Title = null, string? Responsible = null, string? Expected = null)
{
    /// <summary>Whether nothing was written.</summary>
    [JsonIgnore]
    public bool IsEmpty => this is { Term: null, Title: null, Responsible: null, Expected: null };
}

/// <summary>
/// A plan between its preview and the confirmation: the bytes, and what the person has set right by hand; read again at
/// every step. A person has at most one; it is deleted when it is confirmed or given up.
/// </summary>
public sealed class RoadmapUpload
{
    public int Id { get; set; }

    public required int ProgrammeId { get; set; }

    public required Guid AuthorId { get; set; }

    public required string FileName { get; set; }

    public required byte[] Bytes { get; set; }

    /// <summary>Null: columns are recognised by their headings.</summary>
    public ColumnsByHand? Columns { get; set; }

    /// <summary>What the person wrote instead of the words read, by the place of the activity in the plan.</summary>
    public IReadOnlyDictionary<int, LineByHand> Lines { get; set; } = new Dictionary<int, LineByHand>();

    public required DateTimeOffset CreatedAt { get; set; }
}
