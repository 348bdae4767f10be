namespace EffectiveSchool.Domain.Identification;

/// <summary>What changed in the indicators of a school, or in their methodology, between two runs.</summary>
internal static class IndicatorChanges
{
    /// <summary>«появились показатели: …», «исчезли показатели: …», «осталось …»; nothing where neither run judged by indicators.</summary>
    public static IEnumerable<string> Of(SchoolVerdict? first, SchoolVerdict? second)
    {
        if (first?.Findings is null && second?.Findings is null)
        {
            yield break;
        }

        var (was, stands) = (Holding(first), Holding(second));
        var ofDeficits = (second ?? first)!.IsOfRiskZone;
        if (Names(stands.Where(f => !was.Exists(o => o.Indicator == f.Indicator))) is { Length: > 0 } appeared)
        {
            yield return ofDeficits ? $"появился дефицит: {appeared}" : $"теперь выполняются: {appeared}";
        }

        if (Names(was.Where(f => !stands.Exists(o => o.Indicator == f.Indicator))) is { Length: > 0 } gone)
        {
            yield return ofDeficits ? $"больше нет дефицита: {gone}" : $"больше не выполняются: {gone}";
        }

        if (first?.Findings is not null && second?.Findings is not null)
        {
            yield return $"было {IndicatorText.Tally(first)}, стало {IndicatorText.Tally(second)}";
        }
    }

    /// <summary>How the second methodology differs; null where both judge alike.</summary>
    public static string? Of(Methodology first, Methodology second)
    {
        if (first.Kind != second.Kind)
        {
            return $"вид методики: был «{first.Kind.RussianName()}», стал «{second.Kind.RussianName()}»";
        }

        List<string> parts = [];
        Add("нужно для перечня", $"{first.LeastTrue}", $"{second.LeastTrue}");
        parts.AddRange(IndicatorCatalogue.Of(first.Kind)
            .Select(i => (Indicator: i, Was: IndicatorText.Rule(i, first), Stands: IndicatorText.Rule(i, second)))
            .Where(r => !string.Equals(r.Was, r.Stands, StringComparison.Ordinal))
            .Select(r => $"{r.Indicator.Number()}: было «{r.Was}», стало «{r.Stands}»"));
        Add("не оцениваются типы", LeftOut(first), LeftOut(second));
        return parts.Count == 0 ? null : string.Join(", ", parts);

        void Add(string what, string was, string stands)
        {
            if (!string.Equals(was, stands, StringComparison.Ordinal))
            {
                parts.Add($"{what}: было {was}, стало {stands}");
            }
        }
    }

    private static List<IndicatorFinding> Holding(SchoolVerdict? verdict) => [.. verdict?.Findings?.Where(f => f.State == IndicatorState.Holds) ?? []];

    private static string Names(IEnumerable<IndicatorFinding> findings) => string.Join(", ", findings.Select(f => f.Indicator.ShortTitle()));

    private static string LeftOut(Methodology methodology) => methodology.LeftOutTypes.Count == 0
        ? "никакие"
        : string.Join(", ", methodology.LeftOutTypes.Select(t => Registry.SchoolTypes.RussianName(t.Type)).Order(StringComparer.Ordinal));
}
