using System.Globalization;
using System.Text;
using EffectiveSchool.Benchmarks.Harness;
using EffectiveSchool.Data;
using EffectiveSchool.Data.Scope;
using EffectiveSchool.Reports.Printing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EffectiveSchool.Benchmarks.Measures;

/// <summary>Pages of pdf a second: the annex of a list of all schools, downloaded from the portal; the limit is the same browser with a bare table.</summary>
internal static class PdfMeasure
{
    private const double AimPagesPerSecond = 30;

    public static async Task<IReadOnlyList<Figure>> RunAsync(World world)
    {
        var portal = await world.PortalAsync(world.Sizes.Middle);
        var server = await world.RegionAsync(world.Sizes.Middle);
        var list = await server.ReadAsync<int>("select max(id) from lists");
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"/lists/{list}/pdf?show=all"), UriKind.Relative);
        await using var printer = new PdfPrinter(new PdfOptions());
        var bare = await BareTableAsync(server, list);
        var (pages, barePages) = (0, 0);
        var (ours, limit) = await Clock.AlternateAsync(
            Math.Min(3, world.Sizes.Repetitions),
            () => Clock.TimeAsync(async () => pages = Pages(await portal.Http.GetByteArrayAsync(address))),
            () => Clock.TimeAsync(async () => barePages = Pages(await printer.PrintAsync(bare))));
        var (rate, bareRate) = (pages / ours.TotalSeconds, barePages / limit.TotalSeconds);
        return
        [
            new Figure(
                $"Pdf of the annex with {Figure.Count(world.Sizes.Middle)} schools, {pages} pages, downloaded from the portal", $"{rate.ToString("0.0", CultureInfo.InvariantCulture)} pages/s",
                $"the same browser, a bare table of as many cells ({barePages} pages)", $"{bareRate.ToString("0.0", CultureInfo.InvariantCulture)} pages/s",
                string.Create(CultureInfo.InvariantCulture, $"{rate / bareRate:0.00} of its rate"), "≥ 30 pages/s", rate >= AimPagesPerSecond),
        ];
    }

    /// <summary>As many rows and cells without style, fonts and explanations.</summary>
    private static async Task<string> BareTableAsync(PortalServer server, int list)
    {
        await using var scope = server.As(AccessScope.Region(server.RegionId));
        var rows = await scope.ServiceProvider.GetRequiredService<PortalDb>().ListSchools.Where(s => s.ListId == list).Select(s => new { s.Name, s.Verdict }).ToListAsync();
        var html = new StringBuilder("<!DOCTYPE html><html lang=\"ru\"><style>@page{size:A4 landscape}</style><table>");
        foreach (var row in rows)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>{row.Name}</td>");
            foreach (var marker in row.Verdict.Markers)
            {
                html.Append(CultureInfo.InvariantCulture, $"<td>{marker.Failed}</td>");
            }

            html.Append("</tr>");
        }

        return html.Append("</table></html>").ToString();
    }

    /// <summary>Chromium writes the objects of pages in plain text.</summary>
    private static int Pages(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        return text.Split("/Type /Page\n").Length - 1;
    }
}
