using EffectiveSchool.Data.Results;
using EffectiveSchool.Web.Listing;

namespace EffectiveSchool.Web.Pages.Results;

/// <summary>Before a stored batch is taken back: what returns and what would be kept.</summary>
[Authorize(Policies.UploadResults)]
public sealed class UndoModel(UploadQuery query, ImportUndo undo, ILogger<UndoModel> log) : PageModel
{
    /// <summary>From the query alone: «page» is also a route value of Razor Pages.</summary>
    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public UploadView Batch { get; private set; } = null!;

    /// <summary>Why the batch is not taken back; null where it may be.</summary>
    public string? Obstacle { get; private set; }

    public Paged<KeptResult> Kept { get; private set; } = new([], 0, 1, Paging.DefaultSize);

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (await query.FindAsync(id, cancellationToken) is not { MayBeUndone: true } batch)
        {
            return NotFound();
        }

        Batch = batch;
        Obstacle = await undo.RefusalAsync(id, cancellationToken);
        Kept = await undo.Kept(id).ToPageAsync(PageNumber, cancellationToken: cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        if (await query.FindAsync(id, cancellationToken) is null)
        {
            return NotFound();
        }

        var refusal = await undo.UndoAsync(id, cancellationToken);
        var kept = refusal is null ? await undo.Kept(id).CountAsync(cancellationToken) : 0;
        if (refusal is null)
        {
            log.LogInformation("Batch {Batch} was undone, {Kept} results were kept", id, kept);
        }

        TempData[refusal is null ? "Done" : "Refused"] = refusal ?? (kept == 0
            ? "Загрузка отменена: результаты вернулись к прежним."
            : $"Загрузка отменена, но изменённое позже осталось: {BatchText.Results(kept)}.");
        return Redirect($"/results/uploads/{id}");
    }
}
