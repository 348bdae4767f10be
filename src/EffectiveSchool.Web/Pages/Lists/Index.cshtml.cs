using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Web.Listing;

namespace EffectiveSchool.Web.Pages.Lists;

/// <summary>A list in the table of lists; schools are those the reader may see.</summary>
public sealed record ListLine(
    int Id,
    string Region,
    int ForYear,
    int ResultsYear,
    int Edition,
    ListState State,
    MethodologyKind Kind,
    Methodology Methodology,
    int Schools,
    int Listed,
    string? OrderNumber,
    DateOnly? OrderDate);

[Authorize(Policies.ReadFigures)]
public sealed class IndexModel(PortalDb db, Person person, ListComparing comparing) : PageModel
{
    public Paged<ListLine> Lists { get; private set; } = null!;

    /// <summary>Lists that may be compared.</summary>
    public IReadOnlyList<ListChoice> Choices { get; private set; } = [];

    public bool MayManage => person.May(Policies.ManageLists);

    public bool MayReadAnnexes => person.May(Policies.ReadAnnexes);

    /// <summary>Only an administrator sees lists of several regions.</summary>
    public bool ShowsRegion => db.Scope.SeesAll;

    /// <summary>The counts are of the reader's own schools.</summary>
    public bool IsPart => !db.Scope.SeesAll && !db.Scope.SeesRegion;

    public async Task OnGetAsync([FromQuery] int page, CancellationToken cancellationToken)
    {
        Choices = await comparing.ChoicesAsync(cancellationToken);
        Lists = await db.Lists
            .OrderByDescending(l => l.ForYear).ThenByDescending(l => l.ResultsYear).ThenByDescending(l => l.Id)
            .Select(l => new ListLine(
                l.Id,
                db.Regions.First(r => r.Id == l.RegionId).Name,
                l.ForYear,
                l.ResultsYear,
                l.Edition,
                l.State,
                l.Kind,
                db.ListBases.First(b => b.ListId == l.Id).Methodology,
                db.ListSchools.Count(s => s.ListId == l.Id),
                db.ListSchools.Count(s => s.ListId == l.Id && s.Listed),
                l.OrderNumber,
                l.OrderDate))
            .ToPageAsync(page, cancellationToken: cancellationToken);
    }
}
