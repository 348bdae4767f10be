namespace EffectiveSchool.Domain.Meetings;

/// <summary>A meeting (совещание) of a working group: agenda, protocol, decisions.</summary>
public sealed class Meeting
{
    /// <summary>The most items of an agenda, and the most decisions.</summary>
    public const int MostItems = 40;

    /// <summary>The longest item of an agenda, characters.</summary>
    public const int LongestItem = 500;

    private readonly List<MeetingDecision> _decisions = [];

    /// <summary>Internal key.</summary>
    public int Id { get; private set; }

    /// <summary>The group.</summary>
    public required int GroupId { get; init; }

    /// <summary>The region.</summary>
    public required int RegionId { get; init; }

    /// <summary>The municipality of the group; null for the region's.</summary>
    public int? MunicipalityId { get; init; }

    /// <summary>The day.</summary>
    public DateOnly Date { get; private set; }

    /// <summary>Where it was held; empty where it is not said.</summary>
    public string Place { get; private set; } = "";

    /// <summary>People present; null where nobody counted.</summary>
    public int? Present { get; private set; }

    /// <summary>The agenda.</summary>
    public IReadOnlyList<string> Agenda { get; private set; } = [];

    /// <summary>Number of the protocol; empty while there is none.</summary>
    public string ProtocolNumber { get; private set; } = "";

    /// <summary>Date of the protocol; null while there is none.</summary>
    public DateOnly? ProtocolDate { get; private set; }

    /// <summary>The signed protocol; null while it is not attached.</summary>
    public int? FileId { get; private set; }

    /// <summary>What was decided.</summary>
    public IReadOnlyList<MeetingDecision> Decisions => _decisions;

    /// <summary>Writes the meeting down, new or corrected. Returns a refusal in Russian, or null.</summary>
    public string? Write(MeetingNotes notes)
    {
        ArgumentNullException.ThrowIfNull(notes);
        string[] agenda = [.. notes.Agenda.Select(a => a.Trim()).Where(a => a.Length > 0)];
        if (notes.Date is not { } day || day.Year is < 2000 or > 2100)
        {
            return "Укажите день совещания.";
        }

        if (agenda.Length is 0 or > MostItems || Array.Exists(agenda, a => a.Length > LongestItem))
        {
            return $"В повестке — от 1 до {MostItems} вопросов, по одному в строке, каждый не длиннее {LongestItem} знаков.";
        }

        if (notes.Present is < 1 or > 10_000)
        {
            return "Число присутствовавших — от 1 до 10 000.";
        }

        if (string.IsNullOrWhiteSpace(notes.ProtocolNumber) != notes.ProtocolDate is null)
        {
            return "У протокола указывают и номер, и дату.";
        }

        if (notes.ProtocolDate < day)
        {
            return $"Протокол датирован {RussianFigures.Date(notes.ProtocolDate)} — раньше совещания {RussianFigures.Date(day)}.";
        }

        (Date, Place, Present, Agenda) = (day, notes.Place?.Trim() ?? "", notes.Present, agenda);
        (ProtocolNumber, ProtocolDate) = (notes.ProtocolNumber?.Trim() ?? "", notes.ProtocolDate);
        return null;
    }

    /// <summary>Attaches the signed protocol in place of the one before. Returns a refusal, or null.</summary>
    public string? Attach(int fileId)
    {
        if (ProtocolNumber.Length == 0)
        {
            return "Сначала укажите номер и дату протокола.";
        }

        FileId = fileId;
        return null;
    }

    /// <summary>Adds a decision. Returns a refusal, or null.</summary>
    public string? Decide(MeetingDecision decision)
    {
        if (_decisions.Count == MostItems)
        {
            return $"У совещания уже {MostItems} решений.";
        }

        _decisions.Add(decision);
        return null;
    }
}

/// <summary>What a person writes of a meeting.</summary>
/// <param name="Date">The day.</param>
/// <param name="Place">Where.</param>
/// <param name="Present">People present.</param>
/// <param name="Agenda">The agenda, an item a line.</param>
/// <param name="ProtocolNumber">Number of the protocol.</param>
/// <param name="ProtocolDate">Date of the protocol.</param>
public sealed record MeetingNotes(DateOnly? Date, string? Place, int? Present, IReadOnlyList<string> Agenda, string? ProtocolNumber, DateOnly? ProtocolDate);
