using EffectiveSchool.Web.Templates;

namespace EffectiveSchool.Web.Pages.Templates;

/// <summary>A template as a workbook; one of what the person may not upload does not exist for them.</summary>
[Authorize(Policies.UploadResults)]
public sealed class FileModel(Person person) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string key) => TemplateLinks.For(person).FirstOrDefault(l => l.Template.Key == key) is { Template: var template }
        ? File(TemplateWorkbook.Write(await template.ForAsync(person), []), TemplateWorkbook.ContentType, template.FileName)
        : NotFound();
}
