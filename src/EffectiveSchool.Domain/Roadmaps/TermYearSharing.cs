namespace EffectiveSchool.Domain.Roadmaps;

/// <summary>Gives months the years that stand after their list («Март, август 2023, 2024 гг.») or before it («2023 год: март, август»).</summary>
internal static class TermYearSharing
{
    /// <summary>Shares years among the parts; years before a list go away as parts.</summary>
    public static void Share(List<TermPart> parts)
    {
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

    private static bool MayShare(DatePart part, DatePart next) =>
        part.Lead != TermLead.From
        && part.Lead == next.Lead
        && (!next.AfterSemicolon || (part.IsPlainMonth && next.IsPlainMonth));
}
