namespace EffectiveSchool.Domain.Identification;

/// <summary>What is changed in a methodology to see who would join and leave. What is null stays as it is.</summary>
public sealed record WhatIfChange
{
    /// <summary>Threshold of the share of failed, percent 1…100.</summary>
    public decimal? ThresholdPercent { get; init; }

    /// <summary>Fewer participants give no data, ≥ 1.</summary>
    public int? MinParticipants { get; init; }

    /// <summary>Version of criterion B.</summary>
    public CriterionBVersion? CriterionB { get; init; }

    /// <summary>Codes of procedures left out of both years; unknown ones change nothing.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>The methodology with the change. It is for looking only and has no version of its own.</summary>
    public Methodology ApplyTo(Methodology methodology) => methodology with
    {
        ThresholdPercent = ThresholdPercent ?? methodology.ThresholdPercent,
        MinParticipants = MinParticipants ?? methodology.MinParticipants,
        CriterionB = CriterionB ?? methodology.CriterionB,
        Procedures = [.. methodology.Procedures.Where(p => !LeftOut.Contains(p, StringComparer.Ordinal))],
    };
}

/// <summary>A school whose verdict turns over.</summary>
/// <param name="Official">The verdict of the list.</param>
/// <param name="WhatIf">The verdict under the change.</param>
/// <param name="Why">Why it turns over, one Russian sentence.</param>
public sealed record WhatIfTurn(SchoolVerdict Official, SchoolVerdict WhatIf, string Why);

/// <summary>Who joins and who leaves; never stored.</summary>
/// <param name="Schools">Schools looked at.</param>
/// <param name="ListedOfficially">Listed by the list.</param>
/// <param name="ListedWhatIf">Listed under the change.</param>
/// <param name="Joined">Schools that would join, in the order given.</param>
/// <param name="Left">Schools that would leave, in the order given.</param>
public sealed record WhatIfOutcome(
    int Schools, int ListedOfficially, int ListedWhatIf, IReadOnlyList<WhatIfTurn> Joined, IReadOnlyList<WhatIfTurn> Left);

/// <summary>
/// «Что, если» (domain.md §5): judges the markers a list stands on by a changed methodology. It reads verdicts, not
/// uploads: an approved list answers from what was frozen, a branch counted with its head stays inside the head's counts,
/// and a part of the region gives the same answers as the whole. A marker of a published matrix has no counts and keeps
/// its state at any threshold; a contradiction stays without data.
/// </summary>
public static class WhatIf
{
    /// <summary>Thresholds offered ready-made, percent.</summary>
    public static IReadOnlyList<decimal> Thresholds { get; } = [25m, 30m, 35m];

    /// <summary>Ready-made changes for the table of one school, each of one thing.</summary>
    public static IReadOnlyList<WhatIfChange> Presets { get; } =
    [
        .. Thresholds.Select(t => new WhatIfChange { ThresholdPercent = t }),
        new() { CriterionB = CriterionBVersion.SameProcedure },
        new() { CriterionB = CriterionBVersion.AnyProcedure },
        new() { MinParticipants = 5 },
        new() { MinParticipants = LowResultMarker.SmallSampleBelow },
    ];

    /// <summary>One school under a change. A school that was not judged stays so.</summary>
    /// <param name="official">The verdict of the list.</param>
    /// <param name="methodology">The methodology of the list.</param>
    /// <param name="change">What is changed.</param>
    /// <param name="year">The results year.</param>
    public static SchoolVerdict Judge(SchoolVerdict official, Methodology methodology, WhatIfChange change, int year)
    {
        if (official.NotJudged is not null)
        {
            return official;
        }

        var changed = change.ApplyTo(methodology);
        return LowResultRule.Decide(
            official.SchoolKey,
            [.. official.Markers.Where(m => !change.LeftOut.Contains(m.Procedure, StringComparer.Ordinal)).Select(m => Again(m, changed))],
            changed,
            year);
    }

    /// <summary>Every school given, under a change.</summary>
    /// <param name="officials">Verdicts of the list, all or a part of them.</param>
    /// <param name="methodology">The methodology of the list.</param>
    /// <param name="change">What is changed.</param>
    /// <param name="year">The results year.</param>
    public static WhatIfOutcome Compare(IEnumerable<SchoolVerdict> officials, Methodology methodology, WhatIfChange change, int year)
    {
        var changed = change.ApplyTo(methodology);
        var (schools, before, after) = (0, 0, 0);
        List<WhatIfTurn> joined = [];
        List<WhatIfTurn> left = [];
        foreach (var official in officials)
        {
            var verdict = Judge(official, methodology, change, year);
            schools++;
            before += official.Listed ? 1 : 0;
            after += verdict.Listed ? 1 : 0;
            if (verdict.Listed != official.Listed)
            {
                (verdict.Listed ? joined : left).Add(new WhatIfTurn(official, verdict, Why(official, verdict, changed, year)));
            }
        }

        return new WhatIfOutcome(schools, before, after, joined, left);
    }

    private static LowResultMarker Again(LowResultMarker marker, Methodology methodology) => marker switch
    {
        { State: MarkerState.NoData, Reason: not NoDataReason.TooFewParticipants } => marker,
        { Participants: { } participants, Failed: { } failed } =>
            MarkerReader.FromCounts(marker.Procedure, marker.Year, participants, failed, marker.Sources, methodology),
        _ => marker,
    };

    private static string Why(SchoolVerdict official, SchoolVerdict whatIf, Methodology changed, int year)
    {
        if (whatIf.Listed)
        {
            return ExplanationText.Explain(whatIf, changed, year)[0].Text;
        }

        string[] lost =
        [
            .. official.Markers
                .Where(m => m.State == MarkerState.Low)
                .Select(m => (Official: m, Now: whatIf.Marker(m.Procedure, m.Year)))
                .Where(p => p.Now?.State != MarkerState.Low)
                .Select(p => $"{p.Official.Procedure} в {p.Official.Year} году — {(p.Now is null ? "процедура не учитывается" : ExplanationText.Counts(p.Now, changed))}"),
        ];
        return lost.Length > 0
            ? $"Больше не низкий результат: {ExplanationText.Join(lost)}, и ни один критерий не выполняется."
            : "Одна и та же процедура не была низкой два года подряд, а для критерия A низких процедур в году мало.";
    }
}
