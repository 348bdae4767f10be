using EffectiveSchool.Data.Results;
using EffectiveSchool.Web.Imports;

namespace EffectiveSchool.Web.Pages.Results;

/// <summary>A person says what the columns of an unknown table are; the batch is read again with that.</summary>
[Authorize(Policies.UploadResults)]
public sealed class ColumnsModel(PortalDb db, FileContents contents, ColumnMatching matching, ImportReread reread, ImportQueue queue) : PageModel
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    [BindProperty]
    public MatchForm Form { get; set; } = new();

    public MatchView Match { get; private set; } = null!;

    public int BatchId { get; private set; }

    public Task<IActionResult> OnGetAsync(int id, int file, int? sheet, int? header, CancellationToken cancellationToken)
    {
        Form = new MatchForm { Sheet = sheet ?? 0, Header = header ?? 0 };
        return ShowAsync(id, file, null, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(int id, int file, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, file, cancellationToken) is not { } found || await contents.OpenAsync(file, cancellationToken) is not { } bytes)
        {
            return NotFound();
        }

        string? refusal;
        await using (bytes)
        {
            refusal = await matching.RememberAsync(bytes, found.Name, ImportKind.Results, found.RegionId, found.Batch.MunicipalityId, Form, cancellationToken);
        }

        if (refusal is not null)
        {
            return await ShowAsync(id, file, refusal, cancellationToken);
        }

        if (await reread.StartAsync(id, cancellationToken) is { } late)
        {
            TempData["Refused"] = late;
        }
        else
        {
            await queue.EnqueueAsync(id, Patience, cancellationToken);
            TempData["Done"] = "Столбцы запомнены, файлы прочитаны заново. Следующие файлы с такими заголовками портал узнает сам.";
        }

        return Redirect($"/results/uploads/{id}");
    }

    private async Task<IActionResult> ShowAsync(int id, int file, string? refusal, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, file, cancellationToken) is not { } found || await contents.OpenAsync(file, cancellationToken) is not { } bytes)
        {
            return NotFound();
        }

        await using (bytes)
        {
            BatchId = id;
            Match = ColumnMatching.Show(bytes, found.Name, $"/results/uploads/{id}/columns/{file}", ImportKind.Results, Form, refusal, cancellationToken);
            return Page();
        }
    }

    /// <summary>The file of a batch that waits for a decision; one whose names were dropped is the portal's own workbook.</summary>
    private Task<ImportFile?> FindAsync(int id, int file, CancellationToken cancellationToken) => db.Files.AsNoTracking().Include(f => f.Batch)
        .SingleOrDefaultAsync(f => f.Id == file && f.BatchId == id && !f.IsReplaced && db.Batches.Any(b => b.Id == id && b.State == BatchState.Checked), cancellationToken);
}
