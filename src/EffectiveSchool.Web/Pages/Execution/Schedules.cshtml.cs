using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Domain.Roadmaps;
using EffectiveSchool.Web.Pages.Programmes;

namespace EffectiveSchool.Web.Pages.Execution;

/// <summary>A schedule with its dates and how many of the reports that it asks the reader's people for were handed in.</summary>
public sealed record ScheduleLine(ReportSchedule Schedule, IReadOnlyList<ReportTerm> Terms, int Handed, int Come)
{
    /// <summary>Corrections with their times in the region's zone, the latest first.</summary>
    public IReadOnlyList<(ReportCorrection Correction, DateTimeOffset At)> Corrections { get; init; } = [];
}

/// <summary>When execution reports of a programme are due: reference data that whoever keeps the programme edits.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class SchedulesModel(PortalDb db, DueReportQuery dues, Authors authors, Person person, TimeProvider clock) : PageModel
{
    [BindProperty]
    public ReportScheduleForm Form { get; set; } = new();

    public Programme Programme { get; private set; } = null!;

    public bool MayChange => person.May(Policies.ManageProgrammes) && person.MayChange(Programme);

    public IReadOnlyList<ScheduleLine> Lines { get; private set; } = [];

    public DateOnly Today { get; private set; }

    /// <summary>The schedule that is corrected; null where one is added.</summary>
    public ReportSchedule? Edited { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, int? schedule, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (schedule is not null)
        {
            Edited = MayChange ? Lines.Select(l => l.Schedule).FirstOrDefault(s => s.Id == schedule && s.EndedOn is null) : null;
            if (Edited is null)
            {
                return NotFound();
            }

            Form = ReportScheduleForm.Of(Edited);
        }

        return Page();
    }

    [HandlerPolicy(Policies.ManageProgrammes)]
    public async Task<IActionResult> OnPostAddAsync(int id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken) || !MayChange)
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            var (schedule, refusal) = ReportSchedule.Create(Form.Words(Today), id, Programme.RegionId, Programme.Period);
            if (refusal is null)
            {
                db.ReportSchedules.Add(schedule!);
                await db.SaveChangesAsync(cancellationToken);
                TempData["Done"] = "Срок отчёта добавлен. Напоминания о нём придут тем, кто сдаёт отчёт.";
                return Redirect($"/programmes/{id}/reports");
            }

            ModelState.AddModelError("", refusal);
        }

        return Page();
    }

    /// <summary>Corrects a schedule with grounds; what was submitted stays tied to its date.</summary>
    [HandlerPolicy(Policies.ManageProgrammes)]
    public async Task<IActionResult> OnPostCorrectAsync(int id, int schedule, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken) || !MayChange
            || await db.ReportSchedules.SingleOrDefaultAsync(s => s.Id == schedule && s.ProgrammeId == id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            var submitted = await db.SubmittedReports.Where(r => r.ScheduleId == schedule).Select(r => new { r.Due, r.SubmittedAt }).ToListAsync(cancellationToken);
            var answered = submitted.Select(r => found.DueNow(r.Due!.Value, r.SubmittedAt)).ToHashSet();
            var refusal = found.Correct(
                Form.Words(found.AskedFrom), Form.Reason, answered, Programme.Period, (await authors.CurrentAsync(cancellationToken)).Name, clock.GetUtcNow());
            if (refusal is null)
            {
                db.Reason = Form.Reason!.Trim();
                await db.SaveChangesAsync(cancellationToken);
                TempData["Done"] = "Срок отчёта исправлен. Сданные отчёты остались при своих сроках.";
                return Redirect($"/programmes/{id}/reports");
            }

            ModelState.AddModelError("", refusal);
        }

        Edited = found;
        return Page();
    }

    /// <summary>Takes a schedule away; one that reports answer only ends.</summary>
    [HandlerPolicy(Policies.ManageProgrammes)]
    public async Task<IActionResult> OnPostEndAsync(int id, int schedule, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken) || !MayChange
            || await db.ReportSchedules.SingleOrDefaultAsync(s => s.Id == schedule && s.ProgrammeId == id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        if (await db.SubmittedReports.AnyAsync(r => r.ScheduleId == schedule, cancellationToken))
        {
            if (found.End(Today) is { } refusal)
            {
                TempData["Refused"] = refusal;
                return Redirect($"/programmes/{id}/reports");
            }

            TempData["Done"] = "Отчёты больше не запрашиваются. Сданные остались.";
        }
        else
        {
            db.ReportSchedules.Remove(found);
            TempData["Done"] = "Срок отчёта удалён.";
        }

        await db.SaveChangesAsync(cancellationToken);
        return Redirect($"/programmes/{id}/reports");
    }

    private async Task<bool> ReadAsync(int id, CancellationToken cancellationToken)
    {
        if (await db.Programmes.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } programme)
        {
            return false;
        }

        (Programme, Today) = (programme, await person.TodayAsync());
        var schedules = await db.ReportSchedules.AsNoTracking().Where(s => s.ProgrammeId == id).OrderBy(s => s.EndedOn != null).ThenBy(s => s.Id).ToListAsync(cancellationToken);
        var reports = (await dues.ReadAsync(Today, id, cancellationToken)).ToLookup(r => r.Schedule.Id);
        var lines = schedules.ConvertAll(s => new ScheduleLine(s, s.Terms(programme.Period), reports[s.Id].Count(r => !r.IsOwed), reports[s.Id].Count()));
        for (var i = 0; i < schedules.Count; i++)
        {
            var corrections = new List<(ReportCorrection, DateTimeOffset)>();
            foreach (var correction in schedules[i].Corrections.Reverse())
            {
                corrections.Add((correction, await person.LocalAsync(correction.At)));
            }

            lines[i] = lines[i] with { Corrections = corrections };
        }

        Lines = lines;
        return true;
    }
}
