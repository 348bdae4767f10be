using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Imports;

namespace EffectiveSchool.Cli.Identify;

/// <summary>What identify prints, in any of its forms.</summary>
/// <param name="Run">The run.</param>
/// <param name="Schools">The schools, in the order of <see cref="IdentificationRun.Verdicts"/>.</param>
/// <param name="Refused">What was not accepted, by file and row.</param>
internal sealed record IdentifyOutcome(IdentificationRun Run, FolderSchools Schools, IReadOnlyList<Refusal> Refused)
{
    /// <summary>Schools beside their verdicts.</summary>
    public IEnumerable<(SchoolInput School, SchoolVerdict Verdict)> Rows => Schools.Inputs.Zip(Run.Verdicts);
}

/// <summary>Puts refusals of files and contradictions between files into one order.</summary>
internal static class Refusals
{
    public static IReadOnlyList<Refusal> Of(FolderSchools schools, IdentificationRun run) =>
    [
        .. schools.Refused.Concat(run.Contradictions.SelectMany(OfContradiction))
            .OrderBy(r => r.File, StringComparer.Ordinal).ThenBy(r => r.Sheet, StringComparer.Ordinal).ThenBy(r => r.Row ?? 0),
    ];

    private static IEnumerable<Refusal> OfContradiction(Contradiction contradiction) => contradiction.Facts.Select(fact =>
    {
        var others = string.Join("; ", contradiction.Facts.Where(f => !ReferenceEquals(f, fact)).Select(f => $"{f.Source}: {Figures(f)}"));
        return new Refusal(
            fact.Source.File, fact.Source.Sheet, fact.Source.Row, null, "",
            $"Разные результаты школы {contradiction.SchoolKey:000000} ({fact.Procedure}, {fact.Year} год): здесь {Figures(fact)}, а {others}. Не принят ни один.",
            "Оставьте один верный файл.");
    });

    private static string Figures(Domain.Results.ResultFact fact) =>
        fact.PublishedMarker is { } low ? $"маркер {(low ? 1 : 0)}" : $"неуспешных {fact.Failed} из {fact.Participants}";
}
