using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Reports.Roadmaps.Pictures;

/// <summary>A line of the progress: a school or a section.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Tally">Where its works stand.</param>
public sealed record ProgressLine(string Name, WorkTally Tally);

/// <summary>The progress of a plan by school and by section: what page, xlsx and pdf alike show.</summary>
/// <param name="Title">«Ход выполнения: …».</param>
/// <param name="Subtitle">Programme, place, what is chosen.</param>
/// <param name="AsOf">The day.</param>
/// <param name="Total">All works.</param>
/// <param name="Schools">By who does them.</param>
/// <param name="Sections">By section in the order of the plan.</param>
public sealed record ProgressDocument(
    string Title, string Subtitle, DateOnly AsOf, WorkTally Total, IReadOnlyList<ProgressLine> Schools, IReadOnlyList<ProgressLine> Sections)
{
    /// <summary>Columns after the name and the share: the parts of the denominator, the denominator, what is outside it.</summary>
    public static IReadOnlyList<(string Heading, Func<WorkTally, int> Of)> Columns { get; } =
    [
        ("Срок наступил", t => t.Share.Come),
        ("Выполнено", t => t.Come[WorkPhase.Done]),
        ("В работе или на проверке", t => t.Come[WorkPhase.InWork]),
        ("Просрочено", t => t.Come[WorkPhase.Late]),
        ("Выполнено не полностью", t => t.Come[WorkPhase.Unfinished]),
        ("Срок сегодня или перенесён", t => t.Come[WorkPhase.Ahead]),
        ("Не требуется", t => t.Share.NotNeeded),
        ("Срок впереди", t => t.Later),
    ];
}

/// <summary>A part of a stacked bar.</summary>
/// <param name="Phase">What it shows.</param>
/// <param name="X">Left end, units of the picture.</param>
/// <param name="Width">Width, in proportion to the count.</param>
/// <param name="Count">Works.</param>
public sealed record BarPart(WorkPhase Phase, double X, double Width, int Count);

/// <summary>A stacked bar: its parts fill it exactly.</summary>
public static class StackedParts
{
    /// <summary>Width of the bar, units.</summary>
    public const int Width = 240;

    /// <summary>Height of the bar, units.</summary>
    public const int Height = 18;

    /// <summary>The parts of a bar, in the order of the legend; none where nothing is counted.</summary>
    public static IReadOnlyList<BarPart> Of(PhaseCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var (parts, before) = (new List<BarPart>(), 0);
        foreach (var phase in WorkPhases.All.Where(p => counts[p] > 0))
        {
            var x = Place(before);
            before += counts[phase];
            parts.Add(new BarPart(phase, x, Place(before) - x, counts[phase]));
        }

        return parts;

        double Place(int count) => (double)Width * count / counts.Total;
    }
}
