using EffectiveSchool.Data.Files;
using EffectiveSchool.Data.Lists;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Objections;

namespace EffectiveSchool.Web.Pages.Lists;

/// <summary>An edition in the chain of a list.</summary>
public sealed record EditionLine(int Id, int Edition, ListState State, string? OrderNumber, DateOnly? OrderDate);

/// <summary>A signed order with its files.</summary>
public sealed record OrderFiles(SignedOrder Order, StoredFile File, StoredFile? Signature, DateTimeOffset At);

/// <summary>Where a list stands in its life: objections, editions, orders, what changed since.</summary>
/// <param name="List">The list.</param>
/// <param name="Objections">Objections the reader sees.</param>
/// <param name="Undecided">Of them not decided.</param>
/// <param name="Closed">Why objections are not accepted; null where they are.</param>
/// <param name="Editions">The whole chain as the reader sees it, first edition first; one line where there is no other.</param>
/// <param name="Orders">Signed orders, the one in force first.</param>
/// <param name="Changed">What changed since approval or, of a preliminary list, since its run; null where nothing did or the reader does not manage lists.</param>
public sealed record LifeView(
    SchoolList List,
    int Objections,
    int Undecided,
    string? Closed,
    IReadOnlyList<EditionLine> Editions,
    IReadOnlyList<OrderFiles> Orders,
    ChangedData? Changed)
{
    /// <summary>Objections that were upheld: a preliminary list is approved only as a new edition then.</summary>
    public int Upheld { get; init; }

    /// <summary>Objections upheld to the former edition where the run of this one is the former's: nothing of the decision is in it.</summary>
    public IReadOnlyList<int> Unanswered { get; init; } = [];

    /// <summary>Why the list can never be approved beside another one; null where it can, or the reader does not manage lists.</summary>
    public string? Beside { get; init; }

    /// <summary>The edition this one was made from, where the reader sees it.</summary>
    public EditionLine? Replaced => Editions.FirstOrDefault(e => e.Id == List.ReplacesId);

    /// <summary>The approved list whose order this one changes.</summary>
    public EditionLine? Amended => Editions.FirstOrDefault(e => e.Id == List.AmendsId);

    /// <summary>The edition made from this one, where the reader sees it.</summary>
    public EditionLine? Next => Editions.FirstOrDefault(e => e.Edition == List.Edition + 1);

    /// <summary>The edition whose order changed this approved list.</summary>
    public EditionLine? AmendedBy => List.State == ListState.Replaced && List.IsFrozen
        ? Editions.FirstOrDefault(e => e.Edition > List.Edition && e.OrderNumber is not null)
        : null;
}

/// <summary>Reads where a list stands in its life.</summary>
public sealed class ListLife(PortalDb db, ListRuns runs, Person person)
{
    /// <summary>The life of a list the reader sees.</summary>
    public async Task<LifeView> OfAsync(int id, CancellationToken cancellationToken)
    {
        var list = await db.Lists.AsNoTracking().SingleAsync(l => l.Id == id, cancellationToken);
        var counts = await db.Objections.Where(o => o.ListId == id).GroupBy(o => o.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        var manages = person.May(Policies.ManageLists);
        return new LifeView(
            list,
            counts.Sum(c => c.Count),
            counts.Where(c => c.Key is ObjectionState.Submitted or ObjectionState.UnderReview).Sum(c => c.Count),
            list.RefuseObjection(await runs.TodayAsync(list.RegionId, cancellationToken)),
            await EditionsAsync(list, cancellationToken),
            await OrdersAsync(id, cancellationToken),
            list.State is ListState.Approved or ListState.Preliminary && manages ? await runs.ChangedSinceAsync(list, cancellationToken) : null)
        {
            Upheld = counts.Where(c => c.Key == ObjectionState.Upheld).Sum(c => c.Count),
            Unanswered = manages ? await runs.UnansweredAsync(list, cancellationToken) : [],
            Beside = manages ? await runs.RefuseBesideAsync(list, cancellationToken) : null,
        };
    }

    private async Task<IReadOnlyList<EditionLine>> EditionsAsync(SchoolList list, CancellationToken cancellationToken)
    {
        var lists = await db.Lists.AsNoTracking()
            .Where(l => l.RegionId == list.RegionId && l.ForYear == list.ForYear && l.ResultsYear == list.ResultsYear)
            .Select(l => new { Line = new EditionLine(l.Id, l.Edition, l.State, l.OrderNumber, l.OrderDate), l.ReplacesId })
            .ToListAsync(cancellationToken);
        var chain = new LinkedList<EditionLine>();
        chain.AddFirst(lists.Single(l => l.Line.Id == list.Id).Line);
        while (lists.Find(l => l.Line.Id == chain.First!.Value.Id)?.ReplacesId is { } before && lists.Find(l => l.Line.Id == before) is { } found)
        {
            chain.AddFirst(found.Line);
        }

        while (lists.Find(l => l.ReplacesId == chain.Last!.Value.Id) is { } next)
        {
            chain.AddLast(next.Line);
        }

        return [.. chain];
    }

    private async Task<IReadOnlyList<OrderFiles>> OrdersAsync(int id, CancellationToken cancellationToken)
    {
        var orders = await db.SignedOrders.AsNoTracking().Where(o => o.ListId == id).OrderByDescending(o => o.Id).ToListAsync(cancellationToken);
        if (orders.Count == 0)
        {
            return [];
        }

        var ids = orders.SelectMany(o => new[] { o.FileId, o.SignatureFileId ?? 0 }).ToList();
        var files = await db.StoredFiles.AsNoTracking().Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, cancellationToken);
        var found = new List<OrderFiles>();
        foreach (var order in orders)
        {
            found.Add(new OrderFiles(
                order, files[order.FileId], order.SignatureFileId is { } signature ? files[signature] : null, await person.LocalAsync(order.AttachedAt)));
        }

        return found;
    }
}
