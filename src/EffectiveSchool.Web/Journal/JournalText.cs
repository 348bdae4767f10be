using System.Globalization;
using System.Text.Json;
using EffectiveSchool.Data.Audit;
using EffectiveSchool.Data.Files;
using EffectiveSchool.Data.Lists;
using EffectiveSchool.Data.Mapping;
using EffectiveSchool.Data.Reminders;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Data.Roadmaps;
using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Curators;
using EffectiveSchool.Domain.Events;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Meetings;
using EffectiveSchool.Domain.Monitoring;
using EffectiveSchool.Domain.Objections;
using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Domain.Publications;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results.Collection;
using EffectiveSchool.Domain.Roadmaps;
using EffectiveSchool.Web.Pages.Events;
using EffectiveSchool.Web.Pages.Methodologies;

namespace EffectiveSchool.Web.Journal;

/// <summary>A value before and after; null where there was none.</summary>
public sealed record ValueChange(string Property, string? Old, string? New);

/// <summary>The journal in Russian words.</summary>
public static class JournalText
{
    private const int LongestValue = 300;

    /// <summary>Kinds of things that the journal keeps, as a person chooses them.</summary>
    public static IReadOnlyDictionary<string, string> Subjects { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [nameof(PortalUser)] = "Пользователь",
        [nameof(UserSchool)] = "Школа пользователя",
        [nameof(HandOver)] = "Передача дел",
        [nameof(CuratorAssignment)] = "Закрепление куратора",
        [nameof(PartnershipAgreement)] = "Соглашение с партнёром",
        [nameof(Visit)] = "Посещение",
        [nameof(School)] = "Школа",
        [nameof(SchoolCode)] = "Код школы",
        [nameof(SchoolAlias)] = "Сопоставление школы",
        [nameof(ImportBatch)] = "Загрузка",
        [nameof(SchoolList)] = "Перечень",
        [nameof(StoredMethodology)] = "Методика",
        [nameof(ImportedList)] = "Перечень извне",
        [nameof(FigureUpload)] = "Показатели школы",
        [nameof(StoredFile)] = "Приложенный файл",
        [nameof(ProfileArchive)] = "Профили школ архивом",
        [nameof(CollectionCampaign)] = "Кампания сбора",
        [nameof(DataConfirmation)] = "Подтверждение данных",
        [nameof(Objection)] = "Возражение",
        [nameof(SignedOrder)] = "Подписанный приказ",
        [nameof(NotHeldProcedure)] = "Не проводилось",
        [nameof(ColumnMapping)] = "Запомненные столбцы",
        [nameof(ExamThreshold)] = "Минимальный балл",
        [nameof(Region)] = "Регион",
        [nameof(Municipality)] = "Муниципалитет",
        [nameof(ReminderSettings)] = "Напоминания",
        [nameof(Programme)] = "Программа",
        [nameof(Roadmap)] = "Дорожная карта",
        [nameof(RoadmapAmendment)] = "Корректировка дорожной карты",
        [nameof(RoadmapTemplate)] = "Шаблон дорожной карты",
        [nameof(ProgrammeSchool)] = "Участник программы",
        [nameof(OccurrenceWork)] = "Работа по мероприятию",
        [nameof(SubmittedReport)] = "Сданный отчёт об исполнении",
        [nameof(ReportSchedule)] = "Срок отчёта об исполнении",
        [nameof(Activity)] = "Мероприятие",
        [nameof(ResponsibleOrganisation)] = "Организация-исполнитель",
        [nameof(Event)] = "Событие: семинар, совещание, курсы",
        [nameof(EventSchool)] = "Участие школы в событии",
        [nameof(EventRules)] = "Виды и нормы событий",
        [nameof(MonitoringCycle)] = "Мониторинг",
        [nameof(MonitoringItem)] = "Сведение мониторинга",
        [nameof(MonitoringRound)] = "Этап мониторинга",
        [nameof(MonitoringSubmission)] = "Сведения школы",
        [nameof(MonitoringAnswer)] = "Ответ школы",
        [nameof(Publication)] = "Публикация",
        [nameof(SiteCheckRound)] = "Проверка сайтов",
        [nameof(SiteMark)] = "Отметка о сайте",
        [nameof(WorkingGroup)] = "Рабочая группа",
        [nameof(GroupMember)] = "Участник рабочей группы",
        [nameof(Meeting)] = "Совещание",
        [nameof(MeetingDecision)] = "Решение совещания",
    };

    /// <summary>Keys of persons: who acted and who sends stands beside in words.</summary>
    private static readonly HashSet<string> Unshown = new(StringComparer.Ordinal)
    {
        nameof(SchoolAlias.ConfirmedBy), nameof(ImportBatch.AuthorId), nameof(HandOver.FromUserId), nameof(HandOver.ToUserId), nameof(CuratorAssignment.CuratorId), nameof(GroupMember.UserId),
    };

    public static string SubjectName(string subject) => Subjects.GetValueOrDefault(subject, subject);

