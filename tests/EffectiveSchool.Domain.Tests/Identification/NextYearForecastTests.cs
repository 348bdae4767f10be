using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Results;
using static EffectiveSchool.Domain.Tests.Identification.Given;

namespace EffectiveSchool.Domain.Tests.Identification;

public class NextYearForecastTests
{
    [Fact]
    public void Against_the_rule_run_on_an_invented_next_year()
    {
        var (leave, enter) = (0, 0);
        foreach (var (methodology, facts) in RandomSchools.Draw(2000))
        {
            var verdict = Verdict(methodology, facts);
            if (NextYearForecast.Of(verdict, methodology, Year) is not { } forecast)
            {
                Assert.All(verdict.Markers.Where(m => m.Year == Year), m => Assert.Equal(MarkerState.NoData, m.State));
                continue;
            }

            var same = JudgeNext(methodology, facts, f => f.Failed!.Value);
            var repeated = JudgeNext(methodology, facts, f => Repeat(methodology, f, facts.SingleOrDefault(b => b.Procedure == f.Procedure && b.Year == Year - 1)));
            Assert.Equal(same, forecast.ListedIfTheSame);
            if (forecast.ListedIfChangeRepeats is { } listed)
            {
                Assert.Equal(repeated, listed);
                leave += verdict.Listed && !listed ? 1 : 0;
                enter += !verdict.Listed && listed ? 1 : 0;
            }
        }

        Assert.True(leave > 20 && enter > 20, $"{leave} leave, {enter} enter: the draw does not try the rule.");
    }

    /// <summary>Criterion B makes it so: whatever is low this year is low again.</summary>
    [Fact]
    public void The_same_results_never_take_a_listed_school_off_the_list()
    {
        foreach (var (methodology, facts) in RandomSchools.Draw(2000, published: true))
        {
            var verdict = Verdict(methodology, facts);
            if (verdict.Listed)
            {
                Assert.True(NextYearForecast.Of(verdict, methodology, Year)!.ListedIfTheSame);
            }
        }
    }

    [Fact]
    public void Clearing_every_procedure_named_takes_the_school_off_the_list_and_one_pupil_fewer_does_not()
    {
        foreach (var (methodology, facts) in RandomSchools.Draw(2000))
        {
            var verdict = Verdict(methodology, facts);
            if (!verdict.Listed)
            {
                continue;
            }

            var clear = NextYearForecast.Of(verdict, methodology, Year)!.ToClear.ToDictionary(p => p.Procedure, p => p.Pupils!.Value);
            Assert.False(JudgeNext(methodology, facts, f => f.Failed!.Value - clear.GetValueOrDefault(f.Procedure)));
            Assert.All(clear.Keys, kept => Assert.True(
                JudgeNext(methodology, facts, f => f.Failed!.Value - clear.GetValueOrDefault(f.Procedure) + (f.Procedure == kept ? 1 : 0))));
        }
    }

    [Fact]
    public void The_sentences_say_on_what_condition()
    {
        var better = Forecast(Before(Rus5, 10, 8), Now(Rus5, 10, 5));
        Assert.Equal(
            "Прогноз на результаты 2023 года: если они будут как в 2022 году, школа останется в перечне; если изменение последнего года повторится — выйдет из перечня.",
            better.Sentence);
        Assert.Equal(
            "Чтобы выйти по результатам 2023 года при тех же участниках, не преодолевших порог должно стать меньше: ВПР 5 РУ — на 3; остальные процедуры не должны ухудшиться.",
            better.WayOut);

        var first = Forecast(Now(Rus5, 10, 5));
        Assert.Equal("Прогноз на результаты 2023 года: если они будут как в 2022 году, школа войдёт в перечень.", first.Sentence);
        Assert.Null(first.WayOut);

        var worse = Forecast(Before(Rus5, 10, 0), Now(Rus5, 10, 1));
        Assert.Equal(
            "Прогноз на результаты 2023 года: если они будут как в 2022 году, школа в перечень не войдёт; если изменение последнего года повторится — тоже.",
            worse.Sentence);
    }

    [Fact]
    public void A_year_without_markers_has_no_forecast() =>
        Assert.Null(NextYearForecast.Of(Verdict(Methodology.SameProcedure, Before(Rus5, 10, 8)), Methodology.SameProcedure, Year));

    private static NextYearForecast Forecast(params ResultFact[] facts) =>
        NextYearForecast.Of(Verdict(Methodology.SameProcedure, facts), Methodology.SameProcedure, Year)!;

    private static bool JudgeNext(Methodology methodology, ResultFact[] facts, Func<ResultFact, int> failed)
    {
        ResultFact[] now = [.. facts.Where(f => f.Year == Year)];
        ResultFact[] next = [.. now.Select(f => ResultFact.Counted(f.Procedure, Year + 1, f.Participants!.Value, failed(f), Source))];
        return LowResultRule.Judge(Input(methodology, School(1, [.. now, .. next])) with { Year = Year + 1 }).Verdicts[0].Listed;
    }

    private static int Repeat(Methodology methodology, ResultFact now, ResultFact? before)
    {
        var least = methodology.MinParticipants;
        if (before is null || before.Participants < least || now.Participants < least)
        {
            return now.Failed!.Value;
        }

        var share = (2.0 * now.Failed!.Value / now.Participants!.Value) - (1.0 * before.Failed!.Value / before.Participants!.Value);
        return (int)Math.Clamp(Math.Round((share * now.Participants.Value) + 1e-9, MidpointRounding.AwayFromZero), 0, now.Participants.Value);
    }
}
