using EffectiveSchool.Domain;
using EffectiveSchool.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EffectiveSchool.Web.Pages.Schools.Import;

/// <summary>The dry run of a registry file and its confirmation.</summary>
[Authorize(Policies.ManageRegistry)]
public sealed class CheckModel(RegistryImport import) : PageModel
{
    /// <summary>Rows of a kind that the page shows; the rest is counted.</summary>
    public const int MostShown = 200;

    public RegistryPlan Plan { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (await import.FindAsync(id, cancellationToken) is not { } upload)
        {
            return NotFound();
        }

        Plan = await import.PlanAsync(upload, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostApplyAsync(int id, string shown, CancellationToken cancellationToken)
    {
        if (await import.FindAsync(id, cancellationToken) is null)
        {
            return NotFound();
        }

        var (refusal, plan) = await import.ApplyAsync(id, shown ?? "", cancellationToken);
        if (plan is null)
        {
            TempData["Refused"] = refusal;
            return RedirectToPage(new { id });
        }

        TempData["Done"] = $"Реестр записан: новых школ {RussianFigures.Count(plan.New.Count)}, изменено {RussianFigures.Count(plan.Changed.Count)}, без изменений {RussianFigures.Count(plan.Same)}"
            + (plan.RefusedRows > 0 ? $", не принято строк {RussianFigures.Count(plan.RefusedRows)}." : ".");
        return Redirect("/schools");
    }

    public async Task<IActionResult> OnPostCancelAsync(int id, CancellationToken cancellationToken)
    {
        if (await import.FindAsync(id, cancellationToken) is null)
        {
            return NotFound();
        }

        await import.ForgetAsync(id, cancellationToken);
        TempData["Done"] = "Файл забыт, реестр не изменился.";
        return Redirect("/schools/import");
    }
}
