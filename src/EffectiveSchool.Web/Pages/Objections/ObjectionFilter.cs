using EffectiveSchool.Domain.Objections;
using EffectiveSchool.Web.Listing;

namespace EffectiveSchool.Web.Pages.Objections;

/// <summary>Which objections are shown, as the query string says it.</summary>
public sealed record ObjectionFilter
{
    public const string Open = "open";

    /// <summary>Name of the school.</summary>
    public string? Q { get; init; }

    /// <summary>«open», or a state in lower case.</summary>
    public string? State { get; init; }

    /// <summary>«number» or «rule».</summary>
    public string? Subject { get; init; }

    public int? Municipality { get; init; }

    /// <summary>school, municipality, submitted, state; with «-» the other way round.</summary>
    public string? Sort { get; init; }

    public int Page { get; init; } = 1;

    public ObjectionState? OneState => Enum.TryParse<ObjectionState>(State, ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null;

    public IQueryable<ObjectionLine> Choose(IQueryable<ObjectionLine> lines)
    {
        if (!string.IsNullOrWhiteSpace(Q))
        {
            var pattern = LikePattern.Containing(Q);
            lines = lines.Where(o => EF.Functions.ILike(o.School, pattern));
        }

        if (Municipality is { } municipality)
        {
            lines = lines.Where(o => o.MunicipalityId == municipality);
        }

        if (OneState is { } state)
        {
            lines = lines.Where(o => o.State == state);
        }
        else if (State == Open)
        {
            lines = lines.Where(o => o.State == ObjectionState.Submitted || o.State == ObjectionState.UnderReview);
        }

        return Subject switch
        {
            "number" => lines.Where(o => o.Number != null),
            "rule" => lines.Where(o => o.Number == null),
            _ => lines,
        };
    }

    public IOrderedQueryable<ObjectionLine> Order(IQueryable<ObjectionLine> lines) => Sort switch
    {
        "school" => lines.OrderBy(o => o.School).ThenBy(o => o.Id),
        "-school" => lines.OrderByDescending(o => o.School).ThenBy(o => o.Id),
        "municipality" => lines.OrderBy(o => o.Municipality).ThenBy(o => o.School).ThenBy(o => o.Id),
        "-municipality" => lines.OrderByDescending(o => o.Municipality).ThenBy(o => o.School).ThenBy(o => o.Id),
        "submitted" => lines.OrderBy(o => o.SubmittedAt).ThenBy(o => o.Id),
        "state" => lines.OrderBy(o => o.State).ThenBy(o => o.Id),
        "-state" => lines.OrderByDescending(o => o.State).ThenBy(o => o.Id),
        _ => lines.OrderByDescending(o => o.SubmittedAt).ThenByDescending(o => o.Id),
    };
}
