using EffectiveSchool.Domain.Results;
using EffectiveSchool.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace EffectiveSchool.Imports.Tests;

public sealed class ReadingProperties
{
    private static readonly Gen<MarkCounts> AnyMarks =
        from participants in Gen.Frequency((5, Gen.Choose(1, 60)), (3, Gen.Choose(1, 5000)), (1, Gen.Choose(4900, 9_999)))
        from twos in Gen.Choose(0, participants)
        from threes in Gen.Choose(0, participants - twos)
        from fours in Gen.Choose(0, participants - twos - threes)
        select new MarkCounts(twos, threes, fours, participants - twos - threes - fours);

    /// <summary>Two decimals of a percent tell counts apart below ten thousand participants.</summary>
    [Fact]
    public void Printed_shares_give_back_the_counts_they_were_printed_from() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(200),
        Prop.ForAll(Gen.ArrayOf(AnyMarks, 20).ToArbitrary(), all =>
        {
            var file = Reading.Schools([.. all.Select((m, i) => MarkStatisticsBook.School($"СОШ №{i}(sch{220000 + i})", m.Twos, m.Threes, m.Fours, m.Fives))]);
            return file.Refusals.Count == 0 && file.Sections[0].Rows.Select(r => r.Marks).SequenceEqual(all);
        }));

    /// <summary>Whatever four percents stand in a row, what is accepted prints as what stood there.</summary>
    [Fact]
    public void What_is_accepted_prints_as_it_was_written()
    {
        var rows =
            from participants in Gen.Choose(1, 15_000)
            from marks in Gen.ArrayOf(Gen.Choose(0, 10_000), 3)
            select (Participants: participants, Percents: (decimal[])[.. marks.Order().Select(m => m / 100m)]);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(rows.ToArbitrary(), row =>
        {
            decimal[] percents = [row.Percents[0], row.Percents[1] - row.Percents[0], row.Percents[2] - row.Percents[1], 100m - row.Percents[2]];
            var file = Reading.Schools(["СОШ(sch220001)", null, row.Participants, percents[0], percents[1], percents[2], percents[3]]);
            if (file.Sections[0].Rows is not [{ Marks: { } marks }])
            {
                return file.Refusals.Count == 1;
            }

            int[] counts = [marks.Twos, marks.Threes, marks.Fours, marks.Fives];
            return row.Participants < 10_000
                && marks.Total == row.Participants
                && counts.Zip(percents).All(p => Math.Abs((100m * p.First / row.Participants) - p.Second) <= 0.005m + 0.0000001m);
        }));
    }

    [Fact]
    public void The_order_of_rows_decides_nothing() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(50),
        Prop.ForAll(Gen.ArrayOf(Gen.Zip(Gen.Choose(1, 12), AnyMarks), 15).ToArbitrary(), all =>
        {
            object?[][] rows = [.. all.Select(x => MarkStatisticsBook.School($"СОШ(sch{220000 + x.Item1})", x.Item2.Twos, x.Item2.Threes, x.Item2.Fours, x.Item2.Fives))];
            var straight = Reading.Schools(rows);
            var reversed = Reading.Schools([.. rows.AsEnumerable().Reverse()]);
            return straight.Sections[0].Rows.Select(r => (r.School.Code, r.Marks)).ToHashSet().SetEquals(reversed.Sections[0].Rows.Select(r => (r.School.Code, r.Marks)))
                && straight.Contradictions.ToHashSet().SetEquals(reversed.Contradictions);
        }));
}
