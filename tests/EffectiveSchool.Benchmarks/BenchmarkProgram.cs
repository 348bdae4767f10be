using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using EffectiveSchool.Benchmarks.Files;
using EffectiveSchool.Benchmarks.Harness;
using EffectiveSchool.Benchmarks.Measures;
using EffectiveSchool.Benchmarks.Micro;

namespace EffectiveSchool.Benchmarks;

/// <summary>
/// Without arguments every measure, else those named; the table goes to standard output, everything else to standard
/// error. See docs/performance.md.
/// </summary>
internal static class BenchmarkProgram
{
    /// <summary>By name, in the order they run: the demo region comes first because others use it.</summary>
    public static IReadOnlyDictionary<string, Func<World, Task<IReadOnlyList<Figure>>>> Measures { get; } =
        new Dictionary<string, Func<World, Task<IReadOnlyList<Figure>>>>(StringComparer.Ordinal)
        {
            ["import"] = ImportMeasure.RunAsync,
            ["cli"] = CliMeasure.RunAsync,
            ["demo"] = DemoMeasure.RunAsync,
            ["identification"] = IdentificationMeasure.RunAsync,
            ["pages"] = PagesMeasure.RunAsync,
            ["what-if"] = WhatIfMeasure.RunAsync,
            ["annex"] = AnnexMeasure.RunAsync,
            ["pdf"] = PdfMeasure.RunAsync,
            ["profiles"] = ProfilesMeasure.RunAsync,
            ["bulk"] = BulkMeasure.RunAsync,
            ["report"] = ReportMeasure.RunAsync,
        };

    public static async Task<int> Main(string[] arguments)
    {
        switch (arguments)
        {
            case [CliMeasure.InflateVerb, var folder]:
                return CliMeasure.Inflate(folder);
            case [AnnexMeasure.Verb, var schools, var repetitions]:
                return await AnnexMeasure.WriteAsync(schools, repetitions);
            case ["files", var folder, var schools]:
                RegionFiles.WriteStatistics(folder, int.Parse(schools, CultureInfo.InvariantCulture));
                return 0;
            case ["micro", .. var rest]:
                Micro(rest);
                return 0;
        }

        if (arguments.Except(Measures.Keys, StringComparer.Ordinal).ToArray() is { Length: > 0 } unknown)
        {
            await Console.Error.WriteLineAsync(
                $"Unknown: {string.Join(", ", unknown)}. Measures: {string.Join(", ", Measures.Keys)}; besides them «micro» and «files FOLDER SCHOOLS».");
            return 2;
        }

        return await MeasureAsync(arguments.Length == 0 ? [.. Measures.Keys] : arguments) ? 0 : 1;
    }

    /// <summary>Whether every measure ran; one that fails says so in its row and stops none of the others.</summary>
    private static async Task<bool> MeasureAsync(IReadOnlyCollection<string> names)
    {
        // The portal logs to the console: the table shall stand alone on standard output.
        var output = Console.Out;
        Console.SetOut(Console.Error);
        var figures = new List<Figure>();
        var failed = false;
        await using (var world = new World(Sizes.Full))
        {
            foreach (var (name, measure) in Measures.Where(m => names.Contains(m.Key)))
            {
                var time = await Clock.TimeAsync(async () =>
                {
                    try
                    {
                        figures.AddRange(await measure(world));
                    }
                    catch (Exception fault)
                    {
                        failed = true;
                        figures.Add(Figure.Failed(name, fault));
                        await Console.Error.WriteLineAsync(fault.ToString());
                    }
                });
                await Console.Error.WriteLineAsync($"{name}: {Figure.Time(time)}\n{Figure.Table(figures)}");
            }
        }

        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB, .NET {Environment.Version}\n"));
        await output.WriteLineAsync(Figure.Table(figures));
        return !failed;
    }

    private static void Micro(string[] arguments) => BenchmarkRunner.Run<RuleBenchmarks>(ManualConfig.CreateEmpty()
        .AddJob(Job.ShortRun.WithToolchain(InProcessNoEmitToolchain.Instance))
        .AddColumnProvider(DefaultColumnProviders.Instance)
        .AddLogger(ConsoleLogger.Default)
        .AddExporter(MarkdownExporter.Console)
        .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "effective-school-benchmarks")), arguments);
}
