using System.Text.RegularExpressions;

namespace EffectiveSchool.Domain.Roadmaps;

/// <summary>Somebody who may answer for an activity.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Id">Key, as text.</param>
/// <param name="Name">Name.</param>
public sealed record ResponsibleCandidate(ResponsibleKind Kind, string Id, string Name);

/// <summary>What the wording of the responsible suggests; a person decides.</summary>
/// <param name="Known">Known schools, offices and organisations that the wording names, in its order.</param>
/// <param name="NewOrganisations">Parts of the wording that name an organisation nobody knows yet.</param>
public sealed partial record ResponsibleSuggestions(IReadOnlyList<ResponsibleCandidate> Known, IReadOnlyList<string> NewOrganisations)
{
    private const int LeastWord = 4;
    private const int LeastStem = 3;

    /// <summary>«-ого» of «Северного» beside «-ый» of «Северный».</summary>
    private const int Ending = 3;

    /// <summary>Whoever does the work answers for it anyway: the schools that take part, their people and curators.</summary>
    private static readonly string[] Doers =
        ["директор", "руководител", "администрац", "заместител", "педагоги ", "педагог психолог", "педагогические работник", "педагогические коллектив", "учител", "куратор", "школы", "школа", "шнор", "шнро", "шнсу", "оо", "общеобразовательн", "образовательные", "образовательная", "координатор"];

    private static readonly string[] RegionalOffices = ["департамент", "министерств", "комитет образования области", "региональн"];
    private static readonly string[] MunicipalOffices = ["управлени", "отдел образования", "муниципальн", "уо", "моуо", "муо", "комитет по образованию", "роно"];

    /// <summary>Reads the wording.</summary>
    /// <param name="wording">Responsible as written, parts joined by commas, semicolons or lines.</param>
    /// <param name="candidates">Whom the reader may choose.</param>
    public static ResponsibleSuggestions Of(string wording, IReadOnlyCollection<ResponsibleCandidate> candidates)
    {
        var known = new List<ResponsibleCandidate>();
        var unknown = new List<string>();
        foreach (var part in Separators().Split(wording).Select(p => p.Trim(' ', '.', '\t')).Where(p => p.Length > 1).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var found = In(part, candidates);
            known.AddRange(found.Where(c => !known.Contains(c)));
            if (found.Count == 0 && part.Length <= ResponsibleOrganisation.LongestName && !Begins(part, Doers) && !Begins(part, RegionalOffices) && !Begins(part, MunicipalOffices))
            {
                unknown.Add(part);
            }
        }

        return new ResponsibleSuggestions(known, unknown);
    }

    private static List<ResponsibleCandidate> In(string part, IReadOnlyCollection<ResponsibleCandidate> candidates)
    {
        var words = Words(part);
        var named = candidates.Where(c => c.Kind is ResponsibleKind.School or ResponsibleKind.Organisation && Names(words, Words(c.Name))).ToList();
        if (named.Count > 0)
        {
            return named;
        }

        // «Управление образования Северного района»: the municipality that is named, or the only one there is.
        if (Begins(part, MunicipalOffices) || words.Any(w => Same(w, "района") || Same(w, "округа")))
        {
            var offices = candidates.Where(c => c.Kind == ResponsibleKind.Municipality).ToList();
            var mentioned = offices.FindAll(c => Words(c.Name).Where(w => !Same(w, "район") && !Same(w, "округ") && w.Length >= LeastWord).Any(n => words.Any(w => Same(w, n))));
            if (mentioned.Count > 0)
            {
                return mentioned;
            }

            if (offices.Count == 1 && Begins(part, MunicipalOffices))
            {
                return offices;
            }
        }

        return Begins(part, RegionalOffices) ? [.. candidates.Where(c => c.Kind == ResponsibleKind.Region)] : [];
    }

    /// <summary>Whether every word of the shorter is in the longer, endings apart.</summary>
    private static bool Names(IReadOnlyList<string> written, IReadOnlyList<string> name)
    {
        var (few, many) = written.Count <= name.Count ? (written, name) : (name, written);
        return few.Count > 0 && few.Any(w => w.Length > 1 || char.IsDigit(w[0])) && few.All(w => many.Any(m => Same(w, m))) && (few.Count > 1 || few[0].Length > 2);
    }

    private static bool Same(string a, string b) => a == b
        || (Math.Min(a.Length, b.Length) >= LeastWord && Math.Abs(a.Length - b.Length) <= Ending
            && string.CompareOrdinal(a, 0, b, 0, Math.Max(LeastStem, Math.Min(a.Length, b.Length) - Ending)) == 0);

    private static bool Begins(string part, string[] beginnings)
    {
        var words = Words(part);
        var text = string.Join(' ', words) + ' ';
        return Array.Exists(beginnings, b => b.Length <= LeastStem ? words.Contains(b, StringComparer.Ordinal) : text.StartsWith(b, StringComparison.Ordinal));
    }

    private static IReadOnlyList<string> Words(string text) =>
        [.. Word().Matches(text.ToLowerInvariant().Replace('ё', 'е')).Select(m => m.Value)];

    [GeneratedRegex(@"[,;\n\r]+|\s+и\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Separators();

    [GeneratedRegex(@"\p{L}+|\d+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
