namespace EffectiveSchool.Web.Listing;

/// <summary>What a person typed, as a pattern of LIKE in which nothing of it is a wildcard.</summary>
public static class LikePattern
{
    public static string Containing(string text) => "%" + text.Trim()
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal) + "%";
}
