namespace EffectiveSchool.Domain.Monitoring;

/// <summary>How far a round has come among some schools.</summary>
/// <param name="Schools">Schools that hand in.</param>
/// <param name="HandedIn">Of them on review or confirmed.</param>
/// <param name="Confirmed">Of them confirmed.</param>
/// <param name="UnderReview">Of them waiting for a decision.</param>
/// <param name="Late">Of them late.</param>
public sealed record RoundCount(int Schools, int HandedIn, int Confirmed, int UnderReview, int Late)
{
    /// <summary>Schools that have not handed in.</summary>
    public int Owed => Schools - HandedIn;

    /// <summary>Percent handed in; null where nobody is asked.</summary>
    public decimal? Percent => Schools == 0 ? null : 100m * HandedIn / Schools;

    /// <summary>Counts where schools stand.</summary>
    /// <param name="states">How many schools stand in each state.</param>
    /// <param name="due">The last day of the round.</param>
    /// <param name="today">Today in the region.</param>
    public static RoundCount Of(IReadOnlyCollection<(SubmissionState State, int Schools)> states, DateOnly due, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(states);
        int Count(Func<SubmissionState, bool> which) => states.Where(s => which(s.State)).Sum(s => s.Schools);
        return new RoundCount(
            Count(_ => true), Count(s => !s.IsOwed()), Count(s => s == SubmissionState.Confirmed), Count(s => s == SubmissionState.UnderReview), Count(s => s.IsLate(due, today)));
    }
}
