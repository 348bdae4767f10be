using EffectiveSchool.Benchmarks.Files;
using EffectiveSchool.Benchmarks.Harness;
using EffectiveSchool.Benchmarks.Limits;
using EffectiveSchool.Data;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Data.Scope;
using EffectiveSchool.Imports.Results;
using EffectiveSchool.Web.Imports;
using Microsoft.Extensions.DependencyInjection;

namespace EffectiveSchool.Benchmarks.Measures;

/// <summary>
/// Import of one workbook: reading alone, and end to end — upload stored, file read and checked into the dry run, dry run
/// applied — through the code the portal runs.
/// </summary>
internal static class ImportMeasure
{
    private const double AimRowsPerSecond = 60_000;

    public static async Task<IReadOnlyList<Figure>> RunAsync(World world)
    {
        var count = world.Sizes.ImportRows;
        using var workbook = new MemoryStream();
        var demo = RegionFiles.WriteTemplate(workbook, count);
        var bytes = workbook.ToArray();
        await using var server = await PortalServer.StartAsync();
        await server.LoadAsync(demo, withLists: false);
        await BareCopy.CreateAsync(server);
        var rows = Rows(Read(bytes));
        if (rows.Count != count)
        {
            throw new InvalidOperationException($"{rows.Count} of {count} rows were read.");
        }

        var reading = await Clock.AlternateAsync(world.Sizes.Repetitions, () => Read(bytes), () => BareXlsx.Read(new MemoryStream(bytes)));
        var phases = new Dictionary<string, List<TimeSpan>>(StringComparer.Ordinal);
        var whole = await Clock.AlternateAsync(
            world.Sizes.Repetitions,
            () => ImportAsync(server, bytes, count, phases),
            () => LimitAsync(server, bytes, rows));
        var parts = string.Join(", ", phases.Select(p => $"{p.Key} {Figure.Time(Clock.Median(p.Value.Skip(1).DefaultIfEmpty(p.Value[0])))}"));
        return
        [
            Compare($"Import of {Figure.Count(count)} rows, reading: guard, inflate, parse, check cells", reading, "inflate + XmlReader of the same file"),
            Compare($"Import of {Figure.Count(count)} rows, end to end ({parts})", whole, "inflate + XmlReader of the same file, then COPY of the same rows"),
        ];

        Figure Compare(string what, (TimeSpan Ours, TimeSpan Limit) times, string limit) => new(
            what, $"{Figure.Time(times.Ours)}, {Figure.Rate(count, times.Ours, "rows")}", limit, $"{Figure.Time(times.Limit)}, {Figure.Rate(count, times.Limit, "rows")}",
            Figure.Times(times.Ours, times.Limit), "≥ 60 000 rows/s", count / times.Ours.TotalSeconds >= AimRowsPerSecond);
    }

    private static ResultFile Read(byte[] bytes) => ResultFileReader.Read(new MemoryStream(bytes), "Результаты.xlsx");

    private static List<ResultRow> Rows(ResultFile file) => [.. file.Sections.SelectMany(s => s.Rows)];

    private static async Task<TimeSpan> ImportAsync(PortalServer server, byte[] bytes, int count, Dictionary<string, List<TimeSpan>> phases)
    {
        await server.ExecuteAsync("truncate results, result_changes, import_batches cascade");
        var batchId = 0;
        var stored = await Clock.TimeAsync(async () => batchId = await UploadAsync(server, bytes));
        var read = await Clock.TimeAsync(() => server.Single<BatchReader>().ReadAsync(batchId, CancellationToken.None));
        var applied = await Clock.TimeAsync(() => ApplyAsync(server, batchId));
        var results = await server.ReadAsync<long>("select count(*) from results");
        if (results != count)
        {
            throw new InvalidOperationException($"{results} of {count} results were stored.");
        }

        foreach (var (phase, time) in new[] { ("upload", stored), ("dry run", read), ("apply", applied) })
        {
            (phases.TryGetValue(phase, out var times) ? times : phases[phase] = []).Add(time);
        }

        return stored + read + applied;
    }

    /// <summary>What the upload page stores.</summary>
    private static async Task<int> UploadAsync(PortalServer server, byte[] bytes)
    {
        await using var scope = server.As(AccessScope.Region(server.RegionId), Guid.CreateVersion7());
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var batch = new ImportBatch { RegionId = server.RegionId, AuthorId = Guid.CreateVersion7(), Author = "региональный координатор", CreatedAt = DateTimeOffset.UtcNow };
        batch.Files.Add(new ImportFile { RegionId = server.RegionId, Name = "Результаты.xlsx", Sha256 = new string('0', 64), Size = bytes.Length });
        await using var transaction = await db.Database.BeginTransactionAsync();
        db.Batches.Add(batch);
        await db.SaveChangesAsync();
        await scope.ServiceProvider.GetRequiredService<FileContents>().SaveAsync(batch.Files[0].Id, new MemoryStream(bytes), CancellationToken.None);
        await transaction.CommitAsync();
        return batch.Id;
    }

    private static async Task ApplyAsync(PortalServer server, int batchId)
    {
        await using var scope = server.As(AccessScope.Region(server.RegionId), Guid.CreateVersion7());
        if (await scope.ServiceProvider.GetRequiredService<ImportApply>().ApplyAsync(batchId, skipRefused: false, CancellationToken.None) is { } refusal)
        {
            throw new InvalidOperationException(refusal);
        }
    }

    private static async Task<TimeSpan> LimitAsync(PortalServer server, byte[] bytes, List<ResultRow> rows)
    {
        await server.ExecuteAsync("truncate bare_results");
        return await Clock.TimeAsync(async () =>
        {
            BareXlsx.Read(new MemoryStream(bytes));
            await BareCopy.CopyAsync(server, rows);
        });
    }
}
