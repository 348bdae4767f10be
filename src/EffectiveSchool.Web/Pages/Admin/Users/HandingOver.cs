using EffectiveSchool.Data.Curators;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Data.Setup;
using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Curators;
using EffectiveSchool.Web.Reminders;

namespace EffectiveSchool.Web.Pages.Admin.Users;

/// <summary>
/// The hand-over itself: closes the former account, gives role and scope to the successor and passes on what is open, all
/// of it or nothing.
/// </summary>
public sealed class HandingOver(PortalDb db, AccountKeeping keeping, Person person, IServiceProvider services, TimeProvider clock)
{
    private const int MostOfGroup = 20;

    private static readonly BatchState[] OpenStates = [BatchState.Reading, BatchState.Checked];

    /// <summary>Why this account cannot be handed over by this person, or null.</summary>
    public static string? Refusal(PortalUser from, AccountKeeping keeping, Person person) => from switch
    {
        _ when from.Id == person.Id => "Свои дела передаёт не сам человек: попросите администратора портала.",
        _ when !keeping.Keeps(from) => AccountKeeping.NotKept,
        { IsClosed: true } => "Эта учётная запись уже закрыта: передавать нечего.",
        _ => null,
    };

    /// <summary>What the person has begun and not finished, and what waits for them, in words.</summary>
    public async Task<IReadOnlyList<string>> OpenThingsAsync(PortalUser user, CancellationToken cancellationToken)
    {
        var userId = user.Id;
        var batches = await OpenBatches(userId).OrderBy(b => b.Id).Select(b => new { b.Id, b.CreatedAt, b.State }).ToListAsync(cancellationToken);
        var things = new List<string>();
        foreach (var batch in batches)
        {
            var day = DateOnly.FromDateTime((await person.LocalAsync(batch.CreatedAt)).DateTime);
            things.Add($"Загрузка результатов № {batch.Id} от {RussianFigures.Date(day)}: {(batch.State == BatchState.Checked ? "проверена, ждёт записи" : "читается")}");
        }

        if (await db.RegistryUploads.AnyAsync(u => u.AuthorId == userId, cancellationToken))
        {
            things.Add("Файл реестра школ, который ждёт подтверждения");
        }

        var today = await person.TodayAsync();
        if (await db.CuratorAssignments.Where(a => a.CuratorId == userId).Open(today).CountAsync(cancellationToken) is > 0 and var schools)
        {
            things.Add($"Закрепление по приказу: {RussianWords.Count(schools, "школа", "школы", "школ")}");
        }

        things.AddRange(await WaitingAsync(user, [.. batches.Select(b => $"/results/uploads/{b.Id}")], cancellationToken));
        return things;
    }

    /// <summary>What the person's own first screen tells of, read as that person: the successor will find it there.</summary>
    /// <param name="user">The person.</param>
    /// <param name="named">Pages of what has been named already.</param>
    /// <param name="cancellationToken">Cancels.</param>
    private async Task<IReadOnlyList<string>> WaitingAsync(PortalUser user, HashSet<string> named, CancellationToken cancellationToken)
    {
        await using var own = services.CreateScopeAs(user.Scope, user.Id);
        var today = await own.ServiceProvider.GetRequiredService<Person>().TodayAsync();
        var summary = await own.ServiceProvider.GetRequiredService<DueWork>().SummaryAsync(DueWork.ReaderOf(user.Role, user.Scope), today, cancellationToken);
        var things = new List<string>();
        foreach (var group in DueText.Groups(summary))
        {
            var items = group.Items.Where(i => !named.Contains(i.Page)).ToList();
            things.AddRange(items.Take(MostOfGroup)
                .Select(i => string.Join("; ", new[] { $"{group.ForAnother}: {i.Title}", i.Place, DueText.Due(i, today) }.Where(t => !string.IsNullOrEmpty(t)))));
            if (items.Count > MostOfGroup)
            {
                things.Add($"{group.ForAnother}: и ещё {RussianFigures.Count(items.Count - MostOfGroup)}");
            }
        }

        return things;
    }

    /// <summary>Hands over. Returns a refusal, in which case nothing has changed, or the successor.</summary>
    public async Task<(string? Refusal, PortalUser? Successor)> OverAsync(Guid fromId, HandOverForm form, CancellationToken cancellationToken)
    {
        PortalUser? successor = null;
        var today = await person.TodayAsync();
        var refusal = await keeping.ChangeAsync(
            async () =>
            {
                if (await db.Users.SingleOrDefaultAsync(u => u.Id == fromId, cancellationToken) is not { } from)
                {
                    return "Такой учётной записи больше нет.";
                }

                if ((Refusal(from, keeping, person) ?? RefuseDates(form, today)) is { } no)
                {
                    return no;
                }

                var email = form.Email.Trim();
                successor = await db.Users.SingleOrDefaultAsync(u => u.NormalizedEmail == email.ToUpperInvariant(), cancellationToken);
                return await OverAsync(from, successor ??= NewAccount(from, email), form, cancellationToken);
            },
            cancellationToken);
        return refusal is null ? (null, successor) : (refusal, null);
    }

