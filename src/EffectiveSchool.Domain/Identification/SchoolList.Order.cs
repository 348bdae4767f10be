namespace EffectiveSchool.Domain.Identification;

/// <content>The steps that an order takes: a new edition, approval, archive.</content>
public sealed partial class SchoolList
{
    /// <summary>Kamchatka's day begins first: an order dated there today is not from the future.</summary>
    private static readonly TimeSpan EasternmostOffset = TimeSpan.FromHours(12);

    /// <summary>
    /// Новая редакция: a draft that names this list. The list stays in force: a preliminary one until the edition is
    /// published, an approved one until the order of the edition changes it.
    /// </summary>
    /// <param name="undecidedObjections">Objections to the list that wait for a decision.</param>
    /// <param name="hasEdition">Whether an edition was made from the list already.</param>
    /// <param name="edition">The draft, to be run; null where it is refused.</param>
    public string? Revise(int undecidedObjections, bool hasEdition, out SchoolList? edition)
    {
        edition = null;
        if (State is not (ListState.Preliminary or ListState.Approved))
        {
            return $"Новая редакция создаётся из предварительного или утверждённого перечня, а этот — {State.RussianName()}.";
        }

        if (hasEdition)
        {
            return EditionIsMade;
        }

        if (undecidedObjections > 0)
        {
            return $"{Undecided(undecidedObjections)} Сначала примите решения, затем создавайте новую редакцию.";
        }

        edition = new SchoolList
        {
            RegionId = RegionId,
            ForYear = ForYear,
            ResultsYear = ResultsYear,
            Kind = Kind,
            Edition = Edition + 1,
            ReplacesId = Id,
            AmendsId = State == ListState.Approved ? Id : AmendsId,
        };
        return null;
    }

    /// <summary>
    /// Why the list cannot be approved by any order as things stand, the first reason first: shown before an order is asked
    /// for. Empty where it waits for its order alone.
    /// </summary>
    /// <param name="rerun">A run on today's data: it must equal the run of the list, or the list is out of date.</param>
    /// <param name="grounds">Day, objections, the lists beside it.</param>
    public IReadOnlyList<string> ApprovalObstacles(IdentificationRun rerun, ApprovalGrounds grounds)
    {
        if (State != ListState.Preliminary)
        {
            return [$"Утвердить можно только предварительный перечень, а этот — {State.RussianName()}."];
        }

        if (grounds.HasEdition)
        {
            return [EditionIsMade];
        }

        return
        [
            .. new[]
            {
                RefuseBeside(grounds.InForce),
                grounds.UndecidedObjections > 0 ? $"{Undecided(grounds.UndecidedObjections)} Перечень утверждается, когда решено каждое." : null,
                RefuseObjection(grounds.Today) is null ? StillAccepted : null,
                RefuseUpheld(grounds.UpheldObjections),
                CanonicalRun.Sha256(rerun) == RunSha256 ? null : DataChanged,
            }.OfType<string>(),
        ];
    }

    /// <summary>A second list for the same results beside the one in force is refused: that one is changed by an amending order.</summary>
    /// <param name="inForce">Another approved list of the same region, kind and results year; null where there is none.</param>
    public string? RefuseBeside(SchoolList? inForce) => inForce is null
        ? null
        : $"«{Kind.TitleOf(inForce.ForYear, inForce.ResultsYear)}» уже утверждён приказом от {RussianFigures.Date(inForce.OrderDate)} № {inForce.OrderNumber} и действует. Второй перечень за тот же год не утверждается: откройте действующий, создайте его новую редакцию и утвердите её приказом о внесении изменений.";

    /// <summary>Предварительный → утверждён: the list is frozen, and the one it amends is replaced.</summary>
    /// <param name="order">The order.</param>
    /// <param name="rerun">A run on today's data: it must equal the run of the list, or the list is out of date.</param>
    /// <param name="grounds">Day, objections, the lists beside it.</param>
    /// <exception cref="ArgumentException">The grounds do not hold the list that this one amends.</exception>
    public string? Approve(Order order, IdentificationRun rerun, ApprovalGrounds grounds)
    {
        if (grounds.Amended?.Id != AmendsId)
        {
            throw new ArgumentException("The list that this one amends is needed, and no other.", nameof(grounds));
        }

        if ((ApprovalObstacles(rerun, grounds).FirstOrDefault() ?? RefuseOrder(order, grounds)) is { } refusal)
        {
            return refusal;
        }

        if (grounds.Amended is { } amended)
        {
            amended.State = ListState.Replaced;
        }

        State = ListState.Approved;
        OrderNumber = order.Number.Trim();
        OrderDate = order.Date;
        ApprovedAt = grounds.Now;
        return null;
    }

    private string? RefuseOrder(Order order, ApprovalGrounds grounds)
    {
        if (string.IsNullOrWhiteSpace(order.Number))
        {
            return "Укажите номер приказа.";
        }

        if (order.Date.Year < ResultsYear)
        {
            return $"Дата приказа {RussianFigures.Date(order.Date)} раньше года результатов ({ResultsYear}). Проверьте дату.";
        }

        if (order.Date > DateOnly.FromDateTime(grounds.Now.UtcDateTime.Add(EasternmostOffset)))
        {
            return $"Дата приказа {RussianFigures.Date(order.Date)} ещё не наступила.";
        }

        return grounds.Amended is { } amended && (order.Date < amended.OrderDate || (order.Date == amended.OrderDate && order.Number.Trim() == amended.OrderNumber))
            ? $"Приказ вносит изменения в приказ от {RussianFigures.Date(amended.OrderDate)} № {amended.OrderNumber}: он не может быть раньше его или им самим."
            : null;
    }

    /// <summary>Утверждён → архив.</summary>
    public string? Archive()
    {
        if (State != ListState.Approved)
        {
            return $"В архив переводится только утверждённый перечень, а этот — {State.RussianName()}.";
        }

        State = ListState.Archived;
        return null;
    }

    private const string DataChanged =
        "После расчёта перечня данные изменились. Создайте новую редакцию (или, если возражений не было, верните перечень в черновик и пересчитайте), затем утверждайте.";

    private string StillAccepted =>
        $"Возражения принимаются {(ObjectionsUntil is { } until ? $"до {RussianFigures.Date(until)}" : "без назначенного срока")}. Утверждайте перечень после этого дня или завершите приём досрочно с указанием причины.";

    private static string? RefuseUpheld(IReadOnlyList<int> upheld) => upheld.Count == 0
        ? null
        : (upheld.Count == 1 ? $"Возражение № {upheld[0]} удовлетворено" : $"Возражения № {string.Join(", ", upheld)} удовлетворены")
            + ", а этот перечень рассчитан до решения. Внесите то, что решено (исправьте результат или карточку школы, выберите методику), и создайте новую редакцию: утверждается она.";
}
