using EffectiveSchool.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EffectiveSchool.Web.Pages.Results;

/// <summary>The aggregated template with a filled example, ready to be uploaded as it is.</summary>
[Authorize(Policies.UploadResults)]
public sealed class TemplateModel(ExampleSchoolQuery example, Person person) : PageModel
{
    public async Task<FileContentResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var school = await example.FindAsync(cancellationToken);
        return File(TemplateWorkbook.Write(school, (await person.TodayAsync()).Year), TemplateWorkbook.ContentType, "Шаблон результатов.xlsx");
    }
}
