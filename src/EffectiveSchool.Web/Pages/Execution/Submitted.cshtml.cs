using EffectiveSchool.Data.Roadmaps;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Roadmaps;
using EffectiveSchool.Reports.Printing;
using EffectiveSchool.Reports.Roadmaps;
using EffectiveSchool.Web.Pages.Works;
using EffectiveSchool.Web.Templates;
using FluentValidation;

namespace EffectiveSchool.Web.Pages.Execution;

/// <summary>What is said with a decision on a report.</summary>
public sealed record ReportDecisionForm
{
    public string? Reason { get; init; }
}

public sealed class ReportDecisionFormValidator : AbstractValidator<ReportDecisionForm>
{
    public ReportDecisionFormValidator() =>
        RuleFor(f => f.Reason).MaximumLength(SubmittedReport.LongestReason).WithMessage("Причина длиннее 4000 знаков: сократите её.");
}

/// <summary>A submitted report as it was, what has changed since the one before it, and what whoever it was sent to decides.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class SubmittedModel(PortalDb db, ReportDesk desk, DueReportQuery dues, WorkActors actors, DocumentPrinter printer, Person person, ILogger<SubmittedModel> log) : PageModel
{
    [BindProperty]
    public ReportDecisionForm Form { get; set; } = new();

    /// <summary>A later report for the same due date; null where this is the last.</summary>
    public int? Replaced { get; private set; }

    /// <summary>Where a returned report is handed in anew; null where that is not the reader's, or nothing was returned.</summary>
    public string? Anew { get; private set; }

    public bool MayAccept => MayReturn && Submitted.Acceptance == ReportAcceptance.UnderReview;

    public bool MayReturn => Replaced is null && Submitted.Acceptance is ReportAcceptance.UnderReview or ReportAcceptance.Accepted
        && person.May(Policies.ReviewWork) && actors.Level is { } level && Submitted.MayDecide(level);

    /// <summary>Decisions, the latest first.</summary>
    public IReadOnlyList<(ReportDecision Decision, DateTimeOffset At)> Thread { get; private set; } = [];

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

    [HandlerPolicy(Policies.ReviewWork)]
    public Task<IActionResult> OnPostAcceptAsync(int id, CancellationToken cancellationToken) =>
        DecideAsync(id, (report, by, now) => report.Accept(by, now), "Отчёт принят.", cancellationToken);

    [HandlerPolicy(Policies.ReviewWork)]
    public Task<IActionResult> OnPostReturnAsync(int id, CancellationToken cancellationToken) =>
        DecideAsync(id, (report, by, now) => report.Return(Form.Reason, by, now), "Отчёт возвращён: сдавший увидит причину и сдаст его заново.", cancellationToken);

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

    private async Task<IActionResult> DecideAsync(int id, Func<SubmittedReport, WorkActor, DateTimeOffset, string?> decision, string done, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, cancellationToken) is not { } report)
        {
            return NotFound();
        }

        var by = await actors.CurrentAsync(cancellationToken);
        var invalid = ModelState.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage).FirstOrDefault();
        if ((invalid ?? await desk.DecideAsync(report, (r, now) => decision(r, by, now), cancellationToken)) is not { } refusal)
        {
            TempData["Done"] = done;
            return Redirect($"/reports/execution/{id}");
        }

        db.ChangeTracker.Clear();
        ModelState.Clear();
        ModelState.AddModelError("", refusal);
        return await ReadAsync(id, cancellationToken) ? Page() : NotFound();
    }

    private string FileName => $"{Submitted.Content.Kind ?? "Отчёт об исполнении"}, сдан {RussianFigures.Date(DateOnly.FromDateTime(SubmittedAt.DateTime))}";

    private async Task<bool> ReadAsync(int id, CancellationToken cancellationToken)
    {
        if (await db.SubmittedReports.AsNoTracking().Include(r => r.Decisions).SingleOrDefaultAsync(r => r.Id == id, cancellationToken) is not { } submitted)
        {
            return false;
        }

        (Submitted, SubmittedAt) = (submitted, await person.LocalAsync(submitted.SubmittedAt));
        Earlier = await db.SubmittedReports.AsNoTracking()
            .Where(r => r.Id < id && r.ProgrammeId == submitted.ProgrammeId && r.MunicipalityId == submitted.MunicipalityId && r.SchoolId == submitted.SchoolId)
            .OrderByDescending(r => r.Id).FirstOrDefaultAsync(cancellationToken);
        (Changes, Gone) = Earlier is null ? ([], []) : (submitted.Content.Since(Earlier.Content), submitted.Content.GoneSince(Earlier.Content));
        Replaced = await desk.Latest.AnyAsync(r => r.Id == id, cancellationToken)
            ? null
            : await db.SubmittedReports.Where(r => r.Id > id && r.ProgrammeId == submitted.ProgrammeId && r.ScheduleId == submitted.ScheduleId && r.Due == submitted.Due
                && r.MunicipalityId == submitted.MunicipalityId && r.SchoolId == submitted.SchoolId).MaxAsync(r => (int?)r.Id, cancellationToken);
        var thread = new List<(ReportDecision, DateTimeOffset)>();
        foreach (var decision in submitted.Decisions.OrderByDescending(d => d.Id))
        {
            thread.Add((decision, await person.LocalAsync(decision.At)));
        }

        Thread = thread;
        Anew = submitted.Acceptance != ReportAcceptance.Returned || Replaced is not null || !person.May(Policies.ReportWork) ? null
            : submitted.ScheduleId is null ? $"/reports/execution?programme={submitted.ProgrammeId}"
            : (await dues.ReadAsync(DateOnly.MaxValue, submitted.ProgrammeId, cancellationToken)).FirstOrDefault(r => r.SubmittedId == id)?.Page;
        Standing = submitted.Due is { } due
            ? $"{ReportWords.Standing(due, DateOnly.FromDateTime(SubmittedAt.DateTime), due).RussianName()}, срок {RussianFigures.Date(due)}"
            : null;
        return true;
    }
}
