namespace EffectiveSchool.Web.Pages.Schools;

/// <summary>Comparisons with the journal of a school, or of every school the person sees, as a workbook that is read back.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class JournalMarksXlsxModel(JournalMarks marks) : PageModel
{
    public async Task<IActionResult> OnGetAsync(int? school, CancellationToken cancellationToken) =>
        File(JournalMarks.Workbook(await marks.ReadAsync(school, cancellationToken)), SchoolExport.WorkbookType, "Сравнение отметок с журналом.xlsx");
}
