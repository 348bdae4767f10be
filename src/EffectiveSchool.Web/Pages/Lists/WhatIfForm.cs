using System.Globalization;
using EffectiveSchool.Domain.Identification;
using Microsoft.AspNetCore.Http.Extensions;

namespace EffectiveSchool.Web.Pages.Lists;

/// <summary>What is changed, as the query string says it; an empty field leaves the list's own, what does not fit is refused.</summary>
public sealed record WhatIfForm
{
    public const int MostParticipants = Methodology.MostMinParticipants;

    private const decimal LeastThreshold = 1;
    private const decimal MostThreshold = 100;
    private const int ThresholdDecimals = 2;

    /// <summary>Percent 1…100, with a comma or a point.</summary>
    public string? Threshold { get; init; }

    /// <summary>Participants, 1…1000.</summary>
    public string? Min { get; init; }

    /// <summary>same, any; otherwise as in the list.</summary>
    public string? B { get; init; }

    /// <summary>Codes of procedures left out.</summary>
    public string[] Without { get; init; } = [];

    /// <summary>One school of the list; all where it is empty.</summary>
    public int? School { get; init; }

    /// <summary>What does not fit, a sentence a field; empty where the question can be answered.</summary>
    public IReadOnlyDictionary<string, string> Refusals(IReadOnlyList<string> procedures)
    {
        var refusals = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!string.IsNullOrWhiteSpace(Threshold) && ReadThreshold() is null)
        {
            refusals["threshold"] = $"Порог — число от {LeastThreshold:0} до {MostThreshold:0}, не больше {ThresholdDecimals} знаков после запятой, а введено «{Threshold.Trim()}». Исправьте или очистите поле.";
        }

        if (!string.IsNullOrWhiteSpace(Min) && ReadMin() is null)
        {
            refusals["min"] = $"Число участников — целое от 1 до {MostParticipants}, а введено «{Min.Trim()}». Исправьте или очистите поле.";
        }

        if (!string.IsNullOrWhiteSpace(B) && ReadB() is null)
        {
            refusals["b"] = "Такой версии критерия B нет: выберите её из списка.";
        }

        if (procedures.Count > 0 && LeftOut(procedures).Length == procedures.Count)
        {
            refusals["without"] = "Отмечены все процедуры, и считать нечего: снимите отметку хотя бы с одной.";
        }

        return refusals;
    }

    /// <summary>The change asked for: what is empty or refused stays as in the list, procedures that the list does not judge are dropped.</summary>
    public WhatIfChange ToChange(IReadOnlyList<string> procedures) => new()
    {
        ThresholdPercent = ReadThreshold(), MinParticipants = ReadMin(), CriterionB = ReadB(), LeftOut = LeftOut(procedures),
    };

    private decimal? ReadThreshold() =>
        decimal.TryParse(Threshold?.Trim().Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var threshold)
            && threshold is >= LeastThreshold and <= MostThreshold && decimal.Round(threshold, ThresholdDecimals) == threshold
            ? threshold
            : null;

    private int? ReadMin() =>
        int.TryParse(Min, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var least)
            && least is >= 1 and <= MostParticipants
            ? least
            : null;

    private CriterionBVersion? ReadB() => B switch { "same" => CriterionBVersion.SameProcedure, "any" => CriterionBVersion.AnyProcedure, _ => null };

    private string[] LeftOut(IReadOnlyList<string> procedures) => [.. procedures.Where(p => Without.Contains(p, StringComparer.Ordinal))];

    /// <summary>The query string that asks for a change, «?…» or empty.</summary>
    public static string QueryOf(WhatIfChange change, int? school = null)
    {
        var query = new QueryBuilder();
        if (change.ThresholdPercent is { } threshold)
        {
            query.Add("threshold", threshold.ToString("0.##", CultureInfo.InvariantCulture));
        }

        if (change.MinParticipants is { } least)
        {
            query.Add("min", least.ToString(CultureInfo.InvariantCulture));
        }

        if (change.CriterionB is { } version)
        {
            query.Add("b", version == CriterionBVersion.SameProcedure ? "same" : "any");
        }

        foreach (var procedure in change.LeftOut)
        {
            query.Add("without", procedure);
        }

        if (school is { } id)
        {
            query.Add("school", id.ToString(CultureInfo.InvariantCulture));
        }

        return query.ToString();
    }
}
