using EffectiveSchool.Data.Roadmaps;
using EffectiveSchool.Data.Scope;
using EffectiveSchool.Data.Server;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Reminders;
using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Data.Tests.Roadmaps;

/// <summary>One step of many works: a preview stores nothing, a confirmation changes all that may be changed, and what another changed is told.</summary>
public sealed class WorkBatchTests : IAsyncLifetime
{
    private static readonly WorkChange Accept = new(WorkAction.Accept);
    private DatabaseConnections _database = null!;
    private TestRecords _records = null!;

    public async Task InitializeAsync()
    {
        _database = await TestRegion.CloneAsync();
        _records = await TestRecords.AddAsync(_database);
    }

    public Task DisposeAsync() => TestCluster.DropAsync(_database);

    [Fact]
    public async Task A_preview_stores_nothing()
    {
        await using var db = await OpenAsync(TestRegion.Regional);
        var ids = await IdsAsync(db);
        var preview = await new WorkBatch(db, TimeProvider.System).PreviewAsync(ids, Accept, await ActorAsync(TestRegion.Regional), CancellationToken.None);
        Assert.Equal(ids.Count, preview.Count);
        Assert.All(preview, w => Assert.Equal((WorkState.UnderReview, WorkState.Done, null), (w.Before, w.Work.State, w.Refusal)));
        await db.SaveChangesAsync();
        Assert.True(await db.Works.AllAsync(w => w.State == WorkState.UnderReview || w.ProgrammeId != _records.Programme));
    }

