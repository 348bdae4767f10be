using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Results;
using EffectiveSchool.Reports.Lists;

namespace EffectiveSchool.Reports.Schools;

/// <summary>One result on the school's page.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Participants">Participants, ≥ 0.</param>
/// <param name="Failed">Failed, 0…Participants.</param>
/// <param name="Source">File, sheet, row.</param>
public sealed record YearPoint(int Year, int Participants, int Failed, ResultSource Source)
{
    /// <summary>Version of the result; null where the file named none.</summary>
    public ResultVersion? Version { get; init; }

    /// <summary>Share of failed, percent; null where nobody took part.</summary>
    public decimal? FailSharePercent => Participants > 0 ? 100m * Failed / Participants : null;
}

/// <summary>Results of a school in one procedure over the years.</summary>
/// <param name="Procedure">Code of the procedure.</param>
/// <param name="Points">By year; years without a result are absent.</param>
public sealed record ProcedureYears(string Procedure, IReadOnlyList<YearPoint> Points);

/// <summary>One line of the school's history on lists.</summary>
/// <param name="ListId">Key of the list.</param>
/// <param name="ForYear">The year the list is for.</param>
/// <param name="ResultsYear">The results year.</param>
/// <param name="State">State of the list.</param>
/// <param name="Judged">Whether the school was judged by itself.</param>
/// <param name="Listed">Whether the school is in it.</param>
/// <param name="Criteria">Criteria that held.</param>
/// <param name="OrderNumber">Number of the order, or null.</param>
/// <param name="OrderDate">Date of the order, or null.</param>
public sealed record ListHistoryLine(
    int ListId,
    int ForYear,
    int ResultsYear,
    ListState State,
    bool Judged,
    bool Listed,
    IReadOnlyList<Criterion> Criteria,
    string? OrderNumber,
    DateOnly? OrderDate)
{
    /// <summary>What the list judges by.</summary>
    public MethodologyKind Kind { get; init; }

    /// <summary>«6 из 12»: what stands for criteria in a list by indicators; null in one by markers.</summary>
    public string? Tally { get; init; }

    /// <summary>Whether the list says anything of the school: it was judged, and where indicators judge, at least one of them has data.</summary>
    public bool IsKnown => Judged && HasData;

    /// <summary>False where indicators judge and none of them has data.</summary>
    public bool HasData { get; init; } = true;

    /// <summary>«в перечне», «не в перечне», «не оценивается», «нет данных».</summary>
    public string Outcome => (Judged, Listed, Kind) switch
    {
        (false, _, _) => "не оценивается",
        _ when !HasData => "нет данных",
        (_, true, MethodologyKind.RiskZone) => "в зоне риска",
        (_, false, MethodologyKind.RiskZone) => "не в зоне риска",
        (_, true, _) => "в перечне",
        _ => "не в перечне",
    };
}

/// <summary>A label and a value about a school: «Код ФИС ОКО» — «220028».</summary>
public sealed record SchoolFact(string Label, string Value);

/// <summary>A school's page as screen and print show it.</summary>
/// <param name="SchoolId">Key of the school.</param>
/// <param name="Name">Short name.</param>
/// <param name="Municipality">Name of the municipality.</param>
/// <param name="Facts">Codes, type, numbers of pupils and teachers, in the order shown.</param>
/// <param name="List">The newest list that the reader may see, or null.</param>
/// <param name="Verdict">The verdict in that list, or null.</param>
/// <param name="ThresholdPercent">The threshold drawn in the pictures.</param>
/// <param name="Results">Results by procedure, in the order of the matrix.</param>
/// <param name="History">Lists the school was judged in, newest first.</param>
/// <param name="Sources">The files all figures came from.</param>
/// <param name="AsOf">When the page was made, in the region's time zone.</param>
public sealed record SchoolDocument(
    int SchoolId,
    string Name,
    string Municipality,
    IReadOnlyList<SchoolFact> Facts,
    ListHeading? List,
    SchoolVerdict? Verdict,
    decimal ThresholdPercent,
    IReadOnlyList<ProcedureYears> Results,
    IReadOnlyList<ListHistoryLine> History,
    IReadOnlyList<SourceFile> Sources,
    DateTimeOffset AsOf)
{
    /// <summary>«Версии результатов: итоговый — ОГЭ МА, 2024.», a sentence for those whose files named one; null where none did.</summary>
    public string? Versions
    {
        get
        {
            var named = Results.SelectMany(r => r.Points.Where(p => p.Version is not null).Select(p => (p.Version, Words: $"{r.Procedure}, {p.Year}")))
                .GroupBy(p => p.Version).OrderBy(g => g.Key)
                .Select(g => $"{g.Key.RussianName()} — {string.Join("; ", g.Select(p => p.Words))}").ToList();
            return named.Count == 0 ? null : $"Версии результатов: {string.Join(". ", named)}.";
        }
    }
}
