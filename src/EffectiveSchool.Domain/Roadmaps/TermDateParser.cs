namespace EffectiveSchool.Domain.Roadmaps;

/// <summary>Reads days, months, quarters and halves, their lists and ranges, and the years beside them.</summary>
internal sealed class TermDateParser(TermScanner at, SchoolCalendar calendar)
{
    /// <summary>Dates that share their years: «8, 15 октября 2024 г.».</summary>
    private sealed record Dates(IReadOnlyList<(MonthDay First, MonthDay Last)> Spans, TermYears? Years, bool KeepsYear)
    {
        /// <summary>«с 8 по 9 октября»: the end is named.</summary>
        public bool IsClosed { get; init; }

        public bool AreImpossible => Spans.Any(s => !Exists(s.First) || !Exists(s.Last));

        private static bool Exists(MonthDay day) =>
            day.Month is >= 1 and <= 12 && (day.Day is null || (day.Day >= 1 && day.Day <= DateTime.DaysInMonth(2024, day.Month)));
    }

    /// <summary>Dates at the place, or null.</summary>
    public IReadOnlyList<TermPart>? Read() => at.Try(() =>
    {
        at.SkipAll(TermWord.In, TermWord.On, TermWord.Filler, TermWord.During, TermWord.Span);
        var lead = Lead();
        var isVague = Edge(lead);
        if (ReadDates(lead) is not { } dates)
        {
            return null;
        }

        if (dates.AreImpossible)
        {
            return [new ImpossiblePart()];
        }

        return Range(dates, lead) is { } range ? range : Parts(dates, lead, isVague);
    });

    /// <summary>Years at the place, or null: «2023, 2024 гг.», «2023 – 2025 годы», «2023/24 учебный год».</summary>
    public TermYears? ReadYears() => at.Try(() =>
    {
        at.SkipAll(TermWord.MonthUnit, TermWord.Filler);
        var isSchool = at.Take(TermWord.School) && at.Take(TermWord.Year);
        if (Year(null) is not { } first)
        {
            return null;
        }

        var ranges = new List<(int First, int Last)> { (first, first) };
        while (true)
        {
            at.Take(TermWord.Year);
            var start = at.Position;
            var isRange = at.TakeAny(TermWord.Dash, TermWord.Slash);
            if (!isRange)
            {
                at.TakeAny(TermWord.Comma, TermWord.And);
            }

            if (Year(isRange ? ranges[^1].Last : null) is not { } next)
            {
                at.Position = start;
                break;
            }

            if (isRange)
            {
                ranges[^1] = (ranges[^1].First, next);
            }
            else
            {
                ranges.Add((next, next));
            }
        }

        isSchool |= at.Take(TermWord.School) && (at.Take(TermWord.Year) || true);
        return new TermYears(ranges, isSchool);
    });

    /// <summary>Years of a date, also behind a sign: «сентябрь, 2023 г.»; «март, 2024 год: …» begins something new.</summary>
    private TermYears? YearsOfDate() => ReadYears() ?? at.Try(() =>
        at.TakeAny(TermWord.Comma, TermWord.Dash) && ReadYears() is { } years && !at.Is(TermWord.Colon) ? years : null);

    /// <summary>«до», «не позднее», «к», «по», «с», «начиная с».</summary>
    public TermLead Lead()
    {
        if (at.Are(TermWord.Not, TermWord.Late))
        {
            at.Position += 2;
            at.Take(TermWord.Until);
            return TermLead.Until;
        }

        if (at.Take(TermWord.Until))
        {
            return TermLead.Until;
        }

        if (at.Is(TermWord.From))
        {
            at.SkipAll(TermWord.From);
            return TermLead.From;
        }

        return at.Peek(1).Word != TermWord.End && at.Take(TermWord.By) ? TermLead.Until : TermLead.None;
    }

    /// <summary>«конец августа», «первая половина мая», «по окончании 1 четверти»: true where words narrow the dates unsaid.</summary>
    private bool Edge(TermLead lead)
    {
        if (at.Are(TermWord.By, TermWord.End))
        {
            at.Position += 2;
            return false;
        }

        if (at.Take(TermWord.End))
        {
            return lead == TermLead.None;
        }

        if (at.Are(TermWord.Number, TermWord.Start))
        {
            at.Position++;
        }

        return at.Take(TermWord.Start);
    }

    private int? Year(int? before)
    {
        var isShort = at.Is(TermWord.Number) && at.Current.Text.Length == 2 && char.IsAsciiDigit(at.Current.Text[0])
            && (at.Peek(1).Word == TermWord.Year || (before is { } known && at.Current.Number == (known + 1) % 100 && at.Peek(1).Word != TermWord.Month));
        if (!at.Current.IsYear && !isShort)
        {
            return null;
        }

        var year = isShort ? 2000 + at.Current.Number : at.Current.Number;
        at.Position++;
        return year;
    }

    private Dates? ReadDates(TermLead lead)
    {
        if (at.Is(TermWord.Date))
        {
            return OneDate(at.Current.Date);
        }

        if (at.Is(TermWord.Month))
        {
            var month = new MonthDay(at.Current.Number);
            at.Position++;
            return new Dates([(month, month)], YearsOfDate(), false);
        }

        return at.Is(TermWord.Number) && !at.Current.IsYear ? Numbered(lead) : null;
    }

