using EffectiveSchool.Data.Results;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Imports.Lists;
using EffectiveSchool.Web.Pages.Results;

namespace EffectiveSchool.Web.Pages.Lists.Imported;

/// <summary>A school of the registry as a dry run names it.</summary>
public sealed record RegistryName(int Id, string Name, string Municipality);

/// <summary>Which school of the registry a row of a list made elsewhere means.</summary>
public sealed class SchoolMatching(PortalDb db, Person person, TimeProvider clock)
{
    private const int MostFound = 20;

    /// <summary>By code, else by what a person of the sender confirmed before; never by the name alone. The sender is a municipality, or the region where none is named.</summary>
    public async Task<Dictionary<T, IReadOnlyList<int>>> MatchAsync<T>(int regionId, IReadOnlyList<T> rows, CancellationToken cancellationToken, int? municipalityId = null)
        where T : SchoolRow
    {
        var digits = rows.Select(r => r.Code).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var codes = (await db.SchoolCodes.Where(c => c.RegionId == regionId && digits.Contains(c.Value)).Select(c => new { c.Kind, c.Value, c.SchoolId }).ToListAsync(cancellationToken))
            .ToLookup(c => c.Value, StringComparer.Ordinal);
        var keys = rows.Select(AliasKey).ToHashSet(StringComparer.Ordinal);
        var aliases = await db.Aliases.Where(a => a.RegionId == regionId && a.MunicipalityId == municipalityId && keys.Contains(a.Written))
            .ToDictionaryAsync(a => a.Written, a => a.SchoolId, StringComparer.Ordinal, cancellationToken);
        return rows.ToDictionary(row => row, IReadOnlyList<int> (row) =>
        {
            int[] byCode = row.Code is null ? [] : [.. codes[row.Code].Where(c => row.CodeKinds.Contains(c.Kind)).Select(c => c.SchoolId).Distinct()];
            return byCode.Length > 0 ? byCode : aliases.TryGetValue(AliasKey(row), out var confirmed) ? [confirmed] : [];
        });
    }

    /// <summary>Names of schools by key.</summary>
    public async Task<Dictionary<int, RegistryName>> NamesAsync(IEnumerable<int> schoolIds, CancellationToken cancellationToken)
    {
        var ids = schoolIds.ToHashSet();
        return await db.Schools.Where(s => ids.Contains(s.Id))
            .Select(s => new RegistryName(s.Id, s.Name, db.Municipalities.Where(m => m.Id == s.MunicipalityId).Select(m => m.Name).First()))
            .ToDictionaryAsync(s => s.Id, cancellationToken);
    }

    /// <summary>Schools of a region with every word in their names or codes, for a person who looks by hand.</summary>
    public async Task<IReadOnlyList<Candidate>> SearchAsync(int regionId, string words, CancellationToken cancellationToken)
    {
        var schools = db.Schools.Where(s => s.RegionId == regionId);
        foreach (var word in SchoolNames.ForSearch(words).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            schools = schools.Where(s => s.SearchText.Contains(word));
        }

        return await schools.OrderBy(s => s.Name).ThenBy(s => s.Id).Take(MostFound)
            .Select(s => new Candidate(
                s.Id,
                s.Name,
                db.Municipalities.Where(m => m.Id == s.MunicipalityId).Select(m => m.Name).First(),
                s.Codes.Where(c => c.Kind == SchoolCodeKind.FisOko && c.ValidTo == null).Select(c => c.Value).FirstOrDefault()))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Remembers which school a row means, for this and later files of the sender; the caller saves.</summary>
    public async Task RememberAsync(int regionId, SchoolRow row, int schoolId, CancellationToken cancellationToken, int? municipalityId = null)
    {
        var written = AliasKey(row);
        var alias = await db.Aliases.SingleOrDefaultAsync(a => a.RegionId == regionId && a.MunicipalityId == municipalityId && a.Written == written, cancellationToken);
        if (alias is null)
        {
            alias = new SchoolAlias { RegionId = regionId, MunicipalityId = municipalityId, Written = written, SchoolId = schoolId, ConfirmedBy = person.Id, ConfirmedAt = clock.GetUtcNow() };
            db.Aliases.Add(alias);
        }

        (alias.SchoolId, alias.ConfirmedBy, alias.ConfirmedAt) = (schoolId, person.Id, clock.GetUtcNow());
    }

    /// <summary>The key of <see cref="SchoolAlias"/>: kinds and digits of the code, or the name within its municipality.</summary>
    private static string AliasKey(SchoolRow row)
    {
        const int longest = 400;
        var key = row.Code is null
            ? $"«{row.AsWritten}»" + (row.Municipality.Length == 0 ? "" : $", {row.Municipality}")
            : $"{string.Join('/', row.CodeKinds)} {row.Code}";
        return key.Length > longest ? key[..longest] : key;
    }
}
