namespace EffectiveSchool.Data.Users;

/// <summary>One person took the role and the scope of another over (передача дел), with the order that it rests on.</summary>
public sealed class HandOver
{
    public int Id { get; set; }

    public int? RegionId { get; set; }

    public required Guid FromUserId { get; set; }

    public required Guid ToUserId { get; set; }

    /// <summary>From this day the former person is no longer in charge.</summary>
    public required DateOnly Since { get; set; }

    public required string OrderNumber { get; set; }

    public required DateOnly OrderDate { get; set; }

    public required DateTimeOffset At { get; set; }

    /// <summary>«приказ № 15-к от 20.11.2026».</summary>
    public string Grounds => $"приказ № {OrderNumber} от {Domain.RussianFigures.Date(OrderDate)}";
}