    private Dates OneDate((int Day, int Month, int? Year) date)
    {
        at.Position++;
        at.Take(TermWord.Year);
        var day = new MonthDay(date.Month, date.Day == 0 ? null : date.Day);
        return new Dates([(day, day)], date.Year is { } year ? new TermYears([(year, year)], false) : ReadYears(), date.Year is not null && date.Day != 0);
    }

    /// <summary>Figures with what they count: «8-9 октября», «I, III кварталы», «05–10.04.2023».</summary>
    private Dates? Numbered(TermLead lead)
    {
        var numbers = new List<(int First, int Last)>();
        var isRange = false;
        do
        {
            if (at.Is(TermWord.Date) && numbers.Count > 0 && at.Current.Date is { Day: > 0 } date)
            {
                Add(date.Day);
                return OneDate(date) with { Spans = Days(date.Month), IsClosed = isRange };
            }

            if (!at.Is(TermWord.Number) || at.Current.IsYear)
            {
                return null;
            }

            Add(at.Current.Number);
            at.Position++;
            isRange = at.Is(TermWord.Dash) || (lead == TermLead.From && at.IsAny(TermWord.By, TermWord.Until));
        }
        while (at.TakeAny(TermWord.Comma, TermWord.And, TermWord.Dash) || (isRange && at.TakeAny(TermWord.By, TermWord.Until)));

        if (at.Is(TermWord.Month))
        {
            var spans = Days(at.Current.Number);
            at.Position++;
            return new Dates(spans, YearsOfDate(), false) { IsClosed = numbers.Exists(n => n.First != n.Last) };
        }

        return Units(numbers);

        void Add(int number)
        {
            if (isRange)
            {
                numbers[^1] = (numbers[^1].First, number);
            }
            else
            {
                numbers.Add((number, number));
            }
        }

        List<(MonthDay First, MonthDay Last)> Days(int month) => numbers.ConvertAll(n => (new MonthDay(month, n.First), new MonthDay(month, n.Last)));
    }

    private Dates? Units(List<(int First, int Last)> numbers)
    {
        var isSchool = at.Take(TermWord.School);
        var unit = at.Current.Word;
        if (!at.TakeAny(TermWord.Quarter, TermWord.HalfYear, TermWord.SchoolQuarter))
        {
            return null;
        }

        var years = YearsOfDate();
        isSchool |= years is { IsSchool: true } || (years is null && at.Take(TermWord.School) && (at.Take(TermWord.Year) || true));
        var spans = unit switch
        {
            TermWord.SchoolQuarter => calendar.Quarters,
            TermWord.HalfYear when isSchool => calendar.Halves,
            TermWord.HalfYear => Calendar(6),
            _ => Calendar(3),
        };
        return new Dates(numbers.ConvertAll(n => (At(n.First).First, At(n.Last).Last)), years, false) { IsClosed = numbers.Exists(n => n.First != n.Last) };

        CalendarSpan At(int number) => number >= 1 && number <= spans.Count ? spans[number - 1] : default;

        static IReadOnlyList<CalendarSpan> Calendar(int months) =>
            [.. Enumerable.Range(0, 12 / months).Select(i => new CalendarSpan(new MonthDay((i * months) + 1), new MonthDay((i + 1) * months)))];
    }

    /// <summary>«… – …», «с … по …»: the last date before the sign and the first after it are the ends.</summary>
    private List<TermPart>? Range(Dates first, TermLead lead) => at.Try<List<TermPart>>(() =>
    {
        var isOneYear = first.Years is null or { IsOne: true };
        var isSign = at.Take(TermWord.Dash) || (lead == TermLead.From && at.TakeAny(TermWord.By, TermWord.Until));
        at.SkipAll(TermWord.In, TermWord.Filler, TermWord.End, TermWord.By);
        if (!isSign || !isOneYear || ReadDates(lead) is not { } second)
        {
            return null;
        }

        if (second.AreImpossible)
        {
            return [new ImpossiblePart()];
        }

        var (from, to) = (first.Spans[^1].First, second.Spans[0].Last);
        var firstYear = first.Years?.Ranges[0].First;
        var runsOver = to.Order < from.Order;
        var years = second.Years ?? (firstYear is { } known ? new TermYears([(known + (runsOver ? 1 : 0), known + (runsOver ? 1 : 0))], false) : null);
        var range = new DatePart(lead == TermLead.Until ? lead : TermLead.None, from, to)
        {
            FirstYear = firstYear, Years = years, KeepsYear = second.KeepsYear, IsVague = second.Years is null && firstYear is not null && runsOver,
        };
        return
        [
            .. Parts(first with { Spans = [.. first.Spans.SkipLast(1)] }, lead, false),
            range,
            .. Parts(second with { Spans = [.. second.Spans.Skip(1)] }, lead, false),
        ];
    });

    private static List<TermPart> Parts(Dates dates, TermLead lead, bool isVague) =>
        [.. dates.Spans.Select(s => new DatePart(dates.IsClosed && lead == TermLead.From ? TermLead.None : lead, s.First, s.Last) { Years = dates.Years, KeepsYear = dates.KeepsYear, IsVague = isVague })];
}
