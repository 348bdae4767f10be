using EffectiveSchool.Data.Users;
using FluentValidation;

namespace EffectiveSchool.Web.Pages.Admin.Users;

/// <summary>Role and scope of a person, as the administrator fills them in.</summary>
public sealed record UserForm
{
    public PortalRole? Role { get; init; }

    /// <summary>A role name that others see, never a personal name.</summary>
    public string DisplayName { get; init; } = "";

    /// <summary>Surname and name: seen by those who keep accounts, and printed on the slip.</summary>
    public string? FullName { get; init; }

    public int? RegionId { get; init; }

    public int? MunicipalityId { get; init; }

    /// <summary>A code or the exact name of a school a line.</summary>
    public string? Schools { get; init; }
}

public sealed class UserFormValidator : AbstractValidator<UserForm>
{
    public UserFormValidator()
    {
        RuleFor(f => f.Role).Must(r => r is { } role && Enum.IsDefined(role)).WithMessage("Выберите роль.");
        RuleFor(f => f.DisplayName).NotEmpty().WithMessage("Укажите имя роли, например «Директор СОШ с. Ключевое».");
        RuleFor(f => f.DisplayName).MaximumLength(300).WithMessage("Имя роли длиннее 300 знаков.");
        RuleFor(f => f.FullName).MaximumLength(200).WithMessage("ФИО длиннее 200 знаков.");
        RuleFor(f => f.Schools).MaximumLength(20_000).WithMessage("Список школ слишком длинный: не больше 20 000 знаков.");
    }
}
