using EffectiveSchool.Domain.Identification;
using static EffectiveSchool.Domain.Tests.Identification.Given;

namespace EffectiveSchool.Domain.Tests.Identification;

public class WatchListTests
{
    [Fact]
    public void One_low_procedure_is_watched_however_far_the_list_is()
    {
        var sign = WatchList.SignOf(Verdict(Methodology.SameProcedure, Now(Rus5, 40, 30), Now(Math5, 40, 0)))!;

        Assert.Null(sign.PupilsToEnter);
        Assert.Equal("Под наблюдением: уже низкий результат по ВПР 5 РУ.", sign.Sentence);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void Two_pupils_away_is_near_and_three_are_not(int pupils, bool watched)
    {
        // Both procedures short of the line, the year before low in the first: B is so many pupils away.
        var verdict = Verdict(Methodology.SameProcedure, Before(Rus5, 40, 20), Now(Rus5, 40, 12 - pupils), Now(Math5, 40, 0));

        Assert.Equal(pupils, verdict.PupilsToFlip);
        Assert.Equal(watched, WatchList.SignOf(verdict) is not null);
        Assert.NotNull(WatchList.SignOf(verdict, nearPupils: 3));
    }

    [Fact]
    public void The_sentence_says_what_is_low_and_how_near_the_list_is()
    {
        Assert.Equal(
            "Под наблюдением: уже низкий результат по ВПР 5 РУ, до попадания в перечень 2 человека.",
            WatchList.SignOf(Verdict(Methodology.SameProcedure, Now(Rus5, 10, 3), Now(Math5, 10, 1)))!.Sentence);
        Assert.Equal(
            "Под наблюдением: до попадания в перечень 2 человека.",
            WatchList.SignOf(Verdict(Methodology.SameProcedure, Now(Rus5, 10, 2), Now(Math5, 10, 2)))!.Sentence);
    }

    [Fact]
    public void Against_the_definition_over_random_schools()
    {
        var verdicts = RandomSchools.Draw(1000, published: true).Select((c, i) => Run(c.Methodology, School(i, c.Facts)).Verdicts[0]).ToList();
        for (var k = 0; k <= 3; k++)
        {
            var expected = verdicts.Where(v => !v.Listed && (v.LowInYear.Count > 0 || v.PupilsToFlip <= k)).Select(v => v.SchoolKey).ToHashSet();

            var watched = WatchList.Of(verdicts, k);

            Assert.Equal(expected, watched.Select(s => s.SchoolKey).ToHashSet());
            Assert.Equal(watched.OrderBy(s => s.PupilsToEnter ?? int.MaxValue).ThenBy(s => s.SchoolKey), watched);
        }
    }

    [Fact]
    public void A_school_that_was_not_judged_is_not_watched()
    {
        var verdict = Verdict(Methodology.SameProcedure, Now(Rus5, 10, 9)) with { NotJudged = NotJudgedReason.LeftOutType };

        Assert.Null(WatchList.SignOf(verdict));
    }
}
