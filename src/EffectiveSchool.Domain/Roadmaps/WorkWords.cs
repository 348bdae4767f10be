namespace EffectiveSchool.Domain.Roadmaps;

/// <summary>Where the work on an occurrence stands (domain.md §9); «не наступил срок» and «просрочено» are computed.</summary>
public enum WorkState
{
    /// <summary>Не начато.</summary>
    NotStarted,

    /// <summary>В работе.</summary>
    InProgress,

    /// <summary>На проверке.</summary>
    UnderReview,

    /// <summary>Выполнено.</summary>
    Done,

    /// <summary>Выполнено частично.</summary>
    DonePartly,

    /// <summary>Не выполнено.</summary>
    NotDone,

    /// <summary>Возвращено.</summary>
    Returned,

    /// <summary>Перенесено.</summary>
    Moved,

    /// <summary>Не требуется.</summary>
    NotNeeded,
}

/// <summary>What a report says came of the work.</summary>
public enum WorkOutcome
{
    /// <summary>Выполнено.</summary>
    Done,

    /// <summary>Выполнено частично.</summary>
    DonePartly,

    /// <summary>Не выполнено.</summary>
    NotDone,
}

/// <summary>What was done with the work.</summary>
public enum WorkStep
{
    /// <summary>Взято в работу.</summary>
    Started,

    /// <summary>Внесён отчёт.</summary>
    Reported,

    /// <summary>Приложено подтверждение.</summary>
    Attached,

    /// <summary>Отправлено на проверку.</summary>
    Submitted,

    /// <summary>Принято.</summary>
    Accepted,

    /// <summary>Возвращено.</summary>
    Returned,

    /// <summary>Срок перенесён.</summary>
    Moved,

    /// <summary>Признано ненужным.</summary>
    NotNeeded,

    /// <summary>Комментарий.</summary>
    Remark,

    /// <summary>Удалено подтверждение.</summary>
    Detached,

    /// <summary>Дорожная карта скорректирована.</summary>
    Amended,
}

/// <summary>What kind of document proves the work.</summary>
public enum EvidenceKind
{
    /// <summary>Приказ.</summary>
    Order,

    /// <summary>Протокол.</summary>
    Protocol,

    /// <summary>Справка.</summary>
    Note,

    /// <summary>Письмо.</summary>
    Letter,

    /// <summary>Программа на сайте.</summary>
    SitePage,

    /// <summary>Другое.</summary>
    Other,
}

/// <summary>The Russian names of the work's states and steps.</summary>
public static class WorkWords
{
    /// <summary>«в работе», «на проверке» …</summary>
    public static string RussianName(this WorkState state) => state switch
    {
        WorkState.NotStarted => "не начато",
        WorkState.InProgress => "в работе",
        WorkState.UnderReview => "на проверке",
        WorkState.Done => "выполнено",
        WorkState.DonePartly => "выполнено частично",
        WorkState.NotDone => "не выполнено",
        WorkState.Returned => "возвращено",
        WorkState.Moved => "перенесено",
        _ => "не требуется",
    };

    /// <summary>«выполнено», «выполнено частично», «не выполнено».</summary>
    public static string RussianName(this WorkOutcome outcome) => outcome.State().RussianName();

    /// <summary>The state that an accepted report leads to.</summary>
    public static WorkState State(this WorkOutcome outcome) => outcome switch
    {
        WorkOutcome.Done => WorkState.Done,
        WorkOutcome.DonePartly => WorkState.DonePartly,
        _ => WorkState.NotDone,
    };

    /// <summary>«взято в работу», «отправлено на проверку» …</summary>
    public static string RussianName(this WorkStep step) => step switch
    {
        WorkStep.Started => "взято в работу",
        WorkStep.Reported => "внесён отчёт",
        WorkStep.Attached => "приложено подтверждение",
        WorkStep.Submitted => "отправлено на проверку",
        WorkStep.Accepted => "принято",
        WorkStep.Returned => "возвращено",
        WorkStep.Moved => "срок перенесён",
        WorkStep.NotNeeded => "признано ненужным",
        WorkStep.Detached => "удалено подтверждение",
        WorkStep.Amended => "дорожная карта скорректирована",
        _ => "комментарий",
    };

    /// <summary>«приказ», «протокол» …</summary>
    public static string RussianName(this EvidenceKind kind) => kind switch
    {
        EvidenceKind.Order => "приказ",
        EvidenceKind.Protocol => "протокол",
        EvidenceKind.Note => "справка",
        EvidenceKind.Letter => "письмо",
        EvidenceKind.SitePage => "программа на сайте",
        _ => "другой документ",
    };

    /// <summary>The state as it is shown on a day: before the first day «не начато» is «не наступил срок».</summary>
    public static string StatusOn(this WorkState state, DateOnly from, DateOnly today) =>
        state == WorkState.NotStarted && today < from ? "не наступил срок" : state.RussianName();

    /// <summary>Whether the one who does the work still owes something.</summary>
    public static bool IsOpen(this WorkState state) => state is WorkState.NotStarted or WorkState.InProgress or WorkState.Returned or WorkState.Moved;

    /// <summary>Просрочено: the due date has passed and nothing was handed in.</summary>
    public static bool IsLate(this WorkState state, DateOnly due, DateOnly today) => state.IsOpen() && due < today;
}
