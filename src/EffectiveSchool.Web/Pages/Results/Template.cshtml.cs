using EffectiveSchool.Data;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EffectiveSchool.Web.Pages.Results;

/// <summary>The aggregated template with a filled example, ready to be uploaded as it is.</summary>
[Authorize(Policies.UploadResults)]
public sealed class TemplateModel(PortalDb db, Person person) : PageModel
{
    public async Task<FileContentResult> OnGetAsync(CancellationToken cancellationToken)
    {
        // The example names a school of the reader's own, so that the template passes the check as it is.
        var school = await db.Schools.Where(s => s.Status == SchoolStatus.Active && s.Codes.Any(c => c.Kind == SchoolCodeKind.FisOko && c.ValidTo == null))
            .OrderBy(s => s.Name).ThenBy(s => s.Id)
            .Select(s => new ExampleSchool(
                s.Codes.Where(c => c.Kind == SchoolCodeKind.FisOko && c.ValidTo == null).Select(c => c.Value).First(),
                s.Name,
                db.Municipalities.Where(m => m.Id == s.MunicipalityId).Select(m => m.Name).First()))
            .FirstOrDefaultAsync(cancellationToken) ?? new ExampleSchool("900001", "МБОУ СОШ с. Примерное", "Примерный район");
        return File(TemplateWorkbook.Write(school, (await person.TodayAsync()).Year), TemplateWorkbook.ContentType, "Шаблон результатов.xlsx");
    }
}
