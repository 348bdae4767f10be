namespace EffectiveSchool.Domain.Curators;

/// <summary>
/// An assignment (закрепление) of a curator to a school by an order (domain.md §10). It is never deleted: a school may
/// have several over time, and at one time. Every change returns null, or a Russian sentence saying why it is refused.
/// </summary>
public sealed class CuratorAssignment
{
    private CuratorAssignment()
    {
    }

    /// <summary>Internal key.</summary>
    public int Id { get; private set; }

    /// <summary>The region of curator and school.</summary>
    public int RegionId { get; private set; }

    /// <summary>The curator's account.</summary>
    public Guid CuratorId { get; private set; }

    /// <summary>What others called the curator on the day of the order: schools do not see accounts.</summary>
    public string CuratorName { get; private set; } = "";

    /// <summary>The school.</summary>
    public int SchoolId { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day, that day included; null while it runs.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>Number of the order, e.g. «57-п».</summary>
    public string OrderNumber { get; private set; } = "";

    /// <summary>Date of the order.</summary>
    public DateOnly OrderDate { get; private set; }

    /// <summary>Why it ended; null while it runs.</summary>
    public string? EndReason { get; private set; }

    /// <summary>A new assignment.</summary>
    /// <param name="order">The order it rests on.</param>
    /// <param name="curator">The curator.</param>
    /// <param name="regionId">Region of both.</param>
    /// <param name="schoolId">The school.</param>
    /// <param name="from">First day.</param>
    public static CuratorAssignment By(CuratorOrder order, CuratorPerson curator, int regionId, int schoolId, DateOnly from) => new()
    {
        RegionId = regionId,
        CuratorId = curator.Id,
        CuratorName = curator.Name,
        SchoolId = schoolId,
        From = from,
        OrderNumber = order.Number.Trim(),
        OrderDate = order.Date,
    };

    /// <summary>Whether the curator works with the school on that day.</summary>
    public bool RunsOn(DateOnly day) => From <= day && (Until is not { } until || day <= until);

    /// <summary>Whether it runs on that day or begins later.</summary>
    public bool IsOpenOn(DateOnly day) => Until is not { } until || (day <= until && From <= until);

    /// <summary>
    /// The schools that a curator may work with on a day: those of running assignments, and those granted without any order,
    /// which stay until the order is written down.
    /// </summary>
    /// <param name="day">The day.</param>
    /// <param name="granted">Schools that the account has now.</param>
    /// <param name="assignments">Every assignment of the curator, past and future ones too.</param>
    public static IReadOnlySet<int> SchoolsOn(DateOnly day, IEnumerable<int> granted, IReadOnlyCollection<CuratorAssignment> assignments)
    {
        var ordered = assignments.Select(a => a.SchoolId).ToHashSet();
        return assignments.Where(a => a.RunsOn(day)).Select(a => a.SchoolId).Concat(granted.Where(id => !ordered.Contains(id))).ToHashSet();
    }

    /// <summary>Hands the school over: this assignment ends the day before, the other curator's begins.</summary>
    /// <param name="order">The order about it.</param>
    /// <param name="successor">Who takes the school.</param>
    /// <param name="from">First day of the successor; an assignment that begins later is taken over from its own first day.</param>
    /// <returns>The successor's assignment, or a Russian sentence saying why it is refused.</returns>
    public (string? Refusal, CuratorAssignment? Next) HandOver(CuratorOrder order, CuratorPerson successor, DateOnly from)
    {
        if (successor.Id == CuratorId)
        {
            return ("Школы передают другому куратору: выберите его.", null);
        }

        if (!IsOpenOn(from))
        {
            return ($"Закрепление завершено {RussianFigures.Date(Until)}: передавать нечего.", null);
        }

        var first = From > from ? From : from;
        var next = By(order, successor, RegionId, SchoolId, first);
        (next.Until, next.EndReason) = (Until, EndReason);
        (Until, EndReason) = (first.AddDays(-1), $"передача школ: {order.Grounds}");
        return (null, next);
    }

    /// <summary>Ends the assignment.</summary>
    /// <param name="lastDay">Last day, that day included.</param>
    /// <param name="reason">Why: «увольнение», «новый приказ» …</param>
    public string? End(DateOnly lastDay, string reason)
    {
        if (Until is { } until)
        {
            return $"Закрепление уже завершено {RussianFigures.Date(until)}.";
        }

        if (lastDay < From)
        {
            return $"Последний день {RussianFigures.Date(lastDay)} раньше начала закрепления {RussianFigures.Date(From)}.";
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return "Укажите причину завершения.";
        }

        Until = lastDay;
        EndReason = reason.Trim();
        return null;
    }
}

/// <summary>A curator as assignments name one.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">The name of the role that others see.</param>
public sealed record CuratorPerson(Guid Id, string Name);

/// <summary>The order that assigns curators or hands schools over.</summary>
/// <param name="Number">Number as printed.</param>
/// <param name="Date">Date of the order.</param>
public sealed record CuratorOrder(string Number, DateOnly Date)
{
    /// <summary>«приказ № 57-п от 27.02.2026».</summary>
    public string Grounds => $"приказ № {Number.Trim()} от {RussianFigures.Date(Date)}";

    /// <summary>What is wrong with the order, as a Russian sentence; null where nothing is.</summary>
    /// <param name="from">First day of what it assigns.</param>
    public string? Problem(DateOnly from)
    {
        if (string.IsNullOrWhiteSpace(Number))
        {
            return "Укажите номер приказа о закреплении.";
        }

        return Date > from
            ? $"Закрепление начинается {RussianFigures.Date(from)}, раньше приказа от {RussianFigures.Date(Date)}. Проверьте даты."
            : null;
    }
}
