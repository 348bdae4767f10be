using System.Globalization;
using Serilog;
using Serilog.Events;

namespace EffectiveSchool.Web.Setup;

public static class PortalLogging
{
    private const string Template = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff} {Level:u3} {SourceContext} {Message:lj} {Properties:j}{NewLine}{Exception}";

    /// <summary>Serilog through Microsoft's logging: the console, and a daily file where «Logs:Folder» names one.</summary>
    public static void AddPortalLogging(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddPortalLog(builder.Configuration);
    }

    public static void AddPortalLog(this ILoggingBuilder logging, IConfiguration configuration)
    {
        var log = new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Quartz", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
            .Enrich.FromLogContext()
            .WriteTo.Console(formatProvider: CultureInfo.InvariantCulture, outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}");
        if (configuration["Logs:Folder"] is { Length: > 0 } folder)
        {
            log.WriteTo.File(Path.Combine(folder, "portal-.log"), rollingInterval: RollingInterval.Day, formatProvider: CultureInfo.InvariantCulture, outputTemplate: Template);
        }

        logging.AddSerilog(log.CreateLogger(), dispose: true);
    }
}
