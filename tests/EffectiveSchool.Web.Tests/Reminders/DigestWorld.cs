using EffectiveSchool.Data;
using EffectiveSchool.Domain.Reminders;
using EffectiveSchool.Web.Reminders;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace EffectiveSchool.Web.Tests.Reminders;

/// <summary>
/// Reports of the schools of <see cref="TestRegion"/>: one 8 days late, one due today, one due in a month, one 20 days late.
/// A source of open work like those of the portal, read through the scope.
/// </summary>
internal sealed class GivenReports(PortalDb db) : IDueSource
{
    public const string Title = "Сдайте отчёт; по форме 1";

    private static readonly Dictionary<string, int> DueInDays = new(StringComparer.Ordinal)
    {
        [TestRegion.OwnSchool] = -8, [TestRegion.SecondSchool] = 0, [TestRegion.ThirdSchool] = 30, [TestRegion.SouthSchool] = -20,
    };

    public async Task<IReadOnlyList<DueItem>> ReadAsync(DueReader reader, DateOnly today, DateOnly until, CancellationToken cancellationToken)
    {
        var schools = await db.Schools.Select(s => new { s.Id, s.Name }).ToListAsync(cancellationToken);
        return
        [
            .. schools.Where(s => DueInDays.ContainsKey(s.Name)).Select(s => new DueItem
            {
                Key = $"report-{s.Id}",
                Title = Title,
                Place = s.Name,
                Page = $"/schools/{s.Id}",
                Owner = DutyLevel.School,
                Due = today.AddDays(DueInDays[s.Name]),
                ChangedAt = DateTimeOffset.UnixEpoch,
            }),
        ];
    }
}

/// <summary>A clock that a test sets.</summary>
internal sealed class SetClock : TimeProvider
{
    public required DateTimeOffset Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
}

internal static class DigestWorld
{
    /// <summary>The portal with mail to the listener, those reports, and a clock that stands still.</summary>
    public static WebApplicationFactory<Program> WithReports(this Portal portal, int smtpPort, TimeProvider clock) => portal.WithWebHostBuilder(builder =>
    {
        foreach (var (name, value) in MailTests.Settings(smtpPort))
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureTestServices(services => services.AddSingleton(clock).AddScoped<IDueSource, GivenReports>());
    });

    public static Task<DigestOutcome> SendDigestAsync(this WebApplicationFactory<Program> running) =>
        running.Services.GetRequiredService<Digest>().SendAsync(CancellationToken.None);
}
