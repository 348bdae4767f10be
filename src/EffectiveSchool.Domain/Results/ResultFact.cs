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

    /// <summary>
    /// Whether several results of one school, procedure and year contradict each other. Equal counts say the same whatever
    /// marks and means stand beside them, equal markers too, and a published marker agrees with counts that give the same
    /// marker; every other pair contradicts, and then none of them is taken. ImportCheck in Data mirrors this in SQL.
    /// </summary>
    /// <param name="facts">The results, in any order.</param>
    /// <param name="isLow">Whether participants and failed make a low result: the methodology's line.</param>
    public static bool Contradict(IReadOnlyCollection<ResultFact> facts, Func<int, int, bool> isLow)
    {
        // Counts first: two markers that agree with the same counts agree with each other.
        var first = facts.OrderBy(f => f.PublishedMarker is not null).First();
        return facts.Any(f => !first.AgreesWith(f, isLow));
    }

    private bool AgreesWith(ResultFact other, Func<int, int, bool> isLow) => (PublishedMarker, other.PublishedMarker) switch
    {
        (null, { } marker) => marker == (Participants > 0 && isLow(Participants.Value, Failed!.Value)),
        ({ } marker, { } printed) => marker == printed,
        _ => Participants == other.Participants && Failed == other.Failed,
    };
}
