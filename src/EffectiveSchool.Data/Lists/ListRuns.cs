using System.Runtime.InteropServices;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Data.Lists;

/// <summary>What changed since a list was approved or, before that, run.</summary>
/// <param name="Uploads">Uploads, edits and undone uploads of results in its two years.</param>
/// <param name="Schools">Schools whose card changed in the registry.</param>
/// <param name="LastUploadAt">The latest of the uploads, UTC; null where there was none.</param>
public sealed record ChangedData(int Uploads, int Schools, DateTimeOffset? LastUploadAt);

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
        InOneSnapshotAsync(() => FillAsync(list, methodology, cancellationToken), cancellationToken);

    /// <summary>Makes a draft preliminary. Returns a refusal, or null.</summary>
    /// <param name="list">The draft.</param>
    /// <param name="objectionsUntil">Last day of objections; null for as many days as the region gives.</param>
    /// <param name="cancellationToken">Cancels; nothing is half stored.</param>
    public Task<string?> PublishAsync(SchoolList list, DateOnly? objectionsUntil, CancellationToken cancellationToken) => MoveAsync(
        list,
        async () =>
        {
            var region = await db.Regions.SingleAsync(r => r.Id == list.RegionId, cancellationToken);
            var today = TodayIn(region);
            var former = await FormerAsync(list, cancellationToken);
            return list.Publish(
                today,
                objectionsUntil ?? today.AddDays(region.ObjectionDays),
                former is null ? null : new FormerEdition(former, await ListGrounds.UndecidedAsync(db, former.Id, cancellationToken)));
        },
        cancellationToken);

    /// <summary>Ends objections before their day. Returns a refusal, or null.</summary>
    public Task<string?> EndObjectionsAsync(SchoolList list, string? reason, CancellationToken cancellationToken) => MoveAsync(
        list, async () => list.EndObjections(reason, await TodayAsync(list.RegionId, cancellationToken), clock.GetUtcNow()), cancellationToken);

    /// <summary>Returns a preliminary list to draft. Returns a refusal, or null.</summary>
    public Task<string?> ReturnToDraftAsync(SchoolList list, CancellationToken cancellationToken) => MoveAsync(
        list,
        async () => list.ReturnToDraft(
            await db.Objections.CountAsync(o => o.ListId == list.Id, cancellationToken),
            await ListGrounds.HasEditionAsync(db, list, cancellationToken),
            await FormerAsync(list, cancellationToken)),
        cancellationToken);

    /// <summary>Puts an approved list into the archive. Returns a refusal, or null.</summary>
    public Task<string?> ArchiveAsync(SchoolList list, CancellationToken cancellationToken) =>
        MoveAsync(list, () => Task.FromResult(list.Archive()), cancellationToken);

    /// <summary>Makes a new edition of the list, run on today's data. Returns its key, or a refusal.</summary>
    public async Task<(int? EditionId, string? Refusal)> ReviseAsync(SchoolList list, StoredMethodology methodology, CancellationToken cancellationToken)
    {
        SchoolList? edition = null;
        var refusal = await InOneSnapshotAsync(
            async () => list.Revise(await ListGrounds.UndecidedAsync(db, list.Id, cancellationToken), await ListGrounds.HasEditionAsync(db, list, cancellationToken), out edition)
                ?? await FillAsync(edition!, methodology, cancellationToken),
            cancellationToken);
        return (refusal is null ? edition!.Id : null, refusal);
    }

    /// <summary>Approves the list by an order and freezes it with a copy of its inputs. Returns a refusal, or null.</summary>
    public Task<string?> ApproveAsync(SchoolList list, Order order, CancellationToken cancellationToken) =>
        InOneSnapshotAsync(
            async () =>
            {
                var methodology = await db.Methodologies.SingleAsync(m => m.Id == list.MethodologyId, cancellationToken);
                var read = await ReadAsync(list.RegionId, list.ResultsYear, methodology.Definition, cancellationToken);
                var rerun = IdentificationRule.Judge(read.Input);
                if (list.Approve(order, rerun, await ListGrounds.OfAsync(db, list, clock, cancellationToken)) is { } refusal)
                {
                    return refusal;
                }

                await db.SaveChangesAsync(cancellationToken);
                await ListStore.WriteAsync(db, list, rerun, read, withInputs: true, cancellationToken);
                return null;
            },
            cancellationToken);

    /// <summary>Why no order can approve the list as things stand, judged on today's data; empty where it waits for its order alone. Nothing is stored.</summary>
    public async Task<IReadOnlyList<string>> ApprovalObstaclesAsync(SchoolList list, CancellationToken cancellationToken)
    {
        var methodology = await db.Methodologies.AsNoTracking().SingleAsync(m => m.Id == list.MethodologyId, cancellationToken);
        var rerun = IdentificationRule.Judge(await ReadInputAsync(list.RegionId, list.ResultsYear, methodology.Definition, cancellationToken));
        return list.ApprovalObstacles(rerun, await ListGrounds.OfAsync(db, list, clock, cancellationToken));
    }

    /// <summary>Why a draft or a preliminary list cannot be approved beside another one, told from its first day; null where it can.</summary>
    public async Task<string?> RefuseBesideAsync(SchoolList list, CancellationToken cancellationToken) =>
        list.State is ListState.Draft or ListState.Preliminary ? list.RefuseBeside(await ListGrounds.InForceBesideAsync(db, list, cancellationToken)) : null;

    /// <summary>Objections upheld to the list that this edition was made from, where the run of both is the same: what was decided is not in it.</summary>
    public async Task<IReadOnlyList<int>> UnansweredAsync(SchoolList edition, CancellationToken cancellationToken) =>
        edition.ReplacesId is { } former && await db.Lists.AnyAsync(l => l.Id == former && l.RunSha256 == edition.RunSha256, cancellationToken)
            ? await ListGrounds.UpheldAsync(db, former, cancellationToken)
            : [];

    /// <summary>Throws a draft away with its run and what it stood on; what it was made from stays in force. Returns a refusal, or null.</summary>
    public Task<string?> DeleteAsync(SchoolList list, CancellationToken cancellationToken) => MoveAsync(
        list,
        () =>
        {
            if (list.RefuseDeletion() is { } refusal)
            {
                return Task.FromResult<string?>(refusal);
            }

            // Verdicts, basis, sources and archives of profiles go with the row: the database cascades.
            db.Lists.Remove(list);
            return Task.FromResult<string?>(null);
        },
        cancellationToken);

    /// <summary>Today in the region of a list: objections end with a day there.</summary>
    public async Task<DateOnly> TodayAsync(int regionId, CancellationToken cancellationToken) =>
        TodayIn(await db.Regions.SingleAsync(r => r.Id == regionId, cancellationToken));

    /// <summary>What changed in what a list stands on since it was approved, or, before that, since it was run; null where nothing did.</summary>
    public async Task<ChangedData?> ChangedSinceAsync(SchoolList list, CancellationToken cancellationToken)
    {
        var since = list.ApprovedAt ?? list.RunAt;
        var methodology = await MethodologyOfAsync(list.Id, cancellationToken);
        var first = list.ResultsYear - IdentificationRule.YearsRead(methodology) + 1;
        var readsFigures = methodology.Kind != MethodologyKind.LowResults;
        var touched = db.Batches.Where(b => b.RegionId == list.RegionId && (b.AppliedAt > since || b.UndoneAt > since)
            && ((methodology.Kind != MethodologyKind.RiskZone && db.ResultChanges.Any(c => c.BatchId == b.Id && c.Year <= list.ResultsYear && c.Year >= first))
                || (readsFigures && db.FigureUploads.Any(u => u.BatchId == b.Id))));
        var uploads = await touched.CountAsync(cancellationToken);
        var schools = await db.Audit
            .Where(a => a.RegionId == list.RegionId && a.Subject == nameof(School) && a.At > since)
            .Select(a => a.SubjectId).Distinct().CountAsync(cancellationToken);
        return uploads + schools == 0 ? null : new ChangedData(uploads, schools, await touched.MaxAsync(b => b.UndoneAt ?? b.AppliedAt, cancellationToken));
    }

    /// <summary>What a list would be on today's data, by the methodology it was judged by; nothing is stored.</summary>
    public async Task<IdentificationRun> RunOnTodaysDataAsync(SchoolList list, CancellationToken cancellationToken)
    {
        var methodology = await MethodologyOfAsync(list.Id, cancellationToken);
        return IdentificationRule.Judge(await ReadInputAsync(list.RegionId, list.ResultsYear, methodology, cancellationToken));
    }

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
        return IdentificationRule.Judge(new IdentificationInput(
            list.ResultsYear, basis.Methodology, inputs, basis.NotHeld.Select(n => (n.Procedure, n.Year)).ToHashSet()));
    }

    private Task<Methodology> MethodologyOfAsync(int listId, CancellationToken cancellationToken) =>
        db.ListBases.Where(b => b.ListId == listId).Select(b => b.Methodology).SingleAsync(cancellationToken);

    /// <summary>Everything a run of that year reads: working schools of the region with the results of two years, or what their indicators stand on.</summary>
    public async Task<IdentificationInput> ReadInputAsync(int regionId, int year, Methodology methodology, CancellationToken cancellationToken) =>
        (await ReadAsync(regionId, year, methodology, cancellationToken)).Input;

    private async Task<ListInput> ReadAsync(int regionId, int year, Methodology methodology, CancellationToken cancellationToken)
    {
        DemandWholeRegion();
        // A few names stand beside many numbers: they are read once and not with every row.
        var procedures = await db.Procedures.ToDictionaryAsync(p => p.Id, p => p.Code, cancellationToken);
        var files = await db.Files.Where(f => f.RegionId == regionId).Select(f => new { f.Id, f.Name }).ToDictionaryAsync(f => f.Id, f => f.Name, cancellationToken);
        var judgesMarkers = methodology.Kind == MethodologyKind.LowResults;
        var first = year - IdentificationRule.YearsRead(methodology) + 1;
        var figures = judgesMarkers ? [] : await IndicatorInputs.ReadAsync(db, regionId, year, methodology, files, cancellationToken);
        var results = db.Results
            .Where(r => judgesMarkers)
            .Where(r => r.RegionId == regionId && (r.Year == year || r.Year == year - 1))
            .Select(r => new { r.SchoolId, r.ProcedureId, r.Year, r.Participants, r.Failed, r.PublishedMarker, r.FileId, r.Sheet, r.Row })
            .AsAsyncEnumerable();
        var read = new Dictionary<int, ReadSchool>();
        await foreach (var r in results.WithCancellation(cancellationToken))
        {
            ref var school = ref CollectionsMarshal.GetValueRefOrAddDefault(read, r.SchoolId, out _);
            (school ??= new ReadSchool([], [], null)).Facts.Add(new ResultFact(
                procedures[r.ProcedureId], r.Year, r.Participants, r.Failed, r.PublishedMarker, new ResultSource(files[r.FileId], r.Sheet, r.Row)));
            school.Files.Add(new FileOfResult(procedures[r.ProcedureId], r.FileId));
        }

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

        foreach (var (school, indicators) in figures)
        {
            read.Add(school, new ReadSchool([], [], indicators));
        }

        var input = new IdentificationInput(
            year,
            methodology,
            [.. schools.Select(s => new SchoolInput(s.Id, s.Code ?? "", s.Name, s.Municipality, s.Type, s.HeadSchoolId, read.GetValueOrDefault(s.Id)?.Facts ?? [])
            {
                Scores = judgesMarkers ? null : figures.GetValueOrDefault(s.Id)?.Scores ?? [],
                Figures = judgesMarkers ? null : figures.GetValueOrDefault(s.Id)?.Figures ?? [],
            })],
            (await db.NotHeldAsync(cancellationToken, regionId)).Where(n => n.Year >= first && n.Year <= year).ToHashSet());
        return new ListInput(input, read);
    }

    private async Task<string?> FillAsync(SchoolList list, StoredMethodology methodology, CancellationToken cancellationToken)
    {
        var read = await ReadAsync(list.RegionId, list.ResultsYear, methodology.Definition, cancellationToken);
        var run = IdentificationRule.Judge(read.Input);
        if (NothingToJudge(list, read.Input, run) is { } nothing)
        {
            return nothing;
        }

        if (list.RecordRun(run, methodology.Id, clock.GetUtcNow()) is { } refusal)
        {
            return refusal;
        }

        if (list.Id == 0)
        {
            db.Lists.Add(list);
        }

        await db.SaveChangesAsync(cancellationToken);
        await ListStore.WriteAsync(db, list, run, read, withInputs: false, cancellationToken);
        return null;
    }

    private static string? NothingToJudge(SchoolList list, IdentificationInput input, IdentificationRun run) => run.Methodology.Kind switch
    {
        MethodologyKind.LowResults => input.Schools.Any(s => s.Facts.Any(f => f.Year == list.ResultsYear))
            ? null
            : $"За {list.ResultsYear} год не загружено ни одного результата: считать нечего. Загрузите файлы в разделе «Результаты».",
        _ => run.Verdicts.Any(v => v.Known > 0)
            ? null
            : $"По методике «{run.Methodology.Title}» за {list.ResultsYear} год нет ни одного показателя с данными: считать нечего. Загрузите «Показатели школы» и результаты в разделе «Результаты».",
    };

    /// <summary>A step that needs no run.</summary>
    private Task<string?> MoveAsync(SchoolList list, Func<Task<string?>> step, CancellationToken cancellationToken) =>
        InOneSnapshotAsync(
            async () =>
            {
                DemandWholeRegion();
                return await step();
            },
            cancellationToken);

    private async Task<SchoolList?> FormerAsync(SchoolList list, CancellationToken cancellationToken) =>
        list.ReplacesId is { } former ? await db.Lists.SingleAsync(l => l.Id == former, cancellationToken) : null;

    private DateOnly TodayIn(Region region) =>
        clock.GetUtcNow().DayIn(region.TimeZone);

    private void DemandWholeRegion()
    {
        if (!db.Scope.SeesAll && !db.Scope.SeesRegion)
        {
            throw new InvalidOperationException("Identification needs a scope that sees the whole region.");
        }
    }

    /// <summary>
    /// One snapshot for what is read, judged and stored: results applied meanwhile are wholly in it or wholly not. Whoever
    /// changed the list first wins; an objection submitted meanwhile is a change too.
    /// </summary>
    private Task<string?> InOneSnapshotAsync(Func<Task<string?>> work, CancellationToken cancellationToken) =>
        OneSnapshot.InAsync(db, work, ChangedByAnother, cancellationToken);
}
