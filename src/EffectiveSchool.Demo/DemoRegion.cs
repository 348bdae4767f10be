using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Demo;

/// <summary>
/// A region that does not exist: believable schools and results for the first start, tests and benchmarks. The same
/// number of schools, seed and year give the same region. Nobody in it has a personal name.
/// </summary>
/// <param name="RegionCode">«99»: no subject of the federation bears it.</param>
/// <param name="RegionName">«Демонстрационная область».</param>
/// <param name="TimeZone">IANA time zone.</param>
/// <param name="LastYear">The last year with results; the year before has them too.</param>
/// <param name="Municipalities">Municipalities; schools name them by index.</param>
/// <param name="Schools">Schools; <see cref="DemoSchool.Index"/> is the place in the list.</param>
/// <param name="Results">Results by school, procedure, year.</param>
/// <param name="NotHeld">Procedures the region did not hold beyond those held nowhere; empty.</param>
/// <param name="Defects">The special cases that were planted, so that tests and people can find each.</param>
public sealed record DemoRegion(
    string RegionCode,
    string RegionName,
    string TimeZone,
    int LastYear,
    IReadOnlyList<DemoMunicipality> Municipalities,
    IReadOnlyList<DemoSchool> Schools,
    IReadOnlyList<DemoResult> Results,
    IReadOnlySet<(string Procedure, int Year)> NotHeld,
    IReadOnlyList<DemoDefect> Defects)
{
    /// <summary>The seed it was invented from.</summary>
    public int Seed { get; private init; }

    /// <summary>More schools than the country has twice over; every code stays unique up to here.</summary>
    public const int MostSchools = 100_000;

    /// <summary>What results name as the file they came from.</summary>
    public const string SourceName = "демонстрационные данные";

    /// <summary>Invents a region.</summary>
    /// <param name="schools">Number of schools, 1…100 000.</param>
    /// <param name="seed">Any number: another seed, another region.</param>
    /// <param name="lastYear">The last year with results, e.g. 2025.</param>
    /// <exception cref="ArgumentOutOfRangeException">No schools, too many, or a year before the procedures began.</exception>
    public static DemoRegion Create(int schools, int seed, int lastYear)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(schools, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(schools, MostSchools);
        ArgumentOutOfRangeException.ThrowIfLessThan(lastYear, 2018);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lastYear, 2100);

        var municipalities = MunicipalityMaker.Make(schools, seed);
        var made = SchoolMaker.Make(municipalities, seed);
        var results = ResultMaker.Make(made, seed, lastYear);
        var defects = DefectPlanter.Plant(made, results, seed, lastYear);
        return new DemoRegion(
            "99",
            "Демонстрационная область",
            "Europe/Moscow",
            lastYear,
            [.. municipalities.Select(m => new DemoMunicipality(m.Index, m.Name, m.FisOkoCode))],
            made,
            [.. results.SelectMany(r => r)],
            new HashSet<(string, int)>(),
            defects)
        {
            Seed = seed,
        };
    }

    /// <summary>The schools as the rule reads them: keys are indices + 1, codes the ФИС ОКО digits.</summary>
    public IReadOnlyList<SchoolInput> ToSchoolInputs()
    {
        var source = new ResultSource(SourceName, null, null);
        var facts = Results.ToLookup(r => r.SchoolIndex);
        return [.. Schools.Select(s => new SchoolInput(
            s.Index + 1,
            s.FisOkoDigits,
            s.Name,
            Municipalities[s.MunicipalityIndex].Name,
            s.Type,
            s.HeadIndex + 1,
            [.. facts[s.Index].Select(r => ResultFact.Counted(r.Procedure, r.Year, r.Participants, r.Failed, source))]))];
    }
}
