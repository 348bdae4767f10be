using EffectiveSchool.Data.Results;
using EffectiveSchool.Domain.Reminders;

namespace EffectiveSchool.Web.Reminders.Sources;

/// <summary>Uploads that were checked and wait for their sender to apply them or give them up.</summary>
public sealed class CheckedBatches(PortalDb db) : IDueSource
{
    public async Task<IReadOnlyList<DueItem>> ReadAsync(DueReader reader, DateOnly today, DateOnly until, CancellationToken cancellationToken)
    {
        var batches = await db.Batches
            .Where(b => b.State == BatchState.Checked)
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
