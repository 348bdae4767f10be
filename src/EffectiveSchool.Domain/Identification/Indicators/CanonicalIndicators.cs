using System.Text.Json;

namespace EffectiveSchool.Domain.Identification;

/// <summary>
/// What indicators add to <see cref="CanonicalRun"/>. A run by markers has none of it, so that lists approved before there
/// were indicators keep their hash.
/// </summary>
internal static class CanonicalIndicators
{
    /// <summary>The kind of the methodology and its parameters.</summary>
    public static void WriteRule(Utf8JsonWriter json, Methodology methodology)
    {
        json.WriteString("kind", methodology.Kind.ToString());
        json.WriteNumber("leastTrue", methodology.LeastTrue);
        if (methodology.Twelve is not { } rule)
        {
            return;
        }

        Write(json, "olympiadPercent", rule.OlympiadPercent);
        Write(json, "seniorStagePercent", rule.SeniorStagePercent);
        Write(json, "primarySumPoints", rule.PrimarySumPoints);
        Write(json, "ogeRussianMark", rule.OgeRussianMark);
        Write(json, "ogeMathMark", rule.OgeMathMark);
        Write(json, "egePoints", rule.EgePoints);
        json.WriteString("overYears", rule.OverYears.ToString());
    }

    /// <summary>The findings of a school in the order of the methodology.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<IndicatorFinding> findings)
    {
        json.WriteStartArray("indicators");
        foreach (var finding in findings.OrderBy(f => f.Indicator))
        {
            json.WriteStartObject();
            json.WriteString("indicator", finding.Indicator.ToString());
            json.WriteString("state", finding.State.ToString());
            Write(json, "value", finding.Value);
            Write(json, "region", finding.Region);
            json.WriteStartArray("numbers");
            foreach (var number in finding.Numbers.OrderBy(n => n.What, StringComparer.Ordinal).ThenBy(n => n.Year))
            {
                json.WriteStartObject();
                json.WriteString("what", number.What);
                json.WriteNumber("year", number.Year);
                Write(json, "value", number.Value);
                Write(json, "region", number.Region);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The division drops trailing zeros, so that 20 and 20.0 are one text.</summary>
    private static void Write(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } known)
        {
            json.WriteNumber(name, known / 1.0000000000000000000000000000m);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
