using EffectiveSchool.Data.Results;
using EffectiveSchool.Domain.Reminders;

namespace EffectiveSchool.Web.Reminders.Sources;

/// <summary>
/// Uploads that were checked and wait for their sender to apply them or give them up: those that bring something to store, or rows that
/// a person may still let in. An upload that could not be read waits for nobody.
/// </summary>
public sealed class CheckedBatches(PortalDb db) : IDueSource
{
    public async Task<IReadOnlyList<DueItem>> ReadAsync(DueReader reader, DateOnly today, DateOnly until, CancellationToken cancellationToken)
    {
        var batches = await db.Batches
            .Where(b => b.State == BatchState.Checked && db.ImportRows.Any(r => r.BatchId == b.Id
                && (r.Outcome == RowOutcome.New || r.Outcome == RowOutcome.Changed || r.RefusalKind == RefusalKind.UnknownSchool || r.RefusalKind == RefusalKind.EarlierVersion)))
            .Select(b => new
            {
                b.Id,
                b.CreatedAt,
                IsRegional = b.MunicipalityId == null,
                Municipality = db.Municipalities.Where(m => m.Id == b.MunicipalityId).Select(m => m.Name).FirstOrDefault(),
                File = b.Files.OrderBy(f => f.Id).Select(f => f.Name).FirstOrDefault(),
                Files = b.Files.Count,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. batches.Select(b => new DueItem
            {
                Key = $"batch-{b.Id}",
                Title = $"Запишите или оставьте проверенную загрузку «{b.File}»" + (b.Files > 1 ? $" и ещё {b.Files - 1}" : ""),
                Place = b.Municipality,
                Page = $"/results/uploads/{b.Id}",
                Owner = b.IsRegional ? DutyLevel.Region : DutyLevel.Municipality,
                AwaitsDecision = true,
                ChangedAt = b.CreatedAt,
            }),
        ];
    }
}
