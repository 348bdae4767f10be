using Quartz;
using Quartz.Extensibility;

namespace EffectiveSchool.Web.Jobs;

/// <summary>How a job goes. Null: it has not run yet, or will not run.</summary>
/// <param name="LastRun">When it last began, UTC.</param>
/// <param name="Result">What that run came to.</param>
/// <param name="Summary">Its own words about it.</param>
/// <param name="Failures">Runs that failed one after another up to the last.</param>
/// <param name="NextRun">When it runs next, UTC.</param>
public sealed record JobState(string RussianName, DateTimeOffset? LastRun, JobRunResult? Result, string? Summary, int Failures, DateTimeOffset? NextRun);

/// <summary>Reads from the job store how every job goes, on whichever node it ran.</summary>
public sealed class JobHealth(ISchedulerFactory schedulers, IExecutionHistoryStore history, IEnumerable<PortalJob> jobs)
{
    public async Task<IReadOnlyList<JobState>> ReadAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var states = new List<JobState>();
        foreach (var job in jobs)
        {
            var status = await history.GetJobRunStatus(scheduler.SchedulerName, job.Key, cancellationToken);
            var triggers = await scheduler.GetTriggersOfJob(job.Key, cancellationToken);
            states.Add(new JobState(
                job.RussianName, status?.LastFiredAtUtc, status?.LastResult, status?.LastSummary, status?.ConsecutiveFailures ?? 0,
                triggers.Min(t => t.NextFireTimeUtc)));
        }

        return states;
    }
}
