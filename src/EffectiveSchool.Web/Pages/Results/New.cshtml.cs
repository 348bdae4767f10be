using System.ComponentModel.DataAnnotations;
using EffectiveSchool.Imports.Tables;
using EffectiveSchool.Web.Imports;
using EffectiveSchool.Web.Setup;

namespace EffectiveSchool.Web.Pages.Results;

[Authorize(Policies.UploadResults)]
[RefuseTooMuch]
[RequestFormLimits(MultipartBodyLengthLimit = PagesSetup.LargestRequest, MemoryBufferThreshold = KeptInMemory, ValueLengthLimit = UploadLimits.PastedBytes)]
public sealed class NewModel(UploadStore store, ImportQueue queue, ILogger<NewModel> log) : PageModel
{
    /// <summary>Bytes of a file up to which it never touches a disk before it is known to name no pupils.</summary>
    private const int KeptInMemory = 16 * 1024 * 1024;

    /// <summary>Small files are read by then, and the sender sees the outcome at once.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    /// <summary>A table pasted as text.</summary>
    [BindProperty]
    [DataType(DataType.MultilineText)]
    public string? Pasted { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (UploadLimits.Check(Files) is { } refusal)
        {
            ModelState.AddModelError(nameof(Files), refusal);
            return Page();
        }

        return await StoreAsync([.. Files.Select(f => new IncomingFile(f.FileName, f.Length, f.OpenReadStream))], cancellationToken);
    }

    public async Task<IActionResult> OnPostPasteAsync(CancellationToken cancellationToken)
    {
        if (UploadLimits.CheckPasted(Pasted) is { } refusal)
        {
            ModelState.AddModelError(nameof(Pasted), refusal);
            return Page();
        }

        var bytes = PastedTable.ToFile(Pasted!);
        return await StoreAsync([new IncomingFile(PastedTable.FileName, bytes.Length, () => new MemoryStream(bytes, writable: false))], cancellationToken);
    }

    private async Task<IActionResult> StoreAsync(IReadOnlyList<IncomingFile> files, CancellationToken cancellationToken)
    {
        var batchId = await store.StoreAsync(files, cancellationToken);
        log.LogInformation("Batch {Batch} of {Files} files was uploaded", batchId, files.Count);
        await queue.EnqueueAsync(batchId, Patience, cancellationToken);
        return Redirect($"/results/uploads/{batchId}");
    }
}
