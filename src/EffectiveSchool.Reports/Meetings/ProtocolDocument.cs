using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Meetings;
using EffectiveSchool.Reports.Documents;

namespace EffectiveSchool.Reports.Meetings;

/// <summary>What the protocol of a meeting is printed from.</summary>
/// <param name="Group">Name of the working group.</param>
/// <param name="Body">The region or the municipality whose group it is.</param>
/// <param name="Meeting">The meeting.</param>
/// <param name="Members">«Иванова И. И., директор»; empty where the reader may not know them.</param>
/// <param name="Today">Today in the region: what is late on it is marked.</param>
public sealed record ProtocolFacts(string Group, string Body, Meeting Meeting, IReadOnlyList<string> Members, DateOnly Today);

/// <summary>The protocol of a meeting as docx, with the parts and blanks that offices expect; equal facts give equal bytes.</summary>
public static class ProtocolDocument
{
    private static readonly int[] DecisionWidths = [500, 4000, 2055, 1500, 1300];

    /// <summary>Writes the document into <paramref name="output"/>, which is left open.</summary>
    public static void Write(ProtocolFacts facts, Stream output)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var meeting = facts.Meeting;
        using var document = new TextDocumentWriter(output, new TextProperties($"Протокол заседания рабочей группы «{facts.Group}»", facts.Body), upright: true);
        document.WriteParagraph(facts.Body, TextStyle.Body, TextSide.Middle);
        document.WriteParagraph("ПРОТОКОЛ", TextStyle.Title);
        document.WriteParagraph($"заседания рабочей группы «{facts.Group}»", TextStyle.Body, TextSide.Middle);
        document.BeginTable("Дата и номер", [TextDocumentWriter.UprightWidth / 2, TextDocumentWriter.UprightWidth - (TextDocumentWriter.UprightWidth / 2)], lines: false);
        document.WriteRow(
        [
            new TextCell(RussianFigures.Date(meeting.ProtocolDate ?? meeting.Date)) { Style = TextStyle.Body },
            new TextCell($"№ {(meeting.ProtocolNumber.Length > 0 ? meeting.ProtocolNumber : "______")}") { Style = TextStyle.Body, Side = TextSide.Right },
        ]);
        document.WriteParagraph($"Дата заседания: {RussianFigures.Date(meeting.Date)}" + (meeting.Place.Length > 0 ? $"\nМесто: {meeting.Place}" : ""));
        document.WriteParagraph("Присутствовали" + (meeting.Present is { } present ? $": {RussianWords.Count(present, "человек", "человека", "человек")}" : ": ____ человек"), TextStyle.Heading);
        foreach (var member in facts.Members)
        {
            document.WriteParagraph(member, TextStyle.Body);
        }

        document.WriteParagraph("Повестка дня", TextStyle.Heading);
        foreach (var (item, index) in meeting.Agenda.Select((a, i) => (a, i + 1)))
        {
            document.WriteParagraph($"{index}. {item}");
        }

        WriteDecisions(document, facts);
        WriteSignatures(document);
    }

    private static void WriteDecisions(TextDocumentWriter document, ProtocolFacts facts)
    {
        document.WriteParagraph("Решили", TextStyle.Heading);
        var decisions = facts.Meeting.Decisions.OrderBy(d => d.Id).ToList();
        if (decisions.Count == 0)
        {
            document.WriteParagraph("Решений не принято.");
            return;
        }

        document.BeginTable("Решения", DecisionWidths);
        document.WriteRow([.. new[] { "№", "Решение", "Ответственный", "Срок", "Исполнение" }.Select(TextCell.Header)], isHeader: true);
        foreach (var (decision, index) in decisions.Select((d, i) => (d, i + 1)))
        {
            document.WriteRow(
            [
                TextCell.Middle($"{index}"), new TextCell(decision.Text), new TextCell(decision.Responsible), TextCell.Middle(TermText(decision)), TextCell.Middle(Execution(decision, facts.Today)),
            ]);
        }
    }

    /// <summary>The term as worded and the date it gives: «до 01.12.2026 (01.12.2026)» is said once.</summary>
    private static string TermText(MeetingDecision decision)
    {
        var dates = decision.Dues is [var one] ? RussianFigures.Date(one) : $"{RussianFigures.Date(decision.Dues[0])} … {RussianFigures.Date(decision.Dues[^1])}";
        return decision.Term.Length == 0 || decision.Term.Contains(dates, StringComparison.Ordinal) ? (decision.Term.Length == 0 ? dates : decision.Term) : $"{decision.Term} ({dates})";
    }

    private static string Execution(MeetingDecision decision, DateOnly today) => decision switch
    {
        { IsDone: true } => "выполнено",
        { NextDue: { } due } when due < today => "просрочено",
        { DoneCount: > 0 } => $"выполнено {decision.DoneCount} из {decision.Dues.Count}",
        _ => "в работе",
    };

    private static void WriteSignatures(TextDocumentWriter document)
    {
        document.WriteParagraph("", TextStyle.Body);
        document.BeginTable("Подписи", [2600, 2700, 300, 3755], lines: false);
        foreach (var post in new[] { "Председатель", "Секретарь" })
        {
            document.WriteRow([new TextCell(post) { Style = TextStyle.Body }, .. Enumerable.Range(0, 3).Select(i => new TextCell("") { Style = TextStyle.Body, Blank = i != 1 })]);
            document.WriteRow([.. new[] { "", "(подпись)", "", "(расшифровка подписи)" }.Select(t => new TextCell(t) { Style = TextStyle.Caption })]);
        }
    }
}
