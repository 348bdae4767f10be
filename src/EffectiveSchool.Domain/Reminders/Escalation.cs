namespace EffectiveSchool.Domain.Reminders;

/// <summary>
/// Who is told of open work (part 3, «being reminded»): its owner always; those above once it is late, the curator from
/// the first day, the municipality from the seventh, the region from the fourteenth. Nobody is told of work above them.
/// </summary>
public static class Escalation
{
    /// <summary>Days late from which the curator is told: as soon as it is late.</summary>
    public const int CuratorFromDay = 1;

    /// <summary>Days late from which the municipality is told.</summary>
    public const int MunicipalityFromDay = 7;

    /// <summary>Days late from which the region is told.</summary>
    public const int RegionFromDay = 14;

    /// <summary>Whether somebody is told of the work.</summary>
    /// <param name="owner">Who does it.</param>
    /// <param name="reader">Who might be told.</param>
    /// <param name="daysLate">Days late; null or at most 0 where it is not.</param>
    public static bool Reaches(DutyLevel owner, DutyLevel reader, int? daysLate) =>
        reader == owner || (reader > owner && daysLate >= FromDay(reader));

    private static int FromDay(DutyLevel reader) => reader switch
    {
        DutyLevel.Curator => CuratorFromDay,
        DutyLevel.Municipality => MunicipalityFromDay,
        _ => RegionFromDay,
    };
}
