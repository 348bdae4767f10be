using EffectiveSchool.Domain.Reminders;
using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Domain.Programmes;

/// <content>
/// A programme under another (issue part 3, item 3): черновик → на согласовании → согласовано or возвращено;
/// what is amended after it was agreed is agreed again. Every transition
/// returns null, or a Russian sentence saying why it is refused, and then nothing changed.
/// </content>
public sealed partial class Programme
{
    /// <summary>The longest reason, characters.</summary>
    public const int LongestReason = 4000;

    private readonly List<ProgrammeReviewEvent> _reviewEvents = [];

    /// <summary>The programme above; null where it stands alone.</summary>
    public int? ParentId { get; private set; }

    /// <summary>The programme above, where it is loaded.</summary>
    public Programme? Parent { get; private set; }

    /// <summary>The programme of an earlier year that it was copied from.</summary>
    public int? CopiedFromId { get; init; }

    /// <summary>Agreement; null where nothing stands above, and nothing is to be agreed.</summary>
    public ReviewState? Review { get; private set; }

    /// <summary>History of the agreement, oldest first.</summary>
    public IReadOnlyList<ProgrammeReviewEvent> ReviewEvents => _reviewEvents;

    /// <summary>Whether somebody above must decide on it now.</summary>
    public bool AwaitsDecision => Review is ReviewState.UnderReview or ReviewState.Amended;

    /// <summary>Whether its works are done: a child is first agreed. What an amendment adds waits until that is agreed as well.</summary>
    public bool IsInForce => Review is null or ReviewState.Agreed;

    /// <summary>Whether somebody at the level keeps it: whose it is, or a coordinator above for them.</summary>
    public bool MayKeep(DutyLevel level) => level == Level.Duty() || (level >= DutyLevel.Municipality && level > Level.Duty());

    /// <summary>Whether somebody at the level decides on it: who keeps the programme above, or the region.</summary>
    public bool MayDecide(DutyLevel level) => Review is not null && level >= Above.Level.Duty();

    /// <summary>Puts a new programme under another of the same region: a school's under its municipality's or the region's, a municipality's under the region's.</summary>
    /// <param name="parent">The programme above; the days of this one lie within its days.</param>
    public string? PutUnder(Programme parent)
    {
        if (parent.RegionId != RegionId || parent.Level >= Level || (parent.MunicipalityId is { } municipality && municipality != MunicipalityId))
        {
            return "Вышестоящей может быть программа региона, а для школы — и программа её муниципалитета.";
        }

        if (RefusePeriod(From, To, parent) is { } refusal)
        {
            return refusal;
        }

        (Parent, ParentId, Review) = (parent, parent.Id, ReviewState.Draft);
        return null;
    }

    /// <summary>Why a programme may not run on these days under another: it neither begins before it nor outlasts it. Null where it may.</summary>
    private static string? RefusePeriod(DateOnly from, DateOnly to, Programme? parent) => parent is null ? null
        : parent.To < from || parent.From > to ? $"Период программы не пересекается с периодом вышестоящей ({parent.Period}): исправьте даты или выберите другую."
        : from < parent.From || to > parent.To ? $"Программа выходит за период вышестоящей ({parent.Period}): исправьте даты или выберите другую вышестоящую программу."
        : null;

    /// <summary>Why passport, roadmaps and their files may not be rewritten now; null where they may.</summary>
    public string? RefuseRewriting() => Review is ReviewState.Agreed or ReviewState.Amended
        ? "Программа согласована. Внесите корректировку в дорожную карту или возьмите программу на доработку."
        : RefuseAmending();

    /// <summary>Why roadmaps may not be amended now; null where they may.</summary>
    public string? RefuseAmending() => Review == ReviewState.UnderReview ? "Программа на согласовании: дождитесь решения или отзовите её." : null;

    /// <summary>Черновик or возвращено → на согласовании.</summary>
    /// <param name="activities">How many activities its roadmaps hold: an empty plan is not agreed.</param>
    /// <param name="by">Who sends it.</param>
    /// <param name="now">Now, UTC.</param>
    public string? Submit(int activities, WorkActor by, DateTimeOffset now)
    {
        if (RefuseKeeper(by) is { } refusal)
        {
            return refusal;
        }

        if (Review is not (ReviewState.Draft or ReviewState.Returned))
        {
            return $"На согласование отправляют черновик или возвращённую программу, а эта — {Review!.Value.RussianName()}.";
        }

        if (activities == 0)
        {
            return "В программе нет ни одного мероприятия: загрузите план или возьмите мероприятия вышестоящей программы.";
        }

        return Go(ReviewState.UnderReview, ReviewStep.Submitted, "", by, now);
    }

