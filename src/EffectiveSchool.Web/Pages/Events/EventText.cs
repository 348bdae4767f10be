using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Events;

namespace EffectiveSchool.Web.Pages.Events;

/// <summary>States and norms with their signs: colour, shape and word.</summary>
public static class EventText
{
    /// <summary>«Проведено», or «не отмечено» where the day has passed and nobody said so.</summary>
    public static string StatusOn(EventState state, DateOnly to, DateOnly today) => state.IsOpen() && to < today ? "не отмечено" : state.RussianName();

    public static string Pill(EventState state, DateOnly to, DateOnly today) => state switch
    {
        EventState.Held => "pill-done",
        EventState.CalledOff => "",
        _ when to < today => "pill-low",
        EventState.Moved => "pill-near",
        _ => "pill-accent",
    };

    public static string Sign(EventState state, DateOnly to, DateOnly today) => state switch
    {
        EventState.Held => "✓",
        EventState.CalledOff => "✕",
        _ when to < today => "▲",
        EventState.Moved => "→",
        _ => "○",
    };

    public static string Pill(NormState state) => state switch
    {
        NormState.Reached => "pill-done",
        NormState.NotTold => "",
        _ => "pill-near",
    };

    /// <summary>«✓ выполнена», «? нет данных», «◆ пока не выполнена».</summary>
    public static string Words(NormState state, DateOnly last, DateOnly today) => state switch
    {
        NormState.Reached => "✓ выполнена",
        NormState.NotTold => "? нет данных",
        _ => today <= last ? "◆ пока не выполнена" : "▲ не выполнена",
    };

    /// <summary>«2026 год», «2025/2026 учебный год».</summary>
    public static string Year(EventNorm norm, DateOnly first) => norm.Year == NormYear.School ? $"{SchoolYear.Of(first).Name} учебный год" : $"{first.Year} год";

    /// <summary>«5 из 6 (83,3 %)», «4».</summary>
    public static string Reached(NormLine line) => line.Of is { } of
        ? $"{RussianFigures.Count(line.Reached)} из {RussianFigures.Count(of)} ({RussianFigures.Percent(100m * line.Reached / of)})"
        : RussianFigures.Count(line.Reached);

    /// <summary>«90 %», «4».</summary>
    public static string Threshold(EventNorm norm) => norm.Threshold.ToString("0.##", RussianCulture.Value) + (norm.Measure == NormMeasure.ShareOfSchools ? "\u00A0%" : "");

    public static string RussianName(this NormMeasure measure) => measure switch
    {
        NormMeasure.ShareOfSchools => "доля школ, принявших участие, %",
        NormMeasure.SchoolPeople => "человек от школы",
        NormMeasure.SchoolEvents => "мероприятий, в которых участвовала школа",
        NormMeasure.MunicipalEvents => "мероприятий муниципалитета",
        _ => "мероприятий региона",
    };

    public static string RussianName(this NormYear year) => year == NormYear.School ? "учебный год" : "календарный год";

    /// <summary>What the event says of itself in a report: «Семинар «…» проведён 12.03.2026 …».</summary>
    /// <param name="held">The event with the schools that the reader sees.</param>
    /// <param name="school">Of one school alone; null for all.</param>
    public static string Fact(Event held, int? school)
    {
        var where = held.Place.Length > 0 ? held.Place : "дистанционно";
        var took = held.Schools.Where(s => s.TookPart && (school is null || s.SchoolId == school)).ToList();
        var people = RussianWords.Count(took.Sum(s => s.People ?? 0), "человек", "человека", "человек");
        var who = took.Count == 0 ? null : school is null ? $"участвовали {RussianWords.Count(took.Count, "школа", "школы", "школ")}, {people}" : $"от школы участвовали {people}";
        return $"«{held.Title}» ({held.Kind}), {held.Dates}, {where}{(held.Hours is { } hours ? $", {hours.ToString("0.##", RussianCulture.Value)} ч" : "")}{(who is null ? "" : $"; {who}")}";
    }
}
