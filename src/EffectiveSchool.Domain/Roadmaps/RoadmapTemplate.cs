namespace EffectiveSchool.Domain.Roadmaps;

/// <summary>A roadmap kept as a template of its region: new roadmaps are made of it, their terms moved to the years of the programme.</summary>
public sealed class RoadmapTemplate
{
    /// <summary>Internal key.</summary>
    public int Id { get; private set; }

    /// <summary>The region.</summary>
    public required int RegionId { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>First day of the programme it was made of: terms move from its year.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day of that programme.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Activities in the order of the plan.</summary>
    public required IReadOnlyList<PlanLine> Lines { get; init; }

    /// <summary>Account of who made it.</summary>
    public required Guid AuthorId { get; init; }

    /// <summary>Who made it, by role and place.</summary>
    public required string Author { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The days the programme lasted.</summary>
    public ProgrammePeriod Period => new(From, To);
}
