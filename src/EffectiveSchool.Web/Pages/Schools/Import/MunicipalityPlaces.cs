using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Imports.Registry;

namespace EffectiveSchool.Web.Pages.Schools.Import;

/// <summary>A municipality that rows of a file go to.</summary>
internal sealed class MunicipalityPlace(Municipality? stored, string name, string? code)
{
    /// <summary>The stored one; for a new one set when it is created.</summary>
    public Municipality? Stored { get; set; } = stored;

    public string Name => name;

    /// <summary>The ФИС ОКО code it will have.</summary>
    public string? Code { get; set; } = code;
}

/// <summary>
/// Finds the municipality of a row: by its ФИС ОКО code, else by its name. Codes are renumbered between years, so a code
/// and a name that point at two different municipalities are left to a person.
/// </summary>
internal sealed class MunicipalityPlaces
{
    private readonly Dictionary<string, MunicipalityPlace> _byName;
    private readonly Dictionary<string, MunicipalityPlace> _byCode;
    private readonly Dictionary<int, string> _names;
    private readonly HashSet<MunicipalityPlace> _used = [];

    public MunicipalityPlaces(IReadOnlyList<Municipality> stored)
    {
        var places = stored.Select(m => new MunicipalityPlace(m, m.Name, m.FisOkoCode)).ToList();
        _byName = places.DistinctBy(p => Key(p.Name)).ToDictionary(p => Key(p.Name), StringComparer.Ordinal);
        _byCode = places.Where(p => p.Code is not null).DistinctBy(p => p.Code, StringComparer.OrdinalIgnoreCase).ToDictionary(p => p.Code!, StringComparer.OrdinalIgnoreCase);
        _names = stored.ToDictionary(m => m.Id, m => m.Name);
    }

    /// <summary>Municipalities that the file creates or gives another code.</summary>
    public IReadOnlyList<MunicipalityPlace> Touched => [.. _used.Where(p => p.Stored is null || p.Stored.FisOkoCode != p.Code)];

    public string NameOf(int id) => _names[id];

    /// <summary>The place; null where the row names none, or with a refusal.</summary>
    public MunicipalityPlace? Find(SchoolRow row, out string? refusal)
    {
        refusal = null;
        var byName = row.Municipality is { } name ? _byName.GetValueOrDefault(Key(name)) : null;
        var byCode = row.MunicipalityCode is { } code ? _byCode.GetValueOrDefault(code) : null;
        if (byName is not null && byCode is not null && byName != byCode)
        {
            refusal = $"Код муниципалитета {row.MunicipalityCode} — это «{byCode.Name}», а в строке «{row.Municipality}».";
            return null;
        }

        var place = byCode ?? byName;
        if (place is null && row.Municipality is null)
        {
            refusal = row.MunicipalityCode is null ? null : $"Муниципалитета с кодом {row.MunicipalityCode} нет в реестре, а название не указано.";
            return null;
        }

        if (place is null && (row.Municipality!.Length > 200 || row.MunicipalityCode?.Length > 50))
        {
            refusal = "Название муниципалитета длиннее 200 знаков или его код длиннее 50.";
            return null;
        }

        if (place is not null && byCode is null && row.MunicipalityCode is not null && _used.Contains(place) && place.Code is not null && place.Code != row.MunicipalityCode)
        {
            refusal = $"У муниципалитета «{place.Name}» в файле два кода: {place.Code} и {row.MunicipalityCode}.";
            return null;
        }

        if (place is null)
        {
            place = new MunicipalityPlace(null, row.Municipality!, null);
            _byName[Key(place.Name)] = place;
        }

        if (byCode is null && row.MunicipalityCode is not null)
        {
            if (place.Code is { } renumbered)
            {
                _byCode.Remove(renumbered);
            }

            place.Code = row.MunicipalityCode;
            _byCode[place.Code] = place;
        }

        _used.Add(place);
        return place;
    }

    private static string Key(string name) => SchoolNames.ForSearch(name);
}
