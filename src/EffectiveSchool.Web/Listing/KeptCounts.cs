using EffectiveSchool.Data.Scope;
using Microsoft.Extensions.Caching.Memory;

namespace EffectiveSchool.Web.Listing;

/// <summary>
/// What was counted over all rows of a list or of the registry, kept while it is asked for. The key holds the versions of what
/// was counted: whatever changes the rows gives them another version, and nobody asks for the old one again.
/// </summary>
public sealed class KeptCounts : IDisposable
{
    private const int Most = 1_000;
    private static readonly TimeSpan Unasked = TimeSpan.FromMinutes(30);

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>
    /// Counts, unless the same was counted before. Whoever sees a whole region sees the same figures of it; whoever sees a part
    /// counts that part at every look: which schools those are no version says.
    /// </summary>
    /// <param name="scope">Of the reader.</param>
    /// <param name="key">What is counted, under which version; a value.</param>
    /// <param name="count">Counts it.</param>
    public async Task<T> OnceAsync<T>(AccessScope scope, object key, Func<Task<T>> count)
        where T : class
    {
        if (!scope.SeesAll && !scope.SeesRegion)
        {
            return await count();
        }

        var whose = (typeof(T), scope.RegionId, scope.SeesDrafts, key);
        return _kept.TryGetValue(whose, out T? known)
            ? known!
            : _kept.Set(whose, await count(), new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Unasked });
    }

    public void Dispose() => _kept.Dispose();
}
