using EffectiveSchool.Data;
using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Web.Access;
using EffectiveSchool.Web.Listing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EffectiveSchool.Web.Pages.Programmes;

/// <summary>A programme in the list.</summary>
public sealed record ProgrammeLine(int Id, string Name, ProgrammeLevel Level, string? Municipality, DateOnly From, DateOnly To, int Roadmaps);

[Authorize(Policies.ReadFigures)]
public sealed class IndexModel(PortalDb db, Person person) : PageModel
{
    /// <summary>From the query alone: «page» is also a route value of Razor Pages.</summary>
    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public bool MayManage => person.May(Policies.ManageProgrammes);

    public Paged<ProgrammeLine> Programmes { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Programmes = await db.Programmes
        .OrderByDescending(p => p.To).ThenBy(p => p.Name).ThenBy(p => p.Id)
        .Select(p => new ProgrammeLine(
            p.Id, p.Name,
            p.SchoolId != null ? ProgrammeLevel.School : p.MunicipalityId != null ? ProgrammeLevel.Municipality : ProgrammeLevel.Region,
            db.Municipalities.Where(m => m.Id == p.MunicipalityId).Select(m => m.Name).FirstOrDefault(), p.From, p.To, db.Roadmaps.Count(r => r.ProgrammeId == p.Id)))
        .ToPageAsync(PageNumber, cancellationToken: cancellationToken);
}
