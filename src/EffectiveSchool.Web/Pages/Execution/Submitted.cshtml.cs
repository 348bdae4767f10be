using EffectiveSchool.Data;
using EffectiveSchool.Data.Roadmaps;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Roadmaps;
using EffectiveSchool.Reports.Printing;
using EffectiveSchool.Reports.Roadmaps;
using EffectiveSchool.Web.Access;
using EffectiveSchool.Web.Templates;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EffectiveSchool.Web.Pages.Execution;

/// <summary>A submitted report as it was, and what has changed since the one before it.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class SubmittedModel(PortalDb db, DocumentPrinter printer, Person person, ILogger<SubmittedModel> log) : PageModel
{
    public SubmittedReport Submitted { get; private set; } = null!;

    public DateTimeOffset SubmittedAt { get; private set; }

    /// <summary>The report before it of the same place; null for the first.</summary>
    public SubmittedReport? Earlier { get; private set; }

    public IReadOnlyList<ExecutionChange> Changes { get; private set; } = [];

    /// <summary>Lines of the report before that this one does not have.</summary>
    public IReadOnlyList<ExecutionLine> Gone { get; private set; } = [];

    /// <summary>«сдан», «сдан с опозданием» with the due date; null where no schedule asked for it.</summary>
    public string? Standing { get; private set; }

    public string? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken) => await ReadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnGetXlsxAsync(int id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var output = new MemoryStream();
        ExecutionWorkbook.Write(Submitted.Content, output);
        output.Position = 0;
        return File(output, TemplateWorkbook.ContentType, $"{FileName}.xlsx");
    }

    public async Task<IActionResult> OnGetPdfAsync(int id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        try
        {
            return File(await printer.ExecutionAsync(Submitted.Content, cancellationToken), "application/pdf", $"{FileName}.pdf");
        }
        catch (PdfUnavailableException fault)
        {
            log.LogWarning(fault, "No pdf of the submitted report {ReportId}", id);
            Refusal = fault.Message;
            return Page();
        }
    }

    private string FileName => $"{Submitted.Content.Kind ?? "Отчёт об исполнении"}, сдан {RussianFigures.Date(DateOnly.FromDateTime(SubmittedAt.DateTime))}";

    private async Task<bool> ReadAsync(int id, CancellationToken cancellationToken)
    {
        if (await db.SubmittedReports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellationToken) is not { } submitted)
        {
            return false;
        }

        (Submitted, SubmittedAt) = (submitted, await person.LocalAsync(submitted.SubmittedAt));
        Earlier = await db.SubmittedReports.AsNoTracking()
            .Where(r => r.Id < id && r.ProgrammeId == submitted.ProgrammeId && r.MunicipalityId == submitted.MunicipalityId && r.SchoolId == submitted.SchoolId)
            .OrderByDescending(r => r.Id).FirstOrDefaultAsync(cancellationToken);
        (Changes, Gone) = Earlier is null ? ([], []) : (submitted.Content.Since(Earlier.Content), submitted.Content.GoneSince(Earlier.Content));
        Standing = submitted.Due is { } due
            ? $"{ReportWords.Standing(due, DateOnly.FromDateTime(SubmittedAt.DateTime), due).RussianName()}, срок {RussianFigures.Date(due)}"
            : null;
        return true;
    }
}
