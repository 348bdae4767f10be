using System.Globalization;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Registry;
using FluentValidation;

namespace EffectiveSchool.Web.Pages.Schools;

/// <summary>A school as its form shows it: numbers are texts, so that a slip comes back as it was typed.</summary>
public sealed record SchoolForm
{
    public string? Name { get; init; }

    public string? FullName { get; init; }

    public int? MunicipalityId { get; init; }

    public SchoolType Type { get; init; } = SchoolType.Unknown;

    public string? LegalForm { get; init; }

    public SchoolStatus Status { get; init; }

    public SettlementKind Settlement { get; init; }

    public string? Pupils { get; init; }

    public string? Teachers { get; init; }

    public string? Site { get; init; }

    public string? Contacts { get; init; }

    /// <summary>A code of the head school; empty where the school is no branch.</summary>
    public string? HeadCode { get; init; }

    public string? FisOko { get; init; }

    public string? Oge { get; init; }

    public string? Ege { get; init; }

    public string? Inn { get; init; }

    public string? Ogrn { get; init; }

    public string? Oktmo { get; init; }

    /// <summary>Why the change is made, for the journal.</summary>
    public string? Reason { get; init; }

    /// <summary>The fields of codes by kind.</summary>
    public IReadOnlyList<(SchoolCodeKind Kind, string Field, string? Written)> Codes =>
    [
        (SchoolCodeKind.FisOko, nameof(FisOko), FisOko),
        (SchoolCodeKind.Oge, nameof(Oge), Oge),
        (SchoolCodeKind.Ege, nameof(Ege), Ege),
        (SchoolCodeKind.Inn, nameof(Inn), Inn),
        (SchoolCodeKind.Ogrn, nameof(Ogrn), Ogrn),
        (SchoolCodeKind.Oktmo, nameof(Oktmo), Oktmo),
    ];

    public static SchoolForm Of(School school, string? headCode) => new()
    {
        Name = school.Name,
        FullName = school.FullName,
        MunicipalityId = school.MunicipalityId,
        Type = school.Type,
        LegalForm = school.LegalForm,
        Status = school.Status,
        Settlement = school.Settlement,
        Pupils = school.Pupils?.ToString(CultureInfo.InvariantCulture),
        Teachers = school.Teachers?.ToString(CultureInfo.InvariantCulture),
        Site = school.Site,
        Contacts = school.Contacts,
        HeadCode = headCode,
        FisOko = school.CurrentCode(SchoolCodeKind.FisOko)?.Value,
        Oge = school.CurrentCode(SchoolCodeKind.Oge)?.Value,
        Ege = school.CurrentCode(SchoolCodeKind.Ege)?.Value,
        Inn = school.CurrentCode(SchoolCodeKind.Inn)?.Value,
        Ogrn = school.CurrentCode(SchoolCodeKind.Ogrn)?.Value,
        Oktmo = school.CurrentCode(SchoolCodeKind.Oktmo)?.Value,
    };

    /// <summary>A whole number ≥ 0, or null where nothing is written. Call after validation.</summary>
    public static int? Count(string? written) => Trimmed(written) is { } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    public static string? Trimmed(string? written) => string.IsNullOrWhiteSpace(written) ? null : written.Trim();
}

public sealed class SchoolFormValidator : AbstractValidator<SchoolForm>
{
    public SchoolFormValidator()
    {
        RuleFor(f => f.Name).NotEmpty().WithMessage("Укажите краткое наименование.");
        RuleFor(f => f.Name).MaximumLength(300).WithMessage("Краткое наименование длиннее 300 знаков.");
        RuleFor(f => f.FullName).MaximumLength(1000).WithMessage("Полное наименование длиннее 1000 знаков.");
        RuleFor(f => f.MunicipalityId).NotNull().WithMessage("Выберите муниципалитет.");
        RuleFor(f => f.Type).IsInEnum().WithMessage("Выберите тип из списка.");
        RuleFor(f => f.Status).IsInEnum().WithMessage("Выберите статус из списка.");
        RuleFor(f => f.Settlement).IsInEnum().WithMessage("Выберите местность из списка.");
        RuleFor(f => f.LegalForm).MaximumLength(100).WithMessage("Организационно-правовая форма длиннее 100 знаков.");
        RuleFor(f => f.Pupils).Must(IsCount).WithMessage("Число обучающихся — целое, от 0 до 100000; если не известно, оставьте пустым.");
        RuleFor(f => f.Teachers).Must(IsCount).WithMessage("Число педагогов — целое, от 0 до 100000; если не известно, оставьте пустым.");
        RuleFor(f => f.Site).MaximumLength(300).WithMessage("Адрес сайта длиннее 300 знаков.");
        RuleFor(f => f.Site).Must(s => string.IsNullOrWhiteSpace(s) || WebLink.RefuseSite(s) is null).WithMessage(f => $"Сайт: {WebLink.RefuseSite(f.Site!)}");
        RuleFor(f => f.Contacts).MaximumLength(1000).WithMessage("Контакты длиннее 1000 знаков.");
        RuleFor(f => f.Reason).MaximumLength(500).WithMessage("Основание длиннее 500 знаков.");
        RuleFor(f => f).Custom((form, context) =>
        {
            foreach (var (kind, field, written) in form.Codes)
            {
                if (!string.IsNullOrWhiteSpace(written) && SchoolCodes.Normalise(kind, written, out var refusal) is null)
                {
                    context.AddFailure(field, refusal!);
                }
            }

            if (form.Codes.All(c => string.IsNullOrWhiteSpace(c.Written)))
            {
                context.AddFailure(nameof(SchoolForm.FisOko), "Укажите хотя бы один код: по нему опознаются строки файлов с результатами.");
            }
        });
    }

    private static bool IsCount(string? written) =>
        string.IsNullOrWhiteSpace(written)
        || (int.TryParse(written.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= 100_000);
}
