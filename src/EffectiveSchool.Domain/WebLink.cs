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

    /// <summary>The site of a school as an address: with http or https as written, a bare «school.ru» with https; null where it is none.</summary>
    /// <param name="site">As the registry writes it.</param>
    public static Uri? Site(string? site)
    {
        var written = site?.Trim() ?? "";
        var link = written.Contains("://", StringComparison.Ordinal) ? written : "https://" + written;
        return !written.Any(char.IsWhiteSpace) && Refuse(link) is null && new Uri(link) is var address && address.Host.Trim('.').Contains('.', StringComparison.Ordinal) ? address : null;
    }

    /// <summary>Why the text is no address of a site; null where it is one.</summary>
    /// <param name="site">As a person writes it.</param>
    public static string? RefuseSite(string site) => Site(site) is null ? "ожидается адрес сайта, например https://school.ru." : null;
}
