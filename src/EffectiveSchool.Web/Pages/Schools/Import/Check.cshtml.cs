using EffectiveSchool.Domain;
using EffectiveSchool.Imports;
using EffectiveSchool.Reports.Workbooks;
using EffectiveSchool.Web.Listing;

namespace EffectiveSchool.Web.Pages.Schools.Import;

/// <summary>What becomes of a row of a registry file.</summary>
public enum RowKind
{
    Refused,
    Changed,
    New,
}

/// <summary>The dry run of a registry file and its confirmation.</summary>
[Authorize(Policies.ManageRegistry)]
public sealed class CheckModel(RegistryImport import) : PageModel
{
    private static readonly string[] Headings = ["Файл", "Лист", "Строка", "Ячейка", "Школа в файле", "Почему не принята", "Что сделать"];

    public RegistryPlan Plan { get; private set; } = null!;

    /// <summary>One kind of rows a page, as in the dry run of results.</summary>
    [BindProperty(SupportsGet = true)]
    public RowKind? Show { get; set; }

    /// <summary>From the query alone: «page» is also a route value of Razor Pages.</summary>
    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public Paged<Refusal> Refused { get; private set; } = null!;

    public Paged<PlannedSchool> Schools { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (await import.FindAsync(id, cancellationToken) is not { } upload)
        {
            return NotFound();
        }

        Plan = await import.PlanAsync(upload, cancellationToken);
        Show = Show is { } asked && Enum.IsDefined(asked) ? asked : FirstToShow(Plan);
        Refused = Plan.Refusals.ToPage(PageNumber);
        Schools = (Show == RowKind.New ? Plan.New : Plan.Changed).ToPage(PageNumber);
        return Page();
    }

    /// <summary>The refused rows as a workbook, with the reason and the way out of each.</summary>
    public async Task<IActionResult> OnGetErrorsAsync(int id, CancellationToken cancellationToken)
    {
        if (await import.FindAsync(id, cancellationToken) is not { } upload)
        {
            return NotFound();
        }

        var plan = await import.PlanAsync(upload, cancellationToken);
        using var output = new MemoryStream();
        using (var workbook = new WorkbookWriter(output, new WorkbookProperties("Непринятые строки реестра")))
        {
            var sheet = workbook.AddSheet(new SheetLayout("Ошибки") { ColumnWidths = [34, 26, 9, 9, 40, 50, 50], FrozenRows = 1, FirstRepeatedRow = 1, FilterRow = 1 });
            sheet.WriteRow([.. Headings.Select(Cell.Header)]);
            foreach (var refusal in plan.Refusals)
            {
                sheet.WriteRow(
                    Cell.Text(refusal.File), Cell.Text(refusal.Sheet), Cell.Number(refusal.Row), Cell.Text(refusal.Cell), Cell.Text(refusal.AsWritten, CellStyle.Wrap),
                    Cell.Text(refusal.Reason, CellStyle.Wrap), Cell.Text(refusal.WhatToDo, CellStyle.Wrap));
            }
        }

        return File(output.ToArray(), SchoolExport.WorkbookType, "Ошибки реестра.xlsx");
    }

    public async Task<IActionResult> OnPostApplyAsync(int id, string shown, CancellationToken cancellationToken)
    {
        if (await import.FindAsync(id, cancellationToken) is null)
        {
            return NotFound();
        }

        var (refusal, plan) = await import.ApplyAsync(id, shown ?? "", cancellationToken);
        if (plan is null)
        {
            TempData["Refused"] = refusal;
            return RedirectToPage(new { id });
        }

        TempData["Done"] = $"Реестр записан: новых школ {RussianFigures.Count(plan.New.Count)}, изменено {RussianFigures.Count(plan.Changed.Count)}, без изменений {RussianFigures.Count(plan.Same)}"
            + (plan.RefusedRows > 0 ? $", не принято строк {RussianFigures.Count(plan.RefusedRows)}." : ".");
        return Redirect("/schools");
    }

    private static RowKind FirstToShow(RegistryPlan plan) => plan switch
    {
        { Refusals.Count: > 0 } => RowKind.Refused,
        { Changed.Count: > 0 } => RowKind.Changed,
        _ => RowKind.New,
    };

    public async Task<IActionResult> OnPostCancelAsync(int id, CancellationToken cancellationToken)
    {
        if (await import.FindAsync(id, cancellationToken) is null)
        {
            return NotFound();
        }

        await import.ForgetAsync(id, cancellationToken);
        TempData["Done"] = "Файл забыт, реестр не изменился.";
        return Redirect("/schools/import");
    }
}
