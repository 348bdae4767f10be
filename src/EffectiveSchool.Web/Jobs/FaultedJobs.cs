using EffectiveSchool.Web.Imports;
using Quartz;

namespace EffectiveSchool.Web.Jobs;

/// <summary>A fault of a job ends as one line of the log and one of the history, joined by a number; the job runs again in its time.</summary>
public sealed class FaultedJobs(ILogger<FaultedJobs> log) : IJobExecutionMiddleware
{
    public async ValueTask Invoke(IJobExecutionContext context, JobExecutionDelegate next, CancellationToken cancellationToken = default)
    {
        try
        {
            await next(context, cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            var number = FaultNumber.New();
            log.LogError(fault, "Fault {Number}: job {Job} failed", number, context.JobDetail.Key.Name);
            context.Result = JobRunReport.Failed($"ошибка портала, номер {number}");
        }
    }
}
