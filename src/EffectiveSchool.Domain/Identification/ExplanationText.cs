using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Domain.Identification;

/// <summary>One sentence of «Почему школа в перечне».</summary>
/// <param name="Criterion">The criterion it explains, or null for a remark.</param>
/// <param name="Text">A Russian sentence with counts.</param>
public sealed record ExplanationSentence(Criterion? Criterion, string Text);

/// <summary>Says a verdict in Russian sentences that a principal can read; every page and document uses these.</summary>
public static class ExplanationText
{
    /// <summary>The sentences for a verdict: the criteria that hold, or why none does, then the rule and the distance.</summary>
    public static IReadOnlyList<ExplanationSentence> Explain(SchoolVerdict verdict, Methodology methodology, int year)
    {
        if (verdict.NotJudged is not null)
        {
            return [new(null, $"Школа не оценивается: {Uncapitalised(verdict.NotJudgedExplanation).TrimEnd('.')}.")];
        }

        if (verdict.Findings is not null)
        {
            return IndicatorText.Explain(verdict, methodology);
        }

        List<ExplanationSentence> sentences = [];
        if (verdict.Criteria.Contains(Criterion.A))
        {
            sentences.Add(new(Criterion.A, ExplainA(verdict, methodology, year)));
        }

        if (verdict.Criteria.Contains(Criterion.B))
        {
            sentences.Add(new(Criterion.B, ExplainB(verdict, methodology, year)));
        }

        if (!verdict.Listed)
        {
            sentences.Add(new(null, ExplainNotListed(verdict, methodology, year)));
        }

        sentences.Add(new(null, Rule(methodology)));
        if (Distance(verdict) is { } distance)
        {
            sentences.Add(new(null, distance));
        }

        return sentences;
    }

    /// <summary>«Правило: результат процедуры низкий, если доля неуспешных не менее 30 %.» and the minimum of participants where one is set; by indicators, how many of them.</summary>
    public static string Rule(Methodology methodology)
    {
        if (methodology.Kind != MethodologyKind.LowResults)
        {
            return IndicatorText.Rule(methodology);
        }

        var comparison = methodology.Comparator == ThresholdComparator.AtLeast ? "не менее" : "более";
        var threshold = methodology.ThresholdPercent.ToString("0.##", RussianCulture.Value);
        var least = methodology.MinParticipants > 1
            ? $" Процедуры, где участников меньше {methodology.MinParticipants}, не учитываются."
            : "";
        return $"Правило: результат процедуры низкий, если доля неуспешных {comparison} {threshold}\u00A0%.{least}";
    }

    /// <summary>«26 из 74 (35,1 %)», or what stands instead of counts.</summary>
    /// <param name="marker">The marker.</param>
    /// <param name="methodology">The methodology that judged it: its threshold tells how many decimals the share needs.</param>
    public static string Counts(LowResultMarker marker, Methodology methodology) => marker switch
    {
        { State: MarkerState.NoData } => NoData(marker),
        { Participants: { } participants, Failed: { } failed } =>
            $"{failed} из {participants} ({RussianFigures.Percent(marker.FailSharePercent, methodology.ThresholdPercent)})",
        _ => "маркер из опубликованной матрицы, числа не опубликованы",
    };

    /// <summary>Why a marker has no data, in words: «процедура не проводилась», «участников мало: 3».</summary>
    public static string NoData(LowResultMarker marker) => marker.Reason switch
    {
        NoDataReason.NotHeld => "процедура не проводилась",
        NoDataReason.NotApplicable => "такого класса в школе нет",
        NoDataReason.NoParticipants => "участников не было",
        NoDataReason.TooFewParticipants => $"участников мало: {marker.Participants}",
        NoDataReason.Contradiction => "файлы противоречат друг другу",
        _ => "нет данных",
    };

    /// <summary>«Вывод изменится, если …» with the smallest number of pupils; null where it cannot change.</summary>
    public static string? Distance(SchoolVerdict verdict) => verdict.PupilsToFlip is { } pupils
        ? verdict.Listed
            ? $"До выхода из перечня: результат не ниже порога ещё {Pupils(pupils)}."
            : $"До попадания в перечень: неуспешный результат ещё {Pupils(pupils)}."
        : null;

    private static string ExplainA(SchoolVerdict verdict, Methodology methodology, int year) =>
        $"Низкие результаты по {RussianWords.Count(verdict.LowInYear.Count, "процедуре", "процедурам", "процедурам")} в {year} году: "
        + Join(verdict.LowInYear.Select(p => $"{p} — {Counts(verdict.Marker(p, year)!, methodology)}")) + ".";

    private static string ExplainB(SchoolVerdict verdict, Methodology methodology, int year)
    {
        if (methodology.CriterionB == CriterionBVersion.SameProcedure)
        {
            return "Одна и та же процедура два года подряд: " + Join(verdict.LowInBothYears.Select(p =>
                $"{p} — {Counts(verdict.Marker(p, year - 1)!, methodology)} в {year - 1} году и {Counts(verdict.Marker(p, year)!, methodology)} в {year} году")) + ".";
        }

        return $"Низкие результаты два года подряд: в {year - 1} году — {Join(verdict.LowInYearBefore.Select(p => $"{p} ({CountsInside(verdict, methodology, p, year - 1)})"))}; "
            + $"в {year} году — {Join(verdict.LowInYear.Select(p => $"{p} ({CountsInside(verdict, methodology, p, year)})"))}.";
    }

    private static string CountsInside(SchoolVerdict verdict, Methodology methodology, string procedure, int year) =>
        Counts(verdict.Marker(procedure, year)!, methodology).Replace(" (", ", ", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal);

    private static string ExplainNotListed(SchoolVerdict verdict, Methodology methodology, int year)
    {
        if (verdict.Markers.Where(m => m.Year == year).All(m => m.State == MarkerState.NoData))
        {
            return $"За {year} год нет ни одного учитываемого результата, поэтому ни один критерий не выполняется.";
        }

        if (verdict.LowInYear.Count == 0)
        {
            return $"В {year} году нет ни одной процедуры с низким результатом.";
        }

        var low = Join(verdict.LowInYear.Select(p => $"{p} — {Counts(verdict.Marker(p, year)!, methodology)}"));
        var needed = RussianWords.Count(methodology.LowProceduresForA, "такой процедуры", "таких процедур", "таких процедур");
        var before = methodology.CriterionB == CriterionBVersion.SameProcedure
            ? Join(verdict.LowInYear.Select(p => $"{p} — {Counts(verdict.Marker(p, year - 1)!, methodology)}"))
            : verdict.Markers.Where(m => m.Year == year - 1).All(m => m.State == MarkerState.NoData)
                ? "ни одного учитываемого результата нет"
                : "процедур с низким результатом нет";
        return $"Низкий результат в {year} году: {low}. Критерий A не выполняется: нужно не меньше {needed}. "
            + $"Критерий B не выполняется: в {year - 1} году {before}.";
    }

    internal static string Join(IEnumerable<string> parts)
    {
        string[] all = [.. parts];
        return all.Length <= 1 ? string.Concat(all) : string.Join(", ", all[..^1]) + " и " + all[^1];
    }

    private static string Pupils(int count) => "у " + RussianWords.Count(count, "человека", "человек", "человек");

    /// <summary>A sentence continued after a colon; an abbreviation («СОШ при …») keeps its capitals.</summary>
    private static string Uncapitalised(string? text) =>
        string.IsNullOrEmpty(text) || (text.Length > 1 && char.IsUpper(text[1])) ? text ?? "" : char.ToLower(text[0], RussianCulture.Value) + text[1..];
}
