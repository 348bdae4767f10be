using EffectiveSchool.Data.Users;

namespace EffectiveSchool.Cli.People;

/// <summary>The account that was asked for.</summary>
internal sealed record NewUser(string Email, string Name, PortalRole? Role, string? Region, string? Municipality, IReadOnlyList<string> Schools)
{
    /// <summary>What is wrong with the call itself, or null.</summary>
    public string? WrongUse() => this switch
    {
        { Email: "" } => "Укажите почту: --email.",
        { Name: "" } => "Укажите имя роли: --name, например «Администратор портала».",
        { Role: null } => $"Укажите роль: --role {string.Join('|', Enum.GetNames<PortalRole>())}.",
        { Region: null, Municipality: not null } => "--municipality ищется в регионе: укажите и --region.",
        { Region: null, Schools.Count: > 0 } => "--school ищется в регионе: укажите и --region.",
        _ => null,
    };
}
