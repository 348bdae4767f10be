namespace EffectiveSchool.Domain.Identification;

/// <summary>A list as far as it is chosen by year: curators, norms and events ask which schools are the listed ones.</summary>
/// <param name="Id">The list.</param>
/// <param name="RegionId">Its region.</param>
/// <param name="ForYear">The year it is for.</param>
/// <param name="State">State.</param>
public sealed record ListInYear(int Id, int RegionId, int ForYear, ListState State)
{
    /// <summary>Whether an order stands behind it: approved, or approved and put into the archive since.</summary>
    public bool IsApproved => State is ListState.Approved or ListState.Archived;

    /// <summary>«перечня ШНОР на 2026 год», «перечня ШНОР на 2027 год (предварительного)».</summary>
    public string Genitive => $"перечня ШНОР на {ForYear} год{(IsApproved ? "" : " (предварительного)")}";

    /// <summary>
    /// The list of a year: the approved one, the latest edition of it; before there is one, the preliminary. Drafts and replaced lists
    /// count for nothing. Null where the year has none: another year's list does not stand in for it.
    /// </summary>
    /// <param name="lists">Lists of one region.</param>
    /// <param name="year">The year it is for.</param>
    public static ListInYear? Of(IEnumerable<ListInYear> lists, int year) =>
        lists.Where(l => l.ForYear == year && l.IsSeen).OrderByDescending(l => l.IsApproved).ThenByDescending(l => l.Id).FirstOrDefault();

    /// <summary>
    /// The list that is worked by in a year: the newest approved one for that year or an earlier one, which acts until the next is approved;
    /// before any is, one approved for a later year, then the newest preliminary one.
    /// </summary>
    /// <param name="lists">Lists of one region.</param>
    /// <param name="year">The present year.</param>
    public static ListInYear? Current(IEnumerable<ListInYear> lists, int year) => lists.Where(l => l.IsSeen)
        .OrderByDescending(l => l.IsApproved).ThenByDescending(l => l.IsApproved && l.ForYear <= year)
        .ThenByDescending(l => l.ForYear <= year || !l.IsApproved ? l.ForYear : -l.ForYear).ThenByDescending(l => l.Id).FirstOrDefault();

    private bool IsSeen => IsApproved || State == ListState.Preliminary;
}
