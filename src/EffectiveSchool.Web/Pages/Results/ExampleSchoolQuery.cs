using EffectiveSchool.Data;
using EffectiveSchool.Domain.Registry;
using Microsoft.EntityFrameworkCore;

namespace EffectiveSchool.Web.Pages.Results;

/// <summary>The school in the filled example of a template: one of the reader's own, so that the template passes the check as it is.</summary>
public sealed class ExampleSchoolQuery(PortalDb db)
{
    public async Task<ExampleSchool> FindAsync(CancellationToken cancellationToken) =>
        await db.Schools.Where(s => s.Status == SchoolStatus.Active && s.Codes.Any(c => c.Kind == SchoolCodeKind.FisOko && c.ValidTo == null))
            .OrderBy(s => s.Name).ThenBy(s => s.Id)
            .Select(s => new ExampleSchool(
                s.Codes.Where(c => c.Kind == SchoolCodeKind.FisOko && c.ValidTo == null).Select(c => c.Value).First(),
                s.Name,
                db.Municipalities.Where(m => m.Id == s.MunicipalityId).Select(m => m.Name).First()))
            .FirstOrDefaultAsync(cancellationToken) ?? new ExampleSchool("900001", "МБОУ СОШ с. Примерное", "Примерный район");
}
