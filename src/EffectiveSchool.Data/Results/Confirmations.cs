using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results;
using EffectiveSchool.Domain.Results.Collection;

namespace EffectiveSchool.Data.Results;

/// <summary>Confirms the data of a municipality, and withdraws what stands when they change.</summary>
public sealed class Confirmations(PortalDb db, TimeProvider clock)
{
    /// <summary>Confirms the results of a municipality in a procedure that is collected. Returns a refusal, or null.</summary>
    /// <param name="campaign">The campaign, whose year it is.</param>
    /// <param name="municipalityId">A municipality of the campaign's region within the scope.</param>
    /// <param name="procedure">Code of a procedure of the campaign.</param>
    /// <param name="note">What the sender adds, or null.</param>
    /// <param name="author">Who confirms, by role and place.</param>
    /// <param name="cancellationToken">Cancels; nothing is half stored.</param>
    public async Task<string?> ConfirmAsync(CollectionCampaign campaign, int municipalityId, string procedure, string? note, string author, CancellationToken cancellationToken)
    {
        var trimmed = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
        if (trimmed?.Length > DataConfirmation.LongestNote)
        {
            return $"Примечание длиннее {DataConfirmation.LongestNote} знаков.";
        }

        if (campaign.Deadlines.FirstOrDefault(d => d.Procedure == procedure) is not { } due)
        {
            return "Этой процедуры в кампании нет.";
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);

        // What is confirmed must be what stands: no import runs meanwhile.
        await db.LockResultsAsync(campaign.RegionId, cancellationToken);
        var procedureId = await db.Procedures.Where(p => p.Code == procedure).Select(p => p.Id).SingleAsync(cancellationToken);
        var standing = db.Confirmations.Where(c => c.MunicipalityId == municipalityId && c.ProcedureId == procedureId && c.Year == campaign.Year && c.WithdrawnAt == null);
        var schools = db.Schools.Where(s => s.MunicipalityId == municipalityId && s.Status == SchoolStatus.Active);
        var types = await schools.GroupBy(s => s.Type).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        var sent = await schools.CountAsync(s => db.Results.Any(r => r.SchoolId == s.Id && r.ProcedureId == procedureId && r.Year == campaign.Year), cancellationToken);
        var expected = types.Where(t => Procedures.Applies(procedure, t.Key)).Sum(t => t.Count);
        var cell = new CollectionCell(Math.Max(expected, sent), sent, await standing.AnyAsync(cancellationToken), due.Deadline);
        if (cell.RefusalToConfirm is { } refusal)
        {
            return refusal;
        }

        db.Confirmations.Add(new DataConfirmation
        {
            RegionId = campaign.RegionId,
            MunicipalityId = municipalityId,
            ProcedureId = procedureId,
            Year = campaign.Year,
            ConfirmedAt = clock.GetUtcNow(),
            ConfirmedBy = db.CurrentUserId ?? throw new InvalidOperationException("Somebody must confirm."),
            Author = author,
            OnBehalf = db.Scope.MunicipalityId is null,
            Note = trimmed,
        });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    /// <summary>Withdraws, within the open transaction, what was confirmed of results that have just changed.</summary>
    /// <param name="changed">What was changed, as a query.</param>
    /// <param name="because">What changed them: «загрузка № 12».</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task WithdrawAsync(IQueryable<ResultChange> changed, string because, CancellationToken cancellationToken)
    {
        var touched = await changed
            .Join(db.Schools, c => c.SchoolId, s => s.Id, (c, s) => new { s.MunicipalityId, c.ProcedureId, c.Year })
            .Distinct()
            .Join(
                db.Confirmations.Where(c => c.WithdrawnAt == null),
                c => new { c.MunicipalityId, c.ProcedureId, c.Year },
                c => new { c.MunicipalityId, c.ProcedureId, c.Year },
                (_, confirmation) => confirmation)
            .ToListAsync(cancellationToken);
        if (touched.Count == 0)
        {
            return;
        }

        var now = clock.GetUtcNow();
        foreach (var confirmation in touched)
        {
            confirmation.Withdraw(now, because);
        }

        var reason = db.Reason;
        db.Reason = $"подтверждение снято: данные изменены ({because})";
        await db.SaveChangesAsync(cancellationToken);
        db.Reason = reason;
    }
}
