using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Web.Pages.Schools;

/// <summary>What the registry is narrowed to; lives in the query string.</summary>
public sealed record SchoolFilter
{
    /// <summary>Part of a name or any code, current or past.</summary>
    [FromQuery(Name = "q")]
    public string? Question { get; init; }

    [FromQuery(Name = "municipality")]
    public int? Municipality { get; init; }

    [FromQuery(Name = "type")]
    public SchoolType? Type { get; init; }

    [FromQuery(Name = "settlement")]
    public SettlementKind? Settlement { get; init; }

    [FromQuery(Name = "status")]
    public SchoolStatus? Status { get; init; }

    /// <summary>In the newest list, or judged in it and not in it.</summary>
    [FromQuery(Name = "listed")]
    public bool? Listed { get; init; }

    [FromQuery(Name = "sort")]
    public string? Sort { get; init; }

    [FromQuery(Name = "page")]
    public int? Page { get; init; }

    /// <summary>The same schools in whatever order.</summary>
    public SchoolFilter WithoutOrder() => this with { Sort = null, Page = null };

    public bool IsEmpty => WithoutOrder() == new SchoolFilter();

    /// <summary>The schools that fit, of those the person may see.</summary>
    public IQueryable<School> Narrow(IQueryable<School> schools, IQueryable<Data.Lists.ListSchool> newest)
    {
        schools = schools.Asked(Question);

        if (Municipality is { } municipality)
        {
            schools = schools.Where(s => s.MunicipalityId == municipality);
        }

        if (Type is { } type)
        {
            schools = schools.Where(s => s.Type == type);
        }

        if (Settlement is { } settlement)
        {
            schools = schools.Where(s => s.Settlement == settlement);
        }

        if (Status is { } status)
        {
            schools = schools.Where(s => s.Status == status);
        }

        if (Listed is { } listed)
        {
            schools = schools.Where(s => newest.Any(r => r.SchoolId == s.Id && r.Listed == listed));
        }

        return schools;
    }

    /// <summary>Sorted as the heading says; a missing number stands last either way.</summary>
    public IOrderedQueryable<SchoolLine> Order(IQueryable<SchoolLine> lines) => (Sort switch
    {
        "-name" => lines.OrderByDescending(s => s.Name),
        "municipality" => lines.OrderBy(s => s.Municipality).ThenBy(s => s.Name),
        "-municipality" => lines.OrderByDescending(s => s.Municipality).ThenBy(s => s.Name),
        "code" => lines.OrderBy(s => s.Code == null).ThenBy(s => s.Code),
        "-code" => lines.OrderBy(s => s.Code == null).ThenByDescending(s => s.Code),
        "type" => lines.OrderBy(s => s.Type).ThenBy(s => s.Name),
        "-type" => lines.OrderByDescending(s => s.Type).ThenBy(s => s.Name),
        "pupils" => lines.OrderBy(s => s.Pupils == null).ThenBy(s => s.Pupils).ThenBy(s => s.Name),
        "-pupils" => lines.OrderBy(s => s.Pupils == null).ThenByDescending(s => s.Pupils).ThenBy(s => s.Name),
        "listed" => lines.OrderBy(s => s.Listed == null).ThenByDescending(s => s.Listed).ThenBy(s => s.Name),
        "-listed" => lines.OrderBy(s => s.Listed == null).ThenBy(s => s.Listed).ThenBy(s => s.Name),
        _ => lines.OrderBy(s => s.Name),
    }).ThenBy(s => s.Id);
}
