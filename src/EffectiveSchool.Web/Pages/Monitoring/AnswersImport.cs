using System.Text.Json;
using EffectiveSchool.Domain.Monitoring;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Roadmaps;
using EffectiveSchool.Imports;
using EffectiveSchool.Imports.Monitoring;
using EffectiveSchool.Imports.Tables;
using EffectiveSchool.Web.Imports;

namespace EffectiveSchool.Web.Pages.Monitoring;

/// <summary>An answer that a file would write down.</summary>
/// <param name="Row">The row.</param>
/// <param name="School">The school.</param>
/// <param name="ByName">Whether it was found by its name alone: a person is asked to look.</param>
/// <param name="Item">The item.</param>
/// <param name="Before">As it is; empty where there is none.</param>
/// <param name="After">As it becomes.</param>
public sealed record AnswerLine(AnswerRow Row, SubmissionLine School, bool ByName, MonitoringItem Item, string Before, string After);

/// <summary>What a file says, before a person stores it.</summary>
/// <param name="File">The file.</param>
/// <param name="Changes">Answers that are new or differ.</param>
/// <param name="Same">Answers that stand already.</param>
/// <param name="Refusals">What is not accepted, with its cell.</param>
/// <param name="Accepted">The changes, for the form that confirms them.</param>
public sealed record AnswerPlan(AnswerFile File, IReadOnlyList<AnswerLine> Changes, int Same, IReadOnlyList<Refusal> Refusals, string Accepted);

/// <summary>An answer as the form that confirms it carries it; it is read and checked again.</summary>
public sealed record AcceptedAnswer(int Submission, int Item, string Written, DateTimeOffset Seen);

/// <summary>Reads answers of a round from a workbook, csv or pasted table: nothing is stored before a person confirms.</summary>
public sealed class AnswersImport(PortalDb db, MonitoringQueries queries)
{
    /// <summary>The longest form that confirms, characters.</summary>
    public const int MostCharacters = 2_000_000;

    /// <summary>The plan of a file or of a pasted text; a refusal where there is neither.</summary>
    public async Task<(AnswerPlan? Plan, string? Refusal)> PlanAsync(
        MonitoringCycle cycle, MonitoringRound round, IFormFile? upload, string? text, WorkActor by, DateOnly today, CancellationToken cancellationToken)
    {
        if (upload is null && string.IsNullOrWhiteSpace(text))
        {
            return (null, "Выберите файл или вставьте таблицу.");
        }

        if (text?.Length > PastedTable.MostCharacters)
        {
            return (null, "Вставленный текст слишком велик: загрузите файл.");
        }

        await using var content = upload?.OpenReadStream() ?? new MemoryStream(PastedTable.ToFile(text!));
        var file = AnswerFileReader.Read(content, upload is null ? PastedTable.FileName : Path.GetFileName(upload.FileName), cancellationToken);
        var plan = await MatchAsync(cycle, round, file, by, today, cancellationToken);
        return plan.Accepted.Length > MostCharacters ? (null, "В файле слишком много ответов: разделите его.") : (plan, null);
    }

    /// <summary>What the confirming form carries; null where it is not what was shown.</summary>
    public static IReadOnlyList<AcceptedAnswer>? Accepted(string? text)
    {
        try
        {
            return text is { Length: > 0 and <= MostCharacters } && JsonSerializer.Deserialize<List<AcceptedAnswer>>(text) is { Count: > 0 } answers && answers.TrueForAll(a => a is { Written: not null }) ? answers : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Reads an answer as the page of the school would, «Да» as «да».</summary>
    public static (MonitoringValue? Value, string? Refusal) Read(MonitoringItem item, string written) =>
        MonitoringValue.Read(item, item.Kind == MonitoringItemKind.YesNo ? written.Trim().ToLowerInvariant() : written);

    private async Task<AnswerPlan> MatchAsync(MonitoringCycle cycle, MonitoringRound round, AnswerFile file, WorkActor by, DateOnly today, CancellationToken cancellationToken)
    {
        var schools = await queries.SchoolsAsync(round.Id, cancellationToken);
        var match = await SchoolMatch<SubmissionLine>.ForAsync(db, cycle.RegionId, schools, file.Rows, cancellationToken);
        var submissions = await db.MonitoringSubmissions.AsNoTracking().Include(s => s.Answers).Where(s => s.RoundId == round.Id).ToDictionaryAsync(s => s.Id, cancellationToken);
        var items = cycle.Items.SelectMany(i => new[] { i.Title, $"{i.Title}, {i.Unit}" }.Select(SchoolNames.ForSearch).Distinct(StringComparer.Ordinal), (item, name) => (item, name))
            .ToLookup(i => i.name, i => i.item, StringComparer.Ordinal);
        var (changes, refusals, same) = (new List<AnswerLine>(), file.Refusals.ToList(), 0);
        var seen = new Dictionary<(int Submission, int Item), AnswerRow>();
        foreach (var row in file.Rows)
        {
            void Refuse(string cell, string reason, string whatToDo) => refusals.Add(new Refusal(file.FileName, row.Sheet, row.Row, cell, row.AsWritten, reason, whatToDo));
            if (match.Of(row) is not [var school])
            {
                Refuse(row.Cell, "Школа не узнана среди школ этого этапа, которых вы видите.", "Укажите код школы или её полное название с муниципалитетом, как на странице этапа.");
            }
            else if (items[SchoolNames.ForSearch(row.Item)].Distinct().ToList() is not [var item])
            {
                Refuse(row.ItemCell, $"Сведения «{row.Item}» в этом мониторинге нет.", "Впишите название, как оно стоит на странице мониторинга, или скачайте форму этапа.");
            }
            else if (row.Written.Length == 0)
            {
                same++;
            }
            else if (seen.TryGetValue((school.Id, item.Id), out var earlier))
            {
                if (earlier.Written != row.Written)
                {
                    Refuse(row.WrittenCell, $"На «{item.Title}» этой школы в строке {earlier.Row} дан другой ответ: «{earlier.Written}».", "Оставьте одну строку.");
                }
            }
            else if (Read(item, row.Written) is var (value, wrong) && wrong is not null)
            {
                Refuse(row.WrittenCell, $"«{row.Written}»: {wrong}", item.Kind == MonitoringItemKind.File ? "Файл приложите на странице школы." : "Исправьте ответ; если его нет, оставьте ячейку пустой.");
            }
            else if (submissions[school.Id].Answers.FirstOrDefault(a => a.ItemId == item.Id)?.Value is var before && before == value)
            {
                same++;
                seen.Add((school.Id, item.Id), row);
            }
            else if (submissions[school.Id].RefuseFilling(round, by, today) is { } closed)
            {
                Refuse(row.WrittenCell, closed, "Ответ этой школы не меняется.");
            }
            else
            {
                seen.Add((school.Id, item.Id), row);
                changes.Add(new AnswerLine(row, school, row.Code is null, item, before?.Shown ?? "", value!.Shown));
            }
        }

        var accepted = changes.ConvertAll(c => new AcceptedAnswer(c.School.Id, c.Item.Id, c.Row.Written, submissions[c.School.Id].ChangedAt));
        return new AnswerPlan(file, changes, same, refusals, JsonSerializer.Serialize(accepted));
    }
}
