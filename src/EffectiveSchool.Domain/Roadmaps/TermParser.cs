namespace EffectiveSchool.Domain.Roadmaps;

/// <summary>Cuts a term into the parts that <see cref="TermReader"/> gives dates to. Nothing is thrown away: words it does not know are parts too.</summary>
internal sealed class TermParser
{
    private readonly TermScanner _at;
    private readonly TermDateParser _dates;
    private readonly TermCountParser _counts;
    private readonly TermPhraseParser _phrases;
    private readonly List<TermPart> _parts = [];
    private bool _afterSemicolon;
    private bool _isAdjacent;

    private TermParser(IReadOnlyList<TermToken> tokens, SchoolCalendar calendar)
    {
        _at = new TermScanner(tokens);
        _dates = new TermDateParser(_at, calendar);
        _counts = new TermCountParser(_at);
        _phrases = new TermPhraseParser(_at, _dates, _counts);
    }

    /// <summary>The parts of a cleaned text in their order.</summary>
    public static List<TermPart> Parse(string text, SchoolCalendar calendar)
    {
        var parser = new TermParser(TermLexer.Read(text), calendar);
        parser.Run();
        return parser._parts;
    }

    private void Run()
    {
        while (!_at.AtEnd)
        {
            var start = _at.Position;
            if (_at.IsAny(TermWord.Comma, TermWord.Semicolon, TermWord.Colon, TermWord.Dash, TermWord.And, TermWord.Slash))
            {
                _afterSemicolon |= _at.Is(TermWord.Semicolon);
                _isAdjacent &= _at.Is(TermWord.Dash);
                _at.Position++;
            }
            else if (CountBefore() is { } counted)
            {
                _parts.RemoveAt(_parts.Count - 1);
                Add(start, counted);
            }
            else if (_phrases.Read() is { } phrase)
            {
                Add(start, phrase);
            }
            else if (_dates.Read() is { } dates)
            {
                Add(start, [.. dates]);
            }
            else if (Years() is { } years)
            {
                Add(start, years);
            }
            else
            {
                SkipWord(start);
            }
        }
    }

    /// <summary>«в течение учебного года – не менее 2-х»: the period stands before the number; one that follows it («ежегодно не менее 2-х за учебный год») decides.</summary>
    private CountPart? CountBefore()
    {
        if (NamesItsPeriod())
        {
            return null;
        }

        QuotaPeriod? per = _parts is [.., var last] ? last switch
        {
            ContinuousPart continuous => continuous.Per,
            EveryYearPart => QuotaPeriod.Year,
            FrequencyPart frequency => TermCountParser.PeriodOf(frequency.Kind),
            _ => null,
        } : null;
        return per is { } period ? _at.Try(() => _counts.Minimum() is { } count ? new CountPart(count, period, true) : null) : null;
    }

    private bool NamesItsPeriod()
    {
        var start = _at.Position;
        var isNamed = _counts.Count() is not null;
        _at.Position = start;
        return isNamed;
    }

    private YearsPart? Years() => _at.Try(() =>
    {
        _at.SkipAll(TermWord.In, TermWord.On, TermWord.For);
        var start = _at.Position;
        _at.SkipAll(TermWord.During, TermWord.Filler, TermWord.Span, TermWord.Whole);
        var isWhole = _at.Position > start;
        var lead = _dates.Lead();
        var isEnd = _at.Take(TermWord.End);
        _at.Take(TermWord.Filler);
        if (_dates.ReadYears() is not { } years || (isEnd && lead != TermLead.Until))
        {
            return null;
        }

        start = _at.Position;
        if (lead == TermLead.From && years.IsOne && _at.TakeAny(TermWord.By, TermWord.Until, TermWord.Dash))
        {
            _at.Take(TermWord.End);
            if (_dates.ReadYears() is { } last)
            {
                return new YearsPart(TermLead.None, new TermYears([(years.Ranges[0].First, last.Ranges[^1].Last)], last.IsSchool)) { IsSure = true };
            }

            _at.Position = start;
        }

        return new YearsPart(lead, years) { IsSure = isWhole || isEnd || lead == TermLead.From };
    });

    private void SkipWord(int start)
    {
        var isSilent = _at.IsAny(
            TermWord.Filler, TermWord.Manner, TermWord.In, TermWord.On, TermWord.Span, TermWord.Then, TermWord.During, TermWord.Year, TermWord.MonthUnit);
        _at.Position++;
        if (isSilent)
        {
            return;
        }

        if (_parts is [.., UnknownPart { Reason: null } unknown] && _isAdjacent)
        {
            unknown.Text += " " + _at.TextSince(start);
            return;
        }

        Add(start, new UnknownPart());
    }

    private void Add(int start, params IReadOnlyList<TermPart> parts)
    {
        foreach (var part in parts)
        {
            part.Text = _at.TextSince(start);
            part.AfterSemicolon = _afterSemicolon;
            part.IsAdjacent = _isAdjacent && _parts.Count > 0;
            _parts.Add(part);
            _afterSemicolon = false;
            _isAdjacent = true;
        }
    }
}