    /// <summary>What changed, property by property, in the order of the journal; times are of the given zone.</summary>
    public static IReadOnlyList<ValueChange> ChangesOf(AuditEntry entry, JournalThings things, TimeZoneInfo zone)
    {
        using var before = JsonDocument.Parse(entry.Old ?? "{}");
        using var after = JsonDocument.Parse(entry.New ?? "{}");
        var names = before.RootElement.EnumerateObject().Concat(after.RootElement.EnumerateObject()).Select(p => p.Name).Distinct(StringComparer.Ordinal);
        return [.. names
            .Where(name => !Unshown.Contains(name))
            .Select(name => new ValueChange(JournalWords.Properties.GetValueOrDefault(name, name), In(before.RootElement, name), In(after.RootElement, name)))
            .Where(c => c.Old is not null || c.New is not null)];

        string? In(JsonElement values, string name) =>
            values.TryGetProperty(name, out var value) ? things.NameOf(name, value) ?? Text(name, value, zone) : null;
    }

    private static string? Text(string name, JsonElement value, TimeZoneInfo zone) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => "да",
        JsonValueKind.False => "нет",
        JsonValueKind.String => Word(name, value.GetString()!, zone),
        JsonValueKind.Object when name == nameof(Objection.Number) => Json.Read<ContestedNumber>(value.GetRawText()).Sentence,
        JsonValueKind.Object when name == nameof(StoredMethodology.Definition) => Definition(Json.Read<Methodology>(value.GetRawText())),
        JsonValueKind.Array when name == nameof(CollectionCampaign.Deadlines) => string.Join("; ",
            Json.Read<List<ProcedureDeadline>>(value.GetRawText()).Select(d => $"{d.Procedure} — {RussianFigures.Date(d.Deadline)}")),
        JsonValueKind.Array when name == nameof(EventRules.Kinds) => string.Join("; ", Json.Read<List<EventKind>>(value.GetRawText()).Select(k => $"{k.Name} — {k.Nature.RussianName()}")),
        JsonValueKind.Array when name == nameof(EventRules.Norms) => string.Join("; ", Json.Read<List<EventNorm>>(value.GetRawText()).Select(n => $"{n.Name} ({EventText.Threshold(n)})")),
        JsonValueKind.Number when JournalThings.SubjectOf(name) is not null => $"№ {value.GetRawText()}",
        _ => Short(value.GetRawText()),
    };

    private static string? Word(string name, string text, TimeZoneInfo zone)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (name == nameof(PortalUser.Role) && Enum.TryParse<PortalRole>(text, out var role))
        {
            return role.RussianName();
        }

        if (name == nameof(SchoolList.State) && Enum.TryParse<ListState>(text, out var state))
        {
            return state.RussianName();
        }

        if (name == nameof(MonitoringSubmission.State) && Enum.TryParse<SubmissionState>(text, out var handedIn))
        {
            return handedIn.RussianName();
        }

        if (name == nameof(OccurrenceWork.State) && Enum.TryParse<WorkState>(text, out var work))
        {
            return work.RussianName();
        }

        if (name == nameof(OccurrenceWork.Outcome) && Enum.TryParse<WorkOutcome>(text, out var outcome))
        {
            return outcome.RussianName();
        }

        if (name == nameof(Programme.Review) && Enum.TryParse<ReviewState>(text, out var review))
        {
            return review.RussianName();
        }

        if (name == nameof(SubmittedReport.Acceptance) && Enum.TryParse<ReportAcceptance>(text, out var acceptance))
        {
            return acceptance.RussianName();
        }

        if (name == nameof(ProgrammeSchool.Kind) && Enum.TryParse<ParticipantKind>(text, out var participant))
        {
            return participant.RussianName();
        }

        if (name == nameof(Event.State) && Enum.TryParse<EventState>(text, out var life))
        {
            return life.RussianName();
        }

        if (name == nameof(Event.Nature) && Enum.TryParse<EventNature>(text, out var nature))
        {
            return nature.RussianName();
        }

        if (name == nameof(School.Type) && Enum.TryParse<SchoolType>(text, out var type))
        {
            return type.RussianName();
        }

        if (name == nameof(SchoolCode.Kind) && Enum.TryParse<SchoolCodeKind>(text, out var kind))
        {
            return kind.RussianName();
        }

        if (name == nameof(SchoolAlias.Written))
        {
            return Written(text);
        }

        if (JournalWords.Values.TryGetValue(text, out var word))
        {
            return word;
        }

        return DateTimeOffset.TryParseExact(text, "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? TimeZoneInfo.ConvertTime(moment, zone).ToString("dd.MM.yyyy HH:mm", RussianCulture.Value)
            : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? RussianFigures.Date(day)
                : Short(text);
    }

    private static string Definition(Methodology methodology) =>
        $"«{methodology.Title}». " + string.Join("; ", MethodologyText.Parameters(methodology).Select(p => $"{p.Label}: {p.Value}"));

    /// <summary>«FisOko/Oge 220311», see <see cref="SchoolAlias.Written"/>, with the kinds of the code in Russian.</summary>
    private static string Written(string text)
    {
        var kinds = text.Split(' ')[0];
        return Short(string.Join(" или ", kinds.Split('/').Select(k => Enum.TryParse<SchoolCodeKind>(k, out var kind) ? kind.RussianName() : k)) + text[kinds.Length..]);
    }

    private static string Short(string text) => text.Length <= LongestValue ? text : text[..LongestValue] + "…";
}
