using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Web.Listing;

namespace EffectiveSchool.Web.Pages.Programmes;

/// <summary>A programme in the list.</summary>
public sealed record ProgrammeLine(
    int Id, string Name, ProgrammeLevel Level, string? Place, int? ParentId, string? Parent, ReviewState? Review, DateOnly From, DateOnly To, int Roadmaps);

[Authorize(Policies.ReadFigures)]
public sealed class IndexModel(PortalDb db, Person person) : PageModel
{
    /// <summary>From the query alone: «page» is also a route value of Razor Pages.</summary>
    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public bool MayManage => person.May(Policies.WriteProgrammes);

    /// <summary>Whether the workbook to fill in opens for the reader.</summary>
    public bool MayDownload => person.May(Policies.ManageProgrammes);

    /// <summary>Only programmes of the level.</summary>
    [BindProperty(SupportsGet = true)]
    public ProgrammeLevel? Level { get; set; }

    /// <summary>Only programmes whose agreement stands so.</summary>
    [BindProperty(SupportsGet = true)]
    public ReviewState? Review { get; set; }

    public Paged<ProgrammeLine> Programmes { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Programmes = await db.Programmes
        .Where(p => (Review == null || p.Review == Review)
            && (Level == null || (Level == ProgrammeLevel.School ? p.SchoolId != null : p.SchoolId == null && (Level == ProgrammeLevel.Municipality) == (p.MunicipalityId != null))))
        .OrderByDescending(p => p.To).ThenBy(p => p.Name).ThenBy(p => p.Id)
        .Select(p => new ProgrammeLine(
            p.Id, p.Name,
            p.SchoolId != null ? ProgrammeLevel.School : p.MunicipalityId != null ? ProgrammeLevel.Municipality : ProgrammeLevel.Region,
            db.Schools.Where(s => s.Id == p.SchoolId).Select(s => s.Name).FirstOrDefault() ?? db.Municipalities.Where(m => m.Id == p.MunicipalityId).Select(m => m.Name).FirstOrDefault(),
            p.ParentId, db.Programmes.Where(x => x.Id == p.ParentId).Select(x => x.Name).FirstOrDefault(), p.Review, p.From, p.To, db.Roadmaps.Count(r => r.ProgrammeId == p.Id)))
        .ToPageAsync(PageNumber, cancellationToken: cancellationToken);
}
