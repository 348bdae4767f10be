namespace EffectiveSchool.Domain.Roadmaps;

/// <summary>Reads what is no date: frequencies, «постоянно», «по отдельному графику», terms counted from an event.</summary>
internal sealed class TermPhraseParser(TermScanner at, TermDateParser dates, TermCountParser counts)
{
    /// <summary>A phrase at the place, or null.</summary>
    public TermPart? Read() =>
        at.Try(Need) ?? at.Try(Relative) ?? at.Try(counts.Count) ?? at.Try(Schedule) ?? at.Try(Forbidden) ?? at.Try(Frequency) ?? at.Try(YearEnd) ?? at.Try(Continuous);

    private TermPart? Need()
    {
        if (!at.Are(TermWord.By, TermWord.Measure))
        {
            at.TakeAny(TermWord.By, TermWord.Unknown, TermWord.In);
            if (!at.Take(TermWord.Need))
            {
                return null;
            }
        }

        ToEnd();
        return new NeedPart();
    }

    /// <summary>«не позднее 10 дней со дня …», «в течение месяца после …», «за 2 недели до …», «после …».</summary>
    private TermPart? Relative()
    {
        var hasLead = at.TakeAny(TermWord.In, TermWord.For, TermWord.Until, TermWord.After, TermWord.Before) | (at.Are(TermWord.Not, TermWord.Late) && at.Take(TermWord.Not) && at.Take(TermWord.Late));
        at.SkipAll(TermWord.During, TermWord.Than, TermWord.For, TermWord.After);
        var hasNumber = at.Take(TermWord.Number);
        if (hasNumber)
        {
            at.TakeAny(TermWord.Unknown, TermWord.Filler);
        }

        var isSpan = at.TakeAny(TermWord.Day, TermWord.Week) || at.Take(TermWord.MonthUnit);
        var isFromEvent = at.IsAny(TermWord.After, TermWord.From) || at.Are(TermWord.Until, TermWord.Unknown) || at.Are(TermWord.Until, TermWord.Start);
        if (isSpan && (hasNumber ? hasLead || isFromEvent : isFromEvent || (hasLead && at.Is(TermWord.Unknown) && at.Peek(-1).Word == TermWord.Day)))
        {
            ToEnd();
            return new RelativePart();
        }

        return hasLead && !hasNumber && at.Peek(-1).Word is TermWord.After or TermWord.Before && !at.IsAny(TermWord.Date, TermWord.Month) ? ToEnd(new RelativePart()) : null;
    }

