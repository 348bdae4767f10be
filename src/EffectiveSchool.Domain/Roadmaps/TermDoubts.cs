namespace EffectiveSchool.Domain.Roadmaps;

/// <summary>Sets apart what must not be read as a date although a part of it could be: «март 20233», «март 2О23», «февраль 29, 2024».</summary>
internal static class TermDoubts
{
    private const int ShortestYear = 3;

    /// <summary>The parts; a date without a year and the figure behind it that was not understood become one part that gives no dates.</summary>
    public static List<TermPart> Apart(List<TermPart> parts)
    {
        for (var i = parts.Count - 1; i > 0; i--)
        {
            if (parts[i - 1] is DatePart { Years: null } date && parts[i] is UnknownPart { Reason: null } figure && IsFigure(figure))
            {
                parts[i - 1] = new UnknownPart("число рядом с датой не понято, укажите дату")
                {
                    Text = date.Text + (figure.IsAdjacent ? " " : ", ") + figure.Text, AfterSemicolon = date.AfterSemicolon, IsAdjacent = date.IsAdjacent,
                };
                parts.RemoveAt(i);
            }
        }

        return parts;
    }

    /// <summary>A figure alone: «15 человек» after a month is a remark.</summary>
    private static bool IsFigure(UnknownPart part) =>
        char.IsAsciiDigit(part.Text[0]) && !part.Text.Contains(' ', StringComparison.Ordinal) && (part.IsAdjacent || part.Text.Length >= ShortestYear);
}
