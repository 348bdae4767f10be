using System.Diagnostics;
using EffectiveSchool.Data;
using EffectiveSchool.Data.Monitoring;
using EffectiveSchool.Data.Reminders;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Data.Scope;
using EffectiveSchool.Data.Server;
using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Curators;
using EffectiveSchool.Domain.Events;
using EffectiveSchool.Domain.Meetings;
using EffectiveSchool.Domain.Monitoring;
using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Roadmaps;

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
        await AddDueAsync(db, region, north);
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
        await using var db = TestRegion.Open(database, AccessScope.System);
        var sent = await db.DigestLetters.CountAsync(l => l.State == DigestState.Sent);
        Assert.Equal(1, await db.DigestLetters.CountAsync(l => l.State == DigestState.Sending));
        Assert.True(sent >= People, $"{sent} letters");
        Assert.InRange(received.Count, sent, sent + 1);

        // Every source of the portal speaks in the one letter of a day, before the portal was killed and after.
        var municipal = smtp.Letters.Where(l => l.To.StartsWith('c') && char.IsDigit(l.To[1])).ToList();
        Assert.InRange(municipal.Count, People - 1, People);
        foreach (var letter in municipal)
        {
            foreach (var said in Said)
            {
                Assert.Contains(said, letter.Text, StringComparison.Ordinal);
            }
        }
    }

    /// <summary>What a coordinator of the municipality is told of: an upload, materials, a decision, monitoring, a report, a visit.</summary>
    private static readonly string[] Said =
    [
        "Сдайте материалы: Семинар по маркерам", "Решение совещания: Провести срез знаний", "Сдайте сведения мониторинга «Мониторинг ШНОР»", "Сдайте отчёт «Сведения о ходе»", "Школа ждёт посещения",
    ];

    private static async Task AddDueAsync(PortalDb db, Region region, Municipality north)
    {
        var (today, now) = (DateOnly.FromDateTime(DateTime.UtcNow.AddHours(7)), DateTimeOffset.UtcNow);
        var school = await db.Schools.SingleAsync(s => s.Name == TestRegion.OwnSchool);
        var curator = await db.Users.SingleAsync(u => u.Email == TestRegion.Curator);

        // The curator has an order, and is late enough for the municipality to be told.
        db.CuratorAssignments.Add(CuratorAssignment.By(new CuratorOrder("57-п", today.AddDays(-60)), new CuratorPerson(curator.Id, curator.DisplayName), region.Id, school.Id, today.AddDays(-60)));
        var visit = new Visit { RegionId = region.Id, SchoolId = school.Id, AuthorId = curator.Id, AuthorName = "куратор" };
        Assert.Null(visit.Write(new VisitNotes(VisitKind.Visit, today.AddDays(-30), "Знакомство", "Нет плана работы", "Составить план", today.AddDays(-8)), today.AddDays(-30)));
        db.Visits.Add(visit);

        var held = new Event { RegionId = region.Id, MunicipalityId = north.Id, Author = "тест", CreatedAt = now };
        var day = today.AddDays(-11);
        Assert.Null(held.Describe(new EventNotes("Семинар по маркерам", "семинар", day, day, "актовый зал", null, null, null, 10), new EventRules { RegionId = region.Id }));
        Assert.Null(held.Hold(day, now));
        db.Events.Add(held);

        var group = new WorkingGroup { RegionId = region.Id, MunicipalityId = north.Id };
        Assert.Null(group.Describe("Поддержка школ", "приказ № 12"));
        db.WorkingGroups.Add(group);
        var monitoring = Made(MonitoringCycle.Plan(new MonitoringDraft(region.Id, north.Id, null, "Мониторинг ШНОР", today.Year, MonitoringFrequency.Once, SchoolChoice.All)));
        Assert.Null(monitoring.Ask("Учителей на курсах", MonitoringItemKind.Number, "человек", required: true));
        db.MonitoringCycles.Add(monitoring);
        var programme = new Programme { RegionId = region.Id };
        Assert.Null(programme.Describe("Поддержка школ", new DateOnly(today.Year - 1, 1, 1), new DateOnly(today.Year + 1, 12, 31), new ProgrammePassport()));
        db.Programmes.Add(programme);
        await db.SaveChangesAsync();

        var meeting = new Meeting { GroupId = group.Id, RegionId = region.Id, MunicipalityId = north.Id };
        Assert.Null(meeting.Write(new MeetingNotes(today.AddDays(-20), "актовый зал", 7, ["О ходе программы"], "3", today.AddDays(-20))));
        Assert.Null(meeting.Decide(MeetingDecision.Read(new DecisionNotes("Провести срез знаний", "школы", $"до {RussianFigures.Date(today.AddDays(-1))}", null), meeting, now).Decision!));
        db.Meetings.Add(meeting);
        db.ProgrammeSchools.Add(new ProgrammeSchool { ProgrammeId = programme.Id, SchoolId = school.Id, RegionId = region.Id, Kind = ParticipantKind.Region, Year = today.Year });
        db.ReportSchedules.Add(Made(ReportSchedule.Create(
            new ReportScheduleWords("Сведения о ходе", ReportKind.OnRequest, ReportSender.Municipalities, $"до {RussianFigures.Date(today)}", 0, ReportCover.SinceNewYear, null, null, today), programme.Id, region.Id, programme.Period)));
        await db.SaveChangesAsync();
        Assert.Null(await new MonitoringDesk(db, TimeProvider.System).OpenAsync(monitoring, CancellationToken.None));
        await db.MonitoringRounds.Where(r => r.CycleId == monitoring.Id).ExecuteUpdateAsync(s => s.SetProperty(r => r.From, today.AddDays(-30)).SetProperty(r => r.Due, today.AddDays(-8)));
    }

    private static T Made<T>((T? Made, string? Refusal) made)
        where T : class => made.Made ?? throw new InvalidOperationException(made.Refusal);

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
