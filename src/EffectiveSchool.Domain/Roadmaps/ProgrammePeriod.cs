namespace EffectiveSchool.Domain.Roadmaps;

/// <summary>The days a programme lasts, both ends among them.</summary>
public sealed record ProgrammePeriod
{
    /// <summary>A period of at least one day.</summary>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day, not before the first.</param>
    /// <exception cref="ArgumentException">The last day is before the first.</exception>
    public ProgrammePeriod(DateOnly from, DateOnly to)
    {
        if (to < from)
        {
            throw new ArgumentException("A programme ends not before it starts.", nameof(to));
        }

        (From, To) = (from, to);
    }

    /// <summary>First day.</summary>
    public DateOnly From { get; }

    /// <summary>Last day.</summary>
    public DateOnly To { get; }

    /// <summary>«01.01.2023 – 31.12.2024».</summary>
    public override string ToString() => $"{RussianFigures.Date(From)} – {RussianFigures.Date(To)}";

    /// <summary>Whether an occurrence lies wholly inside.</summary>
    public bool Contains(Occurrence occurrence) => occurrence.From >= From && occurrence.Due <= To;

    /// <summary>The part of the period in a calendar year (a section row «2022 год» narrows so), or null where there is none.</summary>
    public ProgrammePeriod? In(int year) => Clip(new Occurrence(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31))) is { } part
        ? new ProgrammePeriod(part.From, part.Due)
        : null;

    /// <summary>The part of an occurrence inside the period, or null where there is none.</summary>
    public Occurrence? Clip(Occurrence occurrence)
    {
        var from = occurrence.From < From ? From : occurrence.From;
        var due = occurrence.Due > To ? To : occurrence.Due;
        return from <= due ? new Occurrence(from, due) : null;
    }
}