    [Fact]
    public async Task Every_row_has_its_own_history_and_its_own_line_of_the_journal()
    {
        await using var db = await OpenAsync(TestRegion.Regional);
        var outcome = await ApplyAsync(db, TestRegion.Regional, Accept);
        Assert.Empty(outcome.Left);
        var ids = await IdsAsync(db);
        Assert.Equal(ids.Count, outcome.Changed);
        Assert.True(await db.Works.Where(w => ids.Contains(w.Id)).AllAsync(w => w.State == WorkState.Done));
        Assert.Equal(ids.Count, await db.Set<WorkEvent>().CountAsync(e => ids.Contains(e.WorkId) && e.Step == WorkStep.Accepted));
        var journal = await db.Audit.Where(a => a.Subject == nameof(OccurrenceWork) && a.Reason == "изменение списком: принять отчёты").ToListAsync();
        Assert.Equal(ids.Select(i => i.ToString()).Order(StringComparer.Ordinal), journal.Select(a => a.SubjectId).Order(StringComparer.Ordinal));
        Assert.All(journal, a => Assert.Contains("UnderReview", a.Old, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_refused_stays_and_the_others_change()
    {
        // A municipality accepts its schools' reports, not what the region does for all.
        await using var db = await OpenAsync(TestRegion.Municipal);
        var outcome = await ApplyAsync(db, TestRegion.Municipal, Accept);
        var (own, regional) = (await db.Works.Where(w => w.ProgrammeId == _records.Programme && w.SchoolId != null).ToListAsync(), await db.Works.Where(w => w.ProgrammeId == _records.Programme && w.SchoolId == null).ToListAsync());
        Assert.NotEmpty(regional);
        Assert.Equal(own.Count, outcome.Changed);
        Assert.All(own, w => Assert.Equal(WorkState.Done, w.State));
        Assert.All(regional, w => Assert.Equal(WorkState.UnderReview, w.State));
        Assert.Equal(regional.Select(w => w.Id).Order(), outcome.Left.Select(l => l.Id).Order());
        Assert.All(outcome.Left, l => Assert.Equal("Проверяет регион.", l.Why));
    }

    [Fact]
    public async Task What_another_changed_since_the_preview_is_told_and_not_overwritten()
    {
        await using var db = await OpenAsync(TestRegion.Regional);
        var by = await ActorAsync(TestRegion.Regional);
        var batch = new WorkBatch(db, TimeProvider.System);
        var seen = (await batch.PreviewAsync(await IdsAsync(db), Accept, by, CancellationToken.None)).ToDictionary(w => w.Work.Id, w => w.Version);

        await using (var other = await OpenAsync(TestRegion.Curator))
        {
            var desk = new WorkDesk(other, TimeProvider.System);
            var work = (await desk.FindAsync(_records.OwnWork, CancellationToken.None))!;
            var curator = await ActorAsync(TestRegion.Curator);
            Assert.Null(await desk.MoveAsync(work, (w, now) => w.Return("Нет подписи", curator, now), CancellationToken.None));
        }

        var outcome = await batch.ApplyAsync(seen, Accept, null, by, CancellationToken.None);
        Assert.Equal((_records.OwnWork, WorkBatch.ChangedByAnother), Assert.Single(outcome.Left));
        Assert.Equal(seen.Count - 1, outcome.Changed);
        Assert.Equal(WorkState.Returned, await db.Works.Where(w => w.Id == _records.OwnWork).Select(w => w.State).SingleAsync());
    }

    [Fact]
    public async Task A_report_with_its_evidence_is_stored_as_one_at_a_time_would_store_it()
    {
        await using var db = await OpenAsync(TestRegion.Regional);
        await ApplyAsync(db, TestRegion.Regional, new WorkChange(WorkAction.Return) { Text = "Исправьте «число» \\ \"итог\"" });
        var change = new WorkChange(WorkAction.Report)
        {
            Report = new WorkReport(WorkOutcome.DonePartly, "Проведено 3 занятия", 41.75m, "Карантин; занятия перенесены"),
            Proof = new WorkProof(EvidenceKind.Order, "12-к", new DateOnly(2026, 3, 5), "https://school.example.ru/order"),
            Sends = true,
        };
        var outcome = await ApplyAsync(db, TestRegion.Regional, change);
        Assert.Empty(outcome.Left);
        var works = await db.Works.Include(w => w.Events).Include(w => w.Evidence).Where(w => w.ProgrammeId == _records.Programme).ToListAsync();
        Assert.All(works, w => Assert.Equal((WorkState.UnderReview, WorkOutcome.DonePartly, "Проведено 3 занятия", 41.75m, "Карантин; занятия перенесены"), (w.State, w.Outcome, w.Fact, w.Reached, w.Reason)));
        Assert.All(works, w => Assert.Contains(w.Evidence, e => e is { Kind: EvidenceKind.Order, Number: "12-к", Link: "https://school.example.ru/order", FileId: null } && e.Date == new DateOnly(2026, 3, 5)));
        Assert.All(works, w => Assert.Contains(w.Events, e => e.Step == WorkStep.Returned && e.Text == "Исправьте «число» \\ \"итог\""));
        Assert.All(works, w => Assert.Equal(w.ChangedAt, w.Events.Max(e => e.At)));
        var journal = await db.Audit.Where(a => a.Subject == nameof(OccurrenceWork) && a.Reason == "изменение списком: внести отчёт").ToListAsync();
        Assert.Equal(works.Count, journal.Count);
        Assert.All(journal, a => Assert.Contains("41.75", a.New, StringComparison.Ordinal));
        Assert.All(journal, a => Assert.NotNull(a.UserId));
    }

    [Fact]
    public async Task Of_two_that_write_the_same_rows_the_second_is_refused_whole()
    {
        await using var db = await OpenAsync(TestRegion.Regional);
        var by = await ActorAsync(TestRegion.Regional);
        var works = await db.Works.Where(w => w.ProgrammeId == _records.Programme).ToListAsync();
        await using (var other = await OpenAsync(TestRegion.Regional))
        {
            (await other.Works.SingleAsync(w => w.Id == _records.OwnWork)).Accept(by, DateTimeOffset.UtcNow);
            await other.SaveChangesAsync();
        }

        Assert.All(works, w => Assert.Null(w.Return("Нет подписи", by, DateTimeOffset.UtcNow)));
        await using (await db.Database.BeginTransactionAsync())
        {
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveManyAsync(CancellationToken.None));
        }

        await using var after = await OpenAsync(TestRegion.Regional);
        Assert.DoesNotContain(await after.Works.Where(w => w.ProgrammeId == _records.Programme).Select(w => w.State).ToListAsync(), s => s == WorkState.Returned);
    }

    [Fact]
    public async Task A_stranger_s_rows_are_neither_shown_nor_changed()
    {
        await using var foreign = await OpenAsync(TestRegion.OtherMunicipal);
        var by = await ActorAsync(TestRegion.OtherMunicipal);
        Assert.Empty(await new WorkBatch(foreign, TimeProvider.System).PreviewAsync([_records.OwnWork], Accept, by, CancellationToken.None));
        var outcome = await new WorkBatch(foreign, TimeProvider.System).ApplyAsync(new Dictionary<int, uint> { [_records.OwnWork] = 1 }, Accept, null, by, CancellationToken.None);
        Assert.Equal((0, _records.OwnWork), (outcome.Changed, Assert.Single(outcome.Left).Id));
    }

    private async Task<BatchOutcome> ApplyAsync(PortalDb db, string email, WorkChange change)
    {
        var by = await ActorAsync(email);
        var batch = new WorkBatch(db, TimeProvider.System);
        var seen = await batch.PreviewAsync(await IdsAsync(db), change, by, CancellationToken.None);
        return await batch.ApplyAsync(seen.ToDictionary(w => w.Work.Id, w => w.Version), change, null, by, CancellationToken.None);
    }

    private Task<List<int>> IdsAsync(PortalDb db) => db.Works.Where(w => w.ProgrammeId == _records.Programme).OrderBy(w => w.Id).Select(w => w.Id).ToListAsync();

    private async Task<PortalDb> OpenAsync(string email)
    {
        await using var db = TestRegion.Open(_database, AccessScope.System);
        var user = await db.Users.SingleAsync(u => u.Email == email);
        return TestRegion.Open(_database, user.Scope, user.Id);
    }

    private async Task<WorkActor> ActorAsync(string email)
    {
        await using var db = TestRegion.Open(_database, AccessScope.System);
        var level = email switch
        {
            TestRegion.Principal => DutyLevel.School,
            TestRegion.Curator => DutyLevel.Curator,
            TestRegion.Regional => DutyLevel.Region,
            _ => DutyLevel.Municipality,
        };
        return new WorkActor(new Author((await db.Users.SingleAsync(u => u.Email == email)).Id, email), level);
    }
}
