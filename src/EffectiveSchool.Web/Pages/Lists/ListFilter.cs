using EffectiveSchool.Data.Lists;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Web.Pages.Lists;

/// <summary>What of a list is shown, as the query string says it; what does not fit falls back to the default.</summary>
public sealed record ListFilter
{
    public const string All = "all";
    public const string Rest = "rest";
    public const string Joined = "joined";
    public const string Left = "left";
    public const string Watch = "watch";
    public const string Federal = "federal";

    /// <summary>Words of a name, code or municipality.</summary>
    public string? Q { get; init; }

    public int? Municipality { get; init; }

    /// <summary>a, b, ab; otherwise any.</summary>
    public string? Criterion { get; init; }

    /// <summary>Number of an indicator that must be true; otherwise any.</summary>
    public int? Indicator { get; init; }

    /// <summary>all, rest, watch, federal, joined, left; otherwise the listed.</summary>
    public string? Show { get; init; }

    /// <summary>name, municipality, low, distance, with a minus for descending; otherwise municipality and name.</summary>
    public string? Sort { get; init; }

    public int Page { get; init; } = 1;

    /// <summary>Which rows are chosen, whatever their order and page.</summary>
    public ListFilter WithoutOrder() => this with { Sort = null, Page = 1 };

    /// <summary>Whether the choice is one of few and stands on the run alone: not on words somebody typed, nor on lists imported later.</summary>
    public bool IsOfRunAlone => string.IsNullOrWhiteSpace(Q) && Show != Federal;

    /// <summary>The rows asked for. <paramref name="listedBefore"/>: schools of the list before, null where there is none; <paramref name="federal"/>: schools of federal lists.</summary>
    public IQueryable<ListSchool> Choose(IQueryable<ListSchool> rows, IQueryable<int>? listedBefore, IQueryable<int> federal)
    {
        foreach (var word in SchoolNames.ForSearch(Q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            rows = rows.Where(r => EF.Functions.Like(r.SearchText, "%" + word + "%"));
        }

        if (Municipality is { } municipality)
        {
            rows = rows.Where(r => r.MunicipalityId == municipality);
        }

        rows = Criterion switch
        {
            "a" => rows.Where(r => r.CriterionA),
            "b" => rows.Where(r => r.CriterionB),
            "ab" => rows.Where(r => r.CriterionA && r.CriterionB),
            _ => rows,
        };
        if (Indicator is { } indicator)
        {
            rows = rows.Where(r => r.TrueIndicators.Contains(indicator));
        }

        return Show switch
        {
            All => rows,
            Rest => rows.Where(r => !r.Listed),

            // WatchList.SignOf over the columns; a test holds both to the same schools.
            Watch => rows.Where(r => !r.Listed && r.Judged && (r.LowInYear.Count > 0 || r.PupilsToFlip <= WatchList.NearPupils)),
            Federal => rows.Where(r => federal.Contains(r.SchoolId)),
            Joined when listedBefore is not null => rows.Where(r => r.Listed && !listedBefore.Contains(r.SchoolId)),
            Left when listedBefore is not null => rows.Where(r => !r.Listed && listedBefore.Contains(r.SchoolId)),
            _ => rows.Where(r => r.Listed),
        };
    }

    /// <summary>The order asked for; what is missing comes last both ways.</summary>
    public IOrderedQueryable<ListSchool> Order(IQueryable<ListSchool> rows)
    {
        var ordered = Sort switch
        {
            "name" => rows.OrderBy(r => r.Name),
            "-name" => rows.OrderByDescending(r => r.Name),
            "-municipality" => rows.OrderByDescending(r => r.Municipality),
            "low" => rows.OrderBy(r => r.LowInYear.Count + r.TrueIndicators.Count),
            "-low" => rows.OrderByDescending(r => r.LowInYear.Count + r.TrueIndicators.Count),
            "distance" => rows.OrderBy(r => r.PupilsToFlip == null).ThenBy(r => r.PupilsToFlip),
            "-distance" => rows.OrderBy(r => r.PupilsToFlip == null).ThenByDescending(r => r.PupilsToFlip),
            _ => rows.OrderBy(r => r.Municipality),
        };
        return ordered.ThenBy(r => r.Name).ThenBy(r => r.SchoolId);
    }

    /// <summary>What the choice leaves out, in words for the head of an extract; empty for the list as a whole.</summary>
    public IEnumerable<string> Words(string? municipality)
    {
        if (municipality is not null)
        {
            yield return municipality;
        }

        if (Criterion is "a" or "b" or "ab")
        {
            yield return Criterion switch { "a" => "критерий A", "b" => "критерий B", _ => "критерии A и B" };
        }

        if (Indicator is { } indicator)
        {
            yield return $"выполняется показатель {indicator}";
        }

        if (Show is All or Rest or Watch or Federal or Joined or Left)
        {
            yield return Show switch
            {
                All => "школы в перечне и вне его",
                Rest => "школы вне перечня",
                Watch => "школы под наблюдением",
                Federal => "школы, стоящие и в федеральном перечне",
                Joined => "вошедшие в перечень за год",
                _ => "вышедшие из перечня за год",
            };
        }

        if (!string.IsNullOrWhiteSpace(Q))
        {
            yield return $"найденные по словам «{Q.Trim()}»";
        }
    }
}
