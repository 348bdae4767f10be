using Microsoft.Extensions.Caching.Memory;

namespace EffectiveSchool.Web.Pages.Lists;

/// <summary>
/// What was counted over all rows of a list, kept while it is asked for. A run never changes: whatever changes a list gives
/// its row another version, and nobody asks for the old one again.
/// </summary>
public sealed class CountedRuns : IDisposable
{
    private const int Most = 1_000;
    private static readonly TimeSpan Unasked = TimeSpan.FromMinutes(30);

    private readonly MemoryCache _counted = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>Counts, unless the same was counted of the same run before.</summary>
    /// <param name="listId">The list.</param>
    /// <param name="version">The version of its row.</param>
    /// <param name="what">Of which rows; a value.</param>
    /// <param name="count">Counts of the whole region: what a person sees of it must not enter.</param>
    public async Task<T> OnceAsync<T>(int listId, uint version, object? what, Func<Task<T>> count)
        where T : class
    {
        var key = (typeof(T), listId, version, what);
        return _counted.TryGetValue(key, out T? known)
            ? known!
            : _counted.Set(key, await count(), new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Unasked });
    }

    public void Dispose() => _counted.Dispose();
}
