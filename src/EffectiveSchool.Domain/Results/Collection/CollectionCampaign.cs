namespace EffectiveSchool.Domain.Results.Collection;

/// <summary>Until when municipalities send and confirm the results of a procedure.</summary>
/// <param name="Procedure">Code of the procedure.</param>
/// <param name="Deadline">The last day, in the region's time zone.</param>
public sealed record ProcedureDeadline(string Procedure, DateOnly Deadline);

/// <summary>
/// A campaign (кампания сбора): in one year of results, what the municipalities of a region send and until when.
/// </summary>
public sealed class CollectionCampaign
{
    /// <summary>Longest name.</summary>
    public const int LongestName = 200;

    /// <summary>The first year whose results may be collected.</summary>
    public const int FirstYear = 2000;

    /// <summary>Internal key.</summary>
    public int Id { get; private set; }

    /// <summary>The region.</summary>
    public required int RegionId { get; init; }

    /// <summary>Calendar year of the results; a region has one campaign a year.</summary>
    public required int Year { get; init; }

    /// <summary>«Сбор результатов 2024 года».</summary>
    public string Name { get; private set; } = "";

    /// <summary>What is collected, in the order of the matrix.</summary>
    public IReadOnlyList<ProcedureDeadline> Deadlines { get; private set; } = [];

    /// <summary>Why results of that year are not collected; null where they are. Nobody plans a year further than the next one.</summary>
    /// <param name="year">Calendar year of the results.</param>
    /// <param name="today">Today in the region.</param>
    public static string? RefuseYear(int year, DateOnly today) => year < FirstYear || year > today.Year + 1
        ? $"Год результатов — от {FirstYear} до {today.Year + 1}, а указан {year}. Проверьте год."
        : null;

    /// <summary>Why the campaign is not removed; null where it may be: nobody has sent or confirmed anything that it asks for.</summary>
    /// <param name="sent">Results that the region has of its year and procedures.</param>
    /// <param name="confirmed">Confirmations of its year and procedures, standing or withdrawn.</param>
    public string? RefuseRemoval(int sent, int confirmed) => (sent, confirmed) switch
    {
        (0, 0) => null,
        ( > 0, _) => $"По кампании уже прислано: {RussianWords.Count(sent, "результат", "результата", "результатов")}. Такая кампания не удаляется, её сроки можно изменить.",
        _ => $"По кампании уже есть {RussianWords.Count(confirmed, "подтверждение", "подтверждения", "подтверждений")}. Такая кампания не удаляется, её сроки можно изменить.",
    };

    /// <summary>Names the campaign and sets its deadlines. Returns a refusal, or null.</summary>
    /// <param name="name">Name, not empty.</param>
    /// <param name="deadlines">At least one procedure, none twice, each held and each due after the year has begun.</param>
    /// <param name="notHeld">Procedures that the region did not hold in the year.</param>
    public string? Plan(string? name, IReadOnlyList<ProcedureDeadline> deadlines, IReadOnlySet<string> notHeld)
    {
        var trimmed = name?.Trim() ?? "";
        if (trimmed.Length is 0 or > LongestName)
        {
            return $"Укажите название кампании, не длиннее {LongestName} знаков.";
        }

        if (deadlines.Count == 0)
        {
            return "Укажите срок хотя бы для одной процедуры.";
        }

        if (deadlines.FirstOrDefault(d => !Procedures.WasHeld(d.Procedure, Year) || notHeld.Contains(d.Procedure)) is { } absent)
        {
            return $"{absent.Procedure} в {Year} году не проводилась: уберите её срок.";
        }

        if (deadlines.FirstOrDefault(d => d.Deadline.Year < Year || d.Deadline.Year > Year + 1) is { } odd)
        {
            return $"{odd.Procedure}: срок {RussianFigures.Date(odd.Deadline)} не подходит к результатам {Year} года. Укажите день {Year} или {Year + 1} года.";
        }

        if (deadlines.GroupBy(d => d.Procedure, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } repeated)
        {
            return $"Для процедуры {repeated.Key} указано два срока.";
        }

        (Name, Deadlines) = (trimmed, deadlines);
        return null;
    }
}
