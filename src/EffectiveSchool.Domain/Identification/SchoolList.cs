namespace EffectiveSchool.Domain.Identification;

/// <summary>
/// A list (перечень) of schools with low results: one state machine. Every transition returns null, or a Russian
/// sentence saying why it is refused, in which case nothing has changed.
/// </summary>
public sealed partial class SchoolList
{
    /// <summary>The longest time for objections, days.</summary>
    public const int MostObjectionDays = 60;

    /// <summary>One edition a list, and no step of a list past the edition made from it.</summary>
    private const string EditionIsMade = "Новая редакция этого перечня уже создана: продолжайте работу с ней.";

    /// <summary>Internal key.</summary>
    public int Id { get; private set; }

    /// <summary>The region.</summary>
    public required int RegionId { get; init; }

    /// <summary>The year the list is for: «Перечень ШНОР на 2024 год …».</summary>
    public required int ForYear { get; init; }

    /// <summary>The results year: «… по результатам 2022 и 2023 годов» is 2023.</summary>
    public required int ResultsYear { get; init; }

    /// <summary>What it judges by. Lists of different kinds stand side by side: the one by low results speaks for a year.</summary>
    public MethodologyKind Kind { get; init; }

    /// <summary>The stored methodology that judged it.</summary>
    public int MethodologyId { get; private set; }

    /// <summary>State.</summary>
    public ListState State { get; private set; } = ListState.Draft;

    /// <summary>When the identification was last run, UTC.</summary>
    public DateTimeOffset RunAt { get; private set; }

    /// <summary>SHA-256 of the run as <see cref="CanonicalRun"/> writes it.</summary>
    public string RunSha256 { get; private set; } = "";

    /// <summary>Number of the approving order, null before approval.</summary>
    public string? OrderNumber { get; private set; }

    /// <summary>Date of the approving order, null before approval.</summary>
    public DateOnly? OrderDate { get; private set; }

    /// <summary>When it was approved, UTC.</summary>
    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>Last day of objections, in the region; null before publication.</summary>
    public DateOnly? ObjectionsUntil { get; private set; }

    /// <summary>When objections were ended before their day, UTC; null where they were not.</summary>
    public DateTimeOffset? ObjectionsEndedAt { get; private set; }

    /// <summary>Why objections were ended before their day.</summary>
    public string? ObjectionsEndReason { get; private set; }

    /// <summary>Редакция: 1 for a list of its own, one more for each that replaces another.</summary>
    public int Edition { get; private init; } = 1;

    /// <summary>The list this edition was made from and replaces; null for the first.</summary>
    public int? ReplacesId { get; private init; }

    /// <summary>The approved list whose order the order of this edition changes; null where nothing was approved before.</summary>
    public int? AmendsId { get; private init; }

    /// <summary>Whether its figures can no longer change.</summary>
    public bool IsFrozen => ApprovedAt is not null;

    /// <summary>Records an identification run: only a draft may be run again.</summary>
    /// <param name="run">The run whose verdicts are stored with the list.</param>
    /// <param name="methodologyId">Key of the stored methodology.</param>
    /// <param name="now">Now, UTC.</param>
    public string? RecordRun(IdentificationRun run, int methodologyId, DateTimeOffset now)
    {
        if (State != ListState.Draft)
        {
            return $"Пересчитать можно только черновик, а перечень — {State.RussianName()}. Верните его в черновик или создайте новый.";
        }

        if (run.Year != ResultsYear)
        {
            return $"Расчёт сделан по результатам {run.Year} года, а перечень — по результатам {ResultsYear} года. Выполните расчёт за {ResultsYear} год.";
        }

        if (run.Methodology.Kind != Kind)
        {
            return $"Перечень составлен по методике вида «{Kind.RussianName()}», а выбрана методика вида «{run.Methodology.Kind.RussianName()}». Создайте для неё новый перечень.";
        }

        MethodologyId = methodologyId;
        RunAt = now;
        RunSha256 = CanonicalRun.Sha256(run);
        return null;
    }

