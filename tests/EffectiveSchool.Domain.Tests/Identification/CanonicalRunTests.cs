using System.Globalization;
using System.Text;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;
using static EffectiveSchool.Domain.Tests.Identification.Given;

namespace EffectiveSchool.Domain.Tests.Identification;

public class CanonicalRunTests
{
    private static readonly Methodology Default = Methodology.SameProcedure;

    [Fact]
    public void The_order_of_schools_and_facts_does_not_change_the_hash()
    {
        var first = Run(Default, School(1, Now(Rus5, 10, 3), Before(Rus6, 9, 2)), School(2, Now(Math6, 8, 1)));
        var second = Run(Default, School(2, Now(Math6, 8, 1)), School(1, Before(Rus6, 9, 2), Now(Rus5, 10, 3)));
        Assert.Equal(CanonicalRun.Sha256(first), CanonicalRun.Sha256(second));
    }

    [Fact]
    public void The_order_in_which_a_stored_run_is_read_back_does_not_change_the_hash()
    {
        var run = Run(Default, School(1, Now(Rus5, 10, 3), Before(Rus6, 9, 2)), School(2, Now(Math6, 8, 1)));
        var readBack = run with { Verdicts = [.. run.Verdicts.Reverse().Select(v => v with { Markers = [.. v.Markers.Reverse()], Criteria = [.. v.Criteria.Reverse()] })] };
        Assert.Equal(CanonicalRun.Sha256(run), CanonicalRun.Sha256(readBack));
    }

    [Fact]
    public void One_more_failed_or_one_more_participant_changes_the_hash()
    {
        string[] hashes =
        [
            CanonicalRun.Sha256(Run(Default, School(1, Now(Rus5, 10, 3)))),
            CanonicalRun.Sha256(Run(Default, School(1, Now(Rus5, 10, 4)))),
            CanonicalRun.Sha256(Run(Default, School(1, Now(Rus5, 11, 4)))),
            CanonicalRun.Sha256(Run(Default, School(2, Now(Rus5, 10, 3)))),
            CanonicalRun.Sha256(Run(Default, School(1, Before(Rus5, 10, 3)))),
        ];
        Assert.Equal(5, hashes.Distinct().Count());
        Assert.All(hashes, h => Assert.Matches("^[0-9a-f]{64}$", h));
    }

    [Fact]
    public void Every_setting_of_the_methodology_that_decides_changes_the_hash()
    {
        Methodology[] methodologies =
        [
            Default,
            Default with { Version = 2 },
            Default with { ThresholdPercent = 30.5m },
            Default with { Comparator = ThresholdComparator.MoreThan },
            Default with { LowProceduresForA = 3 },
            Default with { CriterionB = CriterionBVersion.AnyProcedure },
            Default with { MinParticipants = 2 },
            Default with { Branches = BranchRule.WithHead },
            Default with { LeftOutTypes = [new(SchoolType.Primary, "не оцениваются")] },
            Default.WithMathEgeAsOne(),
        ];
        Assert.Equal(methodologies.Length, methodologies.Select(m => CanonicalRun.Sha256(Run(m, School(1)))).Distinct().Count());
    }

    [Fact]
    public void A_threshold_of_30_and_the_30_00_of_a_database_column_have_one_hash() => Assert.Equal(
        CanonicalRun.Sha256(Run(Default with { ThresholdPercent = 30m }, School(1))),
        CanonicalRun.Sha256(Run(Default with { ThresholdPercent = 30.00m }, School(1))));

    [Fact]
    public void The_culture_of_the_machine_does_not_change_the_hash()
    {
        var run = Run(Default with { ThresholdPercent = 27.5m }, School(1, Now(Rus5, 1000, 3)));
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ru-RU");
            var russian = CanonicalRun.Sha256(run);
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            Assert.Equal(CanonicalRun.Sha256(run), russian);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_canonical_text_stays_as_it_was_when_lists_were_approved_by_it()
    {
        var methodology = Default with { Procedures = [Rus5], ThresholdPercent = 30.00m };
        var text = Encoding.UTF8.GetString(CanonicalRun.ToUtf8Json(Run(methodology, School(7, Now(Rus5, 10, 3)))));
        Assert.Equal(
            """
            {"year":2022,"methodology":{"code":"same","version":1,"threshold":30,"comparator":"AtLeast","lowProceduresForA":2,"criterionB":"SameProcedure","minParticipants":1,"branches":"Alone","procedures":["ВПР 5 РУ"],"leftOut":[]},"schools":[{"school":7,"listed":false,"criteria":[],"markers":[{"procedure":"ВПР 5 РУ","year":2021,"state":"NoData","participants":null,"failed":null},{"procedure":"ВПР 5 РУ","year":2022,"state":"Low","participants":10,"failed":3}]}]}
            """,
            System.Text.RegularExpressions.Regex.Unescape(text));
    }
}
