using EffectiveSchool.Imports;
using EffectiveSchool.Imports.Users;
using EffectiveSchool.Web.Pages.Schools;

namespace EffectiveSchool.Web.Pages.Admin.Users.Import;

[Authorize(Policies.ManagePeople)]
public sealed class IndexModel(PortalDb db, UserImport import) : PageModel
{
    /// <summary>Why the file as a whole was not read.</summary>
    public IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnGetTemplateAsync(CancellationToken cancellationToken) =>
        File(await UserTemplate.WorkbookAsync(db, cancellationToken), SchoolExport.WorkbookType, "Шаблон-пользователей.xlsx");

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        if (file is null || file.Length is 0 or > UserImport.MostBytes)
        {
            ModelState.AddModelError("file", file is null || file.Length == 0
                ? "Выберите файл: он пуст или не выбран."
                : "Файл больше 5 МБ: для списка пользователей это слишком много. Проверьте, тот ли это файл.");
            return Page();
        }

        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, cancellationToken);
        content.Position = 0;
        var name = Path.GetFileName(file.FileName);
        var read = UserFileReader.Read(content, name, cancellationToken);
        if (read.Columns.Count == 0 || (read.Rows.Count == 0 && read.Refusals.Any(r => r.Row is null)))
        {
            Refusals = read.Refusals;
            return Page();
        }

        var upload = await import.KeepAsync(name, content.ToArray(), cancellationToken);
        return Redirect($"/admin/users/import/{upload.Id}");
    }
}
