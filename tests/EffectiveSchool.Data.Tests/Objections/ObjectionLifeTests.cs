using EffectiveSchool.Data.Files;
using EffectiveSchool.Data.Lists;
using EffectiveSchool.Data.Objections;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Data.Scope;
using EffectiveSchool.Data.Tests.Lists;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Files;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Objections;

namespace EffectiveSchool.Data.Tests.Objections;

/// <summary>Objections, corrections and editions over the real database, as the roles that PostgreSQL binds.</summary>
public sealed partial class ObjectionLifeTests : IAsyncLifetime
{
    private static readonly Author School = new(Guid.CreateVersion7(), "директор");
    private static readonly Author Region = new(Guid.CreateVersion7(), "региональный координатор");
    private static readonly Order Order = new("412-п", DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-1));
    private static readonly Order Amendment = new("500-п", Order.Date);

    private ListWorld world = null!;
    private int list;
    private int ownSchool;

    public async Task InitializeAsync()
    {
        world = await ListWorld.CreateAsync();
        list = await world.ListAsync(ListState.Preliminary);
        await using var db = world.Open();
        ownSchool = await db.Schools.Where(s => s.Name == TestRegion.OwnSchool).Select(s => s.Id).SingleAsync();
    }

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task An_objection_keeps_what_the_list_said_its_files_and_the_journal()
    {
        var id = await SubmitAsync();
        await using var db = await OpenAsSchoolAsync();
        var objection = await db.Objections.SingleAsync();
        Assert.Equal(new ContestedNumber("ВПР 5 РУ", ListWorld.Year, 40, 18, 40, 2), objection.Number);
        Assert.Equal(["протокол.txt"], await db.StoredFiles.Where(f => db.ObjectionFiles.Any(o => o.ObjectionId == id && o.FileId == f.Id)).Select(f => f.Name).ToListAsync());
        await using var all = world.Open();
        Assert.Equal(1, await all.Audit.CountAsync(a => a.Subject == nameof(Objection) && a.SubjectId == id.ToString()));
    }

    [Fact]
    public async Task The_same_number_is_not_contested_twice_at_once_and_a_number_that_is_not_judged_not_at_all()
    {
        var id = await SubmitAsync();
        await using var db = await OpenAsSchoolAsync();
        Assert.StartsWith($"Об этом уже подано возражение № {id}", (await SubmitAsync(db, Claim())).Refusal, StringComparison.Ordinal);
        Assert.Contains("не оценивается", (await SubmitAsync(db, Claim() with { Number = new ClaimedNumber("ВПР 4 ЧГ", ListWorld.Year, 1, 1) })).Refusal, StringComparison.Ordinal);
        Assert.Null((await SubmitAsync(db, Claim() with { Number = null })).Refusal);
    }

    [Fact]
    public async Task A_school_does_not_object_for_another()
    {
        await using var db = await OpenAsSchoolAsync();
        var other = await OfAsync(d => d.Schools.Where(s => s.Name == TestRegion.SouthSchool).Select(s => s.Id).SingleAsync());
        Assert.Contains("вашей школы нет", (await SubmitAsync(db, Claim() with { SchoolId = other })).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_school_cannot_decide_its_own_objection_even_past_the_pages()
    {
        await SubmitAsync();
        await using var db = await OpenAsSchoolAsync();
        var refusal = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => db.Database.ExecuteSqlRawAsync("update objections set state = 'Upheld'"));
        Assert.Equal(Npgsql.PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
        Assert.Equal(0, await db.Database.ExecuteSqlRawAsync("update objection_events set text = 'x'"));
        Assert.Equal(0, await db.Database.ExecuteSqlRawAsync("delete from objections"));
    }

    [Fact]
    public async Task From_objection_to_correction_to_new_edition_to_order_to_amending_order()
    {
        var id = await SubmitAsync();
        await using var db = await world.OpenAsRegionAsync();
        var runs = ListWorld.Runs(db);
        var desk = new ObjectionDesk(db, TimeProvider.System);
        var methodology = await ListWorld.MethodologyAsync(db);
        var first = await db.Lists.SingleAsync(l => l.Id == list);

        // Undecided: neither approved, nor returned, nor revised.
        await world.EndObjectionsAsync(list);
        await db.Entry(first).ReloadAsync();
        Assert.StartsWith("По перечню не рассмотрено 1 возражение", await runs.ApproveAsync(first, Order, default), StringComparison.Ordinal);
        Assert.Contains("в черновик он не возвращается", await runs.ReturnToDraftAsync(first, default), StringComparison.Ordinal);
        Assert.StartsWith("По перечню не рассмотрено 1 возражение", (await runs.ReviseAsync(first, methodology, default)).Refusal, StringComparison.Ordinal);

        // Taken up, corrected by hand, upheld with that correction and no other.
        var objection = await db.Objections.SingleAsync(o => o.Id == id);
        Assert.Null(await desk.MoveAsync(objection, o => o.TakeUp(Region, DateTimeOffset.UtcNow), null, default));
        var (batch, refusal) = await Edit(db).CorrectAsync(objection, 40, 2, "Протокол № 3", Region, default);
        Assert.Null(refusal);
        Assert.Equal(Domain.Results.ResultVersion.Refined, await OfAsync(d => d.Results.Where(r => r.SchoolId == ownSchool && r.Year == ListWorld.Year && r.Procedure.Code == "ВПР 5 РУ").Select(r => r.Version).SingleAsync()));
        Assert.Contains("не меняла оспоренное число", await desk.UpholdAsync(objection, "Верно.", batch - 1, Region, NoFiles, default), StringComparison.Ordinal);
        Assert.Equal(batch, Assert.Single(await desk.CorrectionsAsync(objection, default)).BatchId);
        Assert.Null(await desk.UpholdAsync(objection, "Верно.", batch, Region, NoFiles, default));

        // The old list is out of date; its edition is run on the corrected data.
        Assert.StartsWith($"Возражение № {id} удовлетворено", await runs.ApproveAsync(first, Order, default), StringComparison.Ordinal);
        Assert.StartsWith("После расчёта перечня данные изменились", (await runs.ApprovalObstaclesAsync(first, default))[^1], StringComparison.Ordinal);
        var (edition, _) = await runs.ReviseAsync(first, methodology, default);
        Assert.Equal(ListState.Preliminary, (await OfAsync(d => d.Lists.SingleAsync(l => l.Id == list))).State);
        Assert.StartsWith("Новая редакция этого перечня уже создана", await runs.ApproveAsync(first, Order, default), StringComparison.Ordinal);
        var second = await db.Lists.SingleAsync(l => l.Id == edition);
        Assert.Equal(2, (await db.ListSchools.SingleAsync(s => s.ListId == edition && s.SchoolId == ownSchool)).Verdict.Marker("ВПР 5 РУ", ListWorld.Year)!.Failed);
        Assert.Contains("Правка по возражению", Assert.Single(await db.ListSources.Where(s => s.ListId == edition && s.Name.StartsWith("Правка")).Select(s => s.Name).ToListAsync()), StringComparison.Ordinal);
        await ApproveAsync(db, second, Order);
        Assert.Equal(ListState.Replaced, (await OfAsync(d => d.Lists.SingleAsync(l => l.Id == list))).State);

        // The correction that a decision stands on is not taken back; another edit leaves the approved list, and a new edition changes its order.
        var frozen = second.RunSha256;
        Assert.Null(await runs.ChangedSinceAsync(second, default));
        Assert.Contains($"удовлетворено возражение № {id}: отменить её нельзя", await Undo(db).UndoAsync(batch!.Value, default), StringComparison.Ordinal);
        Assert.Equal(2, await FailedAsync());
        await using (var unbound = world.Open())
        {
            await unbound.Results.Where(r => r.SchoolId == ownSchool && r.Procedure.Code == "ВПР 5 РУ" && r.Year == ListWorld.Year).ExecuteUpdateAsync(u => u.SetProperty(r => r.Failed, 18));
            await unbound.Batches.Where(b => b.Id == batch).ExecuteUpdateAsync(u => u.SetProperty(b => b.AppliedAt, DateTimeOffset.UtcNow));
        }

        Assert.Equal(1, (await runs.ChangedSinceAsync(second, default))!.Uploads);
        Assert.NotEqual(frozen, CanonicalRun.Sha256(await runs.RunOnTodaysDataAsync(second, default)));
        Assert.Equal(frozen, CanonicalRun.Sha256((await runs.RerunAsync(second, default))!));
        var (amending, _) = await runs.ReviseAsync(second, methodology, default);
        Assert.StartsWith("Новая редакция этого перечня уже создана", (await runs.ReviseAsync(second, methodology, default)).Refusal, StringComparison.Ordinal);
        var third = await db.Lists.SingleAsync(l => l.Id == amending);
        await ApproveAsync(db, third, Amendment);
        Assert.Equal((ListState.Approved, 3, (int?)second.Id), (third.State, third.Edition, third.AmendsId));

        // What was in force before still proves itself.
        var replaced = await OfAsync(d => d.Lists.SingleAsync(l => l.Id == second.Id));
        Assert.Equal((ListState.Replaced, true, "412-п"), (replaced.State, replaced.IsFrozen, replaced.OrderNumber));
        Assert.Equal(frozen, CanonicalRun.Sha256((await runs.RerunAsync(replaced, default))!));
        Assert.Equal(third.RunSha256, CanonicalRun.Sha256((await runs.RerunAsync(third, default))!));
    }

    [Fact]
    public async Task An_undone_edit_returns_the_number_that_stood_before()
    {
        var id = await SubmitAsync();
        await using var db = await world.OpenAsRegionAsync();
        var objection = await db.Objections.SingleAsync(o => o.Id == id);
        Assert.Contains("взято на рассмотрение", (await Edit(db).CorrectAsync(objection, 40, 2, "Протокол", Region, default)).Refusal, StringComparison.Ordinal);
        Assert.Null(objection.TakeUp(Region, DateTimeOffset.UtcNow));
        Assert.Contains("уже стоят эти числа", (await Edit(db).CorrectAsync(objection, 40, 18, "Протокол", Region, default)).Refusal, StringComparison.Ordinal);
        Assert.Contains("больше, чем участников", (await Edit(db).CorrectAsync(objection, 4, 5, "Протокол", Region, default)).Refusal, StringComparison.Ordinal);
        var (batch, _) = await Edit(db).CorrectAsync(objection, 40, 2, "Протокол", Region, default);
        Assert.Equal(2, await FailedAsync());
        Assert.Null(await Undo(db).UndoAsync(batch!.Value, default));
        Assert.Equal(18, await FailedAsync());
    }

    [Fact]
    public async Task An_objection_and_an_approval_at_once_do_not_both_succeed()
    {
        await using var region = await world.OpenAsRegionAsync();
        await using var school = await OpenAsSchoolAsync();

        // The days end in the same breath: whichever commits second must see the other.
        var approving = Task.Run(async () =>
        {
            var row = await region.Lists.SingleAsync(l => l.Id == list);
            return await ListWorld.Runs(region).EndObjectionsAsync(row, "Все согласны.", default) ?? await ListWorld.Runs(region).ApproveAsync(row, Order, default);
        });
        var submitting = Task.Run(async () => (await SubmitAsync(school, Claim())).Refusal);
        var refusals = await Task.WhenAll(approving, submitting);

        var state = (await OfAsync(d => d.Lists.SingleAsync(l => l.Id == list))).State;
        var open = await OfAsync(d => d.Objections.CountAsync());
        Assert.False(state == ListState.Approved && open > 0, string.Join(" / ", refusals));
        Assert.Contains(refusals, r => r is not null);
    }

    [Fact]
    public async Task A_signed_order_is_superseded_with_a_reason_and_never_replaced_silently()
    {
        var approved = await world.ListAsync(ListState.Approved);
        await using var db = await world.OpenAsRegionAsync();
        var orders = new SignedOrders(db, TimeProvider.System);
        var row = await db.Lists.SingleAsync(l => l.Id == approved);
        var pdf = await StoreAsync(db, "приказ.pdf", DocumentKind.Pdf);
        var text = await StoreAsync(db, "приказ.txt", DocumentKind.Text);
        Assert.Contains("в PDF", await orders.AttachAsync(row, text, null, null, default), StringComparison.Ordinal);
        Assert.Contains("не похож", await orders.AttachAsync(row, pdf, text, null, default), StringComparison.Ordinal);
        Assert.Contains("предварительный", await orders.AttachAsync(await db.Lists.SingleAsync(l => l.Id == list), pdf, null, null, default), StringComparison.Ordinal);
        Assert.Null(await orders.AttachAsync(row, pdf, await StoreAsync(db, "приказ.sig", DocumentKind.Signature), null, default));
        Assert.Contains("Укажите причину замены", await orders.AttachAsync(row, pdf, null, " ", default), StringComparison.Ordinal);
        Assert.Null(await orders.AttachAsync(row, pdf, null, "Приложен скан без печати", default));
        Assert.Equal([true, false], await db.SignedOrders.OrderBy(o => o.Id).Select(o => o.SupersededAt != null).ToListAsync());
        Assert.Equal(2, await OfAsync(d => d.Audit.CountAsync(a => a.Subject == nameof(SignedOrder) && a.Action == "создано")));
    }

    [Fact]
    public async Task The_day_is_the_regions_day()
    {
        // 20:00 UTC on the 1st is the 2nd in Novosibirsk: an objection until the 1st is late there.
        await using var db = await world.OpenAsRegionAsync();
        Assert.Equal(new DateOnly(2026, 3, 2), await new ListRuns(db, new Clock(new DateTimeOffset(2026, 3, 1, 20, 0, 0, TimeSpan.Zero))).TodayAsync((await ListWorld.RegionAsync(db)).Id, default));
    }

    private static Task<IReadOnlyList<StoredFile>> NoFiles(FileOwner owner) => Task.FromResult<IReadOnlyList<StoredFile>>([]);

    private static ResultEdit Edit(PortalDb db) => new(db, new ImportApply(db, new ImportCheck(db), new Confirmations(db, TimeProvider.System), TimeProvider.System), new FileContents(db), TimeProvider.System);

    private static ImportUndo Undo(PortalDb db) => new(db, new Confirmations(db, TimeProvider.System), TimeProvider.System);

    private static FileStore Store(PortalDb db) => new(db, new FileContents(db), TimeProvider.System);

    private static async Task<StoredFile> StoreAsync(PortalDb db, string name, DocumentKind kind)
    {
        using var content = new MemoryStream([1, 2, 3]);
        return await Store(db).AddAsync(FileOwner.Region(db.Scope.RegionId!.Value), name, kind, content, Region, default);
    }

    private static async Task ApproveAsync(PortalDb db, SchoolList row, Order order)
    {
        Assert.Null(await ListWorld.Runs(db).PublishAsync(row, null, default));
        Assert.Null(await ListWorld.Runs(db).EndObjectionsAsync(row, "Все школы согласны.", default));
        Assert.Null(await ListWorld.Runs(db).ApproveAsync(row, order, default));
    }

    private ObjectionClaim Claim() => new(list, ownSchool, ObjectionSide.School, new ClaimedNumber("ВПР 5 РУ", ListWorld.Year, 40, 2), "Протокол № 3.");

    private async Task<PortalDb> OpenAsSchoolAsync() =>
        TestRegion.Open(world.Database, AccessScope.Schools(await OfAsync(async d => (await ListWorld.RegionAsync(d)).Id), [ownSchool]), School.Id);

    private async Task<int> SubmitAsync()
    {
        await using var db = await OpenAsSchoolAsync();
        var (id, refusal) = await SubmitAsync(db, Claim());
        Assert.Null(refusal);
        return id!.Value;
    }

    private static Task<(int? Id, string? Refusal)> SubmitAsync(PortalDb db, ObjectionClaim claim) => new ObjectionDesk(db, TimeProvider.System).SubmitAsync(
        claim,
        School,
        async owner =>
        {
            using var content = new MemoryStream([4, 5, 6]);
            return [await Store(db).AddAsync(owner, "протокол.txt", DocumentKind.Text, content, School, default)];
        },
        default);

    private Task<int?> FailedAsync() =>
        OfAsync(d => d.Results.Where(r => r.SchoolId == ownSchool && r.Procedure.Code == "ВПР 5 РУ" && r.Year == ListWorld.Year).Select(r => r.Failed).SingleAsync());

    private async Task<T> OfAsync<T>(Func<PortalDb, Task<T>> read)
    {
        await using var db = world.Open();
        return await read(db);
    }

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
