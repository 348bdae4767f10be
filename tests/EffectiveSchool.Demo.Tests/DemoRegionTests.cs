using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Demo.Tests;

public class DemoRegionTests
{
    private const int LastYear = 2025;
    private static readonly DemoRegion Region = DemoRegion.Create(300, 7, LastYear);

    [Fact]
    public void The_same_seed_gives_the_same_region() => Assert.Equal(Hash(Region), Hash(DemoRegion.Create(300, 7, LastYear)));

    [Fact]
    public void Another_seed_number_of_schools_or_year_gives_another_region() => Assert.Equal(
        4,
        new[] { Region, DemoRegion.Create(300, 8, LastYear), DemoRegion.Create(301, 7, LastYear), DemoRegion.Create(300, 7, LastYear - 1) }
            .Select(Hash).Distinct().Count());

    [Fact]
    public void The_region_stays_as_it_was_when_pictures_were_taken_of_it()
    {
        // A change of the generator changes every demo: let it be on purpose.
        Assert.Equal("г. Заречный", Region.Municipalities[0].Name);
        Assert.Equal("МБОУ СОШ № 1 г. Заречный", Region.Schools[0].Name);
        Assert.Equal("990001", Region.Schools[0].FisOkoDigits);
    }

    [Fact]
    public void Any_number_of_schools_makes_a_region()
    {
        foreach (var count in Enumerable.Range(1, 120).Concat([300, 999, 1000, 1999, 2000, 2001, 3000]))
        {
            var region = DemoRegion.Create(count, count, LastYear);
            Assert.Equal(count, region.Schools.Count);
            Assert.Equal(Enumerable.Range(0, count), region.Schools.Select(s => s.Index));
            Assert.Equal(region.Municipalities.Count, region.Schools.Select(s => s.MunicipalityIndex).Distinct().Count());
            Assert.Equal(region.Municipalities.Count, region.Municipalities.DistinctBy(m => m.Name).Count());
            AssertSound(region);
        }
    }

