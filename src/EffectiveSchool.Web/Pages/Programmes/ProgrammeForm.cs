using EffectiveSchool.Domain.Programmes;
using FluentValidation;

namespace EffectiveSchool.Web.Pages.Programmes;

/// <summary>A programme as it is filled in.</summary>
public sealed record ProgrammeForm
{
    /// <summary>Whose it is, see <see cref="PlaceOption"/>; the first place of the person where nothing is sent.</summary>
    public string? Owner { get; init; }

    /// <summary>The programme above; null for none.</summary>
    public int? ParentId { get; init; }

    public string? Name { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public string? Aim { get; init; }

    public string? Tasks { get; init; }

    public string? LegalBases { get; init; }

    public string? Executors { get; init; }

    public string? ExpectedResults { get; init; }

    public string? Control { get; init; }

    public static ProgrammeForm Of(Programme programme) => new()
    {
        Name = programme.Name,
        From = programme.From,
        To = programme.To,
        Aim = programme.Passport.Aim,
        Tasks = programme.Passport.Tasks,
        LegalBases = programme.Passport.LegalBases,
        Executors = programme.Passport.Executors,
        ExpectedResults = programme.Passport.ExpectedResults,
        Control = programme.Passport.Control,
    };

    /// <summary>Puts the form into the programme; a refusal in Russian, or null.</summary>
    public string? Fill(Programme programme) => programme.Describe(Name ?? "", From ?? default, To ?? default, new ProgrammePassport
    {
        Aim = Aim?.Trim() ?? "",
        Tasks = Tasks?.Trim() ?? "",
        LegalBases = LegalBases?.Trim() ?? "",
        Executors = Executors?.Trim() ?? "",
        ExpectedResults = ExpectedResults?.Trim() ?? "",
        Control = Control?.Trim() ?? "",
    });
}

public sealed class ProgrammeFormValidator : AbstractValidator<ProgrammeForm>
{
    private const int LongestName = 500;
    private const int LongestText = 5000;

    public ProgrammeFormValidator()
    {
        RuleFor(f => f.Name).NotEmpty().WithMessage("Укажите название программы.").MaximumLength(LongestName).WithMessage("Название длиннее 500 знаков: сократите его.");
        RuleFor(f => f.From).NotNull().WithMessage("Укажите начало программы.");
        RuleFor(f => f.To).NotNull().WithMessage("Укажите окончание программы.");
        RuleForEach(f => new[] { f.Aim, f.Tasks, f.LegalBases, f.Executors, f.ExpectedResults, f.Control })
            .MaximumLength(LongestText).WithMessage("Часть паспорта длиннее 5000 знаков: сократите её.").OverridePropertyName("Passport");
    }
}
