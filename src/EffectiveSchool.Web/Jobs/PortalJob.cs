using Quartz;

namespace EffectiveSchool.Web.Jobs;

/// <summary>A background job as a person sees it.</summary>
public sealed record PortalJob(JobKey Key, string RussianName);

public static class PortalJobs
{
    /// <summary>
    /// Runs a job at the start of the portal and then every so often: on one node of the cluster at a time, and once more
    /// where a node died in the middle of it. What it does must therefore bear being done again.
    /// </summary>
    public static void AddPortalJob<T>(this IQuartzBuilder quartz, string name, string russianName, TimeSpan every)
        where T : class, IJob
    {
        var key = new JobKey(name);
        quartz.Services.AddSingleton(new PortalJob(key, russianName));
        quartz.ScheduleJob<T>(
            trigger => trigger.WithIdentity(name).StartNow().WithSimpleSchedule(every),
            job => job.WithIdentity(key).DisallowConcurrentExecution().RequestRecovery());
    }
}
