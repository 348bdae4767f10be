namespace EffectiveSchool.Domain.Roadmaps;

/// <summary>Gives dates to the parts of a term and says what it had to leave out.</summary>
internal sealed class TermDates(ProgrammePeriod programme, ProgrammePeriod? active, SchoolCalendar calendar, List<string> warnings)
{
    private readonly ProgrammePeriod _named = active ?? programme;

    /// <summary>The last calendar year of the programme.</summary>
    public int LastYear => _named.To.Year;

    private IEnumerable<int> ActiveYears => active is null ? [] : Enumerable.Range(active.From.Year, active.To.Year - active.From.Year + 1);

    /// <summary>Dates of one part; <paramref name="everyYear"/>: «ежегодно» stands beside.</summary>
    public IEnumerable<Occurrence> Of(DatePart part, bool everyYear)
    {
        if (part.IsVague)
        {
            warnings.Add(TermSentences.Vague(part.Text));
        }

        if (part.Lead == TermLead.From)
        {
            return OpenEnded(part, everyYear);
        }

        if (part.Lead == TermLead.Until && part.First == part.Last && part.Last.Day is null && !HasEdge(part.Text))
        {
            warnings.Add(TermSentences.MonthAsDeadline(part.Text));
        }

        return part.Years is null ? EachYear(part, ActiveYears) : [.. part.Years.Each.Select(y => Explicit(part, y)).OfType<Occurrence>()];
    }

    /// <summary>A part that names no year, in each of the years, clipped to the programme.</summary>
    public IEnumerable<Occurrence> EachYear(DatePart part, IEnumerable<int> years)
    {
        var runsOver = part.Last.Month < part.First.Month;
        if (!runsOver && part.Last.Order < part.First.Order && part.Last.Day is not null)
        {
            warnings.Add(TermSentences.Reversed(part.Text));
            return [];
        }

        if (runsOver && part.Lead == TermLead.None)
        {
            warnings.Add(TermSentences.OverNewYear(part.Text));
        }

        return Clipped(years.Select(y => Span(
            part.Lead == TermLead.Until ? new DateOnly(y, 1, 1) : part.First.StartIn(y),
            part.Last.EndIn(runsOver && part.Lead == TermLead.None ? y + 1 : y))));
    }

    /// <summary>Each quarter, month, half or year of the programme.</summary>
    public IEnumerable<Occurrence> Each(TermKind kind) => Clipped(ActiveYears.Prepend(_named.From.Year - 1).SelectMany(y => kind switch
    {
        TermKind.SchoolQuarter => calendar.Quarters.Select(q => q.In(y)),
        TermKind.HalfYear => calendar.Halves.Select(h => h.In(y)),
        TermKind.Quarterly => Months(y, 3),
        TermKind.Monthly => Months(y, 1),
        _ => Months(y, 12),
    }));

    /// <summary>Each period a quota is counted over that the programme touches.</summary>
    public IEnumerable<Occurrence> Each(QuotaPeriod per) => per switch
    {
        QuotaPeriod.SchoolYear => Clipped(ActiveYears.Prepend(_named.From.Year - 1).Select(y => calendar.Year.In(y))),
        QuotaPeriod.HalfYear => Each(TermKind.HalfYear),
        QuotaPeriod.SchoolQuarter => Each(TermKind.SchoolQuarter),
        QuotaPeriod.Quarter => Each(TermKind.Quarterly),
        QuotaPeriod.Month => Each(TermKind.Monthly),
        _ => Each(TermKind.Yearly),
    };

    /// <summary>The whole programme, or what the section row leaves of it.</summary>
    public IEnumerable<Occurrence> Whole() => active is null ? [] : [new Occurrence(active.From, active.To)];

    /// <summary>One occurrence over the years named.</summary>
    public IEnumerable<Occurrence> Of(YearsPart part, TermYears years)
    {
        var each = years.Each.ToArray();
        if (each.Length == 0)
        {
            warnings.Add(TermSentences.Reversed(part.Text));
            return [];
        }

        if (part.Lead == TermLead.None && each[^1] - each[0] >= each.Length)
        {
            warnings.Add(TermSentences.YearsWithGaps(part.Text));
        }

        var (first, last) = (YearSpan(each[0], years.IsSchool), YearSpan(each[^1], years.IsSchool));
        switch (part.Lead)
        {
            case TermLead.Until:
                if (!part.IsSure)
                {
                    warnings.Add(TermSentences.MonthAsDeadline(part.Text));
                }

                return [Deadline(last.Due)];
            case TermLead.From:
                return From(part.Text, first.From);
            default:
                return [Checked(new Occurrence(first.From, last.Due))];
        }
    }

