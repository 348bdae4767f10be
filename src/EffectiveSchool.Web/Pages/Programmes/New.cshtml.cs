using EffectiveSchool.Data;
using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EffectiveSchool.Web.Pages.Programmes;

[Authorize(Policies.ManageProgrammes)]
public sealed class NewModel(PortalDb db, Person person) : PageModel
{
    [BindProperty]
    public ProgrammeForm Form { get; set; } = new();

    /// <summary>Municipalities that a regional coordinator may choose; empty for a municipality's own.</summary>
    public IReadOnlyList<Municipality> Municipalities { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var today = await person.TodayAsync();
        Form = new ProgrammeForm { From = new DateOnly(today.Year, 1, 1), To = new DateOnly(today.Year, 12, 31) };
        await ReadAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var municipality = person.Scope.MunicipalityId ?? Form.MunicipalityId;
        if (municipality is { } chosen && !await db.Municipalities.AnyAsync(m => m.Id == chosen, cancellationToken))
        {
            ModelState.AddModelError("", "Выберите муниципалитет из списка.");
            return Page();
        }

        var programme = new Programme { RegionId = person.Scope.RegionId!.Value, MunicipalityId = municipality };
        if (Form.Fill(programme) is { } refusal)
        {
            ModelState.AddModelError("", refusal);
            return Page();
        }

        db.Programmes.Add(programme);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Done"] = "Программа создана. Теперь загрузите её план.";
        return Redirect($"/programmes/{programme.Id}");
    }

    private async Task ReadAsync(CancellationToken cancellationToken) =>
        Municipalities = person.Scope.SeesRegion ? await db.Municipalities.AsNoTracking().OrderBy(m => m.Name).ToListAsync(cancellationToken) : [];
}
