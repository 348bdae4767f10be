using System.CommandLine;
using EffectiveSchool.Cli.Databases;
using EffectiveSchool.Data.Users;

namespace EffectiveSchool.Cli.People;

/// <summary>«user add»: an account without the portal, the first administrator above all.</summary>
internal static class UserCommand
{
    public static Command Create() => new("user", "Учётные записи.") { Add() };

    private static Command Add()
    {
        var email = new Option<string?>("--email") { Description = "Рабочая электронная почта: по ней входят.", HelpName = "ПОЧТА" };
        var name = new Option<string?>("--name") { Description = "Имя роли, которое видят другие, например «Администратор портала».", HelpName = "ИМЯ" };
        var role = new Option<string?>("--role") { Description = "Роль.", HelpName = string.Join('|', Enum.GetNames<PortalRole>()) };
        var region = new Option<string?>("--region") { Description = "Код региона; для всех ролей, кроме Administrator.", HelpName = "КОД" };
        var municipality = new Option<string?>("--municipality") { Description = "Муниципалитет региона.", HelpName = "НАЗВАНИЕ" };
        var school = new Option<string[]>("--school") { Description = "Логин ФИС ОКО школы; можно несколько.", HelpName = "КОД", AllowMultipleArgumentsPerToken = true };
        var database = new DatabaseOptions();
        var command = new Command("add", "Завести учётную запись. Пароль спрашивается, а при перенаправленном вводе читается из первой строки.")
        {
            email, name, role, region, municipality, school,
        };
        database.AddTo(command);
        command.SetAction(async (call, cancellationToken) =>
        {
            var wanted = new NewUser(
                call.GetValue(email)?.Trim() ?? "",
                call.GetValue(name)?.Trim() ?? "",
                call.GetValue(role) is { } text && Enum.TryParse<PortalRole>(text, ignoreCase: true, out var known) && !char.IsAsciiDigit(text[0]) ? known : null,
                call.GetValue(region),
                call.GetValue(municipality),
                call.GetValue(school) ?? []);
            if (wanted.WrongUse() is { } wrong)
            {
                await Console.Error.WriteLineAsync(wrong);
                return ExitCode.WrongUse;
            }

            return await database.UseAsync(call, mustPrepare: false, app => AddAsync(app, wanted, cancellationToken), cancellationToken);
        });
        return command;
    }

    private static async Task<int> AddAsync(string appConnection, NewUser wanted, CancellationToken cancellationToken)
    {
        // Whether the rest fits is said before anybody types a password.
        var refusal = await NewUserStore.AddAsync(appConnection, wanted, PasswordInput.ReadAsync, cancellationToken);
        if (refusal is not null)
        {
            await Console.Error.WriteLineAsync(refusal);
            return ExitCode.Refused;
        }

        await Console.Out.WriteLineAsync(wanted.Role == PortalRole.Administrator
            ? $"Учётная запись {wanted.Email} заведена: {PortalRole.Administrator.RussianName()}."
            : $"Учётная запись {wanted.Email} заведена: {wanted.Role!.Value.RussianName()}. При первом входе портал попросит сменить пароль.");
        return ExitCode.Done;
    }
}
