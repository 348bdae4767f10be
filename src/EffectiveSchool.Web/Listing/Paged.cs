namespace EffectiveSchool.Web.Listing;

/// <summary>A page of rows with the number of all rows: read by SQL, never cut in memory.</summary>
/// <param name="Rows">The rows of this page.</param>
/// <param name="Total">Rows on all pages.</param>
/// <param name="Page">1-based number of this page, clamped to the pages there are.</param>
/// <param name="Size">Rows a page.</param>
public sealed record Paged<T>(IReadOnlyList<T> Rows, int Total, int Page, int Size) : IPaged
{
    public int Pages => Math.Max(1, (Total + Size - 1) / Size);

    public int First => Total == 0 ? 0 : ((Page - 1) * Size) + 1;

    public int Last => Math.Min(Page * Size, Total);
}

/// <summary>What the row of page links needs of a page, whatever its rows are.</summary>
public interface IPaged
{
    int Total { get; }

    int Page { get; }

    int Pages { get; }

    int First { get; }

    int Last { get; }
}

public static class Paging
{
    public const int DefaultSize = 50;

    /// <summary>One page of what is computed whole anyway, as the dry run of a file is; stored rows are paged by SQL.</summary>
    public static Paged<T> ToPage<T>(this IReadOnlyList<T> all, int page, int size = DefaultSize)
    {
        var clamped = Math.Clamp(page, 1, Math.Max(1, (all.Count + size - 1) / size));
        return new Paged<T>([.. all.Skip((clamped - 1) * size).Take(size)], all.Count, clamped, size);
    }

    /// <summary>Reads one page of a sorted query; a page number beyond the end reads the last page.</summary>
    public static async Task<Paged<T>> ToPageAsync<T>(this IQueryable<T> sorted, int page, int size = DefaultSize, CancellationToken cancellationToken = default) =>
        await sorted.ToPageOfAsync(await sorted.CountAsync(cancellationToken), page, size, cancellationToken);

    /// <summary>The same where the number of all rows is known: counted for the totals, or once for a run.</summary>
    public static async Task<Paged<T>> ToPageOfAsync<T>(this IQueryable<T> sorted, int total, int page, int size = DefaultSize, CancellationToken cancellationToken = default)
    {
        var clamped = Math.Clamp(page, 1, Math.Max(1, (total + size - 1) / size));
        var rows = await sorted.Skip((clamped - 1) * size).Take(size).ToListAsync(cancellationToken);
        return new Paged<T>(rows, total, clamped, size);
    }
}
