using Microsoft.AspNetCore.Identity;

namespace EffectiveSchool.Data.Users;

/// <summary>What Identity refuses, in Russian sentences.</summary>
public sealed class RussianIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError DuplicateEmail(string email) => Error(nameof(DuplicateEmail), "Пользователь с такой почтой уже есть.");

    public override IdentityError DuplicateUserName(string userName) => Error(nameof(DuplicateUserName), "Пользователь с такой почтой уже есть.");

    public override IdentityError InvalidEmail(string? email) => Error(nameof(InvalidEmail), "Это не адрес электронной почты.");

    public override IdentityError InvalidUserName(string? userName) => Error(nameof(InvalidUserName), "В адресе почты недопустимые знаки.");

    public override IdentityError PasswordMismatch() => Error(nameof(PasswordMismatch), "Нынешний пароль указан неверно.");

    public override IdentityError PasswordTooShort(int length) => Error(nameof(PasswordTooShort), $"Пароль короче {length} знаков.");

    public override IdentityError PasswordRequiresDigit() => Error(nameof(PasswordRequiresDigit), "В пароле нужна хотя бы одна цифра.");

    public override IdentityError PasswordRequiresLower() => Error(nameof(PasswordRequiresLower), "В пароле нужна строчная латинская буква.");

    public override IdentityError PasswordRequiresUpper() => Error(nameof(PasswordRequiresUpper), "В пароле нужна прописная латинская буква.");

    public override IdentityError ConcurrencyFailure() => Error(nameof(ConcurrencyFailure), "Запись только что изменил кто-то другой. Откройте страницу заново.");

    private static IdentityError Error(string code, string description) => new() { Code = code, Description = description };
}