    /// <summary>«до конца года»: 31 December, or the last day of the school year, of each year.</summary>
    public IEnumerable<Occurrence> Of(YearEndPart part) => Clipped(ActiveYears.Select(y =>
        Span(new DateOnly(y, 1, 1), part.IsSchool ? calendar.Year.Last.EndIn(y) : new DateOnly(y, 12, 31))));

    /// <summary>The years of a part as stretches of days.</summary>
    public IEnumerable<Occurrence> Windows(YearsPart part) => part.Lead switch
    {
        TermLead.From => [new Occurrence(YearSpan(part.Years.Each.First(), part.Years.IsSchool).From, DateOnly.MaxValue)],
        TermLead.Until => [new Occurrence(DateOnly.MinValue, YearSpan(part.Years.Each.Last(), part.Years.IsSchool).Due)],
        _ => part.Years.Each.Select(y => YearSpan(y, part.Years.IsSchool)),
    };

    private static bool HasEdge(string text) => text.Contains("кон", StringComparison.OrdinalIgnoreCase);

    private static Occurrence? Span(DateOnly? from, DateOnly? due) => from is { } first && due is { } last && first <= last ? new Occurrence(first, last) : null;

    private static IEnumerable<Occurrence?> Months(int year, int length) =>
        Enumerable.Range(0, 12 / length).Select(i => Span(new DateOnly(year, (i * length) + 1, 1), new MonthDay((i + 1) * length).EndIn(year)));

    private List<Occurrence> Clipped(IEnumerable<Occurrence?> spans) => active is null ? [] : [.. spans.OfType<Occurrence>().Select(active.Clip).OfType<Occurrence>()];

    private Occurrence YearSpan(int year, bool isSchool) =>
        (isSchool ? calendar.Year.In(year) : null) ?? new Occurrence(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    private Occurrence? Explicit(DatePart part, int year)
    {
        var isSchool = part.Years!.IsSchool;
        var lastYear = isSchool ? calendar.YearOf(part.Last, year) : year;
        var firstYear = part.FirstYear ?? (isSchool ? calendar.YearOf(part.First, year) : year);
        if (part.Last.EndIn(lastYear) is not { } due || part.First.StartIn(firstYear) is not { } from)
        {
            warnings.Add(TermSentences.NoSuchDay(part.Text));
            return null;
        }

        if (part.Lead == TermLead.Until)
        {
            return Deadline(due);
        }

        if (from > due)
        {
            warnings.Add(TermSentences.Reversed(part.Text));
            return null;
        }

        return Checked(new Occurrence(from, due));
    }

    private IEnumerable<Occurrence> OpenEnded(DatePart part, bool everyYear)
    {
        if (part.Years is not { } years || (everyYear && part.Last.Day is not null && part.First != part.Last))
        {
            warnings.Add(TermSentences.NoEnd(part.Text));
            return [];
        }

        var year = years.Each.First();
        if (everyYear)
        {
            return EachYear(part with { Lead = TermLead.None }, ActiveYears.Where(y => y >= year));
        }

        return part.First.StartIn(years.IsSchool ? calendar.YearOf(part.First, year) : year) is { } from ? From(part.Text, from) : [];
    }

    private List<Occurrence> From(string text, DateOnly from)
    {
        if (from > _named.To)
        {
            warnings.Add(TermSentences.DueOutside(from, _named));
            return [];
        }

        warnings.Add(TermSentences.OpenEnd(text));
        return [Checked(new Occurrence(from, _named.To))];
    }

    private Occurrence Deadline(DateOnly due)
    {
        if (due < _named.From || due > _named.To)
        {
            warnings.Add(TermSentences.DueOutside(due, _named));
        }

        return new Occurrence(due < _named.From ? due : _named.From, due);
    }

    private Occurrence Checked(Occurrence occurrence)
    {
        if (!_named.Contains(occurrence))
        {
            warnings.Add(TermSentences.Outside(occurrence, _named));
        }

        return occurrence;
    }
}
