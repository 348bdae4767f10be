using System.Globalization;

namespace EffectiveSchool.Web.Tests.Results;

/// <summary>What a person does with uploads, in words.</summary>
internal static class Uploading
{
    /// <summary>Sends files and waits for the dry run, as the page itself would.</summary>
    public static async Task<IDocument> UploadAsync(this Visitor visitor, params (string Name, byte[] Bytes)[] files)
    {
        var form = await visitor.OpenAsync("/results/uploads/new");
        var page = await visitor.SubmitAsync(form, "main form[method=post]", null, [.. files.Select(f => ("Files", f.Name, f.Bytes))]);
        for (var i = 0; i < 100 && page.QuerySelector("progress") is not null; i++)
        {
            await Task.Delay(100);
            page = await visitor.OpenAsync(new Uri(page.Url).AbsolutePath);
        }

        return page;
    }

    public static Task<IDocument> StoreAsync(this Visitor visitor, IDocument page, bool skip = true) =>
        visitor.SubmitAsync(page, $"form:has(input[name=skip][value={(skip ? "true" : "false")}])");

    public static int Id(this IDocument page) => int.Parse(new Uri(page.Url).Segments[3].TrimEnd('/'), CultureInfo.InvariantCulture);

    public static string Heading(this IDocument page) => Assert.Single(page.QuerySelectorAll("h1")).TextContent.Trim();

    /// <summary>New, changed, same, refused.</summary>
    public static int[] Tallies(this IDocument page) =>
        [.. page.QuerySelectorAll(".figure").Select(f => int.Parse(string.Concat(f.TextContent.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture))];

    /// <summary>Cells of the list of rows under the files.</summary>
    public static string[][] Rows(this IDocument page) =>
        [.. page.QuerySelectorAll("#rows + .table-frame tbody tr").Select(r => r.Children.Select(c => Squeeze(c.TextContent)).ToArray())];

    public static string Squeeze(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static string Note(this IDocument page) => Squeeze(page.QuerySelector(".note")?.TextContent ?? "");

    public static byte[] MarkStatistics(int year, params object?[][] rows) => MarkStatisticsBook.Of(year, "Русский язык", 5, rows).ToBytes();

    public static async Task<IReadOnlyList<string>> StoredAsync(this Portal portal, int? year = null)
    {
        await using var db = portal.Open();
        var stored = await db.Results.Where(r => year == null || r.Year == year).OrderBy(r => r.School.Name).ThenBy(r => r.ProcedureId).ThenBy(r => r.Year)
            .Select(r => new { r.School.Name, r.Procedure.Code, r.Year, r.Participants, r.Failed, r.Twos, r.Threes, r.FileId, r.Row }).ToListAsync();
        return [.. stored.Select(r => r.ToString()!)];
    }
}
