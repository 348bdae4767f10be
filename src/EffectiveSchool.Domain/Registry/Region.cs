using EffectiveSchool.Domain.Reminders;

namespace EffectiveSchool.Domain.Registry;

/// <summary>A region (регион). Every row of the portal belongs to one.</summary>
public sealed class Region
{
    /// <summary>Internal key.</summary>
    public int Id { get; private set; }

    /// <summary>Two digits of the subject of the federation, e.g. «22».</summary>
    public required string Code { get; set; }

    /// <summary>Russian name, e.g. «Алтайский край».</summary>
    public required string Name { get; set; }

    /// <summary>IANA time zone of the region, e.g. «Asia/Barnaul».</summary>
    public required string TimeZone { get; set; }

    /// <summary>Days that schools have for objections to a preliminary list, 1–60; reference data.</summary>
    public int ObjectionDays { get; set; } = 10;

    /// <summary>Time of the daily letter in the region's zone.</summary>
    public TimeOnly DigestAt { get; set; } = DigestTime.UsualTime;

    /// <summary>Whether the daily letter goes out on Saturdays and Sundays too.</summary>
    public bool DigestOnWeekends { get; set; }

    /// <summary>When the daily letter goes out.</summary>
    public DigestTime Digest => new(DigestAt, DigestOnWeekends);
}

/// <summary>A municipality (муниципальное образование).</summary>
public sealed class Municipality
{
    /// <summary>Internal key.</summary>
    public int Id { get; private set; }

    /// <summary>The region it belongs to.</summary>
    public int RegionId { get; set; }

    /// <summary>Russian name, e.g. «Павловский район».</summary>
    public required string Name { get; set; }

    /// <summary>Code in ФИС ОКО files, e.g. «reg22_m018»; null where unknown.</summary>
    public string? FisOkoCode { get; set; }
}
