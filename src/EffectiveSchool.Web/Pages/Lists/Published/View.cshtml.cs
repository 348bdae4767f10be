using EffectiveSchool.Data.Lists;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Reports.Lists;
using EffectiveSchool.Web.Listing;
using EffectiveSchool.Web.Pages.Lists.Imported;
using EffectiveSchool.Web.Pages.Results;
using EffectiveSchool.Web.Templates;

namespace EffectiveSchool.Web.Pages.Lists.Published;

/// <summary>A row whose school a person looks for by hand.</summary>
public sealed record ChosenRow(MatchedRow Row, string? Q, IReadOnlyList<Candidate> Found);

/// <summary>A published annex: what it prints, «расхождение с приказом», and the portal's own list beside it.</summary>
[Authorize(Policies.ReadAnnexes)]
public sealed class ViewModel(PublishedCheck check, PublishedImport import, ImportedListStore store, SchoolMatching matching, Person person) : PageModel
{
    public PublishedView Check { get; private set; } = null!;

    public Paged<CheckedSchool> Printed { get; private set; } = new([], 0, 1, Paging.DefaultSize);

    public ChosenRow? Chosen { get; private set; }

    public bool MayManage => person.May(Policies.ManageLists);

    public bool IsStored => Check.List.AppliedAt is not null;

    public async Task<IActionResult> OnGetAsync(
        int id, int? methodology, int? list, int? row, string? q, [FromQuery(Name = "page")] int number, CancellationToken cancellationToken)
    {
        if (await check.FindAsync(id, methodology, list, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Check = found;
        Printed = found.Document.Schools.ToPage(number);
        if (MayManage && found.Unmatched.FirstOrDefault(u => u.Printed.Row == row) is { } unmatched)
        {
            Chosen = new ChosenRow(unmatched, q, string.IsNullOrWhiteSpace(q) ? [] : await matching.SearchAsync(found.List.RegionId, q, cancellationToken));
        }

        return Page();
    }

    public Task<IActionResult> OnGetXlsxAsync(int id, int? methodology, int? list, CancellationToken cancellationToken) =>
        DownloadAsync(id, methodology, list, DiscrepancyWorkbook.Write, "xlsx", TemplateWorkbook.ContentType, cancellationToken);

    public Task<IActionResult> OnGetDocxAsync(int id, int? methodology, int? list, CancellationToken cancellationToken) =>
        DownloadAsync(id, methodology, list, DiscrepancyNote.Write, "docx", DocxModel.ContentType, cancellationToken);

    [HandlerPolicy(Policies.ManageLists)]
    public Task<IActionResult> OnPostApplyAsync(int id, string? shown, CancellationToken cancellationToken) => DoAsync(
        id, list => import.ApplyAsync(list, shown, cancellationToken), "Приложение записано: школы увидят в своей истории, названы ли они.", cancellationToken);

    [HandlerPolicy(Policies.ManageLists)]
    public Task<IActionResult> OnPostConfirmAsync(int id, int row, int school, CancellationToken cancellationToken) => DoAsync(
        id, list => import.ConfirmAsync(list, row, school, cancellationToken), "Школа запомнена: и в следующих загрузках строка будет узнана.", cancellationToken);

    [HandlerPolicy(Policies.ManageLists)]
    public async Task<IActionResult> OnPostDeleteAsync(int id, [FromForm] string? reason, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, ImportedListKind.Published, cancellationToken) is not { } list)
        {
            return NotFound();
        }

        if (await import.RemoveAsync(list, reason, cancellationToken) is { } refusal)
        {
            TempData["Refused"] = refusal;
            return Redirect($"/lists/published/{id}");
        }

        TempData["Done"] = "Приложение убрано.";
        return Redirect("/lists/published");
    }

    private async Task<IActionResult> DoAsync(int id, Func<ImportedList, Task<string?>> act, string done, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, ImportedListKind.Published, cancellationToken) is not { } list)
        {
            return NotFound();
        }

        var refusal = await act(list);
        TempData[refusal is null ? "Done" : "Refused"] = refusal ?? done;
        return Redirect($"/lists/published/{id}");
    }

    private async Task<IActionResult> DownloadAsync(
        int id, int? methodology, int? list, Action<DiscrepancyDocument, Stream> write, string extension, string contentType, CancellationToken cancellationToken)
    {
        if (await check.FindAsync(id, methodology, list, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        var output = new MemoryStream();
        write(found.Document, output);
        output.Position = 0;
        return File(output, contentType, $"Расхождения с приказом, {found.List.Year} год.{extension}");
    }
}
