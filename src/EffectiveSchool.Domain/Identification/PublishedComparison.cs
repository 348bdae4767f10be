using System.Globalization;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Domain.Identification;

/// <summary>A school of a published annex with its school of the registry.</summary>
/// <param name="Printed">As printed.</param>
/// <param name="Key">Key of the school; null where nobody said which school of the registry it is.</param>
public sealed record AnnexSchool(PublishedSchool Printed, int? Key);

/// <summary>A school that the annex names and the list does not, or the other way round.</summary>
/// <param name="Printed">Its row of the annex; null where the annex has none.</param>
/// <param name="Own">The school in the portal's list; null where the list did not consider it.</param>
/// <param name="Cells">Cells or the row of the annex that say so; empty where the annex has no row.</param>
/// <param name="Why">One Russian sentence: what the other side says.</param>
public sealed record PlaceDifference(PublishedSchool? Printed, JudgedSchool? Own, string Cells, string Why);

/// <summary>A marker that the annex and the portal's list give differently.</summary>
/// <param name="Printed">The school as printed.</param>
/// <param name="Own">The school in the portal's list.</param>
/// <param name="Procedure">Code of the procedure as printed.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Cell">Cell of the annex, or its row where the cell is empty.</param>
/// <param name="InAnnex">What the annex prints.</param>
/// <param name="InList">What the list has.</param>
public sealed record MarkerDifference(PublishedSchool Printed, JudgedSchool Own, string Procedure, int Year, string Cell, string InAnnex, string InList);

