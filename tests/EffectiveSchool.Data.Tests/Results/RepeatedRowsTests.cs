using EffectiveSchool.Data.Results;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Results;
using static EffectiveSchool.Data.Tests.Results.ImportWorld;

namespace EffectiveSchool.Data.Tests.Results;

/// <summary>«The same result twice» is one rule: <see cref="ResultFact.Contradict"/> says it, SQL mirrors it for speed.</summary>
public sealed class RepeatedRowsTests(ImportWorld world) : IClassFixture<ImportWorld>
{
    private const string Code = "900001";

    /// <summary>Participants and failed, or a marker: equal, different, at the line, without participants.</summary>
    private static readonly (int? Participants, int? Failed, bool? Marker)[] Said =
        [(20, 5, null), (20, 6, null), (21, 6, null), (0, 0, null), (null, null, true), (null, null, false)];

    [Fact]
    public async Task Sql_answers_for_every_two_and_three_rows_what_the_domain_answers()
    {
        var groups = Enumerable.Range(0, Said.Length).SelectMany(a => Enumerable.Range(0, Said.Length).SelectMany(b => Enumerable.Range(0, Said.Length + 1)
            .Select(c => c == Said.Length ? new[] { Said[a], Said[b] } : [Said[a], Said[b], Said[c]]))).ToList();
        await using var region = world.Send(world.Region);
        var batch = await region.StageAsync([.. groups.SelectMany((group, i) => group.Select(said => Row(Code, 1000 + i, 0, 0) with
        {
            Figures = new StagedFigures(said.Participants, said.Failed, PublishedMarker: said.Marker),
        }))]);
        var rows = (await region.RowsAsync(batch)).ToLookup(r => r.Year!.Value - 1000);
        for (var i = 0; i < groups.Count; i++)
        {
            var facts = groups[i].Select(s => new ResultFact(ImportWorld.Procedure, 2021, s.Participants, s.Failed, s.Marker, new ResultSource("файл", null, null))).ToList();
            var contradict = ResultFact.Contradict(facts, Methodology.SameProcedure.IsLow);
            RowOutcome[] outcomes = [.. rows[i].Select(r => r.Outcome).Order()];
            RowOutcome[] expected = contradict
                ? [.. facts.Select(_ => RowOutcome.Refused)]
                : [RowOutcome.New, .. facts.Skip(1).Select(_ => RowOutcome.Same)];
            Assert.True(expected.SequenceEqual(outcomes), $"{string.Join("; ", groups[i])}: {string.Join(", ", outcomes)}");
            Assert.True(contradict || rows[i].Single(r => r.Outcome == RowOutcome.New).Participants is not null == facts.Exists(f => f.Participants is not null));
        }
    }

    [Fact]
    public async Task Marks_and_means_of_agreeing_rows_are_joined_and_contradicting_ones_are_left_out()
    {
        var year = world.NextYear();
        await using var region = world.Send(world.Region);
        StagedRow With(int of, int? twos, int? threes, decimal? mean) => Row(Code, of, 20, 5) with { Figures = new StagedFigures(20, 5, twos, threes, null, null, mean) };
        var batch = await region.StageAsync(With(year, 5, 10, null), With(year, null, null, 3.5m), With(year + 50, 5, 10, 3.5m), With(year + 50, 5, 11, 3.5m));
        var kept = (await region.RowsAsync(batch)).Where(r => r.Outcome == RowOutcome.New).ToList();
        Assert.Equal([(5, 10, 3.5m), (null, null, 3.5m)], kept.Select(r => (r.Twos, r.Threes, r.MeanScore)));
        Assert.Null(await region.Apply.RecheckAsync(batch, CancellationToken.None));
        Assert.Equal(kept.Select(r => (r.Id, r.Twos, r.MeanScore)), (await region.RowsAsync(batch)).Where(r => r.Outcome == RowOutcome.New).Select(r => (r.Id, r.Twos, r.MeanScore)));
    }
}
