using EffectiveSchool.Data.Setup;
using EffectiveSchool.Web.Jobs;
using Quartz;

namespace EffectiveSchool.Web.Setup;

public static class JobsSetup
{
    /// <summary>
    /// Background jobs (Quartz): kept in PostgreSQL, shared by every portal on one database, stopped with the portal.
    /// «Jobs:Run» false: this portal runs none and only shows how they go.
    /// </summary>
    public static void AddJobs(this WebApplicationBuilder builder, string appConnection)
    {
        builder.Services.AddScoped<JobHealth>();
        builder.Services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(s =>
            {
                s.InstanceName = JobStore.Scheduler;
                s.GenerateInstanceId = true;
                s.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            });
            quartz.UseDefaultThreadPool(2);
            quartz.UsePersistentStore(store =>
            {
                JobStore.Use(store, appConnection);
                store.UseClustering();
            });
            quartz.AddJobMiddleware<FaultedJobs>();
        });
        builder.Services.AddQuartzHostedService(hosted =>
        {
            hosted.AutoStart = builder.Configuration.GetValue("Jobs:Run", true);
            hosted.WaitForJobsToComplete = true;
        });
    }
}
