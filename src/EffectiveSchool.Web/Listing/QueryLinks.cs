using Microsoft.AspNetCore.WebUtilities;

namespace EffectiveSchool.Web.Listing;

/// <summary>Links to the same page with one thing changed in the query string.</summary>
public static class QueryLinks
{
    /// <summary>The present address with the value set, or dropped where it is null.</summary>
    public static string With(HttpRequest request, params (string Name, string? Value)[] changes)
    {
        var query = request.Query
            .Where(q => !changes.Any(c => string.Equals(c.Name, q.Key, StringComparison.OrdinalIgnoreCase)))
            .SelectMany(q => q.Value, (q, value) => KeyValuePair.Create(q.Key, value))
            .Concat(changes.Where(c => c.Value is not null).Select(c => KeyValuePair.Create(c.Name, c.Value)));
        return QueryHelpers.AddQueryString(request.Path, query);
    }
}
