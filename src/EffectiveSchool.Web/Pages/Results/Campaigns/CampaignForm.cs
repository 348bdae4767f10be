using EffectiveSchool.Domain.Results;
using EffectiveSchool.Domain.Results.Collection;
using FluentValidation;

namespace EffectiveSchool.Web.Pages.Results.Campaigns;

/// <summary>The deadline of one procedure; empty where it is not collected.</summary>
public sealed record DeadlineField
{
    public string Procedure { get; init; } = "";

    public DateOnly? Deadline { get; init; }
}

/// <summary>A campaign as its form shows it.</summary>
public sealed record CampaignForm
{
    public int? Year { get; init; }

    public string? Name { get; init; }

    public List<DeadlineField> Deadlines { get; init; } = [];

    public static CampaignForm Blank(int year) => new()
    {
        Year = year,
        Deadlines = [.. Procedures.Federal.Select(p => new DeadlineField { Procedure = p.Code })],
    };

    public static CampaignForm Of(CollectionCampaign campaign) => new()
    {
        Year = campaign.Year,
        Name = campaign.Name,
        Deadlines =
        [
            .. Procedures.Federal.Select(p => p.Code).Union(campaign.Deadlines.Select(d => d.Procedure), StringComparer.Ordinal)
                .Select(code => new DeadlineField { Procedure = code, Deadline = campaign.Deadlines.FirstOrDefault(d => d.Procedure == code)?.Deadline }),
        ],
    };

    /// <summary>The name as typed, or the usual one of a year.</summary>
    public string NameFor(int year) => string.IsNullOrWhiteSpace(Name) ? $"Сбор результатов {year} года" : Name;

    /// <summary>The deadlines that are filled in.</summary>
    public IReadOnlyList<ProcedureDeadline> Filled =>
        [.. Deadlines.Where(d => d.Deadline is not null).Select(d => new ProcedureDeadline(d.Procedure, d.Deadline!.Value))];
}

public sealed class CampaignFormValidator : AbstractValidator<CampaignForm>
{
    public CampaignFormValidator()
    {
        RuleFor(f => f.Year).NotNull().WithMessage("Укажите год результатов четырьмя цифрами.");
        RuleFor(f => f.Name).MaximumLength(CollectionCampaign.LongestName).WithMessage($"Название длиннее {CollectionCampaign.LongestName} знаков.");
        RuleForEach(f => f.Deadlines).Must(d => Procedures.Find(d.Procedure) is not null).WithMessage("Такой процедуры нет в справочнике портала.");
    }
}
