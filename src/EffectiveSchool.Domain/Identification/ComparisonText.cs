namespace EffectiveSchool.Domain.Identification;

/// <summary>Says in one Russian sentence what changed for a school between two runs.</summary>
internal sealed class ComparisonText(ComparedRun before, ComparedRun after)
{
    /// <summary>«порог: было не менее 30 %, стало не менее 25 %»; null where both methodologies judge alike.</summary>
    public string? MethodologyChange { get; } = Changes(before.Methodology, after.Methodology);

    public string Why(SchoolVerdict? first, SchoolVerdict? second)
    {
        List<string> parts = [];
        if (first is null || second is null)
        {
            parts.Add($"{(first is null ? "в первом" : "во втором")} перечне школа не рассматривалась: тогда её не было среди действующих");
        }
        else if (first.NotJudged is null && second.NotJudged is null && MethodologyChange is not null)
        {
            parts.Add($"изменилась методика ({MethodologyChange})");
        }

        AddNotJudged(parts, first, "в первом перечне школа не оценивалась");
        AddNotJudged(parts, second, "во втором перечне школа не оценивается");
        foreach (var criterion in new[] { Criterion.A, Criterion.B })
        {
            AddCriterion(parts, criterion, first, second);
        }

        parts.AddRange(IndicatorChanges.Of(first, second));

        if (first?.Listed != true && second?.Listed != true)
        {
            parts.Add(first is null || second is null ? $"{(first is null ? "во второй" : "в первый")} перечень она не входит" : "школа не входит ни в один перечень");
        }

        var sentence = string.Join("; ", parts);
        return char.ToUpper(sentence[0], RussianCulture.Value) + sentence[1..] + ".";
    }

    private static void AddNotJudged(List<string> parts, SchoolVerdict? verdict, string words)
    {
        if (verdict?.NotJudged is not null)
        {
            parts.Add($"{words}: {verdict.NotJudgedExplanation?.TrimEnd('.')}");
        }
    }

    private void AddCriterion(List<string> parts, Criterion criterion, SchoolVerdict? first, SchoolVerdict? second)
    {
        var was = first?.Criteria.Contains(criterion) == true;
        var stands = second?.Criteria.Contains(criterion) == true;
        if (!was && !stands)
        {
            return;
        }

        // What held the criterion, from the side where it holds, and the same procedures on the other side.
        var deciding = stands ? Deciding(second!, criterion, after.Methodology) : Deciding(first!, criterion, before.Methodology);
        var then = Judged(first) ? Figures(first!, before.Methodology, before.Year, deciding) : null;
        var now = Judged(second) ? Figures(second!, after.Methodology, after.Year, deciding) : null;
        var name = (was, stands) switch
        {
            (true, true) => $"критерий {criterion} остался",
            (true, false) => $"исчез критерий {criterion}",
            _ => $"появился критерий {criterion}",
        };
        parts.Add(name + ": " + (then, now) switch
        {
            (null, _) => now,
            (_, null) => then,
            _ when string.Equals(then, now, StringComparison.Ordinal) => $"те же результаты {then}",
            _ => $"было {then}, стало {now}",
        });
    }

    private static bool Judged(SchoolVerdict? verdict) => verdict is { NotJudged: null };

    /// <summary>Procedures that hold a criterion, with the year counted from the results year: 0 or −1.</summary>
    private static IEnumerable<(string Procedure, int Offset)> Deciding(SchoolVerdict verdict, Criterion criterion, Methodology methodology) =>
        (criterion, methodology.CriterionB) switch
        {
            (Criterion.A, _) => verdict.LowInYear.Select(p => (p, 0)),
            (_, CriterionBVersion.SameProcedure) => [.. verdict.LowInBothYears.Select(p => (p, -1)), .. verdict.LowInBothYears.Select(p => (p, 0))],
            _ => [.. verdict.LowInYearBefore.Select(p => (p, -1)), .. verdict.LowInYear.Select(p => (p, 0))],
        };

    /// <summary>«в 2023 году ВПР 5 РУ — 18 из 40 (45,0 %), ВПР 6 МА — 20 из 50 (40,0 %)».</summary>
    private static string Figures(SchoolVerdict verdict, Methodology methodology, int year, IEnumerable<(string Procedure, int Offset)> deciding) =>
        string.Join(" и ", deciding.GroupBy(d => d.Offset).OrderBy(g => g.Key).Select(g =>
            $"в {year + g.Key} году " + string.Join(", ", g.Select(d => $"{d.Procedure} — {Counts(verdict.Marker(d.Procedure, year + d.Offset), methodology)}"))));

    private static string Counts(LowResultMarker? marker, Methodology methodology) => marker is null ? "не учитывается методикой" : ExplanationText.Counts(marker, methodology);

    private static string? Changes(Methodology first, Methodology second)
    {
        if (first.Kind != MethodologyKind.LowResults || second.Kind != MethodologyKind.LowResults)
        {
            return IndicatorChanges.Of(first, second);
        }

        List<string> parts = [];
        Add("порог", Threshold(first), Threshold(second));
        Add("низких процедур для критерия A", $"{first.LowProceduresForA}", $"{second.LowProceduresForA}");
        Add("критерий B", CriterionB(first), CriterionB(second));
        Add("участников не меньше", $"{first.MinParticipants}", $"{second.MinParticipants}");
        Add("филиалы", Branches(first), Branches(second));
        Add("не оцениваются типы", LeftOut(first), LeftOut(second));
        Differ("добавлены процедуры", second.Procedures.Except(first.Procedures, StringComparer.Ordinal));
        Differ("исключены процедуры", first.Procedures.Except(second.Procedures, StringComparer.Ordinal));
        return parts.Count == 0 ? null : string.Join(", ", parts);

        void Add(string what, string was, string stands)
        {
            if (!string.Equals(was, stands, StringComparison.Ordinal))
            {
                parts.Add($"{what}: было {was}, стало {stands}");
            }
        }

        void Differ(string what, IEnumerable<string> procedures)
        {
            if (string.Join(", ", procedures) is { Length: > 0 } names)
            {
                parts.Add($"{what} {names}");
            }
        }
    }

    private static string Threshold(Methodology methodology) =>
        (methodology.Comparator == ThresholdComparator.AtLeast ? "не менее " : "более ")
        + methodology.ThresholdPercent.ToString("0.##", RussianCulture.Value) + "\u00A0%";

    private static string CriterionB(Methodology methodology) =>
        methodology.CriterionB == CriterionBVersion.SameProcedure ? "«одна и та же процедура»" : "«любая процедура»";

    private static string Branches(Methodology methodology) =>
        methodology.Branches == BranchRule.Alone ? "отдельно" : "вместе с головной школой";

    private static string LeftOut(Methodology methodology) => methodology.LeftOutTypes.Count == 0
        ? "никакие"
        : string.Join(", ", methodology.LeftOutTypes.Select(t => Registry.SchoolTypes.RussianName(t.Type)).Order(StringComparer.Ordinal));
}
