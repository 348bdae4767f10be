using EffectiveSchool.Web.Curators;
using EffectiveSchool.Web.Jobs;
using EffectiveSchool.Web.Mail;
using EffectiveSchool.Web.Reminders;
using EffectiveSchool.Web.Reminders.Sources;
using Quartz;

namespace EffectiveSchool.Web.Setup;

public static class RemindersSetup
{
    /// <summary>Regions have their own midnights, so an assignment begins at most so much after its day has.</summary>
    private static readonly TimeSpan RenewGrantsEvery = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(5);

    /// <summary>Open work and the three places it is shown in: first screen, daily letter, calendar.</summary>
    public static void AddReminders(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(MailSettings.Read(builder.Configuration));
        builder.Services.AddSingleton<MailSender>();
        builder.Services.AddSingleton<Digest>();
        builder.Services.AddQuartz(quartz => quartz.AddPortalJob<DigestJob>("digest", "Ежедневные письма", LookEvery));
        builder.Services.AddQuartz(quartz => quartz.AddPortalJob<GrantsJob>("grants", "Доступ кураторов по срокам закрепления", RenewGrantsEvery));
        builder.Services.AddRateLimiter(limiter => CalendarEndpoint.LimitCalendars(limiter, builder.Configuration.GetValue("Calendar:PerMinute", 120)));

        builder.Services.AddScoped<DueWork>();
        builder.Services.AddScoped<IDueSource, CheckedBatches>();
        builder.Services.AddScoped<IDueSource, PreliminaryLists>();
        builder.Services.AddScoped<IDueSource, OpenObjections>();
        builder.Services.AddScoped<IDueSource, CampaignDeadlines>();
        builder.Services.AddScoped<IDueSource, RoadmapWorks>();
        builder.Services.AddScoped<IDueSource, ProgrammeReviews>();
        builder.Services.AddScoped<IDueSource, ReportDates>().AddScoped<IDueSource, ReportReviews>();
        builder.Services.AddScoped<IDueSource, NextVisits>();
        builder.Services.AddScoped<IDueSource, ResponsibleWorks>();
        builder.Services.AddScoped<IDueSource, EventDates>();
        builder.Services.AddScoped<IDueSource, MonitoringSubmissions>().AddScoped<IDueSource, MeetingDecisions>();
    }
}
