namespace EffectiveSchool.Domain.Roadmaps;

/// <summary>
/// Gives dates what one of their list says for all: the years after the list («Март, август 2023, 2024 гг.», «1 квартал; 3 квартал
/// 2023») or before it («2023 год: март, август»), and the «до» before its first day («до 15.08 и 15.12»).
/// </summary>
internal static class TermYearSharing
{
    /// <summary>Shares leads and years among the parts; years before a list go away as parts.</summary>
    public static void Share(List<TermPart> parts)
    {
        ShareLead(parts);
        TermPart[] named = [.. parts.Where(p => p is DatePart or YearsPart { Lead: TermLead.None })];
        if (named is [YearsPart, .., DatePart { Years: null }])
        {
            Forward(named);
            parts.RemoveAll(p => p is YearsPart { Lead: TermLead.None });
        }
        else
        {
            Backward(parts);
        }
    }

    /// <summary>A day that follows a deadline behind a sign is a deadline too.</summary>
    private static void ShareLead(List<TermPart> parts)
    {
        for (var i = 1; i < parts.Count; i++)
        {
            if (parts[i - 1] is DatePart { Lead: TermLead.Until } && parts[i] is DatePart { Lead: TermLead.None, First.Day: not null, IsAdjacent: false } day && day.First == day.Last)
            {
                parts[i] = day with { Lead = TermLead.Until };
            }
        }
    }

    private static void Forward(TermPart[] named)
    {
        TermYears? years = null;
        foreach (var part in named)
        {
            if (part is YearsPart group)
            {
                years = group.Years;
            }
            else if (part is DatePart { Years: null } date)
            {
                date.Years = years;
            }
        }
    }

    private static void Backward(List<TermPart> parts)
    {
        DatePart? next = null;
        for (var i = parts.Count - 1; i >= 0; i--)
        {
            if (parts[i] is not DatePart date)
            {
                next = parts[i] is UnknownPart or SchedulePart ? next : null;
                continue;
            }

            if (date.Years is null && next is { Years: not null, KeepsYear: false } && MayShare(date, next))
            {
                date.Years = next.FirstYear is { } year ? new TermYears([(year, year)], false) : next.Years;
            }

            next = date;
        }
    }

    private static bool MayShare(DatePart part, DatePart next) => part.Lead != TermLead.From && part.Lead == next.Lead;

    /// <summary>Dates without a year beside dates that have one: nothing says whether the year is theirs.</summary>
    public static IEnumerable<DatePart> Unshared(IReadOnlyList<TermPart> parts) =>
        parts.Any(p => p is DatePart { Years: not null } or YearsPart { Lead: TermLead.None }) && !parts.Any(p => p is EveryYearPart)
            ? parts.OfType<DatePart>().Where(p => p is { Years: null, Lead: not TermLead.From })
            : [];
}
