using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Monitoring;

namespace EffectiveSchool.Web.Pages.Monitoring;

/// <summary>States with their signs: colour, shape and word.</summary>
public static class MonitoringText
{
    public static string Pill(SubmissionState state, bool late) => late ? "pill-low" : state switch
    {
        SubmissionState.Confirmed => "pill-done",
        SubmissionState.UnderReview or SubmissionState.Filling => "pill-accent",
        SubmissionState.Returned => "pill-near",
        _ => "",
    };

    public static string Sign(SubmissionState state) => state switch
    {
        SubmissionState.Confirmed => "✓",
        SubmissionState.UnderReview => "…",
        SubmissionState.Filling => "▸",
        SubmissionState.Returned => "↩",
        _ => "○",
    };

    /// <summary>«закрыт 12.02.2026», «идёт до 31.01.2026», «начнётся 01.12.2026», «срок прошёл 31.01.2026».</summary>
    public static string Window(MonitoringRound round, DateOnly? closedOn, DateOnly today) => (round, closedOn) switch
    {
        (_, { } day) => $"закрыт {RussianFigures.Date(day)}",
        _ when today < round.From => $"начнётся {RussianFigures.Date(round.From)}",
        _ when today <= round.Due => $"идёт до {RussianFigures.Date(round.Due)}",
        _ => $"срок прошёл {RussianFigures.Date(round.Due)}",
    };

    /// <summary>«региональный», «муниципальный, Северный район».</summary>
    public static string Level(string? municipality) => municipality is null ? "региональный" : $"муниципальный, {municipality}";
}
