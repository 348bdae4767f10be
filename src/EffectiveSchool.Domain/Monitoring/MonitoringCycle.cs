namespace EffectiveSchool.Domain.Monitoring;

/// <summary>
/// The monitoring of a year (мониторинг): what each school hands in, in how many rounds, and which schools. A draft until it is
/// opened to schools; what is asked does not change afterwards, so that rounds can be compared.
/// </summary>
public sealed class MonitoringCycle
{
    /// <summary>The longest name, characters.</summary>
    public const int LongestName = 300;

    /// <summary>The most items a school is asked for.</summary>
    public const int MostItems = 60;

    private readonly List<MonitoringItem> _items = [];
    private readonly List<MonitoringRound> _rounds = [];

    /// <summary>Internal key.</summary>
    public int Id { get; private set; }

    /// <summary>The region.</summary>
    public required int RegionId { get; init; }

    /// <summary>The municipality whose own it is; null for the region's.</summary>
    public int? MunicipalityId { get; init; }

    /// <summary>The programme it belongs to; null where it belongs to none.</summary>
    public int? ProgrammeId { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Calendar year.</summary>
    public required int Year { get; init; }

    /// <summary>How often.</summary>
    public required MonitoringFrequency Frequency { get; init; }

    /// <summary>Which schools.</summary>
    public required SchoolChoice Schools { get; init; }

    /// <summary>When it was opened to schools, UTC; null for a draft.</summary>
    public DateTimeOffset? OpenedAt { get; private set; }

    /// <summary>What is asked.</summary>
    public IReadOnlyList<MonitoringItem> Items => _items;

    /// <summary>When.</summary>
    public IReadOnlyList<MonitoringRound> Rounds => _rounds;

    /// <summary>A draft with the usual rounds of its frequency. Returns it, or a refusal in Russian.</summary>
    /// <param name="draft">Whose, what, when; name and year are checked here.</param>
    public static (MonitoringCycle? Cycle, string? Refusal) Plan(MonitoringDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (string.IsNullOrWhiteSpace(draft.Name) || draft.Name.Length > LongestName)
        {
            return (null, $"Укажите название мониторинга, не длиннее {LongestName} знаков.");
        }

        if (draft.Year is < 2000 or > 2100)
        {
            return (null, "Год мониторинга — с 2000 по 2100.");
        }

        if (draft.Schools == SchoolChoice.Participants && draft.ProgrammeId is null)
        {
            return (null, "Выберите программу: мониторинг назначается её участникам.");
        }

        var cycle = new MonitoringCycle
        {
            RegionId = draft.RegionId, MunicipalityId = draft.MunicipalityId, ProgrammeId = draft.ProgrammeId, Name = draft.Name.Trim(), Year = draft.Year,
            Frequency = draft.Frequency, Schools = draft.Schools,
        };
        cycle._rounds.AddRange(MonitoringRound.Usual(draft.Year, draft.Frequency));
        return (cycle, null);
    }

    /// <summary>Adds an item to a draft. Returns a refusal, or null.</summary>
    public string? Ask(string? title, MonitoringItemKind kind, string? unit, bool required)
    {
        if (RefuseOpened() is { } refusal)
        {
            return refusal;
        }

        if (string.IsNullOrWhiteSpace(title) || title.Length > MonitoringItem.LongestTitle)
        {
            return $"Напишите, что школа должна сдать, не длиннее {MonitoringItem.LongestTitle} знаков.";
        }

        if (_items.Exists(i => string.Equals(i.Title, title.Trim(), StringComparison.OrdinalIgnoreCase)))
        {
            return $"«{title.Trim()}» в перечне сведений уже есть.";
        }

        if (_items.Count == MostItems)
        {
            return $"В перечне уже {MostItems} сведений: школе больше не осилить. Объедините часть из них.";
        }

        if (kind != MonitoringItemKind.Number && !string.IsNullOrWhiteSpace(unit))
        {
            return "Единица измерения бывает только у числа.";
        }

        _items.Add(new MonitoringItem
        {
            Position = _items.Count == 0 ? 1 : _items.Max(i => i.Position) + 1, Title = title.Trim(), Kind = kind, Unit = unit?.Trim() ?? "", Required = required,
        });
        return null;
    }

    /// <summary>Takes an item out of a draft. Returns a refusal, or null.</summary>
    public string? Drop(int itemId)
    {
        if (RefuseOpened() is { } refusal)
        {
            return refusal;
        }

        return _items.RemoveAll(i => i.Id == itemId) == 0 ? "Такого пункта в перечне сведений нет." : null;
    }

    /// <summary>Opens it to schools. Returns a refusal, or null.</summary>
    public string? Open(DateTimeOffset now)
    {
        if (OpenedAt is not null)
        {
            return "Мониторинг уже открыт школам.";
        }

        if (!_items.Exists(i => i.Required))
        {
            return "Добавьте хотя бы одно обязательное сведение: иначе школе нечего сдавать.";
        }

        OpenedAt = now;
        return null;
    }

    /// <summary>Sets the days of a round. Returns a refusal, or null.</summary>
    public string? Schedule(int roundId, DateOnly? from, DateOnly? due)
    {
        var at = _rounds.FindIndex(r => r.Id == roundId);
        if (at < 0)
        {
            return "Такого этапа у мониторинга нет.";
        }

        if (from is not { } first || due is not { } last)
        {
            return "Укажите первый и последний день этапа.";
        }

        if (at > 0 && first <= _rounds[at - 1].Due)
        {
            return $"Этап начинается после предыдущего, который идёт до {RussianFigures.Date(_rounds[at - 1].Due)}.";
        }

        if (at + 1 < _rounds.Count && last >= _rounds[at + 1].From)
        {
            return $"Этап заканчивается до следующего, который начинается {RussianFigures.Date(_rounds[at + 1].From)}.";
        }

        return _rounds[at].Set(first, last);
    }

    private string? RefuseOpened() => OpenedAt is null ? null : "Мониторинг уже открыт школам: перечень сведений не меняется, иначе этапы не сравнить.";
}

/// <summary>What a new monitoring is made of.</summary>
/// <param name="RegionId">The region.</param>
/// <param name="MunicipalityId">The municipality whose own it is; null for the region's.</param>
/// <param name="ProgrammeId">The programme, or null.</param>
/// <param name="Name">Name.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Frequency">How often.</param>
/// <param name="Schools">Which schools.</param>
public sealed record MonitoringDraft(int RegionId, int? MunicipalityId, int? ProgrammeId, string? Name, int Year, MonitoringFrequency Frequency, SchoolChoice Schools);

/// <summary>Something each school hands in.</summary>
public sealed class MonitoringItem
{
    /// <summary>The longest title, characters.</summary>
    public const int LongestTitle = 300;

    /// <summary>Internal key.</summary>
    public int Id { get; private set; }

    /// <summary>The monitoring.</summary>
    public int CycleId { get; private set; }

    /// <summary>Place in the list, from 1.</summary>
    public required int Position { get; init; }

    /// <summary>What it is.</summary>
    public required string Title { get; init; }

    /// <summary>What is handed in.</summary>
    public required MonitoringItemKind Kind { get; init; }

    /// <summary>Unit of a number; empty where it has none.</summary>
    public required string Unit { get; init; }

    /// <summary>Whether nothing is handed in without it.</summary>
    public required bool Required { get; init; }
}
