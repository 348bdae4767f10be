using EffectiveSchool.Data;
using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Domain.Roadmaps;
using EffectiveSchool.Web.Access;
using EffectiveSchool.Web.Pages.Programmes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EffectiveSchool.Web.Pages.Execution;

/// <summary>A schedule with its dates and how many of the reports that it asks the reader's people for were handed in.</summary>
public sealed record ScheduleLine(ReportSchedule Schedule, IReadOnlyList<ReportTerm> Terms, int Handed, int Come);

/// <summary>When execution reports of a programme are due: reference data that whoever keeps the programme edits.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class SchedulesModel(PortalDb db, DueReportQuery dues, Person person) : PageModel
{
    [BindProperty]
    public ReportScheduleForm Form { get; set; } = new();

    public Programme Programme { get; private set; } = null!;

    public bool MayChange => person.May(Policies.ManageProgrammes) && person.MayChange(Programme);

    public IReadOnlyList<ScheduleLine> Lines { get; private set; } = [];

    public DateOnly Today { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken) => await ReadAsync(id, cancellationToken) ? Page() : NotFound();

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
        Lines = schedules.ConvertAll(s => new ScheduleLine(s, s.Terms(programme.Period), reports[s.Id].Count(r => r.SubmittedId is not null), reports[s.Id].Count()));
        return true;
    }
}