    /// <summary>Черновик → предварительный: schools see it from now on and may object.</summary>
    /// <param name="today">Today in the region.</param>
    /// <param name="objectionsUntil">Last day of objections: after today and at most <see cref="MostObjectionDays"/> days away.</param>
    /// <param name="former">The list that this edition was made from, replaced from now on where it is preliminary; null for the first edition.</param>
    /// <exception cref="ArgumentException">It is not the list that this edition was made from.</exception>
    public string? Publish(DateOnly today, DateOnly objectionsUntil, FormerEdition? former = null)
    {
        DemandFormer(former?.List);
        if (State != ListState.Draft)
        {
            return $"Предварительным можно сделать только черновик, а перечень — {State.RussianName()}.";
        }

        if (RunSha256.Length == 0)
        {
            return "В перечне ещё нет расчёта. Сначала выполните расчёт, затем делайте перечень предварительным.";
        }

        if (objectionsUntil <= today || objectionsUntil > today.AddDays(MostObjectionDays))
        {
            return $"Срок возражений — с {RussianFigures.Date(today.AddDays(1))} по {RussianFigures.Date(today.AddDays(MostObjectionDays))}, а указано {RussianFigures.Date(objectionsUntil)}.";
        }

        if (former is { List.State: ListState.Preliminary, UndecidedObjections: > 0 and var undecided })
        {
            return $"{Undecided(undecided, "По прежней редакции")} Сначала примите решения и пересчитайте черновик, затем делайте его предварительным.";
        }

        if (former is { List: { State: ListState.Preliminary } replaced })
        {
            replaced.State = ListState.Replaced;
        }

        State = ListState.Preliminary;
        (ObjectionsUntil, ObjectionsEndedAt, ObjectionsEndReason) = (objectionsUntil, null, null);
        return null;
    }

    /// <summary>
    /// Предварительный → черновик: to run it again. A list that was objected to is answered by a new edition instead. What
    /// this edition replaced is in force again: schools never stand without a list that they have seen.
    /// </summary>
    /// <param name="objections">Objections to the list, decided or not.</param>
    /// <param name="hasEdition">Whether a new edition was made from the list.</param>
    /// <param name="former">The list that this edition was made from; null for the first edition.</param>
    /// <exception cref="ArgumentException">It is not the list that this edition was made from.</exception>
    public string? ReturnToDraft(int objections, bool hasEdition = false, SchoolList? former = null)
    {
        DemandFormer(former);
        if (State != ListState.Preliminary)
        {
            return $"Вернуть в черновик можно только предварительный перечень, а этот — {State.RussianName()}.";
        }

        if (objections > 0)
        {
            return $"По перечню подано возражений: {RussianFigures.Count(objections)}, поэтому в черновик он не возвращается. Рассмотрите их и создайте новую редакцию.";
        }

        if (hasEdition)
        {
            return EditionIsMade;
        }

        if (former is { State: ListState.Replaced, IsFrozen: false })
        {
            former.State = ListState.Preliminary;
        }

        State = ListState.Draft;
        (ObjectionsUntil, ObjectionsEndedAt, ObjectionsEndReason) = (null, null, null);
        return null;
    }

    /// <summary>Why no objection to the list is accepted that day; null where it is.</summary>
    /// <param name="today">Today in the region.</param>
    public string? RefuseObjection(DateOnly today) => this switch
    {
        { State: not ListState.Preliminary } => $"Возражения принимаются только к предварительному перечню, а этот — {State.RussianName()}.",
        { ObjectionsEndedAt: not null } => "Приём возражений завершён досрочно: " + RussianWords.Sentence(ObjectionsEndReason ?? ""),
        { ObjectionsUntil: { } until } when today > until => $"Возражения принимались до {RussianFigures.Date(until)}: срок истёк.",
        _ => null,
    };

    /// <summary>
    /// Ends objections before their day: for a list whose order exists already, or when every school has agreed. The reason
    /// stays with the list.
    /// </summary>
    /// <param name="reason">Why, a Russian sentence.</param>
    /// <param name="today">Today in the region.</param>
    /// <param name="now">Now, UTC.</param>
    public string? EndObjections(string? reason, DateOnly today, DateTimeOffset now)
    {
        if (RefuseObjection(today) is { } over)
        {
            return "Завершать нечего. " + over;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return "Укажите причину, по которой возражения больше не принимаются: её увидят школы.";
        }

        (ObjectionsEndedAt, ObjectionsEndReason) = (now, reason.Trim());
        return null;
    }

    /// <summary>
    /// Why the list is not deleted; null where it may be. Only a draft is thrown away: what schools have seen stays, and what
    /// an edition was made from is in force as it was.
    /// </summary>
    public string? RefuseDeletion() => State == ListState.Draft
        ? null
        : $"Удалить можно только черновик, а перечень — {State.RussianName()}: он остаётся в истории.";

    private void DemandFormer(SchoolList? former)
    {
        if (former?.Id != ReplacesId)
        {
            throw new ArgumentException("The list that this edition was made from is needed, and no other.", nameof(former));
        }
    }

    private static string Undecided(int count, string where = "По перечню") =>
        $"{where} {RussianWords.Form(count, "не рассмотрено", "не рассмотрены", "не рассмотрено")} {RussianWords.Count(count, "возражение", "возражения", "возражений")}.";
}
