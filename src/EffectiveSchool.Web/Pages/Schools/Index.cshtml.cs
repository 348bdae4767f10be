using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Web.Listing;

namespace EffectiveSchool.Web.Pages.Schools;

[Authorize(Policies.ReadFigures)]
public sealed class IndexModel(PortalDb db, Person person, SchoolLines lines, SchoolExport export) : PageModel
{
    public SchoolFilter Filter { get; private set; } = new();

    public Paged<SchoolLine> Schools { get; private set; } = null!;

    public SchoolTotals Totals { get; private set; } = null!;

    public IReadOnlyList<Municipality> Municipalities { get; private set; } = [];

    /// <summary>«В перечне на 2024 год»; without a year where several regions are shown.</summary>
    public string VerdictHeading { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync([FromQuery] SchoolFilter filter, CancellationToken cancellationToken)
    {
        if (person.Role == PortalRole.Principal && person.Scope.SchoolIds is [var own])
        {
            return RedirectToPage("/Schools/School", new { id = own });
        }

        Filter = filter;
        var newest = await lines.NewestListsAsync(cancellationToken);
        var verdicts = lines.VerdictsOf(newest);
        var schools = filter.Narrow(db.Schools, verdicts);
        VerdictHeading = HeadingOf(newest);
        Municipalities = await db.Municipalities.OrderBy(m => m.Name).ToListAsync(cancellationToken);
        Totals = await lines.TotalsAsync(filter, newest, cancellationToken);
        Schools = await filter.Order(lines.Read(schools, verdicts)).ToPageOfAsync(Totals.Schools, filter.Page ?? 1, cancellationToken: cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnGetXlsxAsync([FromQuery] SchoolFilter filter, CancellationToken cancellationToken) =>
        File(SchoolExport.Workbook(await ExportAsync(filter, cancellationToken)), SchoolExport.WorkbookType, "Школы.xlsx");

    public async Task<IActionResult> OnGetCsvAsync([FromQuery] SchoolFilter filter, CancellationToken cancellationToken) =>
        File(SchoolExport.Csv(await ExportAsync(filter, cancellationToken)), SchoolExport.CsvType, "Школы.csv");

    private async Task<ExportedSchools> ExportAsync(SchoolFilter filter, CancellationToken cancellationToken)
    {
        var newest = await lines.NewestListsAsync(cancellationToken);
        var verdicts = lines.VerdictsOf(newest);
        var schools = filter.Narrow(db.Schools, verdicts);
        return await export.ReadAsync(schools, filter.Order(lines.Read(schools, verdicts)), HeadingOf(newest), cancellationToken);
    }

    private static string HeadingOf(IReadOnlyList<SchoolLines.NewestList> newest) =>
        newest is [var one] ? $"Перечень на {one.ForYear} год{(one.State == ListState.Draft ? $", {one.State.RussianName()}" : "")}" : "Новейший перечень";
}
