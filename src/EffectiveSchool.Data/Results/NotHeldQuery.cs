using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Data.Results;

/// <summary>Reads the reference data of procedures that a region did not hold.</summary>
public static class NotHeldQuery
{
    /// <summary>Codes and years within the scope, or of one region of it.</summary>
    public static async Task<HashSet<(string Procedure, int Year)>> NotHeldAsync(this PortalDb db, CancellationToken cancellationToken, int? regionId = null)
    {
        var rows = await db.NotHeld
            .Where(n => regionId == null || n.RegionId == regionId)
            .Join(db.Procedures, n => n.ProcedureId, p => p.Id, (n, p) => new { p.Code, n.Year })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(r => (r.Code, r.Year))];
    }

    /// <summary>
    /// Refuses the rows of «judged» whose procedure was not held in their year: nowhere (<see cref="Procedures.WasHeld"/>), or, as
    /// the reference data say, not in the region.
    /// </summary>
    internal static async Task JudgeNotHeldAsync(this PortalDb db, ImportBatch batch, CancellationToken cancellationToken)
    {
        var brought = await db.Database.SqlQuery<BroughtProcedure>(
            $"""
            select distinct p.id as "Id", p.code as "Code", j.year as "Year" from judged j join procedures p on p.id = j.procedure_id where j.outcome = 'New' and j.year is not null
            """).ToListAsync(cancellationToken);
        var inRegion = await db.NotHeldAsync(cancellationToken, batch.RegionId);
        foreach (var of in brought)
        {
            var nowhere = !Procedures.WasHeld(of.Code, of.Year);
            if (!nowhere && !inRegion.Contains((of.Code, of.Year)))
            {
                continue;
            }

            var reason = nowhere
                ? $"{of.Code} в {of.Year} году не проводили нигде в стране."
                : $"{of.Code} в {of.Year} году не проводили: так отмечено в справочнике «Не проводилось».";
            var whatToDo = nowhere
                ? "Проверьте процедуру и год."
                : "Проверьте процедуру и год. Если процедуру всё же проводили, администратор снимает отметку в справочнике, после этого загрузите файл ещё раз.";
            await db.Database.ExecuteSqlAsync(
                $"""
                update judged set outcome = 'Refused', refusal_kind = {nameof(RefusalKind.NotHeld)}, reason = {reason}, what_to_do = {whatToDo}
                where outcome = 'New' and procedure_id = {of.Id} and year = {of.Year}
                """,
                cancellationToken);
        }
    }

    private sealed record BroughtProcedure(int Id, string Code, int Year);
}
