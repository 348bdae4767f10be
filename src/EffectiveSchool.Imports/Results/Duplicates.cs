using System.Runtime.InteropServices;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Imports.Results;

/// <summary>
/// The same school, procedure and year twice in one file: rows that agree (<see cref="ResultFact.Contradict"/>) count
/// once, different ones are all refused.
/// </summary>
internal static class Duplicates
{
    private const int Shown = 3;

    /// <summary>Takes repeated rows out of the sections.</summary>
    /// <returns>What the file contradicts itself about.</returns>
    public static IReadOnlyList<ResultKey> Resolve(IReadOnlyList<SectionDraft> sections, Findings findings)
    {
        var repeated = Repeated(sections);
        if (repeated.Count == 0)
        {
            return [];
        }

        var left = new HashSet<ResultRow>(ReferenceEqualityComparer.Instance);
        var merged = new Dictionary<ResultRow, ResultRow>(ReferenceEqualityComparer.Instance);
        var contradictions = new List<ResultKey>();
        foreach (var (key, rows) in repeated)
        {
            if (!ResultFact.Contradict([.. rows.Select(r => r.ToFact(findings.File))], Methodology.SameProcedure.IsLow))
            {
                var kept = rows.Find(r => r.PublishedMarker is null) ?? rows[0];
                left.UnionWith(rows.Where(r => !ReferenceEquals(r, kept)));
                var differ = rows.Exists(r => r.PublishedMarker == kept.PublishedMarker && !r.HasDetailsOf(kept));
                if (differ || rows.Exists(r => r.Version != kept.Version))
                {
                    merged.Add(kept, Agreed(kept, rows));
                }

                findings.Note(
                    rows[0].Sheet, [.. rows.Select(r => r.Row)],
                    $"«{rows[0].School.AsWritten}», {key.Procedure}: один и тот же результат повторён, учтён один раз"
                    + (differ ? "; другие отметки или средний балл различаются, где различаются — не взяты" : ""));
                continue;
            }

            left.UnionWith(rows);
            contradictions.Add(key);
            foreach (var row in rows)
            {
                var others = string.Join(" и ", rows.Where(r => !ReferenceEquals(r, row)).Take(Shown).Select(r => $"в строке {r.Row}{Sheet(row, r)} — {Figures(r)}"));
                findings.Unsettle(row, new Refusal(
                    findings.File, row.Sheet, row.Row, row.School.Cell, row.School.AsWritten,
                    $"Школа с кодом {key.Code} названа несколько раз с разными числами ({key.Procedure}, {key.Year} год): здесь {Figures(row)}, {others}. Не принят ни один результат.",
                    "Оставьте одну верную строку."));
            }
        }

        foreach (var section in sections)
        {
            section.Rows.RemoveAll(left.Contains);
            for (var i = 0; merged.Count > 0 && i < section.Rows.Count; i++)
            {
                section.Rows[i] = merged.GetValueOrDefault(section.Rows[i], section.Rows[i]);
            }
        }

        return contradictions;
    }

    private static Dictionary<ResultKey, List<ResultRow>> Repeated(IReadOnlyList<SectionDraft> sections)
    {
        var first = new Dictionary<ResultKey, ResultRow>();
        var repeated = new Dictionary<ResultKey, List<ResultRow>>();
        foreach (var row in sections.SelectMany(s => s.Rows))
        {
            if (first.TryAdd(row.Key, row))
            {
                continue;
            }

            ref var rows = ref CollectionsMarshal.GetValueRefOrAddDefault(repeated, row.Key, out _);
            rows ??= [first[row.Key]];
            rows.Add(row);
        }

        return repeated;
    }

    /// <summary>What the rows do not contradict each other about, so that their order decides nothing.</summary>
    private static ResultRow Agreed(ResultRow kept, List<ResultRow> rows) => kept with
    {
        Marks = Only(rows.Select(r => r.Marks)),
        MeanScore = Only(rows.Select(r => r.MeanScore)),
        Version = rows.Max(r => r.Version),
    };

    private static T? Only<T>(IEnumerable<T?> values)
    {
        T?[] known = [.. values.Where(v => v is not null).Distinct()];
        return known.Length == 1 ? known[0] : default;
    }

    private static string Sheet(ResultRow row, ResultRow other) => row.Sheet == other.Sheet ? "" : $" листа «{other.Sheet}»";

    private static string Figures(ResultRow row) => row switch
    {
        { PublishedMarker: { } low } => $"маркер {(low ? 1 : 0)}",
        _ => $"неуспешных {row.Failed} из {RussianFigures.Count(row.Participants)}",
    };
}
