using System.Text;

namespace EffectiveSchool.Cli.People;

/// <summary>Asks for a password without showing it; redirected input gives it in its first line.</summary>
internal static class PasswordInput
{
    /// <summary>The password, or null where there was none or the two differ.</summary>
    public static async Task<string?> ReadAsync()
    {
        if (Console.IsInputRedirected)
        {
            return await Console.In.ReadLineAsync();
        }

        var first = Ask($"Пароль (не короче {Data.Users.PortalIdentity.PasswordLength} знаков): ");
        return first == Ask("Ещё раз: ") ? first : null;
    }

    private static string Ask(string question)
    {
        Console.Error.Write(question);
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is var key && key.Key != ConsoleKey.Enter)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        Console.Error.WriteLine();
        return typed.ToString();
    }
}
