using System.Globalization;
using System.IO.Compression;
using EffectiveSchool.Benchmarks.Harness;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Reports.Lists;

namespace EffectiveSchool.Benchmarks.Measures;

/// <summary>
/// The annex of a list of all schools as xlsx: the matrix and the counts behind each of its cells, in a process of its own
/// that also tells its memory.
/// </summary>
internal static class AnnexMeasure
{
    /// <summary>The verb by which this program writes the annex as a process of its own.</summary>
    public const string Verb = "annex";

    private static readonly TimeSpan Aim = TimeSpan.FromSeconds(3);

    public static async Task<IReadOnlyList<Figure>> RunAsync(World world)
    {
        var (tenth, whole) = (await WriteAsync(world.Sizes.Big / 10, world.Sizes), await WriteAsync(world.Sizes.Big, world.Sizes));
        var portal = await world.PortalAsync(world.Sizes.Big);
        var list = await (await world.RegionAsync(world.Sizes.Big)).ReadAsync<int>("select max(id) from lists");
        var address = string.Create(CultureInfo.InvariantCulture, $"/lists/{list}/xlsx?show=all");
        var download = await Clock.TimeAsync(() => portal.Http.GetByteArrayAsync(new Uri(address, UriKind.Relative)));
        return
        [
            new Figure(
                $"Annex of {Figure.Count(whole.Schools)} schools as xlsx, written ({Figure.Count(whole.Cells)} cells in three sheets)", Figure.Time(whole.Ours),
                "deflate of the same XML", Figure.Time(whole.Limit), Figure.Times(whole.Ours, whole.Limit), "≤ 3 s", whole.Ours <= Aim),
            new Figure(
                "Annex: peak of memory held while it is written, over what its rows take", Figure.Megabytes(whole.Held),
                $"the same with {Figure.Count(tenth.Schools)} schools", Figure.Megabytes(tenth.Held), Figure.Times((double)Math.Max(1, whole.Held) / Math.Max(1, tenth.Held)), "flat", whole.Held < 64L * 1024 * 1024),
            new Figure("Annex downloaded from the portal (read from the database, written, sent)", Figure.Time(download), "written alone", Figure.Time(whole.Ours), Figure.Times(download, whole.Ours)),
        ];
    }

    /// <summary>Writes and prints «milliseconds, milliseconds of the limit, bytes held at most, cells».</summary>
    public static async Task<int> WriteAsync(string schoolsText, string repetitionsText)
    {
        var schools = int.Parse(schoolsText, CultureInfo.InvariantCulture);
        var list = Document(schools);
        using var once = new MemoryStream();
        AnnexWorkbook.Write(list, once);
        var sheets = Sheets(once);
        var (ours, limit) = await Clock.AlternateAsync(
            int.Parse(repetitionsText, CultureInfo.InvariantCulture), () => AnnexWorkbook.Write(list, Stream.Null), () => Deflate(sheets));
        var held = await HeldAsync(() => AnnexWorkbook.Write(list, Stream.Null));
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{ours.TotalMilliseconds};{limit.TotalMilliseconds};{held};{sheets.Sum(s => CellsOf(s))}"));
        return 0;
    }

    private static async Task<Written> WriteAsync(int schools, Sizes sizes)
    {
        var ended = await Child.RunAsync("EffectiveSchool.Benchmarks", Verb, schools.ToString(CultureInfo.InvariantCulture), sizes.Repetitions.ToString(CultureInfo.InvariantCulture));
        double[] figures = [.. ended.Output.Trim().Split(';').Select(f => double.Parse(f, CultureInfo.InvariantCulture))];
        return new Written(schools, TimeSpan.FromMilliseconds(figures[0]), TimeSpan.FromMilliseconds(figures[1]), (long)figures[2], (long)figures[3]);
    }

    private static ListDocument Document(int schools)
    {
        var inputs = World.Invent(schools).ToSchoolInputs();
        var run = LowResultRule.Judge(new IdentificationInput(World.Year, Methodology.SameProcedure, inputs, new HashSet<(string, int)>()));
        var heading = new ListHeading(
            1, "Демонстрационная область", World.Year + 1, World.Year, ListState.Draft, run.Methodology, null, null, DateTimeOffset.UnixEpoch,
            new string('0', 64), run.Verdicts.Count, run.Verdicts.Count(v => v.Listed));
        return new ListDocument(heading, run.Procedures, [.. inputs.Zip(run.Verdicts, (s, v) => new ListRow(s.Key, s.Code, s.Name, s.Municipality, v))], []);
    }

    private static List<byte[]> Sheets(MemoryStream workbook)
    {
        using var archive = new ZipArchive(workbook, ZipArchiveMode.Read, leaveOpen: true);
        return [.. archive.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)).Select(entry =>
        {
            using var xml = entry.Open();
            using var bytes = new MemoryStream();
            xml.CopyTo(bytes);
            return bytes.ToArray();
        })];
    }

    private static void Deflate(List<byte[]> sheets)
    {
        foreach (var sheet in sheets)
        {
            using var deflate = new DeflateStream(Stream.Null, CompressionLevel.Fastest);
            deflate.Write(sheet);
        }
    }

    private static long CellsOf(byte[] sheet) => sheet.AsSpan().Count("<x:c "u8) + sheet.AsSpan().Count("<c "u8);

    /// <summary>The most that survives a collection while the work runs, over what stood before it.</summary>
    private static async Task<long> HeldAsync(Action work)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = before;
        using var done = new CancellationTokenSource();
        var watching = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
                await Task.Delay(50);
            }
        });
        work();
        await done.CancelAsync();
        await watching;
        return most - before;
    }

    private sealed record Written(int Schools, TimeSpan Ours, TimeSpan Limit, long Held, long Cells);
}
