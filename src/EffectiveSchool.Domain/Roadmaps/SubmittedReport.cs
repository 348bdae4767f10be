using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Data.Roadmaps;

/// <summary>An execution report as it was submitted: kept whole and never changed. Of a school, of a municipality, or of the region.</summary>
public sealed class SubmittedReport
{
    public int Id { get; private set; }

    public required int RegionId { get; init; }

    public required int ProgrammeId { get; init; }

    /// <summary>Only where it is a municipality's.</summary>
    public int? MunicipalityId { get; init; }

    /// <summary>Only where it is a school's.</summary>
    public int? SchoolId { get; init; }

    /// <summary>The schedule that asked for it; null where nobody did.</summary>
    public int? ScheduleId { get; init; }

    /// <summary>The due date of the schedule that it answers.</summary>
    public DateOnly? Due { get; init; }

    public required ExecutionReport Content { get; init; }

    /// <summary>By role and place.</summary>
    public required string Author { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }
}
