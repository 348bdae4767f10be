using System.ComponentModel.DataAnnotations;
using EffectiveSchool.Imports.Tables;
using EffectiveSchool.Web.Imports;

namespace EffectiveSchool.Web.Pages.Results.Figures;

/// <summary>A file or a pasted table with figures of schools; what of it would be stored is shown first.</summary>
[Authorize(Policies.UploadResults)]
[RefuseTooMuch]
[RequestFormLimits(ValueLengthLimit = UploadLimits.PastedBytes)]
public sealed class NewModel(FigureImport import) : PageModel
{
    private const int MostBytes = 20 * 1024 * 1024;

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>A table pasted as text.</summary>
    [BindProperty]
    [DataType(DataType.MultilineText)]
    public string? Pasted { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Upload is not { Length: > 0 and <= MostBytes } file)
        {
            ModelState.AddModelError(nameof(Upload), Upload is { Length: > MostBytes } ? "Файл больше 20 МБ: для показателей школ это слишком много. Проверьте, тот ли это файл." : "Выберите файл: он пуст или не выбран.");
            return Page();
        }

        return await KeepAsync(nameof(Upload), new IncomingFile(file.FileName, file.Length, file.OpenReadStream), cancellationToken);
    }

    public async Task<IActionResult> OnPostPasteAsync(CancellationToken cancellationToken)
    {
        if (UploadLimits.CheckPasted(Pasted) is { } refusal)
        {
            ModelState.AddModelError(nameof(Pasted), refusal);
            return Page();
        }

        var bytes = PastedTable.ToFile(Pasted!);
        return await KeepAsync(nameof(Pasted), new IncomingFile(PastedTable.FileName, bytes.Length, () => new MemoryStream(bytes, writable: false)), cancellationToken);
    }

    private async Task<IActionResult> KeepAsync(string field, IncomingFile sent, CancellationToken cancellationToken)
    {
        var (id, refusal) = await import.KeepAsync(sent, cancellationToken);
        if (id is { } kept)
        {
            return Redirect($"/results/figures/{kept}");
        }

        ModelState.AddModelError(field, refusal!);
        return Page();
    }
}
