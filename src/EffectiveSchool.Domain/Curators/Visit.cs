namespace EffectiveSchool.Domain.Curators;

/// <summary>What brings somebody to the school.</summary>
public enum VisitKind
{
    /// <summary>Посещение куратора.</summary>
    Visit,

    /// <summary>Методический десант: counted against the quota of the school year.</summary>
    MethodicalLanding,
}

/// <summary>The Russian names of the kinds.</summary>
public static class VisitKinds
{
    /// <summary>«посещение», «методический десант».</summary>
    public static string RussianName(this VisitKind kind) => kind == VisitKind.MethodicalLanding ? "методический десант" : "посещение";
}

/// <summary>A visit (посещение) to a school: date, aim, findings, recommendations, next date (domain.md §10).</summary>
public sealed class Visit
{
    /// <summary>Internal key.</summary>
    public int Id { get; private set; }

    /// <summary>The region.</summary>
    public required int RegionId { get; init; }

    /// <summary>The school.</summary>
    public required int SchoolId { get; init; }

    /// <summary>Who wrote it down.</summary>
    public required Guid AuthorId { get; init; }

    /// <summary>Visit or methodical landing.</summary>
    public VisitKind Kind { get; private set; }

    /// <summary>The day.</summary>
    public DateOnly Date { get; private set; }

    /// <summary>Aim.</summary>
    public string Aim { get; private set; } = "";

    /// <summary>What was found.</summary>
    public string Findings { get; private set; } = "";

    /// <summary>What was recommended.</summary>
    public string Recommendations { get; private set; } = "";

    /// <summary>When to come again; null where it was not agreed.</summary>
    public DateOnly? NextDate { get; private set; }

    /// <summary>Writes the visit down, new or corrected.</summary>
    /// <param name="notes">What was written.</param>
    /// <param name="today">Today in the region: a visit is written down after it.</param>
    /// <returns>A Russian sentence where it is refused, in which case nothing has changed; otherwise null.</returns>
    public string? Write(VisitNotes notes, DateOnly today)
    {
        if (notes.Date > today)
        {
            return $"Посещение {RussianFigures.Date(notes.Date)} ещё не состоялось. Запишите его после этого дня, а будущую дату укажите в поле «Следующее посещение».";
        }

        if (string.IsNullOrWhiteSpace(notes.Aim) || string.IsNullOrWhiteSpace(notes.Findings))
        {
            return "Укажите цель посещения и что установлено.";
        }

        if (notes.NextDate <= notes.Date)
        {
            return $"Следующее посещение {RussianFigures.Date(notes.NextDate)} должно быть позже этого, {RussianFigures.Date(notes.Date)}.";
        }

        Kind = notes.Kind;
        Date = notes.Date;
        Aim = notes.Aim.Trim();
        Findings = notes.Findings.Trim();
        Recommendations = notes.Recommendations?.Trim() ?? "";
        NextDate = notes.NextDate;
        return null;
    }
}

/// <summary>What a person writes about a visit.</summary>
/// <param name="Kind">Visit or landing.</param>
/// <param name="Date">The day.</param>
/// <param name="Aim">Aim, required.</param>
/// <param name="Findings">What was found, required.</param>
/// <param name="Recommendations">What was recommended.</param>
/// <param name="NextDate">When to come again.</param>
public sealed record VisitNotes(VisitKind Kind, DateOnly Date, string? Aim, string? Findings, string? Recommendations, DateOnly? NextDate);

/// <summary>Methodical landings of a school in a school year against the quota (domain.md §10).</summary>
/// <param name="Held">Landings held.</param>
public sealed record LandingCount(int Held)
{
    /// <summary>At least two a school year in each listed school.</summary>
    public const int Quota = 2;

    /// <summary>Whether the quota is reached.</summary>
    public bool IsReached => Held >= Quota;

    /// <summary>Counts the landings among visits of one school.</summary>
    public static LandingCount In(SchoolYear year, IEnumerable<Visit> visits) =>
        new(visits.Count(v => v.Kind == VisitKind.MethodicalLanding && v.Date >= year.First && v.Date <= year.Last));
}
