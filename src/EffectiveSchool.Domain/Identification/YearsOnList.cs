namespace EffectiveSchool.Domain.Identification;

/// <summary>A school in one list of its history.</summary>
/// <param name="ResultsYear">The results year.</param>
/// <param name="State">State of the list.</param>
/// <param name="Listed">Whether the school is in it.</param>
public sealed record ListedYear(int ResultsYear, ListState State, bool Listed);

/// <summary>How long a school has been on the list (domain.md §5), counted in results years.</summary>
/// <param name="Total">Results years in which the school was listed.</param>
/// <param name="InARow">
/// Years in a row up to the newest list; 0 where the newest one does not list the school. A year without a list breaks the row.
/// </param>
/// <param name="Judged">Results years that have an official list.</param>
public sealed record YearsOnList(int Total, int InARow, int Judged)
{
    /// <summary>
    /// Counts the years of a history by official lists alone: nobody was in a list that stayed a draft. Where one year has
    /// several an approved or archived one speaks for it, otherwise the preliminary one; of equals the first given.
    /// </summary>
    /// <param name="history">Lists that judged the school, newest first within a year.</param>
    public static YearsOnList Of(IEnumerable<ListedYear> history)
    {
        var years = history
            .Where(l => l.State.IsOfficial())
            .GroupBy(l => l.ResultsYear)
            .Select(g => g.OrderBy(l => l.State == ListState.Preliminary).First())
            .OrderByDescending(l => l.ResultsYear)
            .ToArray();
        var inARow = 0;
        while (inARow < years.Length && years[inARow].Listed && years[inARow].ResultsYear == years[0].ResultsYear - inARow)
        {
            inARow++;
        }

        return new YearsOnList(years.Count(y => y.Listed), inARow, years.Length);
    }

    /// <summary>The count as one sentence; null where no list has judged the school.</summary>
    public string? Sentence => this switch
    {
        { Judged: 0 } => null,
        { Total: 0 } => $"В перечне школа не была: перечней с её оценкой — {RussianFigures.Count(Judged)}.",
        { InARow: 0 } => $"Сейчас школа не в перечне; раньше была в нём {Times(Total)}.",
        _ when InARow == Total => $"В перечне {Years(InARow)} подряд.",
        _ => $"В перечне {Years(InARow)} подряд, всего за все годы — {Years(Total)}.",
    };

    private static string Years(int count) => RussianWords.Count(count, "год", "года", "лет");

    private static string Times(int count) => RussianWords.Count(count, "раз", "раза", "раз");
}
