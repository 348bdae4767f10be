namespace EffectiveSchool.Domain.Results;

/// <summary>
/// A result of one school in one procedure and year, as the rule needs it. Either the two counts are known, or
/// (published matrices, whose counts are not published) the marker alone.
/// </summary>
/// <param name="Procedure">Code of the procedure.</param>
/// <param name="Year">Calendar year of the procedure.</param>
/// <param name="Participants">Participants, ≥ 0; null where only the marker is known.</param>
/// <param name="Failed">Those who failed (не преодолели порог), 0…Participants; null where only the marker is known.</param>
/// <param name="PublishedMarker">The marker a published matrix prints, null where counts are known.</param>
/// <param name="Source">File, sheet and row.</param>
public sealed record ResultFact(
    string Procedure,
    int Year,
    int? Participants,
    int? Failed,
    bool? PublishedMarker,
    ResultSource Source)
{
    /// <summary>A fact with counts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Counts are negative or more failed than took part.</exception>
    public static ResultFact Counted(string procedure, int year, int participants, int failed, ResultSource source)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(participants);
        ArgumentOutOfRangeException.ThrowIfNegative(failed);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(failed, participants);
        return new ResultFact(procedure, year, participants, failed, null, source);
    }

    /// <summary>A fact of a published matrix: the marker without counts.</summary>
    public static ResultFact Published(string procedure, int year, bool low, ResultSource source) =>
        new(procedure, year, null, null, low, source);

    /// <summary>Whether both facts say the same thing, whatever file said it.</summary>
    public bool SaysTheSameAs(ResultFact other) =>
        Participants == other.Participants && Failed == other.Failed && PublishedMarker == other.PublishedMarker;
}
