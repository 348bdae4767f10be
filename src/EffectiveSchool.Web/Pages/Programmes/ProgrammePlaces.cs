using System.Globalization;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Web.Listing;

namespace EffectiveSchool.Web.Pages.Programmes;

/// <summary>Whose a new programme may be: «» of the region, «m5» of a municipality, «s7» of a school.</summary>
public sealed record PlaceOption(string Key, string Name, string Group);

/// <summary>Where a person may make programmes, and under which others.</summary>
public sealed class ProgrammePlaces(PortalDb db, Person person)
{
    /// <summary>The places of the person, the own one first.</summary>
    public async Task<IReadOnlyList<PlaceOption>> OptionsAsync(CancellationToken cancellationToken)
    {
        var options = new List<PlaceOption>();
        if (person.Scope.SeesRegion)
        {
            options.Add(new PlaceOption("", "Региональная", ""));
        }

        if (person.Scope.SeesRegion || person.Scope.SeesMunicipality)
        {
            options.AddRange((await db.Municipalities.AsNoTracking().OrderBy(m => m.Name).ToListAsync(cancellationToken))
                .Select(m => new PlaceOption(string.Create(CultureInfo.InvariantCulture, $"m{m.Id}"), m.Name, "Муниципальная")));
        }

        options.AddRange((await SchoolOptions.ReadAsync(db, db.Schools, cancellationToken))
            .Select(s => new PlaceOption(string.Create(CultureInfo.InvariantCulture, $"s{s.Id}"), s.Name, "Школьная")));
        return options;
    }

    /// <summary>A programme of the place, not yet stored; null where the place is not the person's.</summary>
    public async Task<Programme?> NewAsync(string? key, CancellationToken cancellationToken)
    {
        var option = (await OptionsAsync(cancellationToken)).FirstOrDefault(o => string.IsNullOrEmpty(key) || o.Key == key);
        if (option is null || person.Scope.RegionId is not { } region || (string.IsNullOrEmpty(key) && !person.Scope.SeesRegion && option.Key.Length == 0))
        {
            return null;
        }

        var id = option.Key.Length == 0 ? 0 : int.Parse(option.Key.AsSpan(1), CultureInfo.InvariantCulture);
        return option.Key.FirstOrDefault() switch
        {
            'm' => new Programme { RegionId = region, MunicipalityId = id },
            's' => new Programme { RegionId = region, MunicipalityId = await db.Schools.Where(s => s.Id == id).Select(s => s.MunicipalityId).SingleAsync(cancellationToken), SchoolId = id },
            _ => new Programme { RegionId = region },
        };
    }

    /// <summary>Programmes under which another may stand: those of the region and of the municipalities that the person sees.</summary>
    public async Task<IReadOnlyList<(int Id, string Name)>> ParentsAsync(CancellationToken cancellationToken) =>
    [
        .. (await db.Programmes.AsNoTracking().Where(p => p.SchoolId == null).OrderBy(p => p.MunicipalityId != null).ThenByDescending(p => p.To).ThenBy(p => p.Name).ToListAsync(cancellationToken))
            .Select(p => (p.Id, $"{p.Name} ({p.Level.RussianName()}, {p.From.Year}–{p.To.Year})")),
    ];

    /// <summary>Puts a new programme under the chosen one; a refusal in Russian, or null.</summary>
    public async Task<string?> PutUnderAsync(Programme programme, int? parentId, CancellationToken cancellationToken) =>
        parentId is null ? null
        : await db.Programmes.SingleOrDefaultAsync(p => p.Id == parentId, cancellationToken) is not { } parent ? "Выберите вышестоящую программу из списка."
        : programme.PutUnder(parent);
}
