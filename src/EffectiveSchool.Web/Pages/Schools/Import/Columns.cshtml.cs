using EffectiveSchool.Data.Registry;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Web.Imports;

namespace EffectiveSchool.Web.Pages.Schools.Import;

/// <summary>A person says what the columns of an unknown registry are.</summary>
[Authorize(Policies.ManageRegistry)]
public sealed class ColumnsModel(RegistryImport import, ColumnMatching matching) : PageModel
{
    [BindProperty]
    public MatchForm Form { get; set; } = new();

    public MatchView Match { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, int? sheet, int? header, CancellationToken cancellationToken)
    {
        Form = new MatchForm { Sheet = sheet ?? 0, Header = header ?? 0 };
        return await import.FindAsync(id, cancellationToken) is { } upload ? Show(upload, null, cancellationToken) : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        if (await import.FindAsync(id, cancellationToken) is not { } upload)
        {
            return NotFound();
        }

        using var bytes = new MemoryStream(upload.Bytes, writable: false);
        var refusal = await matching.RememberAsync(bytes, upload.FileName, ImportKind.Registry, upload.RegionId, null, Form, cancellationToken);
        return refusal is null ? Redirect($"/schools/import/{id}") : Show(upload, refusal, cancellationToken);
    }

    private PageResult Show(RegistryUpload upload, string? refusal, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream(upload.Bytes, writable: false);
        Match = ColumnMatching.Show(bytes, upload.FileName, $"/schools/import/{upload.Id}/columns", ImportKind.Registry, Form, refusal, cancellationToken);
        return Page();
    }
}
