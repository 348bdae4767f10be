using EffectiveSchool.Domain.Curators;
using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Web.Pages.Curators.Agreements;

/// <summary>Writes an agreement down.</summary>
[Authorize(Policies.KeepAgreements)]
public sealed class NewModel(PortalDb db, CuratorFigures figures, Person person) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? School { get; set; }

    [BindProperty]
    public AgreementForm Form { get; set; } = new();

    public IReadOnlyList<CuratedSchool> Schools { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var today = await person.TodayAsync();
        Form = new AgreementForm { SchoolId = School, Date = today, From = today };
        Schools = await figures.ChoicesAsync(School, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            if (await SaveAsync(cancellationToken) is not { } refusal)
            {
                TempData["Done"] = "Соглашение внесено.";
                return Redirect($"/curators/schools/{Form.SchoolId}");
            }

            ModelState.AddModelError("", refusal);
        }

        Schools = await figures.ChoicesAsync(Form.SchoolId, cancellationToken);
        return Page();
    }

    private async Task<string?> SaveAsync(CancellationToken cancellationToken)
    {
        if (await db.Schools.Where(s => s.Id == Form.SchoolId).Select(s => new { s.Id, s.RegionId }).SingleOrDefaultAsync(cancellationToken) is not { } school)
        {
            return "Такой школы в реестре нет: выберите другую.";
        }

        var written = Form.Partner.Trim();
        var digits = SchoolCodes.FisOkoDigits(written) ?? written;
        var found = await db.Schools.Where(s => s.RegionId == school.RegionId && (s.Name == written || s.Codes.Any(c => c.Value == digits && c.ValidTo == null)))
            .Select(s => new { s.Id, s.Name }).Take(2).ToListAsync(cancellationToken);
        if (found.Count > 1)
        {
            return $"Под «{written}» подходят несколько школ реестра. Укажите код школы-партнёра.";
        }

        var partner = found.FirstOrDefault();
        var agreement = new PartnershipAgreement
        {
            RegionId = school.RegionId,
            SchoolId = school.Id,
            PartnerSchoolId = partner?.Id,
            PartnerName = partner?.Name ?? written,
            Number = Form.Number?.Trim() ?? "",
            Date = Form.Date!.Value,
            From = Form.From!.Value,
            Until = Form.Until,
            Subject = Form.Subject.Trim(),
        };
        if (agreement.Problem() is { } problem)
        {
            return problem;
        }

        db.Agreements.Add(agreement);
        await db.SaveChangesAsync(cancellationToken);
        return null;
    }
}
