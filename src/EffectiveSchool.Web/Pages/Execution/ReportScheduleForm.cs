using EffectiveSchool.Domain.Roadmaps;
using FluentValidation;

namespace EffectiveSchool.Web.Pages.Execution;

/// <summary>A due date of reports, as it is filled in.</summary>
public sealed record ReportScheduleForm
{
    public string? Title { get; init; }

    public ReportKind Kind { get; init; }

    public ReportSender Sender { get; init; } = ReportSender.Schools;

    public string? Term { get; init; }

    public int? DaysAfter { get; init; }

    public ReportCover Cover { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>Today where it is not said.</summary>
    public DateOnly? AskedFrom { get; init; }

    /// <summary>Why a schedule is corrected; empty for a new one.</summary>
    public string? Reason { get; init; }

    public static ReportScheduleForm Of(ReportSchedule schedule) => new()
    {
        Title = schedule.Title, Kind = schedule.Kind, Sender = schedule.Sender, Term = schedule.Term, DaysAfter = schedule.DaysAfter,
        Cover = schedule.Cover, From = schedule.From, To = schedule.To, AskedFrom = schedule.AskedFrom,
    };

    public ReportScheduleWords Words(DateOnly today) => new(Title, Kind, Sender, Term, DaysAfter ?? 0, Cover, From, To, AskedFrom ?? today);
}

public sealed class ReportScheduleFormValidator : AbstractValidator<ReportScheduleForm>
{
    public ReportScheduleFormValidator()
    {
        RuleFor(f => f.Title).NotEmpty().WithMessage("Назовите отчёт, например «Промежуточный отчёт».");
        RuleFor(f => f.Term).NotEmpty().WithMessage("Укажите срок, например «до 15 августа» или «ежеквартально».");
        RuleFor(f => f.Reason).MaximumLength(ReportSchedule.LongestReason).WithMessage("Основание длиннее 2000 знаков: сократите его.");
        RuleFor(f => f.Kind).IsInEnum().WithMessage("Выберите вид отчёта.");
        RuleFor(f => f.Sender).IsInEnum().WithMessage("Выберите, кто сдаёт отчёт.");
        RuleFor(f => f.Cover).IsInEnum().WithMessage("Выберите, за какие дни отчёт.");
    }
}
