using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Imports.Users;

namespace EffectiveSchool.Web.Pages.Admin.Users.Import;

/// <summary>The import of a workbook of users: kept file → dry run → one transaction. Accounts begin without a password.</summary>
public sealed class UserImport(PortalDb db, AccountKeeping keeping, Person person, TimeProvider clock)
{
    public const int MostBytes = 5 * 1024 * 1024;

    /// <summary>Keeps a file until it is confirmed; an earlier one of the same person gives way.</summary>
    public async Task<UserUpload> KeepAsync(string fileName, byte[] bytes, CancellationToken cancellationToken)
    {
        await db.UserUploads.Where(u => u.AuthorId == person.Id).ExecuteDeleteAsync(cancellationToken);
        var upload = new UserUpload { AuthorId = person.Id, FileName = fileName.Length > 300 ? fileName[^300..] : fileName, Bytes = bytes, CreatedAt = clock.GetUtcNow() };
        db.UserUploads.Add(upload);
        await db.SaveChangesAsync(cancellationToken);
        return upload;
    }

    /// <summary>The person's own file that waits for confirmation, or null.</summary>
    public async Task<UserUpload?> FindAsync(int id, CancellationToken cancellationToken) =>
        await db.UserUploads.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id && u.AuthorId == person.Id, cancellationToken);

    public async Task ForgetAsync(int id, CancellationToken cancellationToken) =>
        await db.UserUploads.Where(u => u.Id == id && u.AuthorId == person.Id).ExecuteDeleteAsync(cancellationToken);

    /// <summary>What confirming would do; stores nothing.</summary>
    public async Task<UserPlan> PlanAsync(UserUpload upload, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream(upload.Bytes, writable: false);
        var file = UserFileReader.Read(stream, upload.FileName, cancellationToken);
        return new UserPlanner(file, await KnownAsync(file, cancellationToken), keeping).Plan();
    }

    /// <summary>Stores what the dry run showed, all of it or nothing. Returns a refusal, or null with the plan that was stored.</summary>
    public async Task<(string? Refusal, UserPlan? Plan)> ApplyAsync(int id, string shown, CancellationToken cancellationToken)
    {
        UserPlan? plan = null;
        var refusal = await keeping.ChangeAsync(
            async () =>
            {
                if (await FindAsync(id, cancellationToken) is not { } upload)
                {
                    return "Этот файл уже записан или заменён другим.";
                }

                plan = await PlanAsync(upload, cancellationToken);
                if (plan.Hash != shown)
                {
                    return "Пока вы смотрели, учётные записи изменились. Проверка обновлена — посмотрите её ещё раз.";
                }

                foreach (var planned in plan.New.Concat(plan.Changed))
                {
                    if (await StoreAsync(planned, $"загрузка пользователей «{upload.FileName}»", cancellationToken) is { } no)
                    {
                        return $"Строка {planned.Row.Row}, {planned.Row.Email}: {no} Ничего не записано.";
                    }
                }

                await ForgetAsync(id, cancellationToken);
                return plan.HasWork ? null : "Записывать нечего: новых и изменённых пользователей нет.";
            },
            cancellationToken);
        return refusal is null ? (null, plan) : (refusal, null);
    }

    private async Task<string?> StoreAsync(PlannedUser planned, string reason, CancellationToken cancellationToken)
    {
        var user = planned.User ?? new PortalUser
        {
            DisplayName = planned.DisplayName,
            Role = planned.Role,
            UserName = planned.Row.Email,
            Email = planned.Row.Email,
            EmailConfirmed = true,
        };
        if (planned.Role != PortalRole.Administrator && !planned.IsNew && await keeping.RefuseToLoseAsync(user, cancellationToken) is { } last)
        {
            return last;
        }

        if (user.Assign(planned.Role, planned.Region, planned.Municipality, planned.Schools) is { } misfit)
        {
            return misfit;
        }

        if (await CuratorOrders.RefuseAsync(db, user, await person.TodayAsync(), cancellationToken) is { } contrary)
        {
            return contrary;
        }

        user.FullName = planned.Row.FullName;
        user.DisplayName = planned.DisplayName;
        return planned.IsNew ? await keeping.CreateAsync(user, reason)
            : planned.Changes.Any(c => c.Field is "Роль" or "С чем работает") ? await keeping.RenewAsync(user, reason)
            : await keeping.UpdateAsync(user, reason);
    }

    private async Task<KnownPeople> KnownAsync(UserFile file, CancellationToken cancellationToken)
    {
        var addresses = file.Rows.Select(r => r.Email.ToUpperInvariant()).ToList();
        var users = await db.Users.Where(u => addresses.Contains(u.NormalizedEmail!)).ToListAsync(cancellationToken);
        var taken = await keeping.TakenAsync(file.Rows.Select(r => r.Email));
        var regions = await db.Regions.OrderBy(r => r.Id).ToListAsync(cancellationToken);
        string[] codes = [.. file.Rows.SelectMany(r => r.Schools).Select(UserPlanner.SchoolDigits).Distinct(StringComparer.Ordinal)];
        int[] held = [.. users.SelectMany(u => u.Schools).Select(s => s.SchoolId).Distinct()];
        return new KnownPeople(
            users.ToDictionary(u => u.Email!.ToLowerInvariant(), StringComparer.Ordinal),
            taken.Select(a => a.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal),
            regions,
            await db.Municipalities.OrderBy(m => m.Id).ToListAsync(cancellationToken),
            await db.Schools.Where(s => held.Contains(s.Id) || s.Codes.Any(c => codes.Contains(c.Value) && c.ValidTo == null)).Include(s => s.Codes).OrderBy(s => s.Id).ToListAsync(cancellationToken),
            regions is [var only] ? only : regions.Find(r => r.Id == db.Scope.RegionId));
    }
}
