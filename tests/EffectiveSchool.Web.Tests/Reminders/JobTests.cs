using System.Collections.Concurrent;
using EffectiveSchool.Web.Jobs;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Quartz;

namespace EffectiveSchool.Web.Tests.Reminders;

/// <summary>Background jobs on their store in PostgreSQL.</summary>
public sealed class JobTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task A_job_that_fails_leaves_a_line_in_the_log_and_its_number_with_the_administrator()
    {
        var log = new KeptLog();
        await using var running = portal.WithWebHostBuilder(b => b
            .UseSetting("Jobs:Run", "true")
            .ConfigureTestServices(services =>
            {
                services.AddSingleton<ILoggerProvider>(log);
                services.AddQuartz(q =>
                {
                    q.AddPortalJob<BrokenJob>("broken", "Сломанное задание", TimeSpan.FromHours(1));
                    q.AddPortalJob<WorkingJob>("working", "Исправное задание", TimeSpan.FromHours(1));
                });
            }));
        var admin = new Visitor(running.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri("https://localhost") }));
        await admin.SignInAsync(TestRegion.Administrator, TestRegion.Password);

        var broken = await RowAsync(admin, "Сломанное задание");
        Assert.Matches("сбой.*ошибка портала, номер [0-9a-f]{12}", broken);
        var number = broken[(broken.IndexOf("номер ", StringComparison.Ordinal) + 6)..][..12];
        Assert.Contains(log.Lines, l => l.StartsWith($"Fault {number}: job broken failed", StringComparison.Ordinal));
        Assert.Matches(@"выполнено сделано 3.*\d\d\.\d\d\.\d{4} \d\d:\d\d$", await RowAsync(admin, "Исправное задание"));
    }

    [Theory]
    [InlineData("create table quartz.mine (id integer)")]
    [InlineData("drop table quartz.qrtz_triggers")]
    [InlineData("alter table quartz.qrtz_triggers add column mine integer")]
    public async Task The_portal_uses_the_job_store_but_owns_nothing_of_it(string sql)
    {
        await using var source = NpgsqlDataSource.Create(portal.Database.App);
        await using (var read = source.CreateCommand("select count(*) from quartz.qrtz_job_details"))
        {
            Assert.NotNull(await read.ExecuteScalarAsync());
        }

        await using var change = source.CreateCommand(sql);
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => change.ExecuteNonQueryAsync());
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    /// <summary>The line of the job when it has run.</summary>
    private static async Task<string> RowAsync(Visitor admin, string job)
    {
        for (var i = 0; i < 100; i++)
        {
            var page = await admin.OpenAsync("/admin");
            var row = page.QuerySelectorAll("#jobs ~ .table-frame tbody tr").Single(r => r.QuerySelector("th")!.TextContent == job);
            var text = string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (!text.Contains("ещё не запускалось", StringComparison.Ordinal))
            {
                return text;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException($"«{job}» has not run.");
    }

    public sealed class BrokenJob : IJob
    {
        public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => throw new InvalidDataException("broken");
    }

    public sealed class WorkingJob : IJob
    {
        public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
        {
            context.Result = JobRunReport.Succeeded("сделано 3");
            return ValueTask.CompletedTask;
        }
    }

    private sealed class KeptLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception));

        public void Dispose()
        {
            // Nothing is held.
        }
    }
}
