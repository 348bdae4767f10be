namespace EffectiveSchool.Domain.Events;

/// <summary>How many people of a school took part.</summary>
/// <param name="People">All of them; 0 where the school did not take part.</param>
/// <param name="Managers">Of them principals and their deputies; null where it is not told.</param>
/// <param name="Again">Of them those counted at another event of the year already; null where it is not told.</param>
public sealed record Attendance(int People, int? Managers, int? Again = null)
{
    /// <summary>The most people of one school.</summary>
    public const int MostPeople = 10_000;

    /// <summary>What is wrong with the numbers, as a Russian sentence; null where nothing is.</summary>
    public string? Problem => this switch
    {
        { People: < 0 or > MostPeople } => $"Участников от школы — от 0 до {RussianFigures.Count(MostPeople)}.",
        { Managers: < 0 } => "Руководителей не может быть меньше 0.",
        { Again: < 0 } => "Уже учтённых не может быть меньше 0.",
        _ when Again > People => $"Уже учтённых {Again}, а участников от школы {People}: исправьте числа.",
        _ when Managers > People => $"Руководителей {Managers}, а участников от школы {People}: исправьте числа.",
        _ => null,
    };
}

/// <summary>A school asked to take part in an event.</summary>
public sealed class EventSchool
{
    /// <summary>The event.</summary>
    public int EventId { get; private set; }

    /// <summary>The school.</summary>
    public required int SchoolId { get; init; }

    /// <summary>The region.</summary>
    public required int RegionId { get; init; }

    /// <summary>People who took part; null until it is told, 0 where nobody did.</summary>
    public int? People { get; private set; }

    /// <summary>Of them managers; null where it is not told.</summary>
    public int? Managers { get; private set; }

    /// <summary>
    /// Of them those counted at another event of the year already; null where it is not told. Names are not kept: whoever knows the
    /// people says how many of them come again.
    /// </summary>
    public int? Again { get; private set; }

    /// <summary>Whether the school took part.</summary>
    public bool TookPart => People > 0;

    internal void Tell(Attendance? count) => (People, Managers, Again) = (count?.People, count?.Managers, count?.Again);
}

/// <summary>A material handed in after an event: a file or a link. Only added to.</summary>
public sealed class EventMaterial
{
    /// <summary>Internal key.</summary>
    public int Id { get; private set; }

    /// <summary>The event.</summary>
    public int EventId { get; private set; }

    /// <summary>What it is: «программа», «протокол», «список участников».</summary>
    public required string Title { get; init; }

    /// <summary>The stored file; null for a link.</summary>
    public int? FileId { get; init; }

    /// <summary>The link; null for a file.</summary>
    public string? Link { get; init; }

    /// <summary>Who handed it in, by role and place.</summary>
    public required string Author { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}
