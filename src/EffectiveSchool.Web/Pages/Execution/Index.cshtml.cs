using EffectiveSchool.Data.Roadmaps;
using EffectiveSchool.Domain.Roadmaps;
using EffectiveSchool.Reports.Printing;
using EffectiveSchool.Reports.Roadmaps;
using EffectiveSchool.Web.Listing;
using EffectiveSchool.Web.Templates;

namespace EffectiveSchool.Web.Pages.Execution;

/// <summary>A report that was submitted.</summary>
public sealed record SubmittedLine(int Id, string Author, DateTimeOffset SubmittedAt, ReportAcceptance? Acceptance);

/// <summary>The execution report of a programme for a period, a municipality, a school: page, xlsx, pdf; submitted, it is kept.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class IndexModel(PortalDb db, ExecutionQuery query, ReportDesk desk, DocumentPrinter printer, Authors authors, Person person, TimeProvider clock, ILogger<IndexModel> log) : PageModel
{
    public ExecutionFilter Filter { get; private set; } = new();

    /// <summary>Null until a programme is chosen.</summary>
    public ExecutionReport? Report { get; private set; }

    public IReadOnlyList<(int Id, string Name)> Programmes { get; private set; } = [];

    public IReadOnlyList<(int Id, string Name)> Municipalities { get; private set; } = [];

    public IReadOnlyList<(int Id, string Name)> Schools { get; private set; } = [];

    public IReadOnlyList<SubmittedLine> Submitted { get; private set; } = [];

    /// <summary>The report that a schedule asks for; null where any other period is looked at.</summary>
    public DueReport? Asked { get; private set; }

    public string? Refusal { get; private set; }

    /// <summary>Why no report is made for the period asked for; null where one is.</summary>
    public string? PeriodRefusal { get; private set; }

    public bool MaySubmit => person.May(Policies.ReportWork);

    public async Task<IActionResult> OnGetAsync([FromQuery] ExecutionFilter filter, CancellationToken cancellationToken) =>
        await ReadAsync(filter, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnGetXlsxAsync([FromQuery] ExecutionFilter filter, CancellationToken cancellationToken)
    {
        if (await query.ReadAsync(filter, cancellationToken) is not ({ } report, _))
        {
            return await ReadAsync(filter, cancellationToken) ? Page() : NotFound();
        }

        var output = new MemoryStream();
        ExecutionWorkbook.Write(report, output);
        output.Position = 0;
        return File(output, TemplateWorkbook.ContentType, "Отчёт об исполнении.xlsx");
    }

    public async Task<IActionResult> OnGetPdfAsync([FromQuery] ExecutionFilter filter, CancellationToken cancellationToken)
    {
        if (await query.ReadAsync(filter, cancellationToken) is not ({ } report, _))
        {
            return await ReadAsync(filter, cancellationToken) ? Page() : NotFound();
        }

        try
        {
            return File(await printer.ExecutionAsync(report, cancellationToken), "application/pdf", "Отчёт об исполнении.pdf");
        }
        catch (PdfUnavailableException fault)
        {
            log.LogWarning(fault, "No pdf of the execution report of programme {ProgrammeId}", filter.Programme);
            Refusal = fault.Message;
            return await ReadAsync(filter, cancellationToken) ? Page() : NotFound();
        }
    }

    /// <summary>Keeps the report as it is now: a school's and a municipality's own, or any of the region.</summary>
    [HandlerPolicy(Policies.ReportWork)]
    public async Task<IActionResult> OnPostSubmitAsync([FromQuery] ExecutionFilter filter, CancellationToken cancellationToken)
    {
        var own = query.Own(filter);
        if (await query.ReadAsync(own, cancellationToken) is not ({ } report, _))
        {
            return await ReadAsync(filter, cancellationToken) ? Page() : NotFound();
        }

        var submitted = new SubmittedReport
        {
            RegionId = person.Scope.RegionId!.Value,
            ProgrammeId = own.Programme!.Value,
            MunicipalityId = own.School is null ? own.Municipality : null,
            SchoolId = own.School,
            ScheduleId = own.Schedule,
            Due = own.Schedule is null ? null : own.Due,
            Content = report,
            Author = (await authors.CurrentAsync(cancellationToken)).Name,
            SubmittedAt = clock.GetUtcNow(),
        };
        var answered = (await query.FindDueAsync(own, cancellationToken))?.SubmittedId;
        if (await desk.SubmitAsync(submitted, answered, cancellationToken) is ({ } refusal, var standing))
        {
            TempData["Refused"] = refusal;
            return Redirect(standing is null ? $"/reports/execution?programme={own.Programme}" : $"/reports/execution/{standing}");
        }

        TempData["Done"] = "Отчёт сдан и сохранён: дальнейшие изменения его не коснутся." + (submitted.Acceptance is null ? "" : " Он отправлен на проверку.");
        return Redirect($"/reports/execution/{submitted.Id}");
    }

    public Task<DateTimeOffset> LocalAsync(DateTimeOffset moment) => person.LocalAsync(moment);

    private async Task<bool> ReadAsync(ExecutionFilter filter, CancellationToken cancellationToken)
    {
        Filter = filter;
        Programmes = [.. (await db.Programmes.OrderByDescending(p => p.To).ThenBy(p => p.Name).Select(p => new { p.Id, p.Name }).ToListAsync(cancellationToken)).Select(p => (p.Id, p.Name))];
        if (filter.Programme is not { } programme)
        {
            return true;
        }

        (Report, PeriodRefusal) = await query.ReadAsync(filter, cancellationToken);
        Asked = await query.FindDueAsync(filter, cancellationToken);
        var schools = db.Schools.Where(s => db.ProgrammeSchools.Any(x => x.ProgrammeId == programme && x.SchoolId == s.Id));
        Schools = await SchoolOptions.ReadAsync(db, schools, cancellationToken);
        Municipalities = [.. (await db.Municipalities.Where(m => schools.Any(s => s.MunicipalityId == m.Id)).OrderBy(m => m.Name).Select(m => new { m.Id, m.Name }).ToListAsync(cancellationToken)).Select(m => (m.Id, m.Name))];
        Submitted = await db.SubmittedReports.Where(r => r.ProgrammeId == programme).OrderByDescending(r => r.Id)
            .Select(r => new SubmittedLine(r.Id, r.Author, r.SubmittedAt, r.Acceptance)).ToListAsync(cancellationToken);
        return Report is not null || PeriodRefusal is not null;
    }
}
