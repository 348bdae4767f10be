namespace EffectiveSchool.Domain.Results.Collection;

/// <summary>Data that a run stood on and that their municipality had not confirmed.</summary>
/// <param name="Municipality">Name of the municipality.</param>
/// <param name="Year">Calendar year of the results.</param>
/// <param name="Procedures">Codes of the procedures, in the order of the matrix.</param>
public sealed record UnconfirmedData(string Municipality, int Year, IReadOnlyList<string> Procedures);

/// <summary>
/// How sure the data under a run were: taken when it ran and kept with the list beside its canonical form, so that a later
/// confirmation does not change what an older list says of itself.
/// </summary>
/// <param name="Provisional">Results of the run whose version was «предварительный».</param>
/// <param name="Unconfirmed">Unconfirmed data of the years that were collected by a campaign, by year and municipality.</param>
/// <param name="NotCollected">Years of the run without a campaign: nobody was asked to confirm.</param>
public sealed record CollectionBasis(int Provisional, IReadOnlyList<UnconfirmedData> Unconfirmed, IReadOnlyList<int> NotCollected)
{
    private const int MostNamed = 12;

    /// <summary>Whether the sentences name data that are not final.</summary>
    /// <param name="municipalities">Those the reader sees; null for all.</param>
    /// <param name="ofSchool">Whether it is said of a school.</param>
    public bool IsUnsure(IReadOnlySet<string>? municipalities = null, bool ofSchool = false) => Seen(municipalities).Count > 0 || (Provisional > 0 && !ofSchool);

    /// <summary>The sentences of a page or document: on whose unconfirmed data and on how many provisional results the list stands.</summary>
    /// <param name="municipalities">Those the reader sees; null for all.</param>
    /// <param name="ofSchool">Whether it is said of a school: results of the others do not concern it, so their number is left out.</param>
    public IEnumerable<string> Sentences(IReadOnlySet<string>? municipalities = null, bool ofSchool = false)
    {
        var seen = Seen(municipalities);
        foreach (var year in seen.GroupBy(u => u.Year))
        {
            var named = string.Join("; ", year.Take(MostNamed).Select(u => $"{u.Municipality} — {string.Join(", ", u.Procedures)}"));
            yield return $"Данные за {year.Key} год не подтверждены: {named}{(year.Count() > MostNamed ? $"; и ещё {RussianWords.Count(year.Count() - MostNamed, "муниципалитет", "муниципалитета", "муниципалитетов")}" : "")}.";
        }

        if (Unconfirmed.Count == 0 && NotCollected.Count == 0)
        {
            yield return "Все данные подтверждены муниципалитетами.";
        }

        foreach (var year in NotCollected)
        {
            yield return $"За {year} год кампании сбора не было: подтверждений не запрашивали.";
        }

        if (Provisional > 0 && !ofSchool)
        {
            yield return $"Предварительных результатов, на которых стоит перечень: {RussianFigures.Count(Provisional)}.";
        }
    }

    private List<UnconfirmedData> Seen(IReadOnlySet<string>? municipalities) =>
        [.. Unconfirmed.Where(u => municipalities is null || municipalities.Contains(u.Municipality))];
}
