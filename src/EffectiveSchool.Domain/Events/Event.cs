namespace EffectiveSchool.Domain.Events;

/// <summary>
/// An event (семинар, совещание, методический десант, курсы …) as one state machine. Every change returns null, or a Russian
/// sentence saying why it is refused, and then nothing changed.
/// </summary>
public sealed class Event
{
    /// <summary>The longest title, place and reason, characters.</summary>
    public const int LongestText = 500;

    /// <summary>The longest link, characters.</summary>
    public const int LongestLink = 1000;

    /// <summary>The longest event, days.</summary>
    public const int MostDays = 366;

    /// <summary>The most hours of a course.</summary>
    public const int MostHours = 1000;

    /// <summary>The longest term of materials, days.</summary>
    public const int MostMaterialDays = 365;

    private readonly List<EventSchool> _schools = [];
    private readonly List<EventMaterial> _materials = [];

    /// <summary>Internal key.</summary>
    public int Id { get; private set; }

    /// <summary>The region.</summary>
    public required int RegionId { get; init; }

    /// <summary>The municipality that holds it; null where the region or a school does.</summary>
    public int? MunicipalityId { get; init; }

    /// <summary>The school that holds it; null where the region or a municipality does.</summary>
    public int? SchoolId { get; init; }

    /// <summary>Who wrote it down, by role and place.</summary>
    public required string Author { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Title.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The word it is called by.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>What it counts as: that of the word on the day of writing.</summary>
    public EventNature Nature { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day: the one that the event is counted by.</summary>
    public DateOnly To { get; private set; }

    /// <summary>Place; empty for an event on line.</summary>
    public string Place { get; private set; } = "";

    /// <summary>Address on line; null where there is none.</summary>
    public string? Link { get; private set; }

    /// <summary>The school that hosts it.</summary>
    public int? HostSchoolId { get; private set; }

    /// <summary>Hours of a course.</summary>
    public decimal? Hours { get; private set; }

    /// <summary>The activity of a roadmap that it carries out.</summary>
    public int? ActivityId { get; private set; }

    /// <summary>The occurrence of that activity; that of a term counted from the event is there once it was held.</summary>
    public int? OccurrenceId { get; private set; }

    /// <summary>Days after the last one in which materials are due; null where none are.</summary>
    public int? MaterialDays { get; private set; }

    /// <summary>State.</summary>
    public EventState State { get; private set; }

    /// <summary>Why it was moved, cancelled or opened again; empty where it was not.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>When the state last changed, UTC.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Schools asked to take part, with the numbers of their people.</summary>
    public IReadOnlyList<EventSchool> Schools => _schools;

    /// <summary>What was handed in after it.</summary>
    public IReadOnlyList<EventMaterial> Materials => _materials;

    /// <summary>Who holds it.</summary>
    public EventLevel Level => SchoolId is not null ? EventLevel.School : MunicipalityId is not null ? EventLevel.Municipality : EventLevel.Region;

    /// <summary>The last day for materials; null where none are due.</summary>
    public DateOnly? MaterialsDue => MaterialDays is { } days ? To.AddDays(days) : null;

    /// <summary>Whether materials are still to be handed in.</summary>
    public bool OwesMaterials => State == EventState.Held && MaterialDays is not null && _materials.Count == 0;

    /// <summary>Writes the event down, new or corrected. Dates of one that is written down are changed by <see cref="Move"/> alone.</summary>
    /// <param name="notes">What was written.</param>
    /// <param name="rules">The words of the region.</param>
    public string? Describe(EventNotes notes, EventRules rules)
    {
        if (State == EventState.CalledOff)
        {
            return "Мероприятие отменено. Чтобы исправить запись, верните его в запланированные.";
        }

        var kind = rules.Kinds.FirstOrDefault(k => k.Name == notes.Kind) ?? (Kind.Length > 0 && notes.Kind == Kind ? new EventKind(Kind, Nature) : null);
        if ((notes.Problem(kind) ?? (From != default && (notes.From, notes.To) != (From, To)
            ? "Дату записанного мероприятия меняет перенос: у него есть причина." : null)) is { } refusal)
        {
            return refusal;
        }

        (Title, Kind, Nature, From, To) = (notes.Title!.Trim(), kind!.Name, kind.Nature, notes.From, notes.To);
        (Place, Link) = (notes.Place?.Trim() ?? "", string.IsNullOrWhiteSpace(notes.Link) ? null : notes.Link.Trim());
        (HostSchoolId, Hours, MaterialDays) = (notes.HostSchoolId, notes.Hours, notes.MaterialDays);
        return null;
    }

    /// <summary>Names what of a roadmap the event carries out: an occurrence, or an activity whose term is counted from the event.</summary>
    /// <param name="activityId">The activity; null for none.</param>
    /// <param name="occurrenceId">The occurrence; null until there is one.</param>
    public void CarryOut(int? activityId, int? occurrenceId) => (ActivityId, OccurrenceId) = (activityId, activityId is null ? null : occurrenceId);

    /// <summary>Open → перенесено, with other days.</summary>
    public string? Move(DateOnly? from, DateOnly? to, string? reason, DateTimeOffset now)
    {
        if (!State.IsOpen())
        {
            return $"Перенести можно то, что ещё не проведено, а мероприятие {State.RussianName()}.";
        }

        if (from is not { } first || (first, to ?? first) == (From, To))
        {
            return $"Укажите новую дату, не {Dates}.";
        }

        var last = to ?? first;
        if ((EventNotes.ProblemOf(first, last) ?? EventNotes.ProblemOf(reason, "Укажите причину переноса.")) is { } refusal)
        {
            return refusal;
        }

        Reason = $"с {Dates}: {reason!.Trim()}";
        (From, To) = (first, last);
        Go(EventState.Moved, now);
        return null;
    }

    /// <summary>Open → отменено.</summary>
    public string? Cancel(string? reason, DateTimeOffset now)
    {
        if (!State.IsOpen())
        {
            return $"Отменить можно то, что ещё не проведено, а мероприятие {State.RussianName()}.";
        }

        if (EventNotes.ProblemOf(reason, "Укажите причину отмены.") is { } refusal)
        {
            return refusal;
        }

        Reason = reason!.Trim();
        Go(EventState.CalledOff, now);
        return null;
    }

    /// <summary>Open → проведено, from the last day on.</summary>
    public string? Hold(DateOnly today, DateTimeOffset now)
    {
        if (!State.IsOpen())
        {
            return $"Мероприятие уже {State.RussianName()}.";
        }

        if (To > today)
        {
            return $"Мероприятие заканчивается {RussianFigures.Date(To)}: отметить его проведённым можно с этого дня.";
        }

        Go(EventState.Held, now);
        return null;
    }

    /// <summary>Проведено or отменено by mistake → запланировано.</summary>
    public string? Reopen(string? reason, DateTimeOffset now)
    {
        if (State.IsOpen())
        {
            return $"Мероприятие и так {State.RussianName()}.";
        }

        if (EventNotes.ProblemOf(reason, "Укажите, почему мероприятие возвращается в запланированные.") is { } refusal)
        {
            return refusal;
        }

        Reason = reason!.Trim();
        Go(EventState.Planned, now);
        return null;
    }

    /// <summary>Asks a school to take part; one that is asked already stays as it is. Returns whether it is new.</summary>
    public bool Invite(int schoolId)
    {
        if (State == EventState.CalledOff || _schools.Exists(s => s.SchoolId == schoolId))
        {
            return false;
        }

        _schools.Add(new EventSchool { SchoolId = schoolId, RegionId = RegionId });
        return true;
    }

    /// <summary>Takes a school off again, with its numbers.</summary>
    public bool Leave(int schoolId) => _schools.RemoveAll(s => s.SchoolId == schoolId) > 0;

    /// <summary>Writes down how many people of an asked school took part.</summary>
    /// <param name="schoolId">The school.</param>
    /// <param name="count">The people; null for «не внесено».</param>
    /// <param name="today">Today in the region: numbers are known from the first day on.</param>
    public string? Tell(int schoolId, Attendance? count, DateOnly today)
    {
        if (State == EventState.CalledOff)
        {
            return "Мероприятие отменено: участников у него нет.";
        }

        if (_schools.Find(s => s.SchoolId == schoolId) is not { } school)
        {
            return "Сначала добавьте школу в мероприятие.";
        }

        if (count is not null && today < From)
        {
            return $"Мероприятие начинается {RussianFigures.Date(From)}: участников вносят с этого дня.";
        }

        if (count?.Problem is { } problem)
        {
            return problem;
        }

        school.Tell(count);
        return null;
    }

    /// <summary>Hands a material in.</summary>
    public string? Attach(EventMaterial material)
    {
        if (State == EventState.CalledOff)
        {
            return "Мероприятие отменено: материалов по нему не ждут.";
        }

        if (material.FileId is null && material.Link is null)
        {
            return "Приложите файл или укажите ссылку.";
        }

        if ((material.Link is { } link && !EventNotes.IsAddress(link)) || material.Title.Length > LongestText)
        {
            return material.Title.Length > LongestText ? $"Название длиннее {LongestText} знаков." : EventNotes.WrongLink;
        }

        _materials.Add(material);
        return null;
    }

    /// <summary>«12.03.2026» or «12.03.2026 – 14.03.2026».</summary>
    public string Dates => From == To ? RussianFigures.Date(From) : $"{RussianFigures.Date(From)} – {RussianFigures.Date(To)}";

    private void Go(EventState state, DateTimeOffset now) => (State, ChangedAt) = (state, now);
}
