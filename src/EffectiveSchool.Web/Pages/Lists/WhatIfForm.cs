using System.Globalization;
using EffectiveSchool.Domain.Identification;
using Microsoft.AspNetCore.Http.Extensions;

namespace EffectiveSchool.Web.Pages.Lists;

/// <summary>What is changed, as the query string says it; what does not fit is clamped or falls back to the list's own.</summary>
public sealed record WhatIfForm
{
    public const int MostParticipants = 1000;

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

    /// <summary>The change asked for. Procedures that the list does not judge are dropped; leaving all of them out is no question.</summary>
    public WhatIfChange ToChange(IReadOnlyList<string> procedures)
    {
        string[] leftOut = [.. procedures.Where(p => Without.Contains(p, StringComparer.Ordinal))];
        return new WhatIfChange
        {
            ThresholdPercent = decimal.TryParse(Threshold?.Trim().Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var threshold)
                ? Math.Clamp(Math.Round(threshold, 2, MidpointRounding.AwayFromZero), 1, 100)
                : null,
            MinParticipants = int.TryParse(Min, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var least) ? Math.Clamp(least, 1, MostParticipants) : null,
            CriterionB = B switch { "same" => CriterionBVersion.SameProcedure, "any" => CriterionBVersion.AnyProcedure, _ => null },
            LeftOut = leftOut.Length == procedures.Count ? [] : leftOut,
        };
    }

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
