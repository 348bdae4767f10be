using System.Diagnostics;
using EffectiveSchool.Data.Reminders;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Data.Scope;
using EffectiveSchool.Data.Server;
using EffectiveSchool.Data.Users;
using EffectiveSchool.Testing;
using Microsoft.EntityFrameworkCore;

namespace EffectiveSchool.Web.Tests.Reminders;

/// <summary>The portal as a process of its own, killed in the middle of the daily letters.</summary>
public sealed class KilledDigestTests : IAsyncLifetime
{
    private const int People = 14;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private DatabaseConnections database = null!;

    public async Task InitializeAsync()
    {
        database = await TestRegion.CloneAsync();
        await using var db = TestRegion.Open(database, AccessScope.System);
        var region = await db.Regions.SingleAsync(r => r.Code == "90");
        (region.DigestAt, region.DigestOnWeekends) = (TimeOnly.MinValue, true);
        var north = await db.Municipalities.SingleAsync(m => m.Name == TestRegion.North);
        db.Batches.Add(new ImportBatch
        {
            RegionId = region.Id, MunicipalityId = north.Id, AuthorId = Guid.CreateVersion7(), Author = "проверка", CreatedAt = DateTimeOffset.UtcNow, State = BatchState.Checked,
        });
        db.Users.AddRange(Enumerable.Range(1, People).Select(i => new PortalUser
        {
            DisplayName = $"координатор {i}", Role = PortalRole.MunicipalCoordinator, RegionId = region.Id, MunicipalityId = north.Id,
            UserName = $"c{i}@test.local", NormalizedUserName = $"C{i}@TEST.LOCAL", Email = $"c{i}@test.local", NormalizedEmail = $"C{i}@TEST.LOCAL", PasswordHash = "none",
        }));
        await db.SaveChangesAsync();
    }

    public Task DisposeAsync() => TestCluster.DropAsync(database);

    [Fact]
    public async Task Nobody_gets_a_letter_twice_and_the_rest_get_theirs_when_the_portal_is_back()
    {
        await using var smtp = new SmtpListener { Pause = TimeSpan.FromMilliseconds(300) };
        using (var first = Start(smtp.Port))
        {
            await UntilAsync(first, () => Task.FromResult(smtp.Letters.Count >= 4));
            first.Kill();
            await first.WaitForExitAsync();
        }

        var before = smtp.Letters.Count;
        Assert.InRange(before, 4, People - 1);
        using (var second = Start(smtp.Port))
        {
            // Not before it sends: while a portal prepares the database nobody else should be reading it.
            await UntilAsync(second, () => Task.FromResult(smtp.Letters.Count > before));
            await UntilAsync(second, AllAreDealtWithAsync);
            second.Kill();
            await second.WaitForExitAsync();
        }

        var received = smtp.Letters.Select(l => l.To).ToList();
        Assert.Equal(received.Distinct(StringComparer.Ordinal), received);

        // Everybody but the one whose letter was on its way when the portal was killed: it arrived or it did not.
        Assert.InRange(received.Count, People, People + 1);
        await using var db = TestRegion.Open(database, AccessScope.System);
        Assert.Equal(1, await db.DigestLetters.CountAsync(l => l.State == DigestState.Sending));
        Assert.Equal(People, await db.DigestLetters.CountAsync(l => l.State == DigestState.Sent));
    }

    private async Task<bool> AllAreDealtWithAsync()
    {
        await using var db = TestRegion.Open(database, AccessScope.System);
        var people = await db.Users.CountAsync(u => u.RegionId != null && db.Regions.Any(r => r.Id == u.RegionId && r.Code == "90"));
        return await db.DigestLetters.CountAsync() == people && await db.DigestLetters.CountAsync(l => l.State == DigestState.Sending) == 1;
    }

    private Process Start(int smtpPort)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "EffectiveSchool.Web.dll"));
        start.ArgumentList.Add("--urls");
        start.ArgumentList.Add("http://127.0.0.1:0");
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Testing";
        start.Environment["ConnectionStrings__Portal"] = database.App;
        start.Environment["ConnectionStrings__PortalOwner"] = database.Owner;
        foreach (var (name, value) in MailTests.Settings(smtpPort))
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static async Task UntilAsync(Process process, Func<Task<bool>> happened)
    {
        for (var watch = Stopwatch.StartNew(); !await happened(); await Task.Delay(50))
        {
            Assert.False(process.HasExited, "The portal ended by itself.");
            if (watch.Elapsed > Patience)
            {
                process.Kill();
                throw new TimeoutException("The daily letters did not go out.");
            }
        }
    }
}
