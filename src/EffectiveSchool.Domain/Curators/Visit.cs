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

    /// <summary>What others called the author on the day of writing: schools do not see accounts.</summary>
    public required string AuthorName { get; init; }

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

    /// <summary>What figures are counted from.</summary>
    public VisitFact Fact => new(SchoolId, AuthorId, Kind, Date, NextDate);

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

/// <summary>A visit as figures need it.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="AuthorId">Who wrote it down.</param>
/// <param name="Kind">Visit or landing.</param>
/// <param name="Date">The day.</param>
/// <param name="NextDate">When to come again.</param>
public sealed record VisitFact(int SchoolId, Guid AuthorId, VisitKind Kind, DateOnly Date, DateOnly? NextDate);

/// <summary>What the visits of one school say together.</summary>
/// <param name="Last">Day of the latest visit; null where there was none.</param>
/// <param name="Next">The day agreed at the latest visit: a later visit settles what an earlier one had agreed.</param>
/// <param name="Landings">Methodical landings of the school year.</param>
public sealed record SchoolVisits(DateOnly? Last, DateOnly? Next, LandingCount Landings)
{
    /// <summary>Nobody has come yet.</summary>
    public static SchoolVisits None { get; } = new(null, null, new LandingCount(0));

    /// <summary>Whether the agreed day has passed without a visit.</summary>
    public bool IsOverdueOn(DateOnly today) => Next < today;

    /// <summary>Sums the visits of one school up.</summary>
    /// <param name="year">The school year that landings are counted in.</param>
    /// <param name="visits">Visits of the school in any order.</param>
    /// <param name="landings">Days of held events that were landings and that the school took part in.</param>
    public static SchoolVisits Of(SchoolYear year, IReadOnlyCollection<VisitFact> visits, params IEnumerable<LandingEvent> landings)
    {
        // Of two visits on one day the one that agreed on a later day counts.
        var latest = visits.OrderByDescending(v => v.Date).ThenByDescending(v => v.NextDate ?? DateOnly.MinValue).FirstOrDefault();
        return new(latest?.Date, latest?.NextDate, LandingCount.In(year, visits, landings));
    }
}

/// <summary>The days of a held event that was a landing.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public sealed record LandingEvent(DateOnly From, DateOnly To)
{
    /// <summary>Whether what a curator wrote down of a day is the record of this landing, and no other one.</summary>
    public bool Covers(DateOnly day) => From <= day && day <= To;
}

/// <summary>Methodical landings of a school in a school year against the quota (domain.md §10).</summary>
/// <param name="Held">Landings held.</param>
public sealed record LandingCount(int Held)
{
    /// <summary>At least two a school year in each listed school.</summary>
    public const int Quota = 2;

    /// <summary>Whether the quota is reached.</summary>
    public bool IsReached => Held >= Quota;

    /// <summary>
    /// Counts the landings of one school: held events, and what curators wrote down of other days. One landing stands in the
    /// calendar of events and in the notes of its curator, and counts once; two notes of one day are one landing too.
    /// </summary>
    public static LandingCount In(SchoolYear year, IEnumerable<VisitFact> visits, params IEnumerable<LandingEvent> landings)
    {
        LandingEvent[] held = [.. landings];
        return new(held.Count(l => IsIn(year, l.To))
            + visits.Where(v => v.Kind == VisitKind.MethodicalLanding && IsIn(year, v.Date) && !Array.Exists(held, l => l.Covers(v.Date))).Select(v => v.Date).Distinct().Count());
    }

    private static bool IsIn(SchoolYear year, DateOnly day) => day >= year.First && day <= year.Last;
}
