using EffectiveSchool.Data.Lists;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Reports.Lists;
using EffectiveSchool.Web.Listing;
using EffectiveSchool.Web.Pages.Lists.Federal;

namespace EffectiveSchool.Web.Pages.Lists;

/// <summary>A list without its rows: heading, what it stood on, what may be chosen in it.</summary>
/// <param name="WholeRegion">Whether the reader sees every row of the list.</param>
/// <param name="PreviousId">The approved list of an earlier results year, or null.</param>
public sealed record ListCover(
    ListHeading Heading,
    int MethodologyId,
    ListBasis Basis,
    IReadOnlyList<SourceFile> Sources,
    int OnEdge,
    int WithoutData,
    bool WholeRegion,
    int? PreviousId)
{
    /// <summary>The version of the list's row: another run, another version.</summary>
    public required uint Version { get; init; }

    /// <summary>How sure the data were when the list was run, for the municipalities that the reader sees.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>Whether the remarks name data that are not final.</summary>
    public bool IsUnsure { get; init; }

    /// <summary>Share of low-result schools that the programmes aim at, percent (domain.md §11).</summary>
    private const decimal TargetPercent = 20;

    /// <summary>How many schools must leave the list to reach the target; 0 where it is reached.</summary>
    public int OverTarget => Math.Max(0, Heading.Listed - (int)Math.Floor(TargetPercent * Heading.Schools / 100m));

    /// <summary>A list always stands on files: where a part of the region sees none of them, others have sent them.</summary>
    public bool SourcesHidden => !WholeRegion && Sources.Count == 0;

    /// <summary>Whether the reader sees one school of the list: counts and shares say nothing then.</summary>
    public bool OneSchool => Heading.Schools == 1;

    public int[] Years => [Heading.ResultsYear - 1, Heading.ResultsYear];
}

/// <summary>Who came and went since the list before.</summary>
public sealed record ListChanges(int PreviousForYear, int PreviousId, int Joined, int Left);

/// <summary>How many of the rows chosen are low in each procedure and year.</summary>
public sealed record ListTotals(int Schools, IReadOnlyDictionary<(string Procedure, int Year), int> Low)
{
    /// <summary>By number of an indicator, at how many of the rows it is true.</summary>
    public IReadOnlyDictionary<int, int> Holding { get; init; } = new Dictionary<int, int>();

    /// <summary>By number of an indicator, at how many of the rows it could be judged.</summary>
    public IReadOnlyDictionary<int, int> Known { get; init; } = new Dictionary<int, int>();
}

public sealed record MunicipalityChoice(int Id, string Name);

/// <summary>The page of a list.</summary>
public sealed record ListView(
    ListCover Cover,
    ListFilter Filter,
    Paged<ListRow> Rows,
    FederalMarks Federal,
    ListTotals Totals,
    ListChanges? Changes,
    IReadOnlyList<MunicipalityChoice> Municipalities)
{
    public ListHeading Heading => Cover.Heading;
}

/// <summary>How a cell of the matrix looks and what it says.</summary>
public static class MatrixCell
{
    /// <summary>A rounded share; with decimals where rounding would carry it over the threshold against its marker.</summary>
    public static string Text(LowResultMarker marker, Methodology methodology)
    {
        if (marker.FailSharePercent is not { } share)
        {
            return marker.State switch { MarkerState.Low => "да", MarkerState.NotLow => "нет", _ => Domain.RussianFigures.Missing };
        }

        var rounded = (int)Math.Round(share, MidpointRounding.AwayFromZero);
        return methodology.IsLow(100, rounded) == (marker.State == MarkerState.Low)
            ? rounded.ToString(Domain.RussianCulture.Value)
            : Reports.Figures.FigureText.Share(share, methodology.ThresholdPercent);
    }

    /// <summary>«26 из 78 (33,3 %), низкий, до выхода −3 чел.»</summary>
    public static string Words(LowResultMarker marker, Methodology methodology)
    {
        if (marker.State == MarkerState.NoData)
        {
            return ExplanationText.NoData(marker);
        }

        var toLine = marker.PupilsToLine is null ? "" : ", " + Reports.Figures.MarkerLook.ToLine(marker);
        return $"{ExplanationText.Counts(marker, methodology)}, {Reports.Figures.MarkerLook.StateName(marker.State)}{toLine}";
    }
}
