namespace EffectiveSchool.Domain.Roadmaps;

/// <summary>Reads how often: «2 раза в год», «не реже одного раза в квартал», «не менее 2-х за учебный год».</summary>
internal sealed class TermCountParser(TermScanner at)
{
    /// <summary>The most words between a number and «в год»: «не менее 4 муниципальных мероприятий в год».</summary>
    private const int WidestGap = 8;

    public static QuotaPeriod? PeriodOf(TermKind frequency) => frequency switch
    {
        TermKind.Yearly => QuotaPeriod.Year,
        TermKind.HalfYear => QuotaPeriod.HalfYear,
        TermKind.Quarterly => QuotaPeriod.Quarter,
        TermKind.SchoolQuarter => QuotaPeriod.SchoolQuarter,
        TermKind.Monthly => QuotaPeriod.Month,
        _ => null,
    };

    /// <summary>«не менее 2-х», not a share: «не менее 90 %».</summary>
    public int? Minimum()
    {
        if (!(at.Take(TermWord.Minimum) || (at.Take(TermWord.Not) && at.Take(TermWord.Less))))
        {
            return null;
        }

        at.Take(TermWord.Than);
        var number = at.Current;
        if (!at.Take(TermWord.Number) || number.IsYear || number.Number < 1 || at.Is(TermWord.Percent))
        {
            return null;
        }

        at.Take(TermWord.Times);
        return number.Number;
    }

    /// <summary>«2 раза в год», «не реже одного раза в квартал», «не менее 2-х за учебный год», «2 десанта в год», «раз в полугодие».</summary>
    public TermPart? Count()
    {
        at.Take(TermWord.By);
        var isMinimum = at.Is(TermWord.Minimum) || at.Are(TermWord.Not, TermWord.Less);
        if (at.IsAny(TermWord.Minimum, TermWord.Not))
        {
            at.Position += at.Is(TermWord.Minimum) ? 1 : at.Peek(1).Word is TermWord.Less or TermWord.Rare ? 2 : 0;
            at.Take(TermWord.Than);
        }

        var isTwice = at.Take(TermWord.Twice);
        var count = isTwice ? 2 : at.Is(TermWord.Number) && !at.Current.IsYear ? at.Current.Number : 1;
        var hasNumber = !isTwice && at.Is(TermWord.Number) && at.Take(TermWord.Number);
        var isRange = hasNumber && at.Are(TermWord.Dash, TermWord.Number);
        if (isRange)
        {
            at.Position += 2;
        }

        var isTimes = isTwice | at.Take(TermWord.Times);
        if (count < 1 || at.Is(TermWord.Percent) || !(isTimes || (hasNumber && (isMinimum || IsOfEvents()))))
        {
            return null;
        }

        for (var gap = 0; gap < WidestGap && !at.AtEnd && !at.IsAny(TermWord.Comma, TermWord.Semicolon, TermWord.Month, TermWord.Date); gap++)
        {
            if (at.Try(Per) is { } per)
            {
                var period = per is FrequencyPart { Kind: var kind } ? PeriodOf(kind) : (per as CountPart)?.Per;
                return period is { } named ? Counted(count, named, isMinimum, isTimes) with { IsLeast = isRange } : new UnknownPart("такая частота не поддерживается");
            }

            at.Position++;
        }

        return null;
    }

    /// <summary>«2 десанта за учебный год», «2 методических десанта в год»: events are counted, classes and schools are not.</summary>
    private bool IsOfEvents()
    {
        const int mostAdjectives = 2;
        for (var ahead = 0; ahead <= mostAdjectives && at.Peek(ahead).Word == TermWord.Unknown && at.Peek(ahead).Text is { } word; ahead++)
        {
            if (ExpectedQuantity.UnitOf(word) == QuantityUnit.Events)
            {
                return true;
            }
        }

        return false;
    }

    private static TermPart Counted(int count, QuotaPeriod per, bool isMinimum, bool isTimes) => (count, isTimes, per) switch
    {
        (1, true, QuotaPeriod.Year) => new FrequencyPart(TermKind.Yearly),
        (1, true, QuotaPeriod.HalfYear) => new FrequencyPart(TermKind.HalfYear),
        (1, true, QuotaPeriod.Quarter) => new FrequencyPart(TermKind.Quarterly),
        (1, true, QuotaPeriod.SchoolQuarter) => new FrequencyPart(TermKind.SchoolQuarter),
        (1, true, QuotaPeriod.Month) => new FrequencyPart(TermKind.Monthly),
        _ => new CountPart(count, per, isMinimum),
    };

    /// <summary>«в год», «за учебный год», «в каждом квартале», «ежегодно»; «в 2 месяца» is a frequency nobody counts.</summary>
    private TermPart? Per()
    {
        if (at.TakeAny(TermWord.EveryYear))
        {
            return new FrequencyPart(TermKind.Yearly);
        }

        if (at.TakeAny(TermWord.EveryQuarter))
        {
            return new FrequencyPart(TermKind.Quarterly);
        }

        if (at.TakeAny(TermWord.EveryMonth))
        {
            return new FrequencyPart(TermKind.Monthly);
        }

        if (!at.TakeAny(TermWord.In, TermWord.For, TermWord.On, TermWord.Slash, TermWord.Every))
        {
            return null;
        }

        at.SkipAll(TermWord.During, TermWord.Every, TermWord.Filler);
        if (at.Current.IsYear)
        {
            // «не менее 2 раз в 2024 году»: one year is named, not a period that repeats.
            return null;
        }

        var several = at.Is(TermWord.Number) && !at.Current.IsYear ? at.Current.Number : 1;
        at.Take(TermWord.Number);
        return at.IsAny(TermWord.Week, TermWord.Day) || (several > 1 && at.IsAny(TermWord.MonthUnit, TermWord.Year, TermWord.Quarter, TermWord.HalfYear, TermWord.SchoolQuarter))
            ? at.TakeAny(at.Current.Word) ? new UnknownPart() : null
            : Unit();
    }

    /// <summary>A period named without a number of its own.</summary>
    public TermPart? Unit()
    {
        var isSchool = at.Take(TermWord.School);
        var unit = at.Current.Word;
        if (!at.TakeAny(TermWord.Year, TermWord.Quarter, TermWord.HalfYear, TermWord.SchoolQuarter, TermWord.MonthUnit))
        {
            return null;
        }

        return unit switch
        {
            TermWord.Year => new CountPart(1, isSchool ? QuotaPeriod.SchoolYear : QuotaPeriod.Year, false),
            TermWord.Quarter => new FrequencyPart(isSchool ? TermKind.SchoolQuarter : TermKind.Quarterly),
            TermWord.HalfYear => new FrequencyPart(TermKind.HalfYear),
            TermWord.SchoolQuarter => new FrequencyPart(TermKind.SchoolQuarter),
            _ => new FrequencyPart(TermKind.Monthly),
        };
    }
}
