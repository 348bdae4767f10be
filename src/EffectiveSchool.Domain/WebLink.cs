namespace EffectiveSchool.Domain;

/// <summary>A link that a person gives: shown to others, never fetched by the portal.</summary>
public static class WebLink
{
    /// <summary>The longest, characters.</summary>
    public const int Longest = 1000;

    /// <summary>Why the text is no link; null where it is one.</summary>
    /// <param name="link">«https://…» or «http://…», without name and password in it.</param>
    public static string? Refuse(string? link) =>
        Uri.TryCreate(link?.Trim(), UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && address.UserInfo.Length == 0 && link!.Trim().Length <= Longest
            ? null
            : $"ссылка должна начинаться с https:// или http:// и быть не длиннее {RussianFigures.Count(Longest)} знаков.";
}
