using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using EffectiveSchool.Benchmarks.Harness;
using EffectiveSchool.Reports.Printing;

namespace EffectiveSchool.Benchmarks.Measures;

/// <summary>
/// Profiles of every school of a list as one zip, from the click to the last byte, watching the progress as the page does;
/// the limit is the same browser that prints as many bare pages.
/// </summary>
internal static partial class ProfilesMeasure
{
    private const int BarePages = 100;

    private static readonly TimeSpan Aim = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(500);

    public static async Task<IReadOnlyList<Figure>> RunAsync(World world)
    {
        var portal = await world.PortalAsync(world.Sizes.Small);
        var list = await (await world.RegionAsync(world.Sizes.Small)).ReadAsync<int>("select max(id) from lists");
        var page = string.Create(CultureInfo.InvariantCulture, $"/lists/{list}/profiles");
        var looks = new HashSet<string>(StringComparer.Ordinal);
        byte[] zip = [];
        var time = await Clock.TimeAsync(async () => zip = await PrintAsync(portal, page, looks));
        using var archive = new ZipArchive(new MemoryStream(zip), ZipArchiveMode.Read);
        var profiles = archive.Entries.Count;
        var bare = await BareAsync(Math.Min(BarePages, profiles)) * profiles;
        return
        [
            new Figure(
                $"{Figure.Count(profiles)} school profiles as one zip of {Figure.Megabytes(zip.Length)}, progress seen {looks.Count} times", Figure.Time(time),
                $"the same browser, as many pages of one sentence (taken from {Math.Min(BarePages, profiles)})", Figure.Time(bare), Figure.Times(time, bare),
                "≤ 60 s for 1 000", profiles > 0 && time / profiles * 1_000 <= Aim),
        ];
    }

    private static async Task<byte[]> PrintAsync(BenchPortal portal, string page, HashSet<string> looks)
    {
        await portal.SendAsync(page, page, ("Form.Which", "all"));
        while (true)
        {
            var html = await portal.TextAsync(page);
            if (Progress().Match(html) is { Success: true } progress)
            {
                looks.Add(progress.Value);
                await Task.Delay(BetweenLooks);
                continue;
            }

            return Download().Match(html) is { Success: true } link
                ? await portal.Http.GetByteArrayAsync(new Uri(link.Groups["href"].Value.Replace("&amp;", "&", StringComparison.Ordinal), UriKind.Relative))
                : throw new InvalidOperationException("The archive was not printed: " + html);
        }
    }

    /// <summary>Time of one bare page, two printed at once as the portal does.</summary>
    private static async Task<TimeSpan> BareAsync(int pages)
    {
        await using var printer = new PdfPrinter(new PdfOptions());
        await printer.PrintAsync("<p>Профиль школы</p>");
        return await Clock.TimeAsync(() => Task.WhenAll(Enumerable.Range(0, pages).Select(_ => printer.PrintAsync("<p>Профиль школы</p>")))) / pages;
    }

    [GeneratedRegex("<progress[^>]*value=\"\\d+\"", RegexOptions.None, 1000)]
    private static partial Regex Progress();

    [GeneratedRegex("href=\"(?<href>[^\"]*handler=Zip[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Download();
}
