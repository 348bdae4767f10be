namespace EffectiveSchool.Domain.Events;

/// <summary>What an event counts as, whatever word it is called by.</summary>
public enum EventNature
{
    /// <summary>Any other event: семинар, вебинар …</summary>
    Other,

    /// <summary>Совещание.</summary>
    Meeting,

    /// <summary>Методический десант: counted against the quota of the school year.</summary>
    Landing,

    /// <summary>Обучение с часами: курсы, стажировка.</summary>
    Course,
}

/// <summary>The life of an event.</summary>
public enum EventState
{
    /// <summary>Запланировано.</summary>
    Planned,

    /// <summary>Перенесено: planned for another date, with a reason.</summary>
    Moved,

    /// <summary>Проведено.</summary>
    Held,

    /// <summary>Отменено, with a reason.</summary>
    CalledOff,
}

/// <summary>Who holds an event.</summary>
public enum EventLevel
{
    /// <summary>Региональное.</summary>
    Region,

    /// <summary>Муниципальное.</summary>
    Municipality,

    /// <summary>Школьное.</summary>
    School,
}

/// <summary>The Russian names of natures, states and levels.</summary>
public static class EventWords
{
    /// <summary>«совещание», «обучение с часами» …</summary>
    public static string RussianName(this EventNature nature) => nature switch
    {
        EventNature.Meeting => "совещание",
        EventNature.Landing => "методический десант",
        EventNature.Course => "обучение с часами",
        _ => "прочее мероприятие",
    };

    /// <summary>«запланировано», «перенесено», «проведено», «отменено».</summary>
    public static string RussianName(this EventState state) => state switch
    {
        EventState.Planned => "запланировано",
        EventState.Moved => "перенесено",
        EventState.Held => "проведено",
        _ => "отменено",
    };

    /// <summary>«региональное», «муниципальное», «школьное».</summary>
    public static string RussianName(this EventLevel level) => level switch
    {
        EventLevel.Region => "региональное",
        EventLevel.Municipality => "муниципальное",
        _ => "школьное",
    };

    /// <summary>Whether it is still to be held.</summary>
    public static bool IsOpen(this EventState state) => state is EventState.Planned or EventState.Moved;
}
