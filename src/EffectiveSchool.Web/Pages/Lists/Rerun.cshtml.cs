using EffectiveSchool.Data.Lists;
using EffectiveSchool.Domain.Identification;

namespace EffectiveSchool.Web.Pages.Lists;

/// <summary>Judges an approved list once more from its own copy and shows both hashes. Reads only.</summary>
[Authorize(Policies.ManageLists)]
public sealed class RerunModel(PortalDb db, ListDocuments documents, ListRuns runs) : PageModel
{
    public ListCover Cover { get; private set; } = null!;

    public int Schools { get; private set; }

    public int Listed { get; private set; }

    public string RerunSha256 { get; private set; } = "";

    /// <summary>Hash of a run on today's data; null where the list is not in force and nothing follows from it.</summary>
    public string? TodaysSha256 { get; private set; }

    public bool IsEqual => RerunSha256 == Cover.Heading.RunSha256;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (await documents.CoverAsync(id, cancellationToken) is not { } cover)
        {
            return NotFound();
        }

        Cover = cover;
        var list = await db.Lists.SingleAsync(l => l.Id == id, cancellationToken);
        if (await runs.RerunAsync(list, cancellationToken) is not { } rerun)
        {
            TempData["Refused"] = "Повторяется расчёт утверждённого перечня: до утверждения копии исходных чисел ещё нет. Черновик можно пересчитать.";
            return Redirect($"/lists/{id}");
        }

        Schools = rerun.Verdicts.Count;
        Listed = rerun.Verdicts.Count(v => v.Listed);
        TodaysSha256 = list.State == ListState.Approved ? CanonicalRun.Sha256(await runs.RunOnTodaysDataAsync(list, cancellationToken)) : null;
        RerunSha256 = CanonicalRun.Sha256(rerun);
        return Page();
    }
}
