using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain.Registry;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EffectiveSchool.Web.Pages.Admin.Users;

/// <summary>Turns the form into a role and a scope of the person, and offers what can be chosen.</summary>
public static class UserScope
{
    /// <summary>Regions to choose from.</summary>
    public static Task<List<SelectListItem>> RegionsAsync(PortalDb db, CancellationToken cancellationToken) =>
        db.Regions.OrderBy(r => r.Name).Select(r => new SelectListItem(r.Name, r.Id.ToString())).ToListAsync(cancellationToken);

    /// <summary>Municipalities to choose from, grouped by region.</summary>
    public static async Task<List<SelectListItem>> MunicipalitiesAsync(PortalDb db, CancellationToken cancellationToken)
    {
        var rows = await db.Municipalities
            .Join(db.Regions, m => m.RegionId, r => r.Id, (m, r) => new { m.Id, m.Name, Region = r.Name })
            .OrderBy(m => m.Region).ThenBy(m => m.Name)
            .ToListAsync(cancellationToken);
        var groups = rows.Select(r => r.Region).Distinct(StringComparer.Ordinal).ToDictionary(r => r, r => new SelectListGroup { Name = r }, StringComparer.Ordinal);
        return [.. rows.Select(r => new SelectListItem(r.Name, r.Id.ToString()) { Group = groups[r.Region] })];
    }

    /// <summary>What each person works with, in words: schools, municipality or region; empty for the whole installation.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> WhereAsync(PortalDb db, IReadOnlyList<PortalUser> users, CancellationToken cancellationToken)
    {
        int[] schoolIds = [.. users.SelectMany(u => u.Schools).Select(s => s.SchoolId).Distinct()];
        int?[] municipalityIds = [.. users.Select(u => u.MunicipalityId).Distinct()];
        var schools = await db.Schools.Where(s => schoolIds.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, cancellationToken);
        var municipalities = await db.Municipalities.Where(m => municipalityIds.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, cancellationToken);
        var regions = await db.Regions.ToDictionaryAsync(r => r.Id, r => r.Name, cancellationToken);
        return users.ToDictionary(u => u.Id, u => u switch
        {
            { Schools.Count: > 0 } => string.Join("; ", u.Schools.Select(s => schools.GetValueOrDefault(s.SchoolId)).OfType<string>().Order(StringComparer.Ordinal)),
            { MunicipalityId: { } municipality } => municipalities.GetValueOrDefault(municipality, ""),
            { RegionId: { } region } => regions.GetValueOrDefault(region, ""),
            _ => "",
        });
    }

    /// <summary>Gives the person the role and the scope of the form. Returns a refusal, or null.</summary>
    public static async Task<string?> AssignAsync(PortalDb db, PortalUser user, UserForm form, CancellationToken cancellationToken)
    {
        var municipality = await db.Municipalities.SingleOrDefaultAsync(m => m.Id == form.MunicipalityId, cancellationToken);
        if (form.MunicipalityId is not null && municipality is null)
        {
            return "Такого муниципалитета больше нет: выберите другой.";
        }

        // A municipality tells its region, and so does the region of whoever keeps accounts of one.
        var regionId = form.RegionId ?? municipality?.RegionId ?? db.Scope.RegionId;
        var region = await db.Regions.SingleOrDefaultAsync(r => r.Id == regionId, cancellationToken);
        if (regionId is not null && region is null)
        {
            return "Такого региона больше нет: выберите другой.";
        }

        var schools = new List<School>();
        foreach (var line in (form.Schools ?? "").Split(['\n', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal))
        {
            if (regionId is null)
            {
                return "Сначала укажите регион: школы ищутся в нём.";
            }

            var found = await FindAsync(db, regionId.Value, line, cancellationToken);
            switch (found)
            {
                case []:
                    return $"Школа «{line}» в регионе «{region!.Name}» не найдена. Укажите код школы или её название точно как в реестре.";
                case [var school]:
                    schools.Add(school);
                    break;
                default:
                    return $"Под «{line}» подходят несколько школ региона. Укажите код школы.";
            }
        }

        return user.Assign(form.Role!.Value, region, municipality, [.. schools.DistinctBy(s => s.Id)]);
    }

    /// <summary>The schools of a person as the form writes them: the code, or the name where there is none.</summary>
    public static async Task<string> WriteAsync(PortalDb db, PortalUser user, CancellationToken cancellationToken)
    {
        var ids = user.Schools.Select(s => s.SchoolId).ToList();
        var lines = await db.Schools
            .Where(s => ids.Contains(s.Id))
            .OrderBy(s => s.Name)
            .Select(s => s.Codes.Where(c => c.ValidTo == null && c.Kind == SchoolCodeKind.FisOko).Select(c => c.Value).FirstOrDefault() ?? s.Name)
            .ToListAsync(cancellationToken);
        return string.Join('\n', lines);
    }

    private static async Task<List<School>> FindAsync(PortalDb db, int regionId, string text, CancellationToken cancellationToken)
    {
        var digits = SchoolCodes.FisOkoDigits(text) ?? text;
        var byCode = await db.Schools
            .Where(s => s.RegionId == regionId && s.Codes.Any(c => c.Value == digits && c.ValidTo == null))
            .Take(2)
            .ToListAsync(cancellationToken);
        return byCode.Count > 0
            ? byCode
            : await db.Schools.Where(s => s.RegionId == regionId && s.Name == text).Take(2).ToListAsync(cancellationToken);
    }
}
