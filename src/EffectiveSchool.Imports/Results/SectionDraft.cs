namespace EffectiveSchool.Imports.Results;

/// <summary>A section while it is being read.</summary>
internal sealed class SectionDraft(string? sheet, string procedure, int year, IReadOnlyList<RecognisedColumn> columns)
{
    public string? Sheet { get; } = sheet;

    public string Procedure { get; } = procedure;

    public int Year { get; } = year;

    public List<ResultRow> Rows { get; } = [];

    public List<SchoolMention> Schools { get; } = [];

    public List<ControlTotal> Totals { get; } = [];

    public DateOnly? Date { get; init; }

    public int? MaxScore { get; init; }

    public ResultSection Build() => new(Sheet, Procedure, Year, columns, Rows, Schools, CountTotals(), Date, MaxScore);

    private List<ControlTotal> CountTotals()
    {
        if (Totals.Count == 0)
        {
            return [];
        }

        var byMunicipality = Rows.ToLookup(r => Key(r.School.Municipality, r.School.MunicipalityCode), StringComparer.Ordinal);
        return [.. Totals.Select(t => Count(t, t.Kind == ControlTotalKind.Municipality ? byMunicipality[Key(t.Name, t.Code)] : Rows))];
    }

    private static string Key(string name, string? code) => code ?? name;

    private static ControlTotal Count(ControlTotal total, IEnumerable<ResultRow> rows)
    {
        ResultRow[] counted = [.. rows];
        return total with
        {
            SchoolsCounted = counted.Length,
            ParticipantsCounted = counted.Sum(r => r.Participants ?? 0),
            FailedCounted = counted.Sum(r => r.Failed ?? 0),
        };
    }
}
