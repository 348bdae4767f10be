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
    /// <param name="regionId">Region of both.</param>
    /// <param name="curatorId">The curator's account.</param>
    /// <param name="schoolId">The school.</param>
    /// <param name="from">First day.</param>
    /// <param name="order">The order it rests on.</param>
    public static CuratorAssignment By(CuratorOrder order, int regionId, Guid curatorId, int schoolId, DateOnly from) => new()
    {
        RegionId = regionId,
        CuratorId = curatorId,
        SchoolId = schoolId,
        From = from,
        OrderNumber = order.Number.Trim(),
        OrderDate = order.Date,
    };

    /// <summary>Whether the curator works with the school on that day.</summary>
    public bool RunsOn(DateOnly day) => From <= day && (Until is not { } until || day <= until);

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

/// <summary>The order that assigns curators or hands schools over.</summary>
/// <param name="Number">Number as printed.</param>
/// <param name="Date">Date of the order.</param>
public sealed record CuratorOrder(string Number, DateOnly Date)
{
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
