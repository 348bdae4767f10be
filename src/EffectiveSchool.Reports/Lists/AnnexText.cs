using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Reports.Lists;

/// <summary>Words that the annex says alike in the workbook and in print.</summary>
public static class AnnexText
{
    /// <summary>«к приказу от 20.02.2024 № 412-п», or the state of a list that has no order yet.</summary>
    public static string Order(ListHeading heading) => heading.OrderNumber is { } number
        ? $"к приказу от {RussianFigures.Date(heading.OrderDate)} № {number}"
        : $"к приказу от ____________ № ________ (перечень — {heading.State.RussianName()}, не утверждён)";

    /// <summary>The requisites as an office writes them: «от «20» февраля 2024 г. № 412-п», or blanks until the order is there.</summary>
    public static string OrderBlanks(ListHeading heading) => heading is { OrderNumber: { } number, OrderDate: { } date }
        ? $"от {date.ToString("«dd» MMMM yyyy 'г.'", RussianCulture.Value)} № {number}"
        : "от «__» ______________ 20__ г. № ________";

    /// <summary>How many schools are listed, of how many and what share, as a sentence.</summary>
    public static string Totals(ListHeading heading)
    {
        ArgumentNullException.ThrowIfNull(heading);
        var share = heading.Schools == 1 ? "" : $" ({RussianFigures.Percent(heading.ListedPercent)})";
        var listed = $"{RussianWords.Count(heading.Listed, "школа", "школы", "школ")} из {RussianFigures.Count(heading.Denominator)}";
        return heading.Methodology.Kind == MethodologyKind.RiskZone
            ? $"В зоне риска {listed} {Enough(heading.Methodology)}{share}; всего рассмотрено {RussianFigures.Count(heading.Schools)}."
            : $"В перечне {listed}{share}.";
    }

    /// <summary>«с данными не меньше чем по 2 из 3».</summary>
    public static string Enough(Methodology methodology) => $"с данными не меньше чем по {methodology.LeastTrue} из {IndicatorCatalogue.Of(methodology.Kind).Count}";

    /// <summary>What other orders and editions do to this one, as sentences: what it amends, what replaced it. Empty for the first edition in force.</summary>
    public static IEnumerable<string> Amendments(ListHeading heading)
    {
        ArgumentNullException.ThrowIfNull(heading);
        if (heading.AmendedBy is { } by)
        {
            yield return $"ЗАМЕНЁН: перечень изменён приказом от {RussianFigures.Date(by.Date)} № {by.Number}, действует редакция {by.Edition}.";
        }
        else if (heading.State == ListState.Replaced)
        {
            yield return "ЗАМЕНЁН новой редакцией перечня.";
        }

        if (heading.Amends is { } amends)
        {
            var changes = heading.OrderNumber is null ? "После утверждения внесёт" : "Вносит";
            yield return $"{changes} изменения в приказ от {RussianFigures.Date(amends.Date)} № {amends.Number} (редакция {amends.Edition}).";
        }
    }

    /// <summary>The line under the title of a sheet: the order, what it amends or what replaced it, and how many are listed.</summary>
    public static string Above(ListHeading heading) => string.Join(' ', Amendments(heading).Prepend($"Приложение {Order(heading)}.").Append(Totals(heading)));

    /// <summary>Whether no order approves the list yet: its annex is a draft.</summary>
    public static bool IsProject(ListHeading heading) => heading.OrderNumber is null;

    /// <summary>The whole rule of a methodology as sentences.</summary>
    public static string Method(Methodology methodology) => methodology.Kind == MethodologyKind.LowResults
        ? $"{ExplanationText.Rule(methodology)} {CriterionA(methodology)} {CriterionB(methodology)}"
        : IndicatorText.Rule(methodology);

    /// <summary>What criterion A counts, as a sentence.</summary>
    public static string CriterionA(Methodology methodology) =>
        $"Критерий A: низкие результаты не меньше чем по {RussianWords.Count(methodology.LowProceduresForA, "процедуре", "процедурам", "процедурам")} в году.";

    /// <summary>What criterion B counts, as a sentence.</summary>
    public static string CriterionB(Methodology methodology) => methodology.CriterionB == CriterionBVersion.SameProcedure
        ? "Критерий B: одна и та же процедура низкая два года подряд."
        : "Критерий B: в каждом из двух лет подряд есть хотя бы одна низкая процедура.";

    /// <summary>«код 220028, Приозёрный район».</summary>
    public static string Place(ListRow row) => row.Code.Length > 0 ? $"код {row.Code}, {row.Municipality}" : row.Municipality;

    /// <summary>«в перечне», «не в перечне», «не оценивается», with how firmly.</summary>
    public static string Outcome(SchoolVerdict verdict) => Stability.Word(verdict) is { } stability
        ? $"{Listed(verdict)}, {stability}"
        : Listed(verdict);

    /// <summary>«в перечне», «не в перечне», «не оценивается»; «нет данных» where indicators judge and none is known.</summary>
    public static string Listed(SchoolVerdict verdict) => verdict switch
    {
        { NotJudged: not null } => "не оценивается",
        { IsUnknown: true } => "нет данных",
        { IsOfRiskZone: true } => verdict.Listed ? "в зоне риска" : "не в зоне риска",
        { Listed: true } => "в перечне",
        _ => "не в перечне",
    };

    /// <summary>Heading of the column of federal levels.</summary>
    public const string Level = "Уровень (федеральный перечень)";

    /// <summary>The heading of a narrow column.</summary>
    public static string ShortName(string procedure) => Procedures.Find(procedure)?.ShortName ?? procedure;
}
