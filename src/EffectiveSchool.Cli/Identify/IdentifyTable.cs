using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Results;
using EffectiveSchool.Imports;

namespace EffectiveSchool.Cli.Identify;

/// <summary>The outcome as a table for people.</summary>
internal static class IdentifyTable
{
    private const int WidestName = 48;

    public static void Write(IdentifyOutcome outcome, TextWriter output)
    {
        var run = outcome.Run;
        output.WriteLine($"Школы с низкими результатами по результатам {run.Year - 1} и {run.Year} годов");
        output.WriteLine($"Методика: {run.Methodology.Title}. {ExplanationText.Rule(run.Methodology)}");
        output.WriteLine();
        WriteRows(output, [.. outcome.Rows.Where(r => r.Verdict.Listed).Select(r => Row(r.School, r.Verdict, run))]);
        output.WriteLine();
        output.WriteLine(
            $"В перечне {RussianWords.Count(run.Verdicts.Count(v => v.Listed), "школа", "школы", "школ")} из {RussianFigures.Count(run.Verdicts.Count)}; "
            + $"критерий A — {RussianFigures.Count(Holding(run, Criterion.A))}, критерий B — {RussianFigures.Count(Holding(run, Criterion.B))}.");
        if (outcome.Refused.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine("Не принято:");
        foreach (var refusal in outcome.Refused)
        {
            output.WriteLine($"  {new ResultSource(refusal.File, refusal.Sheet, refusal.Row)}. {refusal.Reason} {refusal.WhatToDo}");
        }
    }

    /// <summary>A refusal as one text: sheet and cell, what is wrong, what to do.</summary>
    public static string Reason(Refusal refusal)
    {
        string?[] place = [refusal.Sheet is null ? null : $"лист «{refusal.Sheet}»", refusal.Cell is null ? null : $"ячейка {refusal.Cell}"];
        var where = string.Join(", ", place.OfType<string>());
        var school = refusal.AsWritten.Length == 0 ? "" : $" ({refusal.AsWritten})";
        return (where.Length == 0 ? "" : char.ToUpper(where[0], RussianCulture.Value) + where[1..] + school + ": ") + $"{refusal.Reason} {refusal.WhatToDo}";
    }

    private static int Holding(IdentificationRun run, Criterion criterion) => run.Verdicts.Count(v => v.Criteria.Contains(criterion));

    private static string[] Row(SchoolInput school, SchoolVerdict verdict, IdentificationRun run) =>
    [
        school.Code,
        Cut(school.Name),
        Cut(school.Municipality),
        string.Join(' ', verdict.Criteria),
        string.Join("; ", verdict.Markers.Where(m => m.State == MarkerState.Low).GroupBy(m => m.Year).OrderByDescending(g => g.Key)
            .Select(g => $"{g.Key}: {string.Join(", ", g.Select(m => $"{m.Procedure} {RussianFigures.Percent(m.FailSharePercent, run.Methodology.ThresholdPercent)}"))}")),
    ];

    private static string Cut(string text) => text.Length <= WidestName ? text : text[..(WidestName - 1)] + "…";

    private static void WriteRows(TextWriter output, List<string[]> rows)
    {
        string[] headings = ["Код", "Школа", "Муниципалитет", "Критерии", "Низкие результаты"];
        rows.Insert(0, headings);
        int[] widths = [.. Enumerable.Range(0, headings.Length - 1).Select(column => rows.Max(r => r[column].Length)), 0];
        foreach (var row in rows)
        {
            output.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }
    }
}
