namespace EffectiveSchool.Domain.Monitoring;

/// <summary>What a round of monitoring is for.</summary>
public enum MonitoringStage
{
    /// <summary>Входной.</summary>
    Entry,

    /// <summary>Промежуточный.</summary>
    Interim,

    /// <summary>Итоговый.</summary>
    Final,
}

/// <summary>How often a year schools are asked.</summary>
public enum MonitoringFrequency
{
    /// <summary>Один раз в год.</summary>
    Once,

    /// <summary>Два раза в год.</summary>
    Twice,

    /// <summary>Четыре раза в год.</summary>
    FourTimes,
}

/// <summary>What a school hands in under an item.</summary>
public enum MonitoringItemKind
{
    /// <summary>Файл.</summary>
    File,

    /// <summary>Ссылка.</summary>
    Link,

    /// <summary>Число.</summary>
    Number,

    /// <summary>Да или нет.</summary>
    YesNo,

    /// <summary>Текст.</summary>
    Text,
}

/// <summary>Where a school stands with a round (domain.md §8); «просрочено» is computed.</summary>
public enum SubmissionState
{
    /// <summary>Не начато.</summary>
    NotStarted,

    /// <summary>Заполняется школой.</summary>
    Filling,

    /// <summary>На проверке.</summary>
    UnderReview,

    /// <summary>Возвращено.</summary>
    Returned,

    /// <summary>Подтверждено.</summary>
    Confirmed,
}

/// <summary>What was done with what a school hands in.</summary>
public enum SubmissionStep
{
    /// <summary>Внесены сведения.</summary>
    Filled,

    /// <summary>Сдано на проверку.</summary>
    Submitted,

    /// <summary>Возвращено.</summary>
    Returned,

    /// <summary>Подтверждено.</summary>
    Confirmed,
}

/// <summary>Which schools something is asked of, or looked at.</summary>
public enum SchoolChoice
{
    /// <summary>Школы действующего перечня ШНОР.</summary>
    Listed,

    /// <summary>Участники программы в этом году.</summary>
    Participants,

    /// <summary>Все действующие школы.</summary>
    All,
}

/// <summary>The Russian names of monitoring.</summary>
public static class MonitoringWords
{
    /// <summary>«входной», «промежуточный», «итоговый».</summary>
    public static string RussianName(this MonitoringStage stage) => stage switch
    {
        MonitoringStage.Entry => "входной",
        MonitoringStage.Interim => "промежуточный",
        _ => "итоговый",
    };

    /// <summary>«один раз в год» …</summary>
    public static string RussianName(this MonitoringFrequency frequency) => frequency switch
    {
        MonitoringFrequency.Once => "один раз в год",
        MonitoringFrequency.Twice => "два раза в год",
        _ => "четыре раза в год",
    };

    /// <summary>«файл», «ссылка», «число», «да или нет», «текст».</summary>
    public static string RussianName(this MonitoringItemKind kind) => kind switch
    {
        MonitoringItemKind.File => "файл",
        MonitoringItemKind.Link => "ссылка",
        MonitoringItemKind.Number => "число",
        MonitoringItemKind.YesNo => "да или нет",
        _ => "текст",
    };

    /// <summary>«не начато», «заполняется школой» …</summary>
    public static string RussianName(this SubmissionState state) => state switch
    {
        SubmissionState.NotStarted => "не начато",
        SubmissionState.Filling => "заполняется школой",
        SubmissionState.UnderReview => "на проверке",
        SubmissionState.Returned => "возвращено",
        _ => "подтверждено",
    };

    /// <summary>«внесены сведения», «сдано на проверку» …</summary>
    public static string RussianName(this SubmissionStep step) => step switch
    {
        SubmissionStep.Filled => "внесены сведения",
        SubmissionStep.Submitted => "сдано на проверку",
        SubmissionStep.Returned => "возвращено",
        _ => "подтверждено",
    };

    /// <summary>«школы перечня», «участники программы», «все действующие школы».</summary>
    public static string RussianName(this SchoolChoice choice) => choice switch
    {
        SchoolChoice.Listed => "школы действующего перечня ШНОР",
        SchoolChoice.Participants => "участники программы",
        _ => "все действующие школы",
    };

    /// <summary>Whether the school still owes the round something.</summary>
    public static bool IsOwed(this SubmissionState state) => state is SubmissionState.NotStarted or SubmissionState.Filling or SubmissionState.Returned;

    /// <summary>Просрочено: the last day has passed and the school owes.</summary>
    public static bool IsLate(this SubmissionState state, DateOnly due, DateOnly today) => state.IsOwed() && due < today;
}
