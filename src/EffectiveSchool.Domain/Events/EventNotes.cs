namespace EffectiveSchool.Domain.Events;

/// <summary>What a person writes about an event.</summary>
/// <param name="Title">Title, required.</param>
/// <param name="Kind">A word of <see cref="EventRules.Kinds"/>.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Place">Place; needless where there is a link.</param>
/// <param name="Link">Address of an event on line, http or https.</param>
/// <param name="HostSchoolId">The school that hosts it.</param>
/// <param name="Hours">Hours of a course; required of one.</param>
/// <param name="MaterialDays">Days after the last one in which materials are due; null where none are.</param>
public sealed record EventNotes(
    string? Title, string? Kind, DateOnly From, DateOnly To, string? Place, string? Link, int? HostSchoolId, decimal? Hours, int? MaterialDays)
{
    internal const string WrongLink = "Ссылка должна начинаться с https:// или http:// и быть не длиннее 1000 знаков.";

    /// <summary>What is wrong with it, as a Russian sentence; null where nothing is.</summary>
    /// <param name="kind">The word as the region has it; null where it has none.</param>
    internal string? Problem(EventKind? kind) => this switch
    {
        _ when ProblemOf(Title, "Укажите название мероприятия.") is { } title => title,
        _ when kind is null => "Выберите вид мероприятия.",
        _ when ProblemOf(From, To) is { } days => days,
        _ when string.IsNullOrWhiteSpace(Place) && string.IsNullOrWhiteSpace(Link) => "Укажите место, а для дистанционного мероприятия — ссылку.",
        { Place.Length: > Event.LongestText } => $"Место длиннее {Event.LongestText} знаков.",
        _ when !string.IsNullOrWhiteSpace(Link) && !IsAddress(Link) => WrongLink,
        { Hours: <= 0 or > Event.MostHours } => $"Часов — больше 0 и не больше {Event.MostHours}.",
        { Hours: null } when kind.Nature == EventNature.Course => "Укажите, сколько часов: это обучение с часами.",
        { MaterialDays: < 0 or > Event.MostMaterialDays } => $"Срок материалов — от 0 до {Event.MostMaterialDays} дней.",
        _ => null,
    };

    internal static string? ProblemOf(DateOnly from, DateOnly to) => (from, to) switch
    {
        _ when from.Year is < 2000 or > 2100 => "Дата мероприятия — с 2000 по 2100 год.",
        _ when to < from => $"Окончание {RussianFigures.Date(to)} раньше начала {RussianFigures.Date(from)}.",
        _ when to.DayNumber - from.DayNumber >= Event.MostDays => $"Мероприятие длиннее {Event.MostDays} дней: разделите его.",
        _ => null,
    };

    internal static string? ProblemOf(string? text, string whenMissing) =>
        string.IsNullOrWhiteSpace(text) ? whenMissing : text.Trim().Length > Event.LongestText ? $"Текст длиннее {Event.LongestText} знаков: сократите его." : null;

    internal static bool IsAddress(string link) =>
        link.Length <= Event.LongestLink && Uri.TryCreate(link.Trim(), UriKind.Absolute, out var address) && address.Scheme is "https" or "http";
}
