using EffectiveSchool.Data;
using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EffectiveSchool.Web.Pages.Programmes;

/// <summary>A roadmap of the programme.</summary>
public sealed record RoadmapLine(int Id, string Name, string FileName, string Author, DateTimeOffset CreatedAt, int Activities);

[Authorize(Policies.ReadFigures)]
public sealed class ViewModel(PortalDb db, Person person) : PageModel
{
    public Programme Programme { get; private set; } = null!;

    public string? Municipality { get; private set; }

    public bool MayChange => person.MayChange(Programme);

    public IReadOnlyList<RoadmapLine> Roadmaps { get; private set; } = [];

    /// <summary>The parts of the passport that say something.</summary>
    public IEnumerable<(string Label, string Text)> Parts => new[]
    {
        ("Цель", Programme.Passport.Aim), ("Задачи", Programme.Passport.Tasks), ("Правовые основания", Programme.Passport.LegalBases),
        ("Исполнители", Programme.Passport.Executors), ("Ожидаемые результаты", Programme.Passport.ExpectedResults), ("Контроль", Programme.Passport.Control),
    }.Where(p => p.Item2.Length > 0);

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (await db.Programmes.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } programme)
        {
            return NotFound();
        }

        Programme = programme;
        Municipality = await db.Municipalities.Where(m => m.Id == programme.MunicipalityId).Select(m => m.Name).FirstOrDefaultAsync(cancellationToken);
        Roadmaps = await db.Roadmaps.Where(r => r.ProgrammeId == id).OrderByDescending(r => r.CreatedAt)
            .Select(r => new RoadmapLine(r.Id, r.Name, r.FileName, r.Author, r.CreatedAt, r.Activities.Count())).ToListAsync(cancellationToken);
        return Page();
    }
}
