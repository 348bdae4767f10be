using EffectiveSchool.Data.Lists;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Reports.Figures;
using EffectiveSchool.Reports.Lists;
using EffectiveSchool.Web.Listing;

namespace EffectiveSchool.Web.Pages.Lists;

/// <summary>A list as one chooses it: drafts of one year differ by number and methodology.</summary>
public sealed record ListChoice(int Id, string Name);

/// <summary>The form that leads to a comparison.</summary>
/// <param name="From">The list chosen as the first, or null.</param>
/// <param name="To">The second list where it is the page's own; null where it is chosen too.</param>
public sealed record CompareChoice(IReadOnlyList<ListChoice> Lists, int? From, int? To);

/// <summary>Which two lists and what of them, as the query string says it.</summary>
public sealed record CompareFilter
{
    public const string Joined = "joined";
    public const string Left = "left";
    public const string Stayed = "stayed";
    public const string One = "one";

    public int? From { get; init; }

    public int? To { get; init; }

    /// <summary>joined, left, stayed, one; otherwise the first of them that has schools.</summary>
    public string? Show { get; init; }

    public int? Municipality { get; init; }

    public int Page { get; init; } = 1;

    /// <summary>What the tables show: as asked, else the first that is not empty.</summary>
    public string ShownOf(ComparisonCounts counts) => Show is Joined or Left or Stayed or One ? Show
        : counts.Joined > 0 ? Joined
        : counts.Left > 0 ? Left
        : counts.Stayed > 0 ? Stayed
        : counts.InOneOnly > 0 ? One
        : Joined;
}

/// <summary>How many schools of the choice are where.</summary>
public sealed record ComparisonCounts(int Joined, int Left, int Stayed, int InOneOnly, int Neither);

/// <summary>The page of a comparison: the rows of one table and the counts of all.</summary>
public sealed record ComparisonView(
    ListHeading Before,
    ListHeading After,
    string? MethodologyChange,
    ComparisonCounts Counts,
    string Shown,
    IPaged Paging,
    IReadOnlyList<ComparedSchool> Schools,
    IReadOnlyList<MunicipalityChoice> Municipalities);

/// <summary>Compares two lists within what the reader sees: chosen and paged in SQL, explained by <see cref="ListComparison"/>.</summary>
public sealed class ListComparing(PortalDb db, ListDocuments documents)
{
    /// <summary>Lists that may be compared, newest first: of one region, or of all for an administrator.</summary>
    public async Task<IReadOnlyList<ListChoice>> ChoicesAsync(CancellationToken cancellationToken)
    {
        var lists = await db.Lists
            .OrderByDescending(l => l.ForYear).ThenByDescending(l => l.ResultsYear).ThenByDescending(l => l.Id)
            .Select(l => new
            {
                l.Id, l.ForYear, l.ResultsYear, l.Edition, l.State, l.Kind, db.ListBases.First(b => b.ListId == l.Id).Methodology, Region = db.Regions.First(r => r.Id == l.RegionId).Name,
            })
            .ToListAsync(cancellationToken);
        return lists.ConvertAll(l => new ListChoice(
            l.Id,
            $"№ {l.Id}: на {l.ForYear} год по {l.ResultsYear}{ListHeading.EditionWords(l.Edition)}, {l.State.RussianName()}, {FigureText.Title(l.Methodology)}" + (db.Scope.SeesAll ? $", {l.Region}" : "")));
    }

    /// <summary>Whether the reader sees both lists, and why they cannot be compared though seen.</summary>
    public async Task<(bool Seen, string? Refusal)> MayAsync(int from, int to, CancellationToken cancellationToken)
    {
        var regions = await db.Lists.Where(l => l.Id == from || l.Id == to).Select(l => new { l.Id, l.RegionId }).ToListAsync(cancellationToken);
        return (from == to ? regions.Count == 1 : regions.Count == 2) switch
        {
            false => (false, null),
            _ when from == to => (true, "Выбран один и тот же перечень дважды: выберите другой первый или второй перечень."),
            _ when regions[0].RegionId != regions[1].RegionId => (true, "Это перечни разных регионов: школ, которые можно сравнить, у них нет. Выберите перечни одного региона."),
            _ => (true, null),
        };
    }

    /// <summary>One page; both lists are seen by the reader.</summary>
    public async Task<ComparisonView> PageAsync(int from, int to, CompareFilter filter, CancellationToken cancellationToken)
    {
        var (before, after) = await CoversAsync(from, to, cancellationToken);
        var pairs = Chosen(from, to, filter.Municipality);
        var counts = await CountAsync(pairs, cancellationToken);
        var shown = filter.ShownOf(counts);
        var page = await Ordered(Shown(pairs, shown)).ToPageAsync(filter.Page, cancellationToken: cancellationToken);
        var comparison = Compare(before, after, page.Rows);
        return new ComparisonView(
            before.Heading,
            after.Heading,
            comparison.MethodologyChange,
            counts,
            shown,
            page,
            Table(comparison, shown),
            await db.ListSchools.Where(s => s.ListId == from || s.ListId == to).GroupBy(s => s.MunicipalityId)
                .OrderBy(g => g.Max(s => s.Municipality)).Select(g => new MunicipalityChoice(g.Key, g.Max(s => s.Municipality)!)).ToListAsync(cancellationToken));
    }