    /// <summary>На согласовании → черновик, by whoever sent it.</summary>
    public string? Recall(WorkActor by, DateTimeOffset now) => RefuseKeeper(by)
        ?? (Review != ReviewState.UnderReview ? $"Отозвать можно программу на согласовании, а эта — {Review!.Value.RussianName()}." : Go(ReviewState.Draft, ReviewStep.Recalled, "", by, now));

    /// <summary>
    /// Согласовано → изменено, ждёт согласования: an amendment of what was agreed is agreed again. Whoever decides on the programme
    /// agrees by amending it; where nothing was agreed nothing changes.
    /// </summary>
    /// <param name="number">Number of the amendment.</param>
    /// <param name="reason">Its grounds.</param>
    /// <param name="by">Who amends.</param>
    /// <param name="now">Now, UTC.</param>
    public void Amend(int number, string reason, WorkActor by, DateTimeOffset now)
    {
        if (Review is ReviewState.Agreed or ReviewState.Amended && !MayDecide(by.Level))
        {
            _ = Go(ReviewState.Amended, ReviewStep.Amended, $"Корректировка № {number}: {reason}", by, now);
        }
    }

    /// <summary>На согласовании, or amended → согласовано.</summary>
    public string? Agree(WorkActor by, DateTimeOffset now) => RefuseDecider(by)
        ?? (!AwaitsDecision ? $"Согласовать можно программу на согласовании, а эта — {Review!.Value.RussianName()}." : Go(ReviewState.Agreed, ReviewStep.Agreed, "", by, now));

    /// <summary>На согласовании, agreed before, or amended → возвращено.</summary>
    public string? Return(string? reason, WorkActor by, DateTimeOffset now)
    {
        if (RefuseDecider(by) is { } refusal)
        {
            return refusal;
        }

        if (Review is not (ReviewState.UnderReview or ReviewState.Agreed or ReviewState.Amended))
        {
            return $"Вернуть можно программу на согласовании или согласованную, а эта — {Review!.Value.RussianName()}.";
        }

        return RefuseReason(reason, "Укажите, почему программа возвращается: что исправить или добавить.") ?? Go(ReviewState.Returned, ReviewStep.Returned, reason!, by, now);
    }

    /// <summary>Согласовано, or amended → черновик: a plan that must be rewritten and agreed anew.</summary>
    public string? Reopen(string? reason, WorkActor by, DateTimeOffset now)
    {
        if (RefuseKeeper(by) is { } refusal)
        {
            return refusal;
        }

        if (Review is not (ReviewState.Agreed or ReviewState.Amended))
        {
            return $"На доработку берут согласованную программу, а эта — {Review!.Value.RussianName()}.";
        }

        return RefuseReason(reason, "Укажите, почему программа берётся на доработку.") ?? Go(ReviewState.Draft, ReviewStep.Reopened, reason!, by, now);
    }

    private Programme Above => Parent ?? throw new InvalidOperationException("The programme above is not loaded.");

    private static string? RefuseReason(string? reason, string whenMissing) =>
        string.IsNullOrWhiteSpace(reason) ? whenMissing : reason.Length > LongestReason ? $"Текст длиннее {RussianFigures.Count(LongestReason)} знаков: сократите его." : null;

    private string? RefuseAlone() => Review is null ? "Над этой программой нет вышестоящей: согласовывать её не с кем." : null;

    private string? RefuseKeeper(WorkActor by) => RefuseAlone() ?? (MayKeep(by.Level) ? null : "Отправляет и отзывает программу тот, чья она, а за школу — муниципалитет или регион.");

    private string? RefuseDecider(WorkActor by) => RefuseAlone()
        ?? (MayDecide(by.Level) ? null : Above.Level == ProgrammeLevel.Region ? "Решение по этой программе принимает регион." : "Решение по этой программе принимает муниципалитет или регион.");

    private string? Go(ReviewState state, ReviewStep step, string text, WorkActor by, DateTimeOffset now)
    {
        Review = state;
        _reviewEvents.Add(new ProgrammeReviewEvent { Step = step, Text = text.Trim(), AuthorId = by.Author.Id, Author = by.Author.Name, At = now });
        return null;
    }
}
