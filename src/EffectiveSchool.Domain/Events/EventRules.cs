namespace EffectiveSchool.Domain.Events;

/// <summary>A word that events are called by.</summary>
/// <param name="Name">«семинар», «совещание» …</param>
/// <param name="Nature">What it counts as.</param>
public sealed record EventKind(string Name, EventNature Nature);

/// <summary>What a norm counts (domain.md §9–11).</summary>
public enum NormMeasure
{
    /// <summary>Share of schools that took part in an event, percent: «не менее 90 % ШНОР».</summary>
    ShareOfSchools,

    /// <summary>People of each school: «не менее 5 человек от школы, 32 часа».</summary>
    SchoolPeople,

    /// <summary>Events that each school took part in.</summary>
    SchoolEvents,

    /// <summary>Events that each municipality held: «не менее 4 муниципальных мероприятий в год».</summary>
    MunicipalEvents,

    /// <summary>Events that the region held.</summary>
    RegionalEvents,
}

/// <summary>The year that a norm is counted in.</summary>
public enum NormYear
{
    /// <summary>Calendar year.</summary>
    Calendar,

    /// <summary>School year, 1 September to 31 August.</summary>
    School,
}

/// <summary>A norm of events.</summary>
/// <param name="Name">As programmes word it.</param>
/// <param name="Measure">What is counted.</param>
/// <param name="Threshold">At least this; percent for <see cref="NormMeasure.ShareOfSchools"/>.</param>
/// <param name="Year">The year it is counted in.</param>
/// <param name="Nature">Only events of this nature; null for all.</param>
/// <param name="LeastHours">Only events of at least so many hours; null for all.</param>
/// <param name="ProgrammeId">The programme whose participants are counted; null for the schools of the list for the year.</param>
public sealed record EventNorm(
    string Name, NormMeasure Measure, decimal Threshold, NormYear Year, EventNature? Nature = null, decimal? LeastHours = null, int? ProgrammeId = null)
{
    /// <summary>What is wrong with it, as a Russian sentence; null where nothing is.</summary>
    public string? Problem => this switch
    {
        _ when string.IsNullOrWhiteSpace(Name) || Name.Length > EventRules.LongestName => $"Укажите название нормы, до {EventRules.LongestName} знаков.",
        { Measure: NormMeasure.ShareOfSchools, Threshold: <= 0 or > 100 } => $"«{Name}»: доля — больше 0 и не больше 100 %.",
        { Threshold: <= 0 or > 10_000 } => $"«{Name}»: норма — больше 0 и не больше 10 000.",
        { LeastHours: <= 0 or > Event.MostHours } => $"«{Name}»: часов — больше 0 и не больше {Event.MostHours}.",
        _ when Measure != NormMeasure.ShareOfSchools && decimal.Truncate(Threshold) != Threshold => $"«{Name}»: норма — целое число.",
        _ => null,
    };
}

/// <summary>Whom measures ask.</summary>
public static class NormMeasures
{
    /// <summary>Whether schools are asked, so that a list or a programme must name them.</summary>
    public static bool AsksSchools(this NormMeasure measure) => measure is NormMeasure.ShareOfSchools or NormMeasure.SchoolPeople or NormMeasure.SchoolEvents;
}

/// <summary>Reference data of a region about events: words, norms, days for materials. A region that changed nothing has the defaults.</summary>
public sealed class EventRules
{
    /// <summary>The longest word or name, characters.</summary>
    public const int LongestName = 200;

    /// <summary>Words and norms at most.</summary>
    public const int MostRows = 40;

    /// <summary>«Не позднее 10 дней со дня проведения мероприятия».</summary>
    public const int UsualMaterialDays = 10;

    /// <summary>The region.</summary>
    public required int RegionId { get; init; }

    /// <summary>Words that events are called by.</summary>
    public IReadOnlyList<EventKind> Kinds { get; private set; } =
    [
        new("семинар", EventNature.Other), new("совещание", EventNature.Meeting), new("методический десант", EventNature.Landing), new("стажировка", EventNature.Course),
        new("курсы повышения квалификации", EventNature.Course), new("вебинар", EventNature.Other), new("мастер-класс", EventNature.Other), new("консультация", EventNature.Other),
    ];

    /// <summary>Norms in the order in which they are shown.</summary>
    public IReadOnlyList<EventNorm> Norms { get; private set; } =
    [
        new("Не менее 90 % ШНОР участвуют в мероприятиях", NormMeasure.ShareOfSchools, 90, NormYear.Calendar),
        new("Не менее 5 человек от школы на курсах от 32 часов в год", NormMeasure.SchoolPeople, 5, NormYear.Calendar, LeastHours: 32),
        new("Не менее 4 муниципальных мероприятий в год", NormMeasure.MunicipalEvents, 4, NormYear.Calendar),
        new("Не менее 6 совещаний в год", NormMeasure.MunicipalEvents, 6, NormYear.Calendar, EventNature.Meeting),
        new("Не менее 1 мероприятия в год для каждой школы", NormMeasure.SchoolEvents, 1, NormYear.Calendar),
    ];

    /// <summary>Days after an event in which its materials are due, unless the event says otherwise.</summary>
    public int MaterialDays { get; private set; } = UsualMaterialDays;

    /// <summary>Writes the reference data down whole.</summary>
    public string? Write(IReadOnlyList<EventKind> kinds, IReadOnlyList<EventNorm> norms, int materialDays)
    {
        if (kinds.Count is 0 or > MostRows || norms.Count > MostRows)
        {
            return $"Видов — от 1 до {MostRows}, норм — до {MostRows}.";
        }

        if (kinds.Any(k => string.IsNullOrWhiteSpace(k.Name) || k.Name.Length > LongestName))
        {
            return $"Укажите название вида, до {LongestName} знаков.";
        }

        if (kinds.GroupBy(k => k.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Skip(1).Any()) is { } twice)
        {
            return $"Вид «{twice.Key}» назван дважды.";
        }

        if (norms.Select(n => n.Problem).FirstOrDefault(p => p is not null) is { } problem)
        {
            return problem;
        }

        if (materialDays is < 0 or > Event.MostMaterialDays)
        {
            return $"Срок материалов — от 0 до {Event.MostMaterialDays} дней.";
        }

        (Kinds, Norms, MaterialDays) = (kinds, norms, materialDays);
        return null;
    }
}
