namespace EffectiveSchool.Domain.Events;

/// <content>What is wrong with what was written of an event.</content>
public sealed partial class Event
{
    private static bool IsAddress(string link) =>
        link.Length <= LongestLink && Uri.TryCreate(link.Trim(), UriKind.Absolute, out var address) && address.Scheme is "https" or "http";

    private static string? Problem(EventNotes notes, EventKind? kind) => notes switch
    {
        _ when ProblemOf(notes.Title, "Укажите название мероприятия.") is { } title => title,
        _ when kind is null => "Выберите вид мероприятия.",
        _ when ProblemOf(notes.From, notes.To) is { } days => days,
        _ when string.IsNullOrWhiteSpace(notes.Place) && string.IsNullOrWhiteSpace(notes.Link) => "Укажите место, а для дистанционного мероприятия — ссылку.",
        { Place.Length: > LongestText } => $"Место длиннее {LongestText} знаков.",
        _ when !string.IsNullOrWhiteSpace(notes.Link) && !IsAddress(notes.Link) => WrongLink,
        { Hours: <= 0 or > MostHours } => $"Часов — больше 0 и не больше {MostHours}.",
        { Hours: null } when kind.Nature == EventNature.Course => "Укажите, сколько часов: это обучение с часами.",
        { MaterialDays: < 0 or > MostMaterialDays } => $"Срок материалов — от 0 до {MostMaterialDays} дней.",
        _ => null,
    };

    private static string? ProblemOf(DateOnly from, DateOnly to) => (from, to) switch
    {
        _ when from.Year is < 2000 or > 2100 => "Дата мероприятия — с 2000 по 2100 год.",
        _ when to < from => $"Окончание {RussianFigures.Date(to)} раньше начала {RussianFigures.Date(from)}.",
        _ when to.DayNumber - from.DayNumber >= MostDays => $"Мероприятие длиннее {MostDays} дней: разделите его.",
        _ => null,
    };

    private static string? ProblemOf(string? text, string whenMissing) =>
        string.IsNullOrWhiteSpace(text) ? whenMissing : text.Trim().Length > LongestText ? $"Текст длиннее {LongestText} знаков: сократите его." : null;
}
