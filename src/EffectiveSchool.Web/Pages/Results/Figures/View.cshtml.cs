using EffectiveSchool.Data.Results;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Reports.Lists;
using EffectiveSchool.Web.Listing;

namespace EffectiveSchool.Web.Pages.Results.Figures;

/// <summary>A figure of a stored file.</summary>
/// <param name="Stands">Whether no later file has replaced it.</param>
public sealed record StoredLine(int SchoolId, string School, int Year, SchoolFigureKind Kind, int Value, string? Sheet, int Row, bool Stands);

/// <summary>A file of figures: its dry run until it is stored, its figures after.</summary>
[Authorize(Policies.ReadUploads)]
public sealed class ViewModel(PortalDb db, Person person, FigureImport import) : PageModel
{
    public bool MayUpload => person.May(Policies.UploadResults);

    public FigureUpload Upload { get; private set; } = null!;

    public ImportFile Sent { get; private set; } = null!;

    public ImportBatch Batch { get; private set; } = null!;

    /// <summary>The dry run; null where the file is stored or taken back.</summary>
    public FigurePlan? Plan { get; private set; }

    public Paged<StoredLine> Lines { get; private set; } = new([], 0, 1, Paging.DefaultSize);

    public IReadOnlyList<SourceFile> Sources { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id, [FromQuery(Name = "page")] int number, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } upload)
        {
            return NotFound();
        }

        Upload = upload;
        Sent = await db.Files.AsNoTracking().SingleAsync(f => f.Id == upload.FileId, cancellationToken);
        Batch = await db.Batches.AsNoTracking().SingleAsync(b => b.Id == upload.BatchId, cancellationToken);
        Sources = [new SourceFile(Sent.Name, await person.LocalAsync(upload.AppliedAt ?? Batch.CreatedAt), Batch.Author, Sent.Sha256)];
        if (upload.AppliedAt is null && upload.UndoneAt is null)
        {
            Plan = await import.PlanAsync(upload, propose: MayUpload, cancellationToken);
        }
        else
        {
            Lines = await db.SchoolFigures.Where(f => f.UploadId == id).OrderBy(f => f.School.Name).ThenBy(f => f.SchoolId).ThenBy(f => f.Year).ThenBy(f => f.Id)
                .Select(f => new StoredLine(f.SchoolId, f.School.Name, f.Year, f.Kind, f.Value, f.Sheet, f.Row, f.UndoneAt == null
                    && !db.SchoolFigures.Any(l => l.UndoneAt == null && l.Id > f.Id && l.SchoolId == f.SchoolId && l.Year == f.Year && l.Kind == f.Kind)))
                .ToPageAsync(number, cancellationToken: cancellationToken);
        }

        return Page();
    }

    [HandlerPolicy(Policies.UploadResults)]
    public Task<IActionResult> OnPostConfirmAsync(int id, int row, int school, CancellationToken cancellationToken) => DoAsync(
        id, upload => import.ConfirmAsync(upload, row, school, cancellationToken), "Школа запомнена: и в следующих загрузках строка будет узнана.", cancellationToken);

    [HandlerPolicy(Policies.UploadResults)]
    public Task<IActionResult> OnPostApplyAsync(int id, string? shown, CancellationToken cancellationToken) => DoAsync(
        id, upload => import.ApplyAsync(upload, shown, cancellationToken), "Показатели записаны.", cancellationToken);

    [HandlerPolicy(Policies.UploadResults)]
    public Task<IActionResult> OnPostUndoAsync(int id, CancellationToken cancellationToken) => DoAsync(
        id, upload => import.UndoAsync(upload, cancellationToken), "Файл отменён: снова действуют показатели, которые были до него.", cancellationToken);

    [HandlerPolicy(Policies.UploadResults)]
    public async Task<IActionResult> OnPostCancelAsync(int id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } upload)
        {
            return NotFound();
        }

        var refusal = await import.ForgetAsync(upload, cancellationToken);
        TempData[refusal is null ? "Done" : "Refused"] = refusal ?? "Файл убран, ничего не записано.";
        return Redirect(refusal is null ? "/results/figures" : $"/results/figures/{id}");
    }

    private Task<FigureUpload?> FindAsync(int id, CancellationToken cancellationToken) => db.FigureUploads.SingleOrDefaultAsync(u => u.Id == id, cancellationToken);

    private async Task<IActionResult> DoAsync(int id, Func<FigureUpload, Task<string?>> act, string done, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } upload)
        {
            return NotFound();
        }

        var refusal = await act(upload);
        TempData[refusal is null ? "Done" : "Refused"] = refusal ?? done;
        return Redirect($"/results/figures/{id}");
    }
}
