using EffectiveSchool.Reports.Lists;

namespace EffectiveSchool.Web.Pages.Lists;

/// <summary>Two lists side by side: who joined, who left, who stayed and why.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class CompareModel(ListComparing comparing) : PageModel
{
    public CompareFilter Filter { get; private set; } = new();

    public IReadOnlyList<ListChoice> Choices { get; private set; } = [];

    /// <summary>Why the two lists cannot be compared; null where they are, or where none are chosen yet.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Null until two different lists are chosen.</summary>
    public ComparisonView? View { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery] CompareFilter filter, CancellationToken cancellationToken)
    {
        Filter = filter;
        if (filter is { From: { } from, To: { } to })
        {
            var (seen, refusal) = await comparing.MayAsync(from, to, cancellationToken);
            if (!seen)
            {
                return NotFound();
            }

            Refusal = refusal;
            View = refusal is null ? await comparing.PageAsync(from, to, filter, cancellationToken) : null;
        }

        Choices = await comparing.ChoicesAsync(cancellationToken);
        return Page();
    }

    public Task<IActionResult> OnGetXlsxAsync([FromQuery] CompareFilter filter, CancellationToken cancellationToken) =>
        DownloadAsync(filter, ComparisonWorkbook.Write, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", cancellationToken);

    public Task<IActionResult> OnGetDocxAsync([FromQuery] CompareFilter filter, CancellationToken cancellationToken) =>
        DownloadAsync(filter, ComparisonText.Write, "docx", DocxModel.ContentType, cancellationToken);

    private async Task<IActionResult> DownloadAsync(
        CompareFilter filter, Action<ComparisonDocument, Stream> write, string extension, string contentType, CancellationToken cancellationToken)
    {
        if (filter is not { From: { } from, To: { } to } || await comparing.MayAsync(from, to, cancellationToken) is not (true, null))
        {
            return NotFound();
        }

        var document = await comparing.DocumentAsync(from, to, filter, cancellationToken);
        var output = new MemoryStream();
        write(document, output);
        output.Position = 0;
        return File(output, contentType, $"Сравнение перечней на {document.Before.ForYear} и {document.After.ForYear} год.{extension}");
    }
}