    /// <summary>«по отдельному графику», «согласно плану работы УО», «в соответствии с приказом».</summary>
    private TermPart? Schedule()
    {
        const int widest = 5;
        at.Take(TermWord.In);
        if (!at.TakeAny(TermWord.By, TermWord.According) && !at.IsAny(TermWord.Plan, TermWord.Schedule))
        {
            return null;
        }

        for (var i = 0; i < widest && !at.AtEnd; i++)
        {
            if (at.TakeAny(TermWord.Plan, TermWord.Schedule))
            {
                var isPlan = at.Peek(-1).Word == TermWord.Plan;
                if (at.Are(TermWord.Dash, TermWord.Schedule))
                {
                    at.Position += 2;
                }

                at.SkipAll(TermWord.Unknown, TermWord.Programme, TermWord.School);
                return isPlan ? new PlanPart() : new SchedulePart();
            }

            if (!at.TakeAny(TermWord.Unknown, TermWord.From, TermWord.Programme, TermWord.School, TermWord.EveryYear, TermWord.EveryMonth))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>«не ранее …», «кроме …», «после 5 апреля»: the date beside such words is not the term.</summary>
    private TermPart? Forbidden()
    {
        at.Take(TermWord.For);
        if (at.TakeAny(TermWord.After, TermWord.Before, TermWord.Except) || at.Are(TermWord.Not, TermWord.Early))
        {
            ToEnd();
            return new UnknownPart("по этим словам день не определить");
        }

        return at.TakeAny(TermWord.OtherFrequency) ? new UnknownPart("такая частота не поддерживается") : null;
    }

    private TermPart? Frequency()
    {
        var isThen = at.Take(TermWord.Then);
        if (at.Take(TermWord.EveryYear) || (at.Are(TermWord.Every, TermWord.Year) && at.Take(TermWord.Every) && at.Take(TermWord.Year)))
        {
            return new EveryYearPart(isThen);
        }

        at.TakeAny(TermWord.In, TermWord.By, TermWord.For, TermWord.On);
        at.SkipAll(TermWord.During);
        at.Take(TermWord.End);
        var isEvery = at.Take(TermWord.Every);
        if (at.TakeAny(TermWord.EveryQuarter, TermWord.EveryMonth, TermWord.EveryHalf))
        {
            return new FrequencyPart(at.Peek(-1).Word switch
            {
                TermWord.EveryQuarter => TermKind.Quarterly,
                TermWord.EveryMonth => TermKind.Monthly,
                _ => TermKind.HalfYear,
            });
        }

        if (counts.Unit() is not FrequencyPart unit || (unit.Kind == TermKind.Monthly && !isEvery))
        {
            return null;
        }

        if (at.Take(TermWord.School))
        {
            at.Take(TermWord.Year);
        }

        return unit;
    }

    private TermPart? YearEnd()
    {
        if (dates.Lead() != TermLead.Until || !at.Take(TermWord.End))
        {
            return null;
        }

        at.SkipAll(TermWord.Filler, TermWord.Every);
        var isSchool = at.Take(TermWord.School);
        if (at.Is(TermWord.Year) && !at.Peek(1).IsYear)
        {
            at.Position++;
            return new YearEndPart(isSchool);
        }

        at.SkipAll(TermWord.Span, TermWord.Whole);
        return at.Peek(-1).Word == TermWord.Span | at.Take(TermWord.Programme) ? SkipProgramme(new ProgrammeEndPart()) : null;
    }

    /// <summary>«постоянно», «в течение года», «весь период», «в течение всего срока реализации программы».</summary>
    private TermPart? Continuous()
    {
        // «по итогам учебного года», «до конца срока»: the edge of a period is not the period.
        if (at.Peek(-1).Word is TermWord.End or TermWord.Start or TermWord.Until or TermWord.By or TermWord.From)
        {
            return null;
        }

        var isSpan = at.TakeAny(TermWord.In, TermWord.On, TermWord.For);
        if (at.Take(TermWord.Always))
        {
            at.TakeAny(at.Is(TermWord.Unknown) && at.Current.Text.StartsWith("основ", StringComparison.OrdinalIgnoreCase) ? TermWord.Unknown : TermWord.Filler);
            return new ContinuousPart(null);
        }

        var start = at.Position;
        while (!at.AtEnd && at.IsAny(TermWord.During, TermWord.Whole, TermWord.Filler, TermWord.Every, TermWord.Span))
        {
            isSpan |= !at.Is(TermWord.Filler);
            at.Position++;
        }

        var endsWithSpan = at.Position > start && at.Peek(-1).Word == TermWord.Span;
        var isSchool = at.Take(TermWord.School);
        if (at.Is(TermWord.Year) && at.Position > start && at.Take(TermWord.Year))
        {
            // «не позднее 1 октября текущего года», «сентябрь – май учебного года»: no words say that the whole year is meant.
            if (!isSpan)
            {
                return null;
            }

            return at.Current.IsYear ? null : new ContinuousPart(isSchool ? QuotaPeriod.SchoolYear : QuotaPeriod.Year);
        }

        var isProgramme = at.Position > start && at.Is(TermWord.Programme);
        return isProgramme || (endsWithSpan && !isSchool && !IsDate()) ? SkipProgramme(new ContinuousPart(null)) : null;

        bool IsDate() => at.IsAny(TermWord.From, TermWord.Until, TermWord.By, TermWord.Number, TermWord.Month, TermWord.Date, TermWord.Colon, TermWord.Not, TermWord.Dash, TermWord.Unknown);
    }

    private T SkipProgramme<T>(T part)
        where T : TermPart
    {
        at.SkipAll(TermWord.Programme, TermWord.Span);
        return part;
    }

    /// <summary>Such a phrase takes the rest of its part with it, dates among it.</summary>
    private void ToEnd()
    {
        while (!at.AtEnd && !at.IsAny(TermWord.Comma, TermWord.Semicolon))
        {
            at.Position++;
        }
    }

    private T ToEnd<T>(T part)
        where T : TermPart
    {
        ToEnd();
        return part;
    }
}
