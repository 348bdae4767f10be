namespace EffectiveSchool.Domain.Programmes;

/// <summary>Whose concern a participating school is.</summary>
public enum ParticipantKind
{
    /// <summary>Регион.</summary>
    Region,

    /// <summary>Муниципалитет.</summary>
    Municipality,

    /// <summary>Зона риска.</summary>
    RiskZone,
}

/// <summary>A school that takes part in a programme in a calendar year.</summary>
public sealed class ProgrammeSchool
{
    /// <summary>The programme.</summary>
    public required int ProgrammeId { get; init; }

    /// <summary>The school.</summary>
    public required int SchoolId { get; init; }

    /// <summary>The calendar year.</summary>
    public required int Year { get; init; }

    /// <summary>The region.</summary>
    public required int RegionId { get; init; }

    /// <summary>Kind.</summary>
    public required ParticipantKind Kind { get; init; }

    /// <summary>The list it was taken from; null where it was chosen by hand.</summary>
    public int? ListId { get; init; }
}

/// <summary>The Russian names of kinds.</summary>
public static class ParticipantWords
{
    /// <summary>«регион», «муниципалитет», «зона риска».</summary>
    public static string RussianName(this ParticipantKind kind) => kind switch
    {
        ParticipantKind.Region => "регион",
        ParticipantKind.Municipality => "муниципалитет",
        _ => "зона риска",
    };
}
