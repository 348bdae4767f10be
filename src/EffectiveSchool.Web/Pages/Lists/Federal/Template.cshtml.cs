using EffectiveSchool.Web.Access;
using EffectiveSchool.Web.Pages.Results;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EffectiveSchool.Web.Pages.Lists.Federal;

/// <summary>The template with a filled example, ready to be imported as it is.</summary>
[Authorize(Policies.ManageLists)]
public sealed class TemplateModel(ExampleSchoolQuery example) : PageModel
{
    public async Task<FileContentResult> OnGetAsync(CancellationToken cancellationToken) =>
        File(FederalTemplate.Write(await example.FindAsync(cancellationToken)), TemplateWorkbook.ContentType, "Шаблон федерального перечня.xlsx");
}
