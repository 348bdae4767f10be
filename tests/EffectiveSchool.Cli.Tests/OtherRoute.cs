using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;

namespace EffectiveSchool.Cli.Tests;

/// <summary>
/// The same count by another route: regular expressions over the sheet, decimal arithmetic, sets. Shares no code with the
/// portal, so that a mistake there is not repeated here.
/// </summary>
internal static partial class OtherRoute
{
    /// <summary>Codes that criterion A and criterion B list.</summary>
    public static (HashSet<string> A, HashSet<string> B) Count(string folder, int year, bool sameProcedure, int minParticipants)
    {
        var low = new HashSet<(string Code, string Procedure, int Year)>();
        foreach (var path in Directory.GetFiles(folder, "*.xlsx"))
        {
            var (fileYear, procedure, rows) = Read(path);
            low.UnionWith(rows.Where(r => r.Participants >= minParticipants && r.Failed * 10 >= r.Participants * 3).Select(r => (r.Code, procedure, fileYear)));
        }

        var now = low.Where(l => l.Year == year).ToLookup(l => l.Code, l => l.Procedure, StringComparer.Ordinal);
        var before = low.Where(l => l.Year == year - 1).ToLookup(l => l.Code, l => l.Procedure, StringComparer.Ordinal);
        return (
            [.. now.Where(s => s.Count() >= 2).Select(s => s.Key)],
            [.. now.Where(s => sameProcedure ? s.Intersect(before[s.Key], StringComparer.Ordinal).Any() : before.Contains(s.Key)).Select(s => s.Key)]);
    }

    private static (int Year, string Procedure, List<(string Code, int Participants, int Failed)> Rows) Read(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        using var reader = new StreamReader(archive.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var xml = reader.ReadToEnd();
        var title = WebUtility.HtmlDecode(Cell(xml, "A3")!);
        var rows = new List<(string, int, int)>();
        foreach (var row in Row().Matches(xml).Select(m => (Number: m.Groups["number"].Value, Xml: m.Value)))
        {
            if (Cell(row.Xml, "A" + row.Number) is not { } name || Login().Match(WebUtility.HtmlDecode(name)) is not { Success: true } login)
            {
                continue;
            }

            var participants = int.Parse(Cell(row.Xml, "C" + row.Number)!, CultureInfo.InvariantCulture);
            var percent = Math.Round(decimal.Parse(Cell(row.Xml, "D" + row.Number)!, NumberStyles.Float, CultureInfo.InvariantCulture), 2);
            var failed = Enumerable.Range(0, participants + 1).Where(n => Math.Abs((n * 100m / participants) - percent) <= 0.0050001m).ToList();
            Assert.Single(failed);
            rows.Add((login.Groups["digits"].Value, participants, failed[0]));
        }

        return (int.Parse(title.Split(' ')[1], CultureInfo.InvariantCulture), title[9..], rows);
    }

    private static string? Cell(string xml, string address)
    {
        var start = xml.IndexOf($"<c r=\"{address}\"", StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        var value = Value().Match(xml[start..xml.IndexOf("</c>", start, StringComparison.Ordinal)]);
        return value.Groups["value"].Value;
    }

    [GeneratedRegex("<row r=\"(?<number>\\d+)\".*?</row>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();

    [GeneratedRegex(@"\([a-z]{3}(?<digits>\d{6})\)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Login();

    [GeneratedRegex("<(?:v|t)(?: [^>]*)?>(?<value>[^<]*)<", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Value();
}
