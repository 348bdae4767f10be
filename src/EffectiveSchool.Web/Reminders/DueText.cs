using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Reminders;

namespace EffectiveSchool.Web.Reminders;

/// <summary>A group of a summary with its heading.</summary>
/// <param name="ForAnother">The heading as it is told of somebody else.</param>
public sealed record DueGroup(string Heading, string ForAnother, string Pill, IReadOnlyList<DueItem> Items);

/// <summary>Open work in Russian words, the same on the page and in the letter.</summary>
public static class DueText
{
    /// <summary>The groups that hold anything, the most urgent first.</summary>
    public static IReadOnlyList<DueGroup> Groups(DueSummary summary) =>
    [
        .. new DueGroup[]
        {
            new("Просрочено", "Просрочено", "pill-low", summary.Overdue),
            new("На этой неделе", "На этой неделе", "pill-near", summary.ThisWeek),
            new("Ждёт меня", "Ждёт решения", "pill-accent", summary.Waiting),
        }.Where(g => g.Items.Count > 0),
    ];

    /// <summary>«срок 16.11.2026, опоздание 6 дней», «срок сегодня»; empty without a date.</summary>
    public static string Due(DueItem item, DateOnly today) => item.DaysLate(today) switch
    {
        null => "",
        > 0 and var late => $"срок {RussianFigures.Date(item.Due!.Value)}, опоздание {RussianWords.Count(late, "день", "дня", "дней")}",
        0 => "срок сегодня",
        _ => $"срок {RussianFigures.Date(item.Due!.Value)}",
    };
}
