namespace EffectiveSchool.Domain.Roadmaps;

/// <summary>The parts of a term united: dates of each, kind of the first.</summary>
internal sealed class TermUnion
{
    private readonly List<TermPart> _parts;
    private readonly TermDates _dates;
    private readonly bool _everyYear;
    private readonly HashSet<TermPart> _windows = new(ReferenceEqualityComparer.Instance);

    public TermUnion(List<TermPart> parts, TermDates dates)
    {
        (_parts, _dates) = (parts, dates);
        _everyYear = parts.Exists(p => p is EveryYearPart { IsThen: false });
        FindWindows();
        Kind = KindOfFirst();
    }

    /// <summary>Kind of the first part that has one.</summary>
    public TermKind Kind { get; }

    /// <summary>Whether some part names dates or a frequency other than a bare number a year.</summary>
    public bool HasDates => _parts.Exists(p => p is DatePart or FrequencyPart or YearEndPart or ProgrammeEndPart);

    /// <summary>Whether «в течение учебного года» bounds a frequency: «ежемесячно в течение учебного года» leaves the summer out.</summary>
    public bool IsInSchoolYears => _parts.Exists(p => p is ContinuousPart { Per: QuotaPeriod.SchoolYear }) && _parts.Exists(p => p is FrequencyPart);

    /// <summary>A bare year beside words that were not understood («осень 2024 года») is no term.</summary>
    private bool AreYearsDoubtful => _parts.Exists(p => p is UnknownPart) && !_parts.Exists(p => p is DatePart or FrequencyPart or ContinuousPart);

    /// <summary>Dates of all parts in the order of the parts.</summary>
    public IEnumerable<Occurrence> Occurrences()
    {
        var years = AllYears();
        var isYearsDone = false;
        foreach (var part in _parts.Where(p => !_windows.Contains(p)))
        {
            var dates = part switch
            {
                DatePart date => DatesOf(date),
                FrequencyPart { Kind: TermKind.Yearly } when _parts.Exists(p => p is DatePart || p is FrequencyPart { Kind: not TermKind.Yearly }) => [],
                FrequencyPart { Kind: TermKind.Yearly } when IsInSchoolYears => Narrowed(_dates.Each(QuotaPeriod.SchoolYear)),
                FrequencyPart frequency => Narrowed(InSchoolYears(_dates.Each(frequency.Kind))),
                YearsPart { Lead: TermLead.None } when isYearsDone || AreYearsDoubtful => [],
                YearsPart { IsSure: false } when AreYearsDoubtful => [],
                YearsPart { Lead: TermLead.None } alone => _dates.Of(alone, years!),
                YearsPart edge => _dates.Of(edge, edge.Years),
                ContinuousPart { Per: QuotaPeriod.SchoolYear } when IsInSchoolYears => [],
                ContinuousPart when years is not null && !_everyYear => [],
                ContinuousPart => Narrowed(_dates.Whole()),
                YearEndPart end => _dates.Of(end),
                ProgrammeEndPart => _dates.Whole(),
                _ => [],
            };
            isYearsDone |= part is YearsPart { Lead: TermLead.None };
            foreach (var occurrence in dates)
            {
                yield return occurrence;
            }
        }
    }

    private TermYears? AllYears()
    {
        YearsPart[] named = [.. _parts.OfType<YearsPart>().Where(p => p.Lead == TermLead.None && !_windows.Contains(p))];
        return named.Length == 0 ? null : new TermYears([.. named.SelectMany(p => p.Years.Ranges)], Array.TrueForAll(named, p => p.Years.IsSchool));
    }

    /// <summary>«ежемесячно с сентября по май», «ежеквартально в 2024 году»: dates that say within what a frequency runs.</summary>
    private void FindWindows()
    {
        if (_parts.Exists(p => p is FrequencyPart))
        {
            _windows.UnionWith(_parts.OfType<YearsPart>());
        }

        for (var i = 1; i < _parts.Count; i++)
        {
            if (_parts[i] is DatePart { IsAdjacent: true } date && (date.Lead != TermLead.None || date.First != date.Last)
                && _parts[i - 1] is FrequencyPart or ContinuousPart && !(date.Lead == TermLead.From && date.Years is null))
            {
                _windows.Add(date);
            }
        }
    }

    private IEnumerable<Occurrence> Narrowed(IEnumerable<Occurrence> occurrences)
    {
        if (_windows.Count == 0)
        {
            return occurrences;
        }

        return Within(occurrences, [.. _windows.SelectMany(w => w is YearsPart years ? _dates.Windows(years) : _dates.Of((DatePart)w, false))]);
    }

    private IEnumerable<Occurrence> InSchoolYears(IEnumerable<Occurrence> occurrences) =>
        IsInSchoolYears ? Within(occurrences, [.. _dates.Each(QuotaPeriod.SchoolYear)]) : occurrences;

    private static IEnumerable<Occurrence> Within(IEnumerable<Occurrence> occurrences, Occurrence[] windows) => occurrences.SelectMany(o => windows
        .Where(w => w.From <= o.Due && o.From <= w.Due)
        .Select(w => new Occurrence(w.From > o.From ? w.From : o.From, w.Due < o.Due ? w.Due : o.Due)));

    private IEnumerable<Occurrence> DatesOf(DatePart part)
    {
        var dates = _dates.Of(part, _everyYear);
        if (part.Years is { } years && _parts.Exists(p => p is EveryYearPart { IsThen: true }) && years.Each.LastOrDefault() is var last and > 0)
        {
            var later = part with { Years = null, FirstYear = null };
            dates = dates.Concat(_dates.EachYear(later, Enumerable.Range(last + 1, Math.Max(_dates.LastYear - last, 0))));
        }

        return dates;
    }

    private TermKind KindOfFirst()
    {
        foreach (var part in _parts.Where(p => !_windows.Contains(p)))
        {
            TermKind? kind = part switch
            {
                DatePart date => KindOf(date),
                FrequencyPart { Kind: TermKind.Yearly } when _parts.Exists(p => p is FrequencyPart { Kind: not TermKind.Yearly }) => null,
                FrequencyPart frequency => frequency.Kind,
                YearsPart { IsSure: false } or YearsPart { Lead: TermLead.None } when AreYearsDoubtful => null,
                YearsPart years => years.Lead == TermLead.Until ? TermKind.DueDate : TermKind.Continuous,
                ContinuousPart { Per: QuotaPeriod.SchoolYear } when IsInSchoolYears => null,
                ContinuousPart => TermKind.Continuous,
                YearEndPart => TermKind.Yearly,
                ProgrammeEndPart => TermKind.DueDate,
                RelativePart => TermKind.Relative,
                _ => null,
            };
            if (kind is { } found)
            {
                return found;
            }
        }

        return TermKind.Undetermined;
    }

    private TermKind? KindOf(DatePart part)
    {
        if (part is { Lead: TermLead.From, Years: null })
        {
            return null;
        }

        if (part.Years is null || _everyYear)
        {
            return TermKind.Yearly;
        }

        if (part.Lead == TermLead.Until)
        {
            return TermKind.DueDate;
        }

        var named = _parts.SkipWhile(p => !ReferenceEquals(p, part)).TakeWhile(p => p is DatePart { Lead: not TermLead.Until, Years: not null } or UnknownPart or SchedulePart or ImpossiblePart);
        return named.OfType<DatePart>().Sum(p => p.FirstYear is null ? p.Years!.Each.Count() : 1) > 1 ? TermKind.MonthsList : TermKind.Interval;
    }
}
