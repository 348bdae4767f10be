namespace EffectiveSchool.Imports.Roadmaps;

/// <summary>A column of a plan (domain.md §9); only the name and the term are in every plan.</summary>
public enum PlanColumn
{
    /// <summary>№.</summary>
    Number,

    /// <summary>Мероприятие, задача, наименование.</summary>
    Title,

    /// <summary>Срок, период.</summary>
    Term,

    /// <summary>Ответственный, исполнитель.</summary>
    Responsible,

    /// <summary>Планируемый, прогнозируемый результат.</summary>
    Expected,
}

/// <summary>The headings of plans in their many wordings.</summary>
public static class PlanColumns
{
    /// <summary>What stands for the number of an activity that has none.</summary>
    public const string NoNumber = "б/н";

    /// <summary>The plan's own order with the headings that the export writes.</summary>
    public static IReadOnlyList<(PlanColumn Column, string Heading)> All { get; } =
    [
        (PlanColumn.Number, "№"), (PlanColumn.Title, "Мероприятие"), (PlanColumn.Term, "Срок"), (PlanColumn.Responsible, "Ответственный"), (PlanColumn.Expected, "Планируемый результат"),
    ];

    private static readonly (PlanColumn Column, string[] Words)[] Starts =
    [
        (PlanColumn.Term, ["СРОК", "ПЕРИОД", "ДАТА", "ВРЕМЯ"]),
        (PlanColumn.Expected, ["РЕЗУЛЬТАТ", "ОЖИДАЕМ", "ПЛАНИРУЕМ", "ПРОГНОЗИРУЕМ", "ПРЕДПОЛАГАЕМ"]),
        (PlanColumn.Responsible, ["ОТВЕТСТВЕН", "ИСПОЛНИТЕЛ"]),
    ];

    private static readonly (PlanColumn Column, string[] Words)[] Parts =
    [
        (PlanColumn.Expected, ["РЕЗУЛЬТАТ", "ВИД ДОКУМЕНТА"]),
        (PlanColumn.Responsible, ["ОТВЕТСТВЕН", "ИСПОЛНИТЕЛ"]),
        (PlanColumn.Term, ["СРОК", "ПЕРИОД"]),
        (PlanColumn.Title, ["МЕРОПРИЯТИ"]),
        (PlanColumn.Title, ["НАИМЕНОВАНИ", "НАЗВАНИЕ", "СОДЕРЖАНИЕ", "ДЕЯТЕЛЬНОСТ", "ДЕЙСТВИ", "ЗАДАЧ"]),
    ];

    /// <summary>The columns of a heading row, or null where the row is none: it lacks the name or the term.</summary>
    internal static IReadOnlyDictionary<int, PlanColumn>? Recognise(TableRow row)
    {
        const int longest = 80;
        var found = new Dictionary<int, PlanColumn>();
        var titleRank = int.MaxValue;
        for (var i = 0; i < row.Cells.Count; i++)
        {
            if (row[i].Written is not { Length: <= longest } text || Kind(text, out var rank) is not { } column)
            {
                continue;
            }

            var isKnown = found.ContainsValue(column);
            if (column == PlanColumn.Title && isKnown && rank < titleRank)
            {
                // «Задачи» beside «Мероприятия»: the activity is the name.
                found.Remove(found.First(f => f.Value == PlanColumn.Title).Key);
                isKnown = false;
            }

            if (!isKnown)
            {
                found[i] = column;
                titleRank = column == PlanColumn.Title ? rank : titleRank;
            }
        }

        return found.ContainsValue(PlanColumn.Title) && found.ContainsValue(PlanColumn.Term) ? found : null;
    }

    private static PlanColumn? Kind(string text, out int rank)
    {
        var heading = Domain.Registry.SchoolNames.ForSearch(text);
        rank = 0;
        if (heading.Length == 0)
        {
            return text.Contains('№', StringComparison.Ordinal) ? PlanColumn.Number : null;
        }

        if (heading is "П П" or "ПП" or "Н П" or "N" or "N П П" or "НОМЕР" or "№ П П" || (text.Contains('№', StringComparison.Ordinal) && heading.Length <= 4))
        {
            return PlanColumn.Number;
        }

        foreach (var (column, words) in Starts)
        {
            if (Array.Exists(words, w => heading.StartsWith(w, StringComparison.Ordinal)))
            {
                return column;
            }
        }

        for (rank = 0; rank < Parts.Length; rank++)
        {
            if (Array.Exists(Parts[rank].Words, w => heading.Contains(w, StringComparison.Ordinal)))
            {
                return Parts[rank].Column;
            }
        }

        return null;
    }
}
