using EffectiveSchool.Domain.Roadmaps;
using EffectiveSchool.Reports.Roadmaps.Pictures;
using FsCheck;
using FsCheck.Fluent;

namespace EffectiveSchool.Reports.Tests.Roadmaps;

/// <summary>Where things stand in the pictures of a plan: pure geometry.</summary>
public sealed class PictureLayoutTests
{
    private const double Hair = 1e-6;

    private static readonly Gen<TimelineRow> Rows =
        from continuous in Gen.Elements(true, false)
        from bars in (from start in Gen.Choose(0, 1800) from days in Gen.Choose(0, 500) select Bar(new DateOnly(2022, 1, 1).AddDays(start), days)).NonEmptyListOf()
        select new TimelineRow("Трек", "1", "Семинар", continuous, [.. bars]);

    [Fact]
    public void Every_occurrence_has_one_bar_inside_the_axis_wide_enough_for_its_sign() => ForAll(Rows, row =>
    {
        var lanes = new TimelineLanes(AxisOf(row), row);
        return lanes.Bars.Count == row.Bars.Count
            && lanes.Bars.Select(b => b.Bar).ToHashSet(ReferenceEqualityComparer.Instance).SetEquals(row.Bars)
            && lanes.Bars.All(b => b.X >= -Hair && b.X + b.Width <= TimelineAxis.Width + Hair && b.Width >= TimelineLanes.Narrowest - Hair);
    });

    [Fact]
    public void Bars_of_a_lane_do_not_touch_and_lanes_fit_the_height() => ForAll(Rows, row =>
    {
        var lanes = new TimelineLanes(AxisOf(row), row);
        return lanes.Bars.GroupBy(b => b.Lane).All(lane => lane.OrderBy(b => b.X).Zip(lane.OrderBy(b => b.X).Skip(1)).All(p => p.First.X + p.First.Width < p.Second.X))
            && lanes.Bars.All(b => (b.Lane * TimelineLanes.LaneHeight) + TimelineLanes.BarHeight <= lanes.Height);
    });

    [Fact]
    public void A_bar_that_needs_no_widening_stands_exactly_over_its_days() => ForAll(Rows, row =>
    {
        var axis = AxisOf(row);
        return new TimelineLanes(axis, row).Bars.Where(b => axis.EndOf(b.Bar.Due) - axis.StartOf(b.Bar.From) >= TimelineLanes.Narrowest)
            .All(b => Math.Abs(b.X - axis.StartOf(b.Bar.From)) < Hair && Math.Abs(b.X + b.Width - axis.EndOf(b.Bar.Due)) < Hair);
    });

    [Fact]
    public void An_axis_is_of_whole_months_that_follow_each_other_over_its_whole_width() => ForAll(Rows, row =>
    {
        var axis = AxisOf(row);
        var months = axis.Months.ToList();
        return axis.First.Day == 1 && axis.Last.AddDays(1).Day == 1
            && Math.Abs(months[0].X) < Hair && Math.Abs(months[^1].X + months[^1].Width - TimelineAxis.Width) < Hair
            && months.Zip(months.Skip(1)).All(p => Math.Abs(p.First.X + p.First.Width - p.Second.X) < Hair)
            && axis.Years.Count() == axis.Last.Year - axis.First.Year + 1;
    });

    [Fact]
    public void A_year_is_labelled_by_quarters_and_months_and_a_day_outside_it_has_no_line()
    {
        var axis = TimelineAxis.Over([(new DateOnly(2026, 1, 20), new DateOnly(2026, 12, 5))])!;

        Assert.Equal(["2026"], axis.Years.Select(y => y.Label));
        Assert.Equal(["I кв.", "II кв.", "III кв.", "IV кв."], axis.QuarterYears.Select(q => q.Label));
        Assert.Equal(["янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"], axis.Months.Select(m => m.Label));
        Assert.Null(axis.MiddleOf(new DateOnly(2027, 1, 1)));
        Assert.InRange(axis.MiddleOf(new DateOnly(2026, 7, 2))!.Value, (TimelineAxis.Width / 2) - 3, (TimelineAxis.Width / 2) + 3);
        Assert.Null(TimelineAxis.Over([]));
    }

    [Fact]
    public void The_parts_of_a_bar_and_of_a_column_are_in_proportion_and_leave_no_gap()
    {
        var counts = from size in Gen.Choose(0, 60) from phases in Gen.Elements(Enum.GetValues<WorkPhase>()).ArrayOf(size) select new PhaseCounts(phases);
        ForAll(counts, works =>
        {
            var parts = StackedParts.Of(works);
            var picture = new LoadPicture([new MonthLoad(new DateOnly(2026, 3, 1), works), new MonthLoad(new DateOnly(2026, 4, 1), new PhaseCounts([]))]);
            var column = picture.Columns[0];
            return parts.Sum(p => p.Count) == works.Total
                && (works.Total == 0 || Math.Abs(parts.Sum(p => p.Width) - StackedParts.Width) < Hair)
                && parts.Zip(parts.Skip(1)).All(p => Math.Abs(p.First.X + p.First.Width - p.Second.X) < Hair)
                && column.Parts.Sum(p => p.Count) == works.Total
                && column.Top >= LoadPicture.Top - Hair
                && Math.Abs(column.Parts.Sum(p => p.Height) - ((double)(LoadPicture.Bottom - LoadPicture.Top) * works.Total / picture.Most)) < Hair
                && picture.Columns.All(c => c.X >= LoadPicture.Left && c.X + picture.ColumnWidth <= LoadPicture.Width)
                && picture.Columns[1].Parts.Count == 0;
        });
    }

    private static TimelineBar Bar(DateOnly from, int days) => new(from, from.AddDays(days), new PhaseCounts([WorkPhase.Ahead]), null);

    private static TimelineAxis AxisOf(TimelineRow row) => TimelineAxis.Over(row.Bars.Select(b => (b.From, b.Due)))!;

    private static void ForAll<T>(Gen<T> values, Func<T, bool> holds) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(values.ToArbitrary(), holds));
}