    private static string? RefuseDates(HandOverForm form, DateOnly today) =>
        form.Since > today ? $"День передачи ещё не наступил: {RussianFigures.Date(form.Since)}. Передайте дела в этот день — прежняя учётная запись закроется сразу."
        : form.OrderDate > today ? "Дата приказа ещё не наступила."
        : null;

    private static PortalUser NewAccount(PortalUser from, string email) => new()
    {
        DisplayName = from.DisplayName, Role = from.Role, UserName = email, Email = email, EmailConfirmed = true,
    };

    private async Task<string?> OverAsync(PortalUser from, PortalUser to, HandOverForm form, CancellationToken cancellationToken)
    {
        var isNew = to.NormalizedEmail is null;
        var record = new HandOver
        {
            RegionId = from.RegionId,
            FromUserId = from.Id,
            ToUserId = to.Id,
            Since = form.Since!.Value,
            OrderNumber = form.OrderNumber.Trim(),
            OrderDate = form.OrderDate!.Value,
            At = clock.GetUtcNow(),
        };
        var reason = $"передача дел: {record.Grounds}";
        if (to.Id == from.Id || to.IsClosed || (!isNew && !keeping.Keeps(to)))
        {
            return to.Id == from.Id ? "Это почта того же человека: укажите почту нового."
                : to.IsClosed ? "Учётная запись с этой почтой закрыта: сначала откройте её снова."
                : AccountKeeping.NotKept;
        }

        if (await AssignAsync(from, to, cancellationToken) is { } misfit)
        {
            return misfit;
        }

        to.FullName = form.FullName.Trim();
        return (isNew ? await keeping.CreateAsync(to, reason) : await keeping.RenewAsync(to, reason))
            ?? await keeping.CloseAsync(from, reason, cancellationToken)
            ?? await PassOnAsync(record, to, reason, cancellationToken);
    }

    /// <summary>The role and scope of the one for the other; a curator keeps the schools they had.</summary>
    private async Task<string?> AssignAsync(PortalUser from, PortalUser to, CancellationToken cancellationToken)
    {
        var joins = from.Role == PortalRole.Curator && to.Role == PortalRole.Curator && to.RegionId == from.RegionId;
        int[] ids = [.. from.Schools.Concat(joins ? to.Schools : []).Select(s => s.SchoolId).Distinct()];
        var region = await db.Regions.SingleOrDefaultAsync(r => r.Id == from.RegionId, cancellationToken);
        var municipality = await db.Municipalities.SingleOrDefaultAsync(m => m.Id == from.MunicipalityId, cancellationToken);
        var schools = await db.Schools.Where(s => ids.Contains(s.Id)).ToListAsync(cancellationToken);
        if (!joins)
        {
            to.DisplayName = from.DisplayName;
        }

        return to.Assign(from.Role, region, municipality, schools);
    }

    /// <summary>What was open now waits for the successor; a workbook of users is personal data and is forgotten.</summary>
    private async Task<string?> PassOnAsync(HandOver record, PortalUser to, string reason, CancellationToken cancellationToken)
    {
        db.HandOvers.Add(record);
        var batches = await OpenBatches(record.FromUserId).ToListAsync(cancellationToken);
        batches.ForEach(b => b.AuthorId = record.ToUserId);
        var order = new CuratorOrder(record.OrderNumber, record.OrderDate);
        var (refusal, _) = await CuratorHandOver.HandOverAsync(db, record.FromUserId, new CuratorPerson(to.Id, to.DisplayName), order, record.Since, null, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        await keeping.RenewGrantsAsync([to.Id], reason, cancellationToken);
        await db.RegistryUploads.Where(u => u.AuthorId == record.ToUserId && db.RegistryUploads.Any(o => o.AuthorId == record.FromUserId)).ExecuteDeleteAsync(cancellationToken);
        await db.RegistryUploads.Where(u => u.AuthorId == record.FromUserId).ExecuteUpdateAsync(u => u.SetProperty(x => x.AuthorId, record.ToUserId), cancellationToken);
        await db.UserUploads.Where(u => u.AuthorId == record.FromUserId).ExecuteDeleteAsync(cancellationToken);
        return null;
    }

    private IQueryable<ImportBatch> OpenBatches(Guid userId) => db.Batches.Where(b => b.AuthorId == userId && OpenStates.Contains(b.State));
}
