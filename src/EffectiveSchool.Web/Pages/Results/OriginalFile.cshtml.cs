using EffectiveSchool.Data.Results;

namespace EffectiveSchool.Web.Pages.Results;

/// <summary>An uploaded file as it was sent; only for those who see its upload: it holds the figures of all its schools.</summary>
[Authorize(Policies.ReadUploads)]
public sealed class OriginalFileModel(PortalDb db, FileContents contents) : PageModel
{
    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        var file = await db.Files.Where(f => f.Id == id && db.Batches.Any(b => b.Id == f.BatchId)).Select(f => new { f.Name, f.IsReplaced }).SingleOrDefaultAsync(cancellationToken);

        // Whatever it is, it is saved and never shown: nobody vouches for the content of a file that came from outside.
        return file is not null && await contents.OpenAsync(id, cancellationToken) is { } bytes
            ? File(bytes, "application/octet-stream", file.IsReplaced ? $"{Path.GetFileNameWithoutExtension(file.Name)}, сохранено вместо файла.xlsx" : file.Name)
            : NotFound();
    }
}
