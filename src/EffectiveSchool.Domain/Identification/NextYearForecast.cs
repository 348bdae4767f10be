namespace EffectiveSchool.Domain.Identification;

/// <summary>How many fewer failed clear one procedure.</summary>
/// <param name="Procedure">Code of the procedure, low in the results year.</param>
/// <param name="Pupils">Fewer failed at the same number of participants, ≥ 1; null where the counts are not known.</param>
public sealed record ProcedureToClear(string Procedure, int? Pupils);

/// <summary>
/// The forecast for the next list. domain.md §5 names an exit forecast without a formula; this one answers two plain
/// questions by the list's own rule, this year's markers standing as the year before:
/// the next year brings the same counts, or every procedure moves once more as it moved over the last year.
/// </summary>
/// <param name="Year">The next results year.</param>
/// <param name="ListedNow">Whether the school is in the list now.</param>
/// <param name="ListedIfTheSame">Listed where the next year's results equal this year's.</param>
/// <param name="ListedIfChangeRepeats">Listed where the last change repeats; null where no procedure has counts of both years.</param>
/// <param name="ToClear">Low procedures of this year: none of them may be low again, or criterion B holds.</param>
public sealed record NextYearForecast(
    int Year, bool ListedNow, bool ListedIfTheSame, bool? ListedIfChangeRepeats, IReadOnlyList<ProcedureToClear> ToClear)
{
    /// <summary>The forecast; null for a school that was not judged or has no marker in the year.</summary>
    /// <param name="verdict">The newest verdict.</param>
    /// <param name="methodology">The methodology that gave it.</param>
    /// <param name="year">The results year of the verdict.</param>
    public static NextYearForecast? Of(SchoolVerdict verdict, Methodology methodology, int year)
    {
        var now = verdict.Markers.Where(m => m.Year == year).ToArray();
        if (verdict.NotJudged is not null || now.All(m => m.State == MarkerState.NoData))
        {
            return null;
        }

        bool ListedWith(Func<LowResultMarker, LowResultMarker> next) => LowResultRule
            .Decide(verdict.SchoolKey, [.. now.SelectMany(m => new[] { m, next(m) with { Year = year + 1 } })], methodology, year + 1)
            .Listed;

        var moves = Array.Exists(now, m => HasCounts(m) && HasCounts(verdict.Marker(m.Procedure, year - 1)));
        return new NextYearForecast(
            year + 1,
            verdict.Listed,
            ListedWith(m => m),
            moves ? ListedWith(m => OnceMore(m, verdict.Marker(m.Procedure, year - 1), methodology)) : null,
            [.. now.Where(m => m.State == MarkerState.Low).Select(m => new ProcedureToClear(m.Procedure, m.PupilsToLine))]);
    }

    /// <summary>Both answers as one sentence.</summary>
    public string Sentence
    {
        get
        {
            var same = $"Прогноз на результаты {Year} года: если они будут как в {Year - 1} году, школа {Fate(ListedIfTheSame)}";
            return ListedIfChangeRepeats switch
            {
                null => same + ".",
                { } repeats when repeats == ListedIfTheSame => same + "; если изменение последнего года повторится — тоже.",
                { } repeats => same + $"; если изменение последнего года повторится — {Fate(repeats)}.",
            };
        }
    }

    /// <summary>What a listed school needs in order to leave, as one sentence; null for others.</summary>
    public string? WayOut => ListedNow && ToClear.Count > 0
        ? $"Чтобы выйти по результатам {Year} года при тех же участниках, не преодолевших порог должно стать меньше: "
            + string.Join(", ", ToClear.Select(p => $"{p.Procedure} — {(p.Pupils is { } pupils ? $"на {RussianFigures.Count(pupils)}" : "сколько, неизвестно: числа не опубликованы")}"))
            + "; остальные процедуры не должны ухудшиться."
        : null;

    private string Fate(bool listed) => (ListedNow, listed) switch
    {
        (true, true) => "останется в перечне",
        (true, false) => "выйдет из перечня",
        (false, true) => "войдёт в перечень",
        _ => "в перечень не войдёт",
    };

    /// <summary>
    /// The marker after the same change of share once more: failed = 2·failed − failedBefore·N/NBefore, to the nearest pupil
    /// within 0…N. A marker without counts of both years stays as it is.
    /// </summary>
    private static LowResultMarker OnceMore(LowResultMarker marker, LowResultMarker? before, Methodology methodology)
    {
        if (!HasCounts(marker) || !HasCounts(before))
        {
            return marker;
        }

        var participants = marker.Participants!.Value;
        var failed = (2m * marker.Failed!.Value) - ((decimal)before!.Failed!.Value * participants / before.Participants!.Value);
        var pupils = (int)Math.Clamp(Math.Round(failed, MidpointRounding.AwayFromZero), 0, participants);
        return MarkerReader.FromCounts(marker.Procedure, marker.Year, participants, pupils, [], methodology);
    }

    private static bool HasCounts(LowResultMarker? marker) =>
        marker is { State: not MarkerState.NoData, Participants: > 0, Failed: not null };
}
