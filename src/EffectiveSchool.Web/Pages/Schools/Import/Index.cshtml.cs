using EffectiveSchool.Data.Results;
using EffectiveSchool.Imports;
using EffectiveSchool.Imports.Columns;
using EffectiveSchool.Imports.Registry;
using EffectiveSchool.Imports.Tables;
using EffectiveSchool.Web.Imports;
using EffectiveSchool.Web.Pages.Results;
using EffectiveSchool.Web.Setup;

namespace EffectiveSchool.Web.Pages.Schools.Import;

[Authorize(Policies.ManageRegistry)]
[RequestFormLimits(MultipartBodyLengthLimit = PagesSetup.LargestRequest, ValueLengthLimit = UploadLimits.PastedBytes)]
public sealed class IndexModel(PortalDb db, Person person, RegistryImport import) : PageModel
{
    /// <summary>Why the file as a whole was not read.</summary>
    public IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    /// <summary>A table pasted as text.</summary>
    [BindProperty]
    public string? Pasted { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        if (file is null || file.Length == 0)
        {
            ModelState.AddModelError("file", "Выберите файл реестра: он пуст или не выбран.");
            return Page();
        }

        if (file.Length > RegistryImport.MostBytes)
        {
            ModelState.AddModelError("file", "Файл больше 20 МБ: для реестра это слишком много. Проверьте, тот ли это файл.");
            return Page();
        }

        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, cancellationToken);
        return await CheckAsync(content, Path.GetFileName(file.FileName), cancellationToken);
    }

    public async Task<IActionResult> OnPostPasteAsync(CancellationToken cancellationToken)
    {
        if (UploadLimits.CheckPasted(Pasted) is { } refusal)
        {
            ModelState.AddModelError(nameof(Pasted), refusal);
            return Page();
        }

        using var content = new MemoryStream(PastedTable.ToFile(Pasted!));
        return await CheckAsync(content, PastedTable.FileName, cancellationToken);
    }

    private async Task<IActionResult> CheckAsync(MemoryStream content, string name, CancellationToken cancellationToken)
    {
        content.Position = 0;
        var read = SchoolFileReader.Read(content, name, null, cancellationToken, await db.HeadingsAsync(person.Scope.RegionId!.Value, null, ImportKind.Registry, cancellationToken));
        if (read.Columns.Count == 0 && HasTable(content, cancellationToken))
        {
            var unknown = await import.KeepAsync(name, content.ToArray(), cancellationToken);
            TempData["Refused"] = "Заголовки таблицы не распознаны. Сопоставьте столбцы — или скачайте шаблон и перенесите данные в него.";
            return Redirect($"/schools/import/{unknown.Id}/columns");
        }

        if (read.Columns.Count == 0 || (read.Rows.Count == 0 && read.Refusals.Any(r => r.Row is null)))
        {
            Refusals = read.Refusals;
            return Page();
        }

        var upload = await import.KeepAsync(name, content.ToArray(), cancellationToken);
        return RedirectToPage("/Schools/Import/Check", new { id = upload.Id });
    }

    /// <summary>Whether there is a row that may be a header; a broken or hostile file has none.</summary>
    private static bool HasTable(MemoryStream content, CancellationToken cancellationToken)
    {
        try
        {
            return TablePreview.Read(content, cancellationToken).Any(s => s.LikelyHeader is not null);
        }
        catch (FileRefusedException)
        {
            return false;
        }
    }
}
