using System.Globalization;
using System.Text.RegularExpressions;

namespace EffectiveSchool.Domain.Roadmaps;

/// <summary>A due date that was moved (перенесено): the history of a work keeps each as a sentence, and this writes and reads it.</summary>
/// <param name="From">The former last day.</param>
/// <param name="To">The new last day.</param>
/// <param name="Reason">Why.</param>
public sealed partial record MovedDue(DateOnly From, DateOnly To, string Reason)
{
    /// <summary>«с 05.04.2023 на 01.02.2027: карантин».</summary>
    public string Text => $"с {RussianFigures.Date(From)} на {RussianFigures.Date(To)}: {Reason}";

    /// <summary>Reads the sentence back; null where it is another.</summary>
    /// <param name="text">The text of an event of <see cref="WorkStep.Moved"/>.</param>
    public static MovedDue? Read(string text)
    {
        var match = Sentence().Match(text);
        return match.Success && Day(match.Groups["from"].Value) is { } from && Day(match.Groups["to"].Value) is { } to ? new MovedDue(from, to, match.Groups["reason"].Value) : null;
    }

    /// <summary>Whether the former last day falls into a period: moved work does not leave the report that it was due in.</summary>
    /// <param name="first">First day of the period.</param>
    /// <param name="last">Last day of the period.</param>
    public bool LeftPeriod(DateOnly first, DateOnly last) => From >= first && From <= last;

    /// <summary>
    /// «Причины и меры» of a work that was moved: every move with its reason, and what the work says by now, unless that is the reason of the last move.
    /// </summary>
    /// <param name="moves">Moves of one work in the order they were made; none gives the reason alone.</param>
    /// <param name="reason">The reason that the work has now.</param>
    public static string Reasons(IReadOnlyCollection<MovedDue> moves, string reason) => string.Join(
        "; ",
        moves.Select(m => $"срок перенесён {m.Text}").Append(moves.Count > 0 && moves.Last().Reason == reason ? "" : reason).Where(t => t.Length > 0));

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "dd.MM.yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex(@"\Aс (?<from>\d\d\.\d\d\.\d{4}) на (?<to>\d\d\.\d\d\.\d{4}): (?<reason>.*)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sentence();
}
