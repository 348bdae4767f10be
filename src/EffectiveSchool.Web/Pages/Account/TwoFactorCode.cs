namespace EffectiveSchool.Web.Pages.Account;

/// <summary>A code as a person typed it: six digits of the authenticator, or a recovery code.</summary>
/// <param name="Text">As Identity expects it.</param>
/// <param name="IsRecovery">A recovery code.</param>
public sealed record TwoFactorCode(string Text, bool IsRecovery)
{
    private const int Digits = 6;
    private const int RecoveryHalf = 5;

    /// <summary>What was typed, whatever spaces and hyphens stand in it; null where it is neither.</summary>
    public static TwoFactorCode? Read(string? typed)
    {
        var text = string.Concat((typed ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return text.Length switch
        {
            Digits when text.All(char.IsAsciiDigit) => new(text, false),
            2 * RecoveryHalf => new($"{text[..RecoveryHalf]}-{text[RecoveryHalf..]}", true),
            _ => null,
        };
    }
}
