using System.Globalization;
using EffectiveSchool.Benchmarks.Files;
using EffectiveSchool.Benchmarks.Harness;
using EffectiveSchool.Benchmarks.Limits;

namespace EffectiveSchool.Benchmarks.Measures;

/// <summary>The command line's «identify» from the start of the process to its end, JSON to a pipe.</summary>
internal static class CliMeasure
{
    /// <summary>The verb by which this program runs the limit as a process of its own.</summary>
    public const string InflateVerb = "inflate";

    private static readonly TimeSpan Aim = TimeSpan.FromSeconds(4);

    public static async Task<IReadOnlyList<Figure>> RunAsync(World world)
    {
        var schools = world.Sizes.CliSchools;
        var folder = Directory.CreateTempSubdirectory("es-bench-").FullName;
        try
        {
            RegionFiles.WriteStatistics(folder, schools);
            var year = World.Year.ToString(CultureInfo.InvariantCulture);
            var (processor, processorOfLimit) = (new List<TimeSpan>(), new List<TimeSpan>());
            var (ours, limit) = await Clock.AlternateAsync(
                world.Sizes.Repetitions,
                () => RunAsync(processor, "EffectiveSchool.Cli", "identify", "--results", folder, "--year", year, "--methodology", "same", "--format", "json"),
                () => RunAsync(processorOfLimit, "EffectiveSchool.Benchmarks", InflateVerb, folder));
            return
            [
                new Figure(
                    $"CLI identify, {Figure.Count(schools)} schools × 4 procedures × 2 years from 8 workbooks ({Figure.Count(8.0 * schools)} rows)",
                    Told(ours, processor), "a process that inflates the same workbooks and walks them by XmlReader, on all cores", Told(limit, processorOfLimit),
                    Figure.Times(ours, limit), "≤ 4 s", ours <= Aim),
            ];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<TimeSpan> RunAsync(List<TimeSpan> processor, string program, params string[] arguments)
    {
        var ended = await Child.RunAsync(program, arguments);
        processor.Add(ended.Processor);
        return ended.Time;
    }

    private static string Told(TimeSpan time, List<TimeSpan> processor) => $"{Figure.Time(time)} ({Figure.Time(Clock.Median(processor))} of both cores)";

    /// <summary>The limit: see <see cref="BareXlsx"/>.</summary>
    public static int Inflate(string folder)
    {
        BareXlsx.ReadFolder(folder);
        return 0;
    }
}
