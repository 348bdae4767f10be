namespace EffectiveSchool.Domain.Roadmaps;

/// <summary>
/// The term grammar of domain.md §9: a wording and the period of its programme give dated occurrences. What is not
/// understood is said in a warning and left for a person; nothing is guessed silently.
/// </summary>
public static class TermReader
{
    /// <summary>Reads a wording.</summary>
    /// <param name="text">The wording as it stands in the plan; kept whole.</param>
    /// <param name="period">The programme's period.</param>
    /// <param name="sectionYear">The year that the section row above names («2022 год»), or null.</param>
    /// <param name="calendar">The region's school calendar; null for <see cref="SchoolCalendar.Default"/>.</param>
    public static Term Read(string text, ProgrammePeriod period, int? sectionYear = null, SchoolCalendar? calendar = null)
    {
        var reading = new Reading(text, period, sectionYear, calendar ?? SchoolCalendar.Default);
        return reading.Run();
    }

    private sealed class Reading
    {
        private readonly string _text;
        private readonly ProgrammePeriod _period;
        private readonly IReadOnlyList<string> _remarks;
        private readonly List<TermPart> _parts;
        private readonly SchoolCalendar _calendar;
        private readonly List<string> _warnings = [];
        private readonly TermDates _dates;

        public Reading(string text, ProgrammePeriod period, int? sectionYear, SchoolCalendar calendar)
        {
            (_text, _calendar) = (text, calendar);
            var active = sectionYear is { } year ? period.In(year) : period;
            _period = active ?? period;
            if (sectionYear is { } outside && active is null)
            {
                _warnings.Add(TermSentences.SectionOutside(outside, period));
            }

            (var main, _remarks) = TermText.SplitRemarks(TermText.Clean(text));
            _parts = TermDoubts.Apart(TermParser.Parse(main, calendar));
            _dates = new TermDates(period, active, calendar, _warnings);
        }

        public Term Run()
        {
            Say(_parts.Where(p => p.IsLeast), TermSentences.LeastOfRange);

            // A quota wins, in brackets too: the number is what the programme is asked for.
            if (Minimum() is { } quota)
            {
                Say(_parts.Where(IsDated), TermSentences.QuotaWins);
                return Finish(TermKind.Quota, _dates.Each(quota.Per), new TermQuota(quota.Count, quota.Per));
            }

            if (_parts.OfType<NeedPart>().Any())
            {
                Say(_parts.Where(p => p is not NeedPart), TermSentences.NeedWins);
                return Finish(TermKind.Undetermined, []);
            }

            TermYearSharing.Share(_parts);
            if (_parts.Exists(p => p is EveryYearPart or PlanPart)
                && !_parts.Exists(p => p is DatePart or FrequencyPart or CountPart or YearEndPart or ProgrammeEndPart or RelativePart or YearsPart { Lead: TermLead.Until }))
            {
                Say(_parts.Where(p => p is not (EveryYearPart or PlanPart or SchedulePart)), TermSentences.NoMonth);
                return Finish(TermKind.Undetermined, []);
            }

            var union = new TermUnion(_parts, _dates);
            if (!union.HasDates && _parts.OfType<CountPart>().FirstOrDefault() is { } count)
            {
                Say(_parts.Where(IsDated), TermSentences.QuotaWins);
                return Finish(TermKind.Quota, _dates.Each(count.Per), new TermQuota(count.Count, count.Per));
            }

            return United(union);
        }

        /// <summary>A number of times beside dates says nothing new where as many are named: «2 раза в год: апрель, октябрь».</summary>
        private bool IsMet(CountPart count) => count.Per == QuotaPeriod.Year && _parts.Sum(p => p switch
        {
            DatePart => 1,
            FrequencyPart { Kind: TermKind.HalfYear } => 2,
            FrequencyPart { Kind: TermKind.Quarterly or TermKind.SchoolQuarter } => 4,
            FrequencyPart { Kind: TermKind.Monthly } => 12,
            _ => 0,
        }) == count.Count;

        private Term United(TermUnion union)
        {
            var occurrences = union.Occurrences().ToArray();
            Say(TermYearSharing.Unshared(_parts), TermSentences.YearNotNamed);
            Say(_parts.OfType<CountPart>().Where(c => !IsMet(c)), TermSentences.CountNotApplied);
            SayWhatIsLeft(union);
            if (occurrences.Length == 0 && union.Kind is not (TermKind.Relative or TermKind.Undetermined) && _warnings.Count == 0)
            {
                _warnings.Add(TermSentences.NothingInside(_period));
            }

            return Finish(union.Kind, occurrences);
        }

        private void SayWhatIsLeft(TermUnion union)
        {
            if (_parts.Count == 0)
            {
                _warnings.Add(string.IsNullOrWhiteSpace(_text) ? TermSentences.Empty : TermSentences.NotUnderstood(TermText.Quoted(_text)));
            }

            var isDated = union.Kind != TermKind.Undetermined;
            if (!isDated && _parts.Exists(p => p is UnknownPart { Reason: null }))
            {
                _warnings.Add(TermSentences.NotUnderstood(TermText.Quoted(_text)));
            }

            foreach (var part in _parts)
            {
                switch (part)
                {
                    case ImpossiblePart:
                        _warnings.Add(TermSentences.NoSuchDay(part.Text));
                        break;
                    case UnknownPart { Reason: { } reason }:
                        _warnings.Add(TermSentences.LeftOut(part.Text, reason));
                        break;
                    case UnknownPart when isDated:
                        _warnings.Add(TermSentences.LeftOut(part.Text));
                        break;
                    case ContinuousPart { Per: QuotaPeriod.SchoolYear } when !union.IsInSchoolYears:
                        _warnings.Add(TermSentences.SchoolYearNotApplied(part.Text));
                        break;
                    case SchedulePart or PlanPart when isDated:
                        _warnings.Add(TermSentences.Beside(part.Text));
                        break;
                }
            }
        }

        private static bool IsDated(TermPart part) => part is DatePart or YearsPart or FrequencyPart or YearEndPart or ProgrammeEndPart or RelativePart;

        private CountPart? Minimum() =>
            _parts.OfType<CountPart>().FirstOrDefault(c => c.IsMinimum)
            ?? _remarks.SelectMany(r => TermParser.Parse(r, _calendar)).OfType<CountPart>().FirstOrDefault(c => c.IsMinimum);

        private void Say(IEnumerable<TermPart> parts, Func<string, string> sentence)
        {
            foreach (var part in parts)
            {
                _warnings.Add(sentence(part.Text));
            }
        }

        private Term Finish(TermKind kind, IEnumerable<Occurrence> occurrences, TermQuota? quota = null)
        {
            _warnings.AddRange(_remarks.Select(TermSentences.Remark));
            Occurrence[] distinct = [.. occurrences.DistinctBy(o => o.Due).OrderBy(o => o.Due)];
            return new Term(_text, kind, distinct, [.. _warnings.Distinct(StringComparer.Ordinal)], quota);
        }
    }
}
