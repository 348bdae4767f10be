namespace EffectiveSchool.Data.Audit;

/// <summary>A line of the journal: appended in the transaction of the change, never altered.</summary>
public sealed class AuditEntry
{
    public long Id { get; set; }

    public int? RegionId { get; set; }

    public required DateTimeOffset At { get; set; }

    public Guid? UserId { get; set; }

    /// <summary>What was done: «создано», «изменено», «удалено» or the name of an action.</summary>
    public required string Action { get; set; }

    /// <summary>Kind of the thing: School, SchoolList, PortalUser …</summary>
    public required string Subject { get; set; }

    public required string SubjectId { get; set; }

    /// <summary>Old values of what changed, as JSON.</summary>
    public string? Old { get; set; }

    /// <summary>New values of what changed, as JSON.</summary>
    public string? New { get; set; }

    public string? Reason { get; set; }
}
