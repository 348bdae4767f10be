using EffectiveSchool.Data.Lists;
using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Data.Roadmaps;

/// <summary>Submits execution reports and decides on them, each in one transaction with the journal.</summary>
public sealed class ReportDesk(PortalDb db, TimeProvider clock)
{
    private const string ChangedByAnother = "Пока вы работали, отчёт изменил кто-то другой, и ваше действие не выполнено. Откройте страницу заново.";
    private const string Superseded = "Сдан новый отчёт за этот же срок: решение принимается по нему.";

    /// <summary>
    /// Reports that no later one of the same place, programme and due date has replaced. What nobody asked for may tell of any days:
    /// of these a later one replaces only what was returned.
    /// </summary>
    public IQueryable<SubmittedReport> Latest => db.SubmittedReports.Where(r => !db.SubmittedReports.Any(o => o.Id > r.Id && (r.ScheduleId != null || r.Acceptance == ReportAcceptance.Returned)
        && o.ProgrammeId == r.ProgrammeId && o.ScheduleId == r.ScheduleId && o.Due == r.Due && o.MunicipalityId == r.MunicipalityId && o.SchoolId == r.SchoolId));

    /// <summary>A report of the scope with what was decided, or null.</summary>
    public Task<SubmittedReport?> FindAsync(int id, CancellationToken cancellationToken) =>
        db.SubmittedReports.Include(r => r.Decisions).SingleOrDefaultAsync(r => r.Id == id, cancellationToken);

    /// <summary>
    /// Keeps a report and sends it to whoever stands above, unless the one handed in before for the same place, term and period stands and says the
    /// same: two tabs hand it in once. Returns a refusal with the report that stands, or nulls.
    /// </summary>
    /// <param name="report">The report.</param>
    /// <param name="answered">The report that answers the same due date by now; null for none.</param>
    /// <param name="cancellationToken">Cancels; nothing is half stored.</param>
    public async Task<(string? Refusal, int? Standing)> SubmitAsync(SubmittedReport report, int? answered, CancellationToken cancellationToken)
    {
        int? standing = null;
        var refusal = await OneSnapshot.InAsync(
            db,
            async () =>
            {
                if (await db.SubmittedReports.AnyAsync(r => r.Id == answered && r.Acceptance == ReportAcceptance.Accepted, cancellationToken))
                {
                    standing = answered;
                    return "Отчёт за этот срок уже принят. Чтобы сдать его заново, проверяющий должен его вернуть.";
                }

                var last = await db.SubmittedReports.AsNoTracking()
                    .Where(r => r.ProgrammeId == report.ProgrammeId && r.ScheduleId == report.ScheduleId && r.MunicipalityId == report.MunicipalityId && r.SchoolId == report.SchoolId)
                    .OrderByDescending(r => r.Id).FirstOrDefaultAsync(cancellationToken);
                if (last is { Acceptance: not ReportAcceptance.Returned } && report.Content.Repeats(last.Content))
                {
                    standing = last.Id;
                    return "Такой отчёт уже сдан, с тех пор в нём ничего не изменилось. Ниже — сданный отчёт.";
                }

                db.SubmittedReports.Add(report.Send());
                return null;
            },
            ChangedByAnother,
            cancellationToken);
        return (refusal, standing);
    }

    /// <summary>Takes a decision. Returns a refusal, or null.</summary>
    public Task<string?> DecideAsync(SubmittedReport report, Func<SubmittedReport, DateTimeOffset, string?> decision, CancellationToken cancellationToken) => OneSnapshot.InAsync(
        db,
        async () =>
        {
            if ((await Latest.AnyAsync(r => r.Id == report.Id, cancellationToken) ? decision(report, clock.GetUtcNow()) : Superseded) is { } refusal)
            {
                return refusal;
            }

            db.Reason = report.Decisions[^1].Reason is { Length: > 0 } reason ? reason : null;
            return null;
        },
        ChangedByAnother,
        cancellationToken);
}
