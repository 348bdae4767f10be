using EffectiveSchool.Domain.Results;
using EffectiveSchool.Web.Pages.Schools;

namespace EffectiveSchool.Web.Pages.Results;

/// <summary>Where the results of a school and year come from: file, sheet, row, author, time, and what replaced what.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class SourcesModel(PortalDb db, Person person, ResultHistory history) : PageModel
{
    public int SchoolId { get; private set; }

    public string School { get; private set; } = "";

    public int Year { get; private set; }

    /// <summary>The one procedure asked for; null for all of the year.</summary>
    public string? Procedure { get; private set; }

    public IReadOnlyList<ResultLine> Now { get; private set; } = [];

    public IReadOnlyList<ResultChangeLine> Changes { get; private set; } = [];

    public bool SeesUploads => person.May(Policies.ReadUploads);

    public async Task<IActionResult> OnGetAsync(int schoolId, int year, string? procedure, CancellationToken cancellationToken)
    {
        if (await db.Schools.Where(s => s.Id == schoolId).Select(s => s.Name).SingleOrDefaultAsync(cancellationToken) is not { } school)
        {
            return NotFound();
        }

        (SchoolId, School, Year, Procedure) = (schoolId, school, year, string.IsNullOrWhiteSpace(procedure) ? null : procedure);
        Now = [.. (await history.NowAsync(schoolId, cancellationToken)).Where(l => l.Year == year && Asked(l.Procedure))];
        if (SeesUploads)
        {
            Changes = [.. (await history.ChangesAsync(schoolId, cancellationToken)).Where(l => l.Year == year && Asked(l.Procedure))];
        }

        return Page();
    }

    /// <summary>Address of the page of one result.</summary>
    public static string Address(int schoolId, int year, string procedure) => $"/results/sources/{schoolId}/{year}?procedure={Uri.EscapeDataString(procedure)}";

    /// <summary>«ЕГЭ МА» as one marker stands on both levels.</summary>
    private bool Asked(string code) => Procedure is null || code == Procedure
        || (Procedure == Procedures.UnitedMathEge && (code is Procedures.BaseMathEge or Procedures.ProfileMathEge));
}
