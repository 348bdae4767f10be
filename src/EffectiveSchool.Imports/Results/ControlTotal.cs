using EffectiveSchool.Domain;

namespace EffectiveSchool.Imports.Results;

/// <summary>Whose total a row of a file is.</summary>
public enum ControlTotalKind
{
    /// <summary>«Вся выборка»: more than the file holds, compared with nothing.</summary>
    Sample,

    /// <summary>The region.</summary>
    Region,

    /// <summary>A municipality.</summary>
    Municipality,
}

/// <summary>A row of totals beside what the schools under it add up to.</summary>
/// <param name="Kind">Whose total it is.</param>
/// <param name="Row">1-based row of the total.</param>
/// <param name="Name">Name without the code.</param>
/// <param name="Code">Code of the municipality, or null.</param>
/// <param name="SchoolsStated">Schools as the row says, or null.</param>
/// <param name="ParticipantsStated">Participants as the row says, or null.</param>
/// <param name="FailedPercentStated">Percent of mark «2» as the row says, or null.</param>
/// <param name="SchoolsCounted">Accepted rows of schools under it.</param>
/// <param name="ParticipantsCounted">Their participants.</param>
/// <param name="FailedCounted">Their failed.</param>
public sealed record ControlTotal(
    ControlTotalKind Kind,
    int Row,
    string Name,
    string? Code,
    int? SchoolsStated,
    int? ParticipantsStated,
    decimal? FailedPercentStated,
    int SchoolsCounted,
    int ParticipantsCounted,
    int FailedCounted)
{
    /// <summary>
    /// Whether there is something to compare: «Вся выборка» never is, the region only where the file brings as many
    /// schools as its row says (a municipality's file repeats the region's row).
    /// </summary>
    public bool IsComparable => ParticipantsStated is not null && Kind switch
    {
        ControlTotalKind.Sample => false,
        ControlTotalKind.Region => SchoolsStated == SchoolsCounted,
        _ => true,
    };

    /// <summary>Participants of the schools less those of the row; negative where the schools have fewer.</summary>
    public int Difference => ParticipantsCounted - (ParticipantsStated ?? ParticipantsCounted);

    /// <summary>Whether participants are equal and the printed percent of «2» is that of the counted failed.</summary>
    public bool Agrees => Difference == 0 && FailedAgree;

    /// <summary>«сходится», «на 2 участника меньше, чем в строке муниципалитета».</summary>
    public string Message => this switch
    {
        { IsComparable: false } => "не сравнивается",
        { Agrees: true } => "сходится",
        { Difference: not 0 } => $"{Pupils(Difference)}, чем в строке {Whose}",
        _ => $"доля «2» по школам {RussianFigures.Percent(100m * FailedCounted / Math.Max(1, ParticipantsCounted))}, в строке {Whose} {RussianFigures.Percent(FailedPercentStated)}",
    };

    private string Whose => Kind == ControlTotalKind.Municipality ? "муниципалитета" : "региона";

    private bool FailedAgree => FailedPercentStated is not { } stated
        || ParticipantsStated is not { } participants
        || Math.Abs((stated * participants / 100m) - FailedCounted) <= (0.005m * participants / 100m) + 0.000000001m;

    internal static string Summary(IReadOnlyList<ControlTotal> totals)
    {
        ControlTotal[] compared = [.. totals.Where(t => t.IsComparable && t.Kind == ControlTotalKind.Municipality)];
        ControlTotal[] wrong = [.. compared.Where(t => !t.Agrees)];
        return (compared.Length, wrong.Length) switch
        {
            (0, _) => "итоговых строк муниципалитетов нет",
            (1, 0) => "сходится со строкой муниципалитета",
            (_, 0) => "сходится со строками муниципалитетов",
            (1, 1) => wrong[0].Message,
            (_, 1) => $"{wrong[0].Name}: {wrong[0].Message}",
            _ => $"не сходится со строками муниципалитетов: {string.Join(", ", wrong.Take(3).Select(t => t.Name))}{(wrong.Length > 3 ? $" и ещё {wrong.Length - 3}" : "")}",
        };
    }

    private static string Pupils(int difference) =>
        $"на {RussianWords.Count(Math.Abs(difference), "участника", "участника", "участников")} {(difference < 0 ? "меньше" : "больше")}";
}
