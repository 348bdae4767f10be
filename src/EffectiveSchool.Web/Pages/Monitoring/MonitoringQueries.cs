using EffectiveSchool.Domain.Monitoring;
using EffectiveSchool.Web.Imports;

namespace EffectiveSchool.Web.Pages.Monitoring;

/// <summary>A round with how far it has come among the schools that the reader sees.</summary>
/// <param name="Round">The round.</param>
/// <param name="ClosedOn">The day it was closed, in the region's zone.</param>
/// <param name="Count">How far it has come.</param>
/// <param name="Own">What the reader's one school hands in; null for others.</param>
public sealed record RoundLine(MonitoringRound Round, DateOnly? ClosedOn, RoundCount Count, (int Id, SubmissionState State)? Own);

/// <summary>A school in a round.</summary>
public sealed record SubmissionLine(int Id, int SchoolId, string School, int MunicipalityId, string Municipality, SubmissionState State, DateTimeOffset? SubmittedAt) : IKnownSchool;

/// <summary>What pages of monitoring read.</summary>
public sealed class MonitoringQueries(PortalDb db, Person person)
{
    /// <summary>The rounds of monitoring by its key, counted over the schools that the reader sees.</summary>
    public async Task<ILookup<int, RoundLine>> RoundsAsync(IReadOnlyCollection<int> cycles, CancellationToken cancellationToken)
    {
        var today = await person.TodayAsync();
        var rounds = await db.MonitoringRounds.AsNoTracking().Where(r => cycles.Contains(r.CycleId)).OrderBy(r => r.Position).ToListAsync(cancellationToken);
        int[] ids = [.. rounds.Select(r => r.Id)];
        var counts = (await db.MonitoringSubmissions.Where(s => ids.Contains(s.RoundId)).GroupBy(s => new { s.RoundId, s.State })
            .Select(g => new { g.Key.RoundId, g.Key.State, Schools = g.Count() }).ToListAsync(cancellationToken)).ToLookup(c => c.RoundId, c => (c.State, c.Schools));
        var own = person.Scope.SchoolIds is [var school]
            ? (await db.MonitoringSubmissions.Where(s => s.SchoolId == school && ids.Contains(s.RoundId)).Select(s => new { s.RoundId, s.Id, s.State }).ToListAsync(cancellationToken))
                .ToDictionary(s => s.RoundId, s => (s.Id, s.State))
            : [];
        var lines = new List<RoundLine>();
        foreach (var round in rounds)
        {
            DateOnly? closed = round.ClosedAt is { } at ? DateOnly.FromDateTime((await person.LocalAsync(at)).DateTime) : null;
            lines.Add(new RoundLine(round, closed, RoundCount.Of([.. counts[round.Id]], round.Due, today), own.TryGetValue(round.Id, out var mine) ? mine : null));
        }

        return lines.ToLookup(l => l.Round.CycleId);
    }

    /// <summary>The schools of a round that the reader sees, by municipality and name.</summary>
    public Task<List<SubmissionLine>> SchoolsAsync(int roundId, CancellationToken cancellationToken) => (
        from submission in db.MonitoringSubmissions.Where(s => s.RoundId == roundId)
        from school in db.Schools.Where(s => s.Id == submission.SchoolId)
        from municipality in db.Municipalities.Where(m => m.Id == school.MunicipalityId)
        orderby municipality.Name, school.Name, school.Id
        select new SubmissionLine(submission.Id, school.Id, school.Name, municipality.Id, municipality.Name, submission.State, submission.SubmittedAt)).ToListAsync(cancellationToken);

    /// <summary>The monitoring of a round with its items, without tracking; null where the reader has none.</summary>
    public Task<MonitoringCycle?> CycleOfAsync(int roundId, CancellationToken cancellationToken) =>
        db.MonitoringCycles.AsNoTracking().Include(c => c.Items.OrderBy(i => i.Position)).Include(c => c.Rounds.OrderBy(r => r.Position))
            .SingleOrDefaultAsync(c => c.Rounds.Any(r => r.Id == roundId), cancellationToken);
}