    [Theory]
    [InlineData(0, 2025)]
    [InlineData(-1, 2025)]
    [InlineData(DemoRegion.MostSchools + 1, 2025)]
    [InlineData(10, 1900)]
    public void What_cannot_be_invented_is_refused(int schools, int year) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => DemoRegion.Create(schools, 1, year));

    [Fact]
    public void Forty_thousand_schools_have_forty_thousand_logins_of_six_digits()
    {
        var region = DemoRegion.Create(40_000, 1, LastYear);
        AssertSound(region);
        Assert.Equal(60, region.Municipalities.Count);
        Assert.All(region.Results, r => Assert.InRange(r.Year, LastYear - 1, LastYear));
    }

    [Fact]
    public void Both_years_have_every_procedure_that_applies_but_where_a_defect_took_it()
    {
        var defective = Region.Defects.Select(d => d.SchoolIndex).ToHashSet();
        var results = Region.Results.ToLookup(r => (r.SchoolIndex, r.Year), r => r.Procedure);
        foreach (var school in Region.Schools.Where(s => !defective.Contains(s.Index)))
        {
            string[] expected = [.. Procedures.Federal.Select(p => p.Code).Where(p => Procedures.Applies(p, school.Type))];
            Assert.Equal(expected, results[(school.Index, LastYear)]);
            Assert.Equal(expected, results[(school.Index, LastYear - 1)]);
        }
    }

    [Fact]
    public void A_small_region_has_four_years_of_VPR()
    {
        Assert.Equal([LastYear - 3, LastYear - 2, LastYear - 1, LastYear], Region.Results.Where(r => r.Procedure == "ВПР 5 РУ").Select(r => r.Year).Distinct().Order());
        Assert.Equal([LastYear - 1, LastYear], Region.Results.Where(r => r.Procedure == "ОГЭ РУ").Select(r => r.Year).Distinct().Order());
    }

    [Fact]
    public void What_was_held_nowhere_has_no_results()
    {
        var region = DemoRegion.Create(50, 3, 2021);
        Assert.All(region.Results, r => Assert.True(Procedures.WasHeld(r.Procedure, r.Year)));
        Assert.DoesNotContain(region.Results, r => r is { Procedure: "ОГЭ РУ", Year: 2020 });
        Assert.Contains(region.Results, r => r is { Procedure: "ОГЭ РУ", Year: 2021 });
    }

    [Theory]
    [InlineData(100)]
    [InlineData(300)]
    [InlineData(1200)]
    [InlineData(10_000)]
    public void A_believable_share_of_schools_is_listed(int schools)
    {
        foreach (var seed in new[] { 1, 2, 3, 2026 })
        {
            var run = Judge(DemoRegion.Create(schools, seed, LastYear), Methodology.SameProcedure);
            Assert.InRange((double)run.Verdicts.Count(v => v.Listed) / schools, schools < 300 ? 0.10 : 0.15, schools < 300 ? 0.30 : 0.25);
        }
    }

    [Fact]
    public void Shares_follow_type_place_and_subject()
    {
        var region = DemoRegion.Create(2000, 11, LastYear);
        double Failing(Func<DemoSchool, bool> schools, Func<DemoResult, bool> results)
        {
            DemoResult[] chosen = [.. region.Results.Where(r => schools(region.Schools[r.SchoolIndex]) && results(r))];
            return (double)chosen.Sum(r => r.Failed) / chosen.Sum(r => r.Participants);
        }

        static bool Everywhere(DemoSchool school) => school.Index >= 0;
        Assert.True(Failing(s => s.Type == SchoolType.Lyceum, r => r.Year > 0) < 0.5 * Failing(s => s.Type == SchoolType.Secondary, r => r.Year > 0));
        Assert.True(Failing(s => s.Settlement == SettlementKind.Rural, r => r.Year > 0) > 1.2 * Failing(s => s.Settlement == SettlementKind.Urban, r => r.Year > 0));
        Assert.True(Failing(Everywhere, r => r.Procedure == "ОГЭ МА") > Failing(Everywhere, r => r.Procedure == "ОГЭ РУ"));
        Assert.True(Failing(Everywhere, r => r.Procedure == "ВПР 6 МА") > Failing(Everywhere, r => r.Procedure == "ВПР 6 РУ"));
    }

    [Fact]
    public void A_school_that_fails_one_year_is_likelier_to_fail_the_next()
    {
        var region = DemoRegion.Create(2000, 11, LastYear);
        var shares = region.Results
            .Where(r => r is { Procedure: "ВПР 6 МА", Participants: >= 25 })
            .ToLookup(r => r.SchoolIndex, r => (r.Year, Share: (double)r.Failed / r.Participants));
        var pairs = shares
            .Where(s => s.Any(x => x.Year == LastYear) && s.Any(x => x.Year == LastYear - 1))
            .Select(s => (Before: s.First(x => x.Year == LastYear - 1).Share, Now: s.First(x => x.Year == LastYear).Share))
            .ToList();
        var (meanBefore, meanNow) = (pairs.Average(p => p.Before), pairs.Average(p => p.Now));
        var correlation = pairs.Sum(p => (p.Before - meanBefore) * (p.Now - meanNow))
            / Math.Sqrt(pairs.Sum(p => Math.Pow(p.Before - meanBefore, 2)) * pairs.Sum(p => Math.Pow(p.Now - meanNow, 2)));
        Assert.InRange(correlation, 0.4, 0.95);
    }

    internal static IdentificationRun Judge(DemoRegion region, Methodology methodology) =>
        LowResultRule.Judge(new IdentificationInput(region.LastYear, methodology, region.ToSchoolInputs(), region.NotHeld));

    private static void AssertSound(DemoRegion region)
    {
        foreach (var kind in Enum.GetValues<SchoolCodeKind>())
        {
            string[] digits = [.. region.Schools.SelectMany(s => s.Codes).Where(c => c.Kind == kind).Select(c => c.Digits)];
            Assert.Equal(digits.Length, digits.Distinct(StringComparer.Ordinal).Count());
            Assert.All(digits, d => Assert.Equal(d, SchoolCodes.Normalise(kind, d, out _)));
        }

        foreach (var school in region.Schools)
        {
            Assert.Equal(SchoolCodeKind.FisOko, school.Codes[0].Kind);
            Assert.Equal(school.HeadIndex is null, school.Codes.Any(c => c.Kind == SchoolCodeKind.Inn));
            Assert.Equal(school.Type.LastGrade() == 11, school.Codes.Any(c => c.Kind == SchoolCodeKind.Ege));
            Assert.Equal(school.Type, school.HeadIndex is null ? SchoolTypes.FromName(school.Name) : school.Type);
            Assert.EndsWith(".example", school.Site, StringComparison.Ordinal);
            Assert.True(school is { Pupils: > 0, Teachers: > 0 });
            if (school.HeadIndex is { } head)
            {
                Assert.Null(region.Schools[head].HeadIndex);
                Assert.Equal(school.MunicipalityIndex, region.Schools[head].MunicipalityIndex);
                Assert.StartsWith($"Филиал {region.Schools[head].Name} в ", school.Name, StringComparison.Ordinal);
            }
        }

        Assert.Equal(region.Schools.Count, region.Schools.DistinctBy(s => (s.MunicipalityIndex, s.Name)).Count());
        Assert.Equal(region.Results.Count, region.Results.DistinctBy(r => (r.SchoolIndex, r.Procedure, r.Year)).Count());
        foreach (var result in region.Results)
        {
            Assert.InRange(result.Failed, 0, result.Participants);
            Assert.True(Procedures.Applies(result.Procedure, region.Schools[result.SchoolIndex].Type));
            if (result.Marks is { } marks)
            {
                Assert.Equal((result.Participants, result.Failed), (marks.Total, marks.Twos));
                Assert.True(marks is { Threes: >= 0, Fours: >= 0, Fives: >= 0 });
            }
        }
    }

    private static string Hash(DemoRegion region) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(region with { NotHeld = new HashSet<(string, int)>() }))));
}
