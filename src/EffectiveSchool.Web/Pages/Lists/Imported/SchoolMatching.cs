using EffectiveSchool.Data;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Imports.Lists;
using EffectiveSchool.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace EffectiveSchool.Web.Pages.Lists.Imported;

/// <summary>Which school a row means: by code, else by what a person confirmed before; never by the name alone.</summary>
public sealed class SchoolMatching(PortalDb db, Person person, TimeProvider clock)
{
    /// <summary>Schools of each row: one where it is known, several where a code is ambiguous, none where a person must say.</summary>
    public async Task<Dictionary<T, IReadOnlyList<int>>> MatchAsync<T>(int regionId, int? municipalityId, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : SchoolRow
    {
        var digits = rows.Select(r => r.Code).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var codes = (await db.SchoolCodes.Where(c => c.RegionId == regionId && digits.Contains(c.Value)).Select(c => new { c.Kind, c.Value, c.SchoolId }).ToListAsync(cancellationToken))
            .ToLookup(c => c.Value, StringComparer.Ordinal);
        var keys = rows.Select(KeyOf).ToHashSet(StringComparer.Ordinal);
        var aliases = await db.Aliases.Where(a => a.RegionId == regionId && a.MunicipalityId == municipalityId && keys.Contains(a.Written))
            .ToDictionaryAsync(a => a.Written, a => a.SchoolId, StringComparer.Ordinal, cancellationToken);
        return rows.ToDictionary(row => row, IReadOnlyList<int> (row) =>
        {
            int[] byCode = row.Code is null ? [] : [.. codes[row.Code].Where(c => row.CodeKinds.Contains(c.Kind)).Select(c => c.SchoolId).Distinct()];
            return byCode.Length > 0 ? byCode : aliases.TryGetValue(KeyOf(row), out var confirmed) ? [confirmed] : [];
        });
    }

    /// <summary>Remembers which school a row means, for this and later files of the sender.</summary>
    public async Task RememberAsync(int regionId, int? municipalityId, SchoolRow row, int schoolId, CancellationToken cancellationToken)
    {
        var written = KeyOf(row);
        var alias = await db.Aliases.SingleOrDefaultAsync(a => a.RegionId == regionId && a.MunicipalityId == municipalityId && a.Written == written, cancellationToken);
        if (alias is null)
        {
            alias = new SchoolAlias { RegionId = regionId, MunicipalityId = municipalityId, Written = written, SchoolId = schoolId, ConfirmedBy = person.Id, ConfirmedAt = clock.GetUtcNow() };
            db.Aliases.Add(alias);
        }

        (alias.SchoolId, alias.ConfirmedBy, alias.ConfirmedAt) = (schoolId, person.Id, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The key of <see cref="SchoolAlias"/>: kinds and digits of the code, or the name within its municipality.</summary>
    private static string KeyOf(SchoolRow row)
    {
        const int longest = 400;
        var key = row.Code is null
            ? $"«{row.AsWritten}»" + (row.Municipality.Length == 0 ? "" : $", {row.Municipality}")
            : $"{string.Join('/', row.CodeKinds)} {row.Code}";
        return key.Length > longest ? key[..longest] : key;
    }
}
