using EffectiveSchool.Domain;

namespace EffectiveSchool.Web.Pages.Admin.Users.Import;

/// <summary>The dry run of a workbook of users and its confirmation.</summary>
[Authorize(Policies.ManagePeople)]
public sealed class CheckModel(UserImport import) : PageModel
{
    /// <summary>Rows of a kind that the page shows.</summary>
    public const int MostShown = 300;

    public UserPlan Plan { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (await import.FindAsync(id, cancellationToken) is not { } upload)
        {
            return NotFound();
        }

        Plan = await import.PlanAsync(upload, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostApplyAsync(int id, string? shown, CancellationToken cancellationToken)
    {
        if (await import.FindAsync(id, cancellationToken) is null)
        {
            return NotFound();
        }

        var (refusal, plan) = await import.ApplyAsync(id, shown ?? "", cancellationToken);
        if (plan is null)
        {
            TempData["Refused"] = refusal;
            return Redirect($"/admin/users/import/{id}");
        }

        TempData["Done"] = $"Записано: новых {RussianFigures.Count(plan.New.Count)}, изменено {RussianFigures.Count(plan.Changed.Count)}, без изменений {RussianFigures.Count(plan.Same)}"
            + (plan.RefusedRows > 0 ? $", не принято строк {RussianFigures.Count(plan.RefusedRows)}." : ".");
        return Redirect(plan.New.Count > 0 ? "/admin/users/slips" : "/admin/users");
    }

    public async Task<IActionResult> OnPostCancelAsync(int id, CancellationToken cancellationToken)
    {
        if (await import.FindAsync(id, cancellationToken) is null)
        {
            return NotFound();
        }

        await import.ForgetAsync(id, cancellationToken);
        TempData["Done"] = "Файл забыт, учётные записи не изменились.";
        return Redirect("/admin/users/import");
    }
}
