using FluentValidation;

namespace EffectiveSchool.Web.Pages.Lists.Imported;

/// <summary>What is known of a list that comes in: its year, its document and the file.</summary>
public sealed record ImportedListForm
{
    public int? Year { get; init; }

    public string? Document { get; init; }

    public string? DocumentNumber { get; init; }

    public DateOnly? DocumentDate { get; init; }

    public IFormFile? File { get; init; }
}

public sealed class ImportedListFormValidator : AbstractValidator<ImportedListForm>
{
    /// <summary>A list of a whole region takes far less.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    private const int LongestDocument = 300;
    private const int LongestNumber = 100;
    private const int FirstYear = 2015;
    private const int LastYear = 2100;

    public ImportedListFormValidator()
    {
        RuleFor(f => f.Year).NotNull().WithMessage("Укажите год перечня.").InclusiveBetween(FirstYear, LastYear).WithMessage($"Год — от {FirstYear} до {LastYear}.");
        RuleFor(f => f.Document).NotEmpty().WithMessage("Назовите документ, которым перечень направлен или утверждён.")
            .MaximumLength(LongestDocument).WithMessage($"Название документа не длиннее {LongestDocument} знаков.");
        RuleFor(f => f.DocumentNumber).MaximumLength(LongestNumber).WithMessage($"Номер документа не длиннее {LongestNumber} знаков.");
        RuleFor(f => f.File).Cascade(CascadeMode.Stop)
            .Must(f => f is { Length: > 0 }).WithMessage("Выберите файл: он пуст или не выбран.")
            .Must(f => f!.Length <= MostBytes).WithMessage("Файл больше 20 МБ: для перечня это слишком много. Проверьте, тот ли это файл.");
    }
}
