using EffectiveSchool.Domain.Monitoring;

namespace EffectiveSchool.Domain.Publications;

/// <summary>A round of checks of school sites (проверка сайтов) by a list of its own; the portal never opens a site, people do.</summary>
public sealed class SiteCheckRound
{
    /// <summary>The longest name, characters.</summary>
    public const int LongestName = 300;

    /// <summary>The most items of a checklist.</summary>
    public const int MostItems = 30;

    private readonly List<SiteCheckItem> _items = [];

    /// <summary>What a site is looked at for until somebody changes the list.</summary>
    public static IReadOnlyList<string> UsualItems { get; } =
    [
        "Раздел о программе поддержки",
        "Концепция развития",
        "Среднесрочная программа развития",
        "Антирисковые программы",
        "Дорожная карта",
        "Приказ о рабочей группе",
        "Отчёт об исполнении",
        "Новости за последний месяц",
    ];

    /// <summary>Internal key.</summary>
    public int Id { get; private set; }

    /// <summary>The region.</summary>
    public required int RegionId { get; init; }

    /// <summary>The municipality whose own it is; null for the region's.</summary>
    public int? MunicipalityId { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>The day it began.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Which schools.</summary>
    public required SchoolChoice Schools { get; init; }

    /// <summary>The programme of the participants; null otherwise.</summary>
    public int? ProgrammeId { get; init; }

    /// <summary>When it was closed for good, UTC.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>The checklist.</summary>
    public IReadOnlyList<SiteCheckItem> Items => _items;

    /// <summary>A round with its checklist. Returns it, or a refusal in Russian.</summary>
    /// <param name="draft">Whose, what, which schools.</param>
    /// <param name="items">The checklist, one title a line.</param>
    public static (SiteCheckRound? Round, string? Refusal) Begin(SiteCheckDraft draft, IEnumerable<string> items)
    {
        ArgumentNullException.ThrowIfNull(draft);
        string[] titles = [.. items.Select(i => i.Trim()).Where(i => i.Length > 0)];
        if (string.IsNullOrWhiteSpace(draft.Name) || draft.Name.Length > LongestName)
        {
            return (null, $"Укажите название проверки, не длиннее {LongestName} знаков.");
        }

        if (titles.Length is 0 or > MostItems)
        {
            return (null, $"В перечне проверки — от 1 до {MostItems} пунктов, по одному в строке.");
        }

        if (titles.FirstOrDefault(t => t.Length > SiteCheckItem.LongestTitle) is { } longTitle)
        {
            return (null, $"Пункт «{longTitle[..50]}…» длиннее {SiteCheckItem.LongestTitle} знаков: сократите его.");
        }

        if (titles.GroupBy(t => t, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            return (null, $"Пункт «{twice.Key}» стоит в перечне дважды.");
        }

        if (draft.Schools == SchoolChoice.Participants && draft.ProgrammeId is null)
        {
            return (null, "Выберите программу: проверяются сайты её участников.");
        }

        var round = new SiteCheckRound
        {
            RegionId = draft.RegionId, MunicipalityId = draft.MunicipalityId, Name = draft.Name.Trim(), Date = draft.Date, Schools = draft.Schools, ProgrammeId = draft.ProgrammeId,
        };
        round._items.AddRange(titles.Select((t, i) => new SiteCheckItem { Position = i + 1, Title = t }));
        return (round, null);
    }

    /// <summary>Closes the round for good. Returns a refusal, or null.</summary>
    public string? Close(DateTimeOffset now)
    {
        if (ClosedAt is not null)
        {
            return "Проверка уже завершена.";
        }

        ClosedAt = now;
        return null;
    }
}

/// <summary>What a new round of checks is made of.</summary>
/// <param name="RegionId">The region.</param>
/// <param name="MunicipalityId">The municipality whose own it is; null for the region's.</param>
/// <param name="Name">Name.</param>
/// <param name="Date">The day it begins.</param>
/// <param name="Schools">Which schools.</param>
/// <param name="ProgrammeId">The programme of the participants, or null.</param>
public sealed record SiteCheckDraft(int RegionId, int? MunicipalityId, string? Name, DateOnly Date, SchoolChoice Schools, int? ProgrammeId);

/// <summary>An item of the checklist.</summary>
public sealed class SiteCheckItem
{
    /// <summary>The longest title, characters.</summary>
    public const int LongestTitle = 200;

    /// <summary>Internal key.</summary>
    public int Id { get; private set; }

    /// <summary>The round.</summary>
    public int RoundId { get; private set; }

    /// <summary>Place, from 1.</summary>
    public required int Position { get; init; }

    /// <summary>What is looked for.</summary>
    public required string Title { get; init; }
}
