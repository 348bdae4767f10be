using EffectiveSchool.Data.Results;
using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Web.Pages.Results;

/// <summary>A school of the registry that a row may mean.</summary>
public sealed record Candidate(int SchoolId, string Name, string Municipality, string? Code);

/// <summary>
/// Proposes schools for rows whose code the registry does not know, or that have none, by the likeness of names (domain.md §3); a person
/// confirms. The municipality that the row names is asked first.
/// </summary>
public sealed class CandidateQuery(PortalDb db)
{
    private const int MostProposed = 3;
    private const double LeastLikeness = 0.5;

    /// <summary>Schools that share a word, before they are compared by likeness.</summary>
    private const int MostCompared = 300;

    /// <summary>Shorter beginnings of words are shared by half the registry.</summary>
    private const int LettersOfWord = 5;

    public async Task<IReadOnlyDictionary<long, IReadOnlyList<Candidate>>> ProposeAsync(UploadView batch, IEnumerable<UploadRow> rows, CancellationToken cancellationToken)
    {
        var found = new Dictionary<long, IReadOnlyList<Candidate>>();
        var known = new Dictionary<string, IReadOnlyList<Candidate>>(StringComparer.Ordinal);
        var municipalities = await db.Municipalities.Where(m => m.RegionId == batch.RegionId && (batch.MunicipalityId == null || m.Id == batch.MunicipalityId))
            .Select(m => new Place(m.Id, m.Name, m.FisOkoCode)).ToListAsync(cancellationToken);
        foreach (var row in rows.Where(r => r.MayBeMatched))
        {
            var key = $"{row.Municipality}|{row.AsWritten}";
            if (!known.TryGetValue(key, out var candidates))
            {
                candidates = await ProposeAsync(batch, row, municipalities, cancellationToken);
                known.Add(key, candidates);
            }

            found.Add(row.Id, candidates);
        }

        return found;
    }

    /// <summary>Schools of a region whose names are like a name; the municipality that stands beside it is asked first.</summary>
    public async Task<IReadOnlyList<Candidate>> ProposeAsync(int regionId, string name, string? municipality, CancellationToken cancellationToken)
    {
        var municipalities = await db.Municipalities.Where(m => m.RegionId == regionId).Select(m => new Place(m.Id, m.Name, m.FisOkoCode)).ToListAsync(cancellationToken);
        return await ProposeAsync(db.Schools.Where(s => s.RegionId == regionId), name, municipality, municipalities, cancellationToken);
    }

    private Task<IReadOnlyList<Candidate>> ProposeAsync(UploadView batch, UploadRow row, List<Place> municipalities, CancellationToken cancellationToken) => ProposeAsync(
        db.Schools.Where(s => s.RegionId == batch.RegionId && (batch.MunicipalityId == null || s.MunicipalityId == batch.MunicipalityId)),
        NameOf(row), row.Municipality, municipalities, cancellationToken);

    private async Task<IReadOnlyList<Candidate>> ProposeAsync(
        IQueryable<School> schools, string name, string? municipality, List<Place> municipalities, CancellationToken cancellationToken)
    {
        if (municipalities.Find(m => m.IsCalled(municipality)) is { } place)
        {
            var near = await CompareAsync(name, schools.Where(s => s.MunicipalityId == place.Id), cancellationToken);
            if (near.Count > 0)
            {
                return near;
            }
        }

        // The longest words tell schools apart; forms like «СОШ» are in every name.
        string[] words = [.. SchoolNames.Words(name).Where(w => w.Length >= LettersOfWord).OrderByDescending(w => w.Length).Take(2).Select(w => w[..LettersOfWord])];
        if (words.Length == 0)
        {
            return [];
        }

        var (first, second) = (words[0], words[^1]);
        return await CompareAsync(name, schools.Where(s => s.SearchText.Contains(first) || s.SearchText.Contains(second)), cancellationToken);
    }

    private async Task<IReadOnlyList<Candidate>> CompareAsync(string name, IQueryable<School> schools, CancellationToken cancellationToken)
    {
        var compared = await schools.OrderBy(s => s.Name).ThenBy(s => s.Id).Take(MostCompared)
            .Select(s => new
            {
                s.Id,
                s.Name,
                s.FullName,
                Former = s.FormerNames.Select(n => n.Name).ToList(),
                Municipality = db.Municipalities.Where(m => m.Id == s.MunicipalityId).Select(m => m.Name).First(),
                Code = s.Codes.Where(c => c.Kind == SchoolCodeKind.FisOko && c.ValidTo == null).Select(c => c.Value).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return [.. compared
            .Select(s => (School: s, Likeness: s.Former.Append(s.Name).Append(s.FullName ?? "").Max(n => SchoolNames.Likeness(name, n))))
            .Where(s => s.Likeness >= LeastLikeness)
            .OrderByDescending(s => s.Likeness).ThenBy(s => s.School.Name, StringComparer.Ordinal)
            .Take(MostProposed)
            .Select(s => new Candidate(s.School.Id, s.School.Name, s.School.Municipality, s.School.Code))];
    }

    /// <summary>The name without the code: «МКОУ ООШ с. Подгорное(edu221907)» and «МКОУ ООШ с. Подгорное (1907)»; whole where the row has no code.</summary>
    public static string NameOf(UploadRow row) => NameDoubts.NameIn(row.AsWritten, row.Code);
}

/// <summary>A municipality as a row may call it: by its name or by the code of ФИС ОКО.</summary>
public sealed record Place(int Id, string Name, string? Code)
{
    public bool IsCalled(string? written) => written is not null
        && (string.Equals(written, Code, StringComparison.OrdinalIgnoreCase) || SchoolNames.ForSearch(written) == SchoolNames.ForSearch(Name));
}
