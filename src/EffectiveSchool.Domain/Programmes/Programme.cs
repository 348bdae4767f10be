using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Domain.Programmes;

/// <summary>Whose programme it is (domain.md §9).</summary>
public enum ProgrammeLevel
{
    /// <summary>Региональная.</summary>
    Region,

    /// <summary>Муниципальная.</summary>
    Municipality,

    /// <summary>Школьная.</summary>
    School,
}

/// <summary>What the passport of a programme says; every part may be empty.</summary>
public sealed record ProgrammePassport
{
    /// <summary>Цель.</summary>
    public string Aim { get; init; } = "";

    /// <summary>Задачи.</summary>
    public string Tasks { get; init; } = "";

    /// <summary>Правовые основания.</summary>
    public string LegalBases { get; init; } = "";

    /// <summary>Исполнители.</summary>
    public string Executors { get; init; } = "";

    /// <summary>Ожидаемые результаты.</summary>
    public string ExpectedResults { get; init; } = "";

    /// <summary>Контроль.</summary>
    public string Control { get; init; } = "";
}

/// <summary>A programme (программа, проект): whose it is, how long it lasts, its passport. Its roadmaps refer to it.</summary>
public sealed partial class Programme
{
    /// <summary>The longest programme, years.</summary>
    public const int MostYears = 15;

    /// <summary>Internal key.</summary>
    public int Id { get; private set; }

    /// <summary>The region.</summary>
    public required int RegionId { get; init; }

    /// <summary>The municipality of a municipal or a school programme; null for a regional one.</summary>
    public int? MunicipalityId { get; init; }

    /// <summary>The school of a school programme; null otherwise.</summary>
    public int? SchoolId { get; init; }

    /// <summary>Name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>First day.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day.</summary>
    public DateOnly To { get; private set; }

    /// <summary>Passport.</summary>
    public ProgrammePassport Passport { get; private set; } = new();

    /// <summary>Level: told by whom it belongs to.</summary>
    public ProgrammeLevel Level => SchoolId is not null ? ProgrammeLevel.School : MunicipalityId is not null ? ProgrammeLevel.Municipality : ProgrammeLevel.Region;

    /// <summary>The days it lasts.</summary>
    public ProgrammePeriod Period => new(From, To);

    /// <summary>Sets name, period and passport. Returns a refusal in Russian, or null.</summary>
    /// <param name="name">Name, not empty.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day, after the first, at most <see cref="MostYears"/> years later; within the days of the programme above.</param>
    /// <param name="passport">Passport.</param>
    public string? Describe(string name, DateOnly from, DateOnly to, ProgrammePassport passport)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return "Укажите название программы.";
        }

        if (to < from)
        {
            return "Окончание программы раньше её начала: исправьте даты.";
        }

        if (from.Year < 2000 || to > from.AddYears(MostYears))
        {
            return $"Программа длится не дольше {MostYears} лет и начинается не раньше 2000 года: исправьте даты.";
        }

        if ((from, to) != (From, To) && RefusePeriod(from, to, Parent) is { } refusal)
        {
            return refusal;
        }

        (Name, From, To, Passport) = (name.Trim(), from, to, passport);
        return null;
    }
}
