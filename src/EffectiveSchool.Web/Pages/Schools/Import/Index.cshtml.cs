using EffectiveSchool.Imports;
using EffectiveSchool.Imports.Registry;
using EffectiveSchool.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EffectiveSchool.Web.Pages.Schools.Import;

[Authorize(Policies.ManageRegistry)]
public sealed class IndexModel(RegistryImport import) : PageModel
{
    /// <summary>Why the file as a whole was not read.</summary>
    public IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    public void OnGet()
    {
    }

    public IActionResult OnGetTemplate() => File(RegistryTemplate.Workbook(), SchoolExport.WorkbookType, "Шаблон-реестра-школ.xlsx");

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
        content.Position = 0;
        var name = Path.GetFileName(file.FileName);
        var read = SchoolFileReader.Read(content, name, null, cancellationToken);
        if (read.Columns.Count == 0 || (read.Rows.Count == 0 && read.Refusals.Any(r => r.Row is null)))
        {
            Refusals = read.Refusals;
            return Page();
        }

        var upload = await import.KeepAsync(name, content.ToArray(), cancellationToken);
        return RedirectToPage("/Schools/Import/Check", new { id = upload.Id });
    }
}