/// <summary>
/// A published annex beside the portal's own list of the same results year. Places are compared by what is printed, markers by
/// the threshold of the list's methodology; printed shares by the counts they restore, never by the shares (domain.md §4).
/// </summary>
/// <param name="Both">Schools that both name.</param>
/// <param name="OnlyInAnnex">Named by the annex alone, in the order printed.</param>
/// <param name="OnlyInList">In the list alone, by municipality and name.</param>
/// <param name="Markers">Markers that differ, in the order printed.</param>
/// <param name="Unmatched">Rows of the annex whose school of the registry is not known: nothing is said of their markers.</param>
public sealed record PublishedComparison(
    int Both, IReadOnlyList<PlaceDifference> OnlyInAnnex, IReadOnlyList<PlaceDifference> OnlyInList, IReadOnlyList<MarkerDifference> Markers, int Unmatched)
{
    /// <summary>Compares.</summary>
    /// <param name="annex">Rows of the annex, each key once.</param>
    /// <param name="list">Schools that the list considered, each key once.</param>
    /// <param name="methodology">The methodology of the list.</param>
    /// <exception cref="ArgumentException">A key stands twice.</exception>
    public static PublishedComparison Of(IReadOnlyList<AnnexSchool> annex, IReadOnlyList<JudgedSchool> list, Methodology methodology)
    {
        ArgumentNullException.ThrowIfNull(annex);
        ArgumentNullException.ThrowIfNull(list);
        var own = list.ToDictionary(s => s.Verdict.SchoolKey);
        var rows = annex.Where(a => a.Key is not null).ToDictionary(a => a.Key!.Value, a => a.Printed);
        var named = annex.Where(a => a.Printed.IsNamed).ToList();
        var printed = annex.SelectMany(a => a.Printed.Markers).Select(m => (m.Procedure, m.Year)).Distinct().ToList();
        return new PublishedComparison(
            named.Count(a => OwnOf(a)?.Verdict.Listed == true),
            [.. named.Where(a => OwnOf(a)?.Verdict.Listed != true).Select(a => new PlaceDifference(a.Printed, OwnOf(a), a.Printed.NamedBy, WhyNotListed(a, OwnOf(a))))],
            [
                .. list.Where(s => s.Verdict.Listed && rows.GetValueOrDefault(s.Verdict.SchoolKey)?.IsNamed != true)
                    .OrderBy(s => s.Municipality, StringComparer.Ordinal).ThenBy(s => s.Name, StringComparer.Ordinal)
                    .Select(s => NotNamed(s, rows.GetValueOrDefault(s.Verdict.SchoolKey))),
            ],
            [.. annex.SelectMany(a => OwnOf(a) is { } school ? Differences(a.Printed, school, printed, methodology) : [])],
            annex.Count(a => a.Key is null));

        JudgedSchool? OwnOf(AnnexSchool school) => school.Key is { } key ? own.GetValueOrDefault(key) : null;
    }

    private static string WhyNotListed(AnnexSchool school, JudgedSchool? own) => own switch
    {
        null when school.Key is null => "Школа реестра для этой строки не указана.",
        null => "Перечень портала эту школу не рассматривал.",
        { Verdict.NotJudged: not null } => "В перечне портала школа не оценивалась.",
        _ => "По данным портала ни один критерий не выполняется.",
    };

    private static PlaceDifference NotNamed(JudgedSchool school, PublishedSchool? row) => new(
        row,
        school,
        row is null ? "" : row.NamedBy,
        row is null
            ? $"В приложении школы нет; по данным портала {Criteria(school)}."
            : $"В приложении напечатано, что критерии не выполняются; по данным портала {Criteria(school)}.");

    private static string Criteria(JudgedSchool school) => school.Verdict.Criteria.Count > 1
        ? $"выполняются критерии {string.Join(" и ", school.Verdict.Criteria)}"
        : $"выполняется критерий {school.Verdict.Criteria.Single()}";

    private static IEnumerable<MarkerDifference> Differences(PublishedSchool school, JudgedSchool own, IReadOnlyList<(string Procedure, int Year)> printed, Methodology methodology)
    {
        foreach (var (procedure, year) in printed)
        {
            if (OwnMarker(own.Verdict, procedure, year) is not { } marker)
            {
                continue;
            }

            var cell = school.Markers.FirstOrDefault(m => m.Procedure == procedure && m.Year == year);
            if (cell is null ? marker.State != MarkerState.NoData : Differs(cell, marker, methodology))
            {
                yield return new MarkerDifference(
                    school, own, procedure, year,
                    cell?.Cell ?? $"строка {school.Row.ToString(CultureInfo.InvariantCulture)}",
                    cell is null ? "пусто" : Words(cell, methodology),
                    Words(marker, methodology));
            }
        }
    }

    /// <summary>The list's marker; «ЕГЭ МА» of a list that counts two is low as soon as one of them is.</summary>
    private static LowResultMarker? OwnMarker(SchoolVerdict verdict, string procedure, int year)
    {
        var marker = verdict.Marker(procedure, year);
        if (procedure != Procedures.UnitedMathEge || marker is { State: not MarkerState.NoData })
        {
            return marker;
        }

        LowResultMarker?[] levels = [verdict.Marker(Procedures.BaseMathEge, year), verdict.Marker(Procedures.ProfileMathEge, year)];
        return levels.OfType<LowResultMarker>().OrderBy(m => m.State).FirstOrDefault() ?? marker;
    }

    private static bool Differs(PrintedMarker printed, LowResultMarker own, Methodology methodology)
    {
        if (own.State == MarkerState.NoData || PublishedMatrix.IsLow(printed, methodology) != (own.State == MarkerState.Low))
        {
            return true;
        }

        return printed.SharePercent is { } share && own is { Participants: { } participants, Failed: { } failed }
            && decimal.Round(share * participants / 100, MidpointRounding.AwayFromZero) != failed;
    }

    private static string Words(PrintedMarker printed, Methodology methodology)
    {
        var low = Low(PublishedMatrix.IsLow(printed, methodology));
        return printed.SharePercent is { } share ? $"{share.ToString("0.####", RussianCulture.Value)}\u00A0%, {low}" : low;
    }

    private static string Words(LowResultMarker own, Methodology methodology) => own switch
    {
        { State: MarkerState.NoData } => "нет данных",
        { Participants: { } participants, Failed: { } failed } =>
            $"{RussianFigures.Count(failed)} из {RussianFigures.Count(participants)} ({RussianFigures.Percent(own.FailSharePercent, methodology.ThresholdPercent)}), {Low(own.State == MarkerState.Low)}",
        _ => Low(own.State == MarkerState.Low),
    };

    private static string Low(bool low) => low ? "низкий" : "не низкий";
}
