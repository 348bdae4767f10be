using EffectiveSchool.Data;
using EffectiveSchool.Data.Roadmaps;
using EffectiveSchool.Domain.Roadmaps;
using EffectiveSchool.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EffectiveSchool.Web.Pages.Execution;

/// <summary>A submitted report as it was, and what has changed since the one before it.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class SubmittedModel(PortalDb db, Person person) : PageModel
{
    public SubmittedReport Submitted { get; private set; } = null!;

    public DateTimeOffset SubmittedAt { get; private set; }

    /// <summary>The report before it of the same place; null for the first.</summary>
    public SubmittedReport? Earlier { get; private set; }

    public IReadOnlyList<ExecutionChange> Changes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (await db.SubmittedReports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellationToken) is not { } submitted)
        {
            return NotFound();
        }

        (Submitted, SubmittedAt) = (submitted, await person.LocalAsync(submitted.SubmittedAt));
        Earlier = await db.SubmittedReports.AsNoTracking()
            .Where(r => r.Id < id && r.ProgrammeId == submitted.ProgrammeId && r.MunicipalityId == submitted.MunicipalityId && r.SchoolId == submitted.SchoolId)
            .OrderByDescending(r => r.Id).FirstOrDefaultAsync(cancellationToken);
        Changes = Earlier is null ? [] : submitted.Content.Since(Earlier.Content);
        return Page();
    }
}
