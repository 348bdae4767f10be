using EffectiveSchool.Domain.Roadmaps;
using FluentValidation;

namespace EffectiveSchool.Web.Pages.Roadmaps;

/// <summary>An activity as an amendment writes it, with the grounds.</summary>
public sealed record AmendForm
{
    public string? Number { get; init; }

    public string? Title { get; init; }

    public string? Term { get; init; }

    public string? Responsible { get; init; }

    public string? Expected { get; init; }

    public bool PerSchool { get; init; }

    /// <summary>The section of a new activity; null for none or a new one.</summary>
    public int? Section { get; init; }

    /// <summary>Title of a new section.</summary>
    public string? NewSection { get; init; }

    public string? Reason { get; init; }

    public string? OrderNumber { get; init; }

    public DateOnly? OrderDate { get; init; }

    /// <summary>Number of the latest amendment, to which the change is added; null for a new one.</summary>
    public int? Continues { get; init; }

    public AmendmentGrounds Grounds => new(Reason, OrderNumber, OrderDate, Continues);

    public static AmendForm Of(Activity activity) => new()
    {
        Number = activity.Number, Title = activity.Title, Term = activity.Term, Responsible = activity.Responsible, Expected = activity.Expected, PerSchool = activity.PerSchool,
    };

    /// <summary>What the form says, its term read for the period.</summary>
    public ActivityEdit Edit(ProgrammePeriod period, int? sectionYear)
    {
        var term = TermReader.Read(Clean(Term), period, sectionYear);
        return new ActivityEdit(new ActivityWords(Clean(Number), Clean(Title), Clean(Responsible), Clean(Expected)), term, PerSchool);
    }

    private static string Clean(string? text) => (text ?? "").Trim().ReplaceLineEndings("\n");
}

public sealed class AmendFormValidator : AbstractValidator<AmendForm>
{
    public AmendFormValidator() => RuleFor(f => f.NewSection).MaximumLength(500).WithMessage("Название раздела длиннее 500 знаков: сократите его.");
}