    /// <summary>All tables of the choice at once, for the workbook; both lists are seen by the reader.</summary>
    public async Task<ComparisonDocument> DocumentAsync(int from, int to, CompareFilter filter, CancellationToken cancellationToken)
    {
        var (before, after) = await CoversAsync(from, to, cancellationToken);
        var chosen = Chosen(from, to, filter.Municipality);
        var neither = (await CountAsync(chosen, cancellationToken)).Neither;
        var rows = await Projected(chosen.Where(p => (p.Before != null && p.Before.Listed) || (p.After != null && p.After.Listed) || p.Before == null || p.After == null))
            .ToListAsync(cancellationToken);
        var municipality = filter.Municipality is { } id
            ? await db.ListSchools.Where(s => (s.ListId == from || s.ListId == to) && s.MunicipalityId == id).Select(s => s.Municipality).FirstOrDefaultAsync(cancellationToken)
            : null;

        // Schools that both lists leave out are counted in SQL and never read.
        return new ComparisonDocument(before.Heading, after.Heading, municipality, Compare(before, after, rows) with { Neither = neither });
    }

    private static IReadOnlyList<ComparedSchool> Table(ListComparison comparison, string shown) => shown switch
    {
        CompareFilter.Left => comparison.Left,
        CompareFilter.Stayed => comparison.Stayed,
        CompareFilter.One => comparison.InOneOnly,
        _ => comparison.Joined,
    };

    private static IQueryable<Pair> Shown(IQueryable<Pair> pairs, string shown) => shown switch
    {
        CompareFilter.Left => pairs.Where(p => p.Before != null && p.Before.Listed && (p.After == null || !p.After.Listed)),
        CompareFilter.Stayed => pairs.Where(p => p.Before != null && p.Before.Listed && p.After != null && p.After.Listed),
        CompareFilter.One => pairs.Where(p => p.Before == null || p.After == null),
        _ => pairs.Where(p => p.After != null && p.After.Listed && (p.Before == null || !p.Before.Listed)),
    };

    private static async Task<ComparisonCounts> CountAsync(IQueryable<Pair> pairs, CancellationToken cancellationToken)
    {
        var groups = await pairs
            .GroupBy(p => new { Was = (bool?)p.Before!.Listed, Stands = (bool?)p.After!.Listed })
            .Select(g => new { g.Key.Was, g.Key.Stands, Schools = g.Count() })
            .ToListAsync(cancellationToken);
        int Sum(Func<bool?, bool?, bool> which) => groups.Where(g => which(g.Was, g.Stands)).Sum(g => g.Schools);
        return new ComparisonCounts(
            Sum((was, stands) => was != true && stands == true),
            Sum((was, stands) => was == true && stands != true),
            Sum((was, stands) => was == true && stands == true),
            Sum((was, stands) => was is null || stands is null),
            Sum((was, stands) => was != true && stands != true));
    }

    private static ListComparison Compare(ListCover before, ListCover after, IReadOnlyList<ComparedRow> rows) => ListComparison.Of(
        new ComparedRun(before.Heading.ResultsYear, before.Heading.Methodology, [.. rows.Select(r => r.Before).OfType<JudgedSchool>()]),
        new ComparedRun(after.Heading.ResultsYear, after.Heading.Methodology, [.. rows.Select(r => r.After).OfType<JudgedSchool>()]));

    private static IQueryable<ComparedRow> Ordered(IQueryable<Pair> pairs) => Projected(pairs
        .OrderBy(p => p.After != null ? p.After.Municipality : p.Before!.Municipality)
        .ThenBy(p => p.After != null ? p.After.Name : p.Before!.Name)
        .ThenBy(p => p.SchoolId));

    private static IQueryable<ComparedRow> Projected(IQueryable<Pair> pairs) => pairs.Select(p => new ComparedRow(
        p.Before == null ? null : new JudgedSchool(p.Before.Code, p.Before.Name, p.Before.Municipality, p.Before.Verdict),
        p.After == null ? null : new JudgedSchool(p.After.Code, p.After.Name, p.After.Municipality, p.After.Verdict)));

    /// <summary>A school of either list; the scope limits schools and rows alike.</summary>
    private IQueryable<Pair> Chosen(int firstId, int secondId, int? municipality)
    {
        var pairs =
            from school in db.Schools
            join first in db.ListSchools.Where(s => s.ListId == firstId) on school.Id equals first.SchoolId into firsts
            from before in firsts.DefaultIfEmpty()
            join second in db.ListSchools.Where(s => s.ListId == secondId) on school.Id equals second.SchoolId into seconds
            from after in seconds.DefaultIfEmpty()
            where before != null || after != null
            select new Pair { SchoolId = school.Id, Before = before, After = after };
        return municipality is { } id ? pairs.Where(p => (p.After != null ? p.After.MunicipalityId : p.Before!.MunicipalityId) == id) : pairs;
    }

    private async Task<(ListCover Before, ListCover After)> CoversAsync(int from, int to, CancellationToken cancellationToken) =>
        ((await documents.CoverAsync(from, cancellationToken))!, (await documents.CoverAsync(to, cancellationToken))!);

    private sealed class Pair
    {
        public int SchoolId { get; init; }

        public ListSchool? Before { get; init; }

        public ListSchool? After { get; init; }
    }

    private sealed record ComparedRow(JudgedSchool? Before, JudgedSchool? After);
}
