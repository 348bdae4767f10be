using System.Data;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace EffectiveSchool.Data.Lists;

/// <summary>
/// Runs of identification and the life of lists: reads a year's results once, lets the domain decide, stores verdicts
/// with their inputs. Works within a scope that sees the whole region: a part of it would give a part of the list.
/// </summary>
public sealed class ListRuns(PortalDb db, TimeProvider clock)
{
    private const string ChangedByAnother =
        "Пока вы работали с перечнем, его изменил кто-то другой, и ваше действие не выполнено. Откройте перечень заново и посмотрите, что изменилось.";

    /// <summary>Runs the identification and stores it as the content of the list, new or a draft. Returns a refusal, or null.</summary>
    public Task<string?> RunAsync(SchoolList list, StoredMethodology methodology, CancellationToken cancellationToken) =>
        InOneSnapshotAsync(
            async () =>
            {
                var input = await ReadInputAsync(list.RegionId, list.ResultsYear, methodology.Definition, cancellationToken);
                if (!input.Schools.Any(s => s.Facts.Any(f => f.Year == list.ResultsYear)))
                {
                    return $"За {list.ResultsYear} год не загружено ни одного результата: считать нечего. Загрузите файлы в разделе «Результаты».";
                }

                var run = LowResultRule.Judge(input);
                if (list.RecordRun(run, methodology.Id, clock.GetUtcNow()) is { } refusal)
                {
                    return refusal;
                }

                if (list.Id == 0)
                {
                    db.Lists.Add(list);
                }

                await db.SaveChangesAsync(cancellationToken);
                await ListStore.WriteAsync(db, list, run, input, withInputs: false, cancellationToken);
                return null;
            },
            cancellationToken);

    /// <summary>Approves the list by an order and freezes it with a copy of its inputs. Returns a refusal, or null.</summary>
    public Task<string?> ApproveAsync(SchoolList list, Order order, CancellationToken cancellationToken) =>
        InOneSnapshotAsync(
            async () =>
            {
                var methodology = await db.Methodologies.SingleAsync(m => m.Id == list.MethodologyId, cancellationToken);
                var input = await ReadInputAsync(list.RegionId, list.ResultsYear, methodology.Definition, cancellationToken);
                var rerun = LowResultRule.Judge(input);
                if (list.Approve(order, rerun, clock.GetUtcNow()) is { } refusal)
                {
                    return refusal;
                }

                await db.SaveChangesAsync(cancellationToken);
                await ListStore.WriteAsync(db, list, rerun, input, withInputs: true, cancellationToken);
                return null;
            },
            cancellationToken);

    /// <summary>Takes a step of the list's life that needs no run: publish, return to draft, archive. Returns a refusal, or null.</summary>
    public Task<string?> MoveAsync(SchoolList list, Func<SchoolList, string?> step, CancellationToken cancellationToken) =>
        InOneSnapshotAsync(
            async () =>
            {
                if (step(list) is { } refusal)
                {
                    return refusal;
                }

                await db.SaveChangesAsync(cancellationToken);
                return null;
            },
            cancellationToken);

    /// <summary>
    /// Judges an approved list once more from what was frozen with it alone; the hash must be the list's own. Null for a
    /// list that is not frozen yet.
    /// </summary>
    public async Task<IdentificationRun?> RerunAsync(SchoolList list, CancellationToken cancellationToken)
    {
        DemandWholeRegion();
        if (!list.IsFrozen)
        {
            return null;
        }

        var basis = await db.ListBases.SingleAsync(b => b.ListId == list.Id, cancellationToken);
        var inputs = await db.ListSchools.Where(s => s.ListId == list.Id && s.Input != null).Select(s => s.Input!).ToListAsync(cancellationToken);
        return LowResultRule.Judge(new IdentificationInput(
            list.ResultsYear, basis.Methodology, inputs, basis.NotHeld.Select(n => (n.Procedure, n.Year)).ToHashSet()));
    }

    /// <summary>Everything a run of that year reads: working schools of the region with the results of two years.</summary>
    public async Task<IdentificationInput> ReadInputAsync(int regionId, int year, Methodology methodology, CancellationToken cancellationToken)
    {
        DemandWholeRegion();
        var results = await db.Results
            .Where(r => r.RegionId == regionId && (r.Year == year || r.Year == year - 1))
            .Select(r => new
            {
                r.SchoolId,
                r.Procedure.Code,
                r.Year,
                r.Participants,
                r.Failed,
                r.PublishedMarker,
                File = r.File.Name,
                r.Sheet,
                r.Row,
            })
            .ToListAsync(cancellationToken);
        var facts = results.ToLookup(
            r => r.SchoolId,
            r => new ResultFact(r.Code, r.Year, r.Participants, r.Failed, r.PublishedMarker, new ResultSource(r.File, r.Sheet, r.Row)));

        var schools = await db.Schools
            .Where(s => s.RegionId == regionId && s.Status == SchoolStatus.Active)
            .Select(s => new
            {
                s.Id,
                s.Name,
                s.Type,
                s.HeadSchoolId,
                Municipality = db.Municipalities.First(m => m.Id == s.MunicipalityId).Name,
                Code = s.Codes.Where(c => c.ValidTo == null).OrderBy(c => c.Kind == SchoolCodeKind.FisOko ? 0 : 1).ThenBy(c => c.Id).Select(c => c.Value).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);

        return new IdentificationInput(
            year,
            methodology,
            [.. schools.Select(s => new SchoolInput(s.Id, s.Code ?? "", s.Name, s.Municipality, s.Type, s.HeadSchoolId, [.. facts[s.Id]]))],
            (await db.NotHeldAsync(cancellationToken, regionId)).Where(n => n.Year == year || n.Year == year - 1).ToHashSet());
    }

    private void DemandWholeRegion()
    {
        if (!db.Scope.SeesAll && !db.Scope.SeesRegion)
        {
            throw new InvalidOperationException("Identification needs a scope that sees the whole region.");
        }
    }

    /// <summary>
    /// One snapshot for what is read, judged and stored: results applied meanwhile are wholly in it or wholly not. Whoever
    /// changed the list first wins.
    /// </summary>
    private async Task<string?> InOneSnapshotAsync(Func<Task<string?>> work, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        try
        {
            if (await work() is { } refusal)
            {
                return refusal;
            }

            await transaction.CommitAsync(cancellationToken);
            return null;
        }
        catch (Exception e) when (IsConflict(e))
        {
            db.ChangeTracker.Clear();
            return ChangedByAnother;
        }
    }

    private static bool IsConflict(Exception? e) => e switch
    {
        null => false,
        DbUpdateConcurrencyException or PostgresException { SqlState: PostgresErrorCodes.SerializationFailure } => true,
        _ => IsConflict(e.InnerException),
    };
}
