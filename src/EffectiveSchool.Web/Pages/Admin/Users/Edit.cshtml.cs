using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain;
using EffectiveSchool.Web.Pages.Account;
using Microsoft.AspNetCore.Identity;

namespace EffectiveSchool.Web.Pages.Admin.Users;

/// <summary>A hand-over as the page of either person tells it.</summary>
public sealed record HandOverLine(string Text, Guid OtherId, string Other, DateOnly Since, string Grounds);

[Authorize(Policies.ManagePeople)]
public sealed class EditModel(PortalDb db, UserManager<PortalUser> users, AccountKeeping keeping, Person person, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public UserForm Form { get; set; } = new();

    public PortalUser Account { get; private set; } = null!;

    /// <summary>The person's schools; of a curator with the orders that give them.</summary>
    public IReadOnlyList<CuratorSchoolLine> Schools { get; private set; } = [];

    public IReadOnlyList<HandOverLine> HandOvers { get; private set; } = [];

    public bool IsSelf => Id == person.Id;

    public bool IsKept => keeping.Keeps(Account);

    public bool IsLocked => Account.LockoutEnd > clock.GetUtcNow();

    /// <summary>When a temporary lock ends, in the region's time.</summary>
    public string LockedUntil { get; private set; } = "";

    /// <summary>Until when the link that was given out works; null where there is none.</summary>
    public string? LinkUntil { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } user)
        {
            return NotFound();
        }

        Form = new UserForm
        {
            Role = user.Role,
            DisplayName = user.DisplayName,
            FullName = user.FullName,
            RegionId = user.RegionId,
            MunicipalityId = user.MunicipalityId,
            Schools = await UserScope.WriteAsync(db, user, cancellationToken),
        };
        return await ShowAsync(user, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            var outcome = await ChangeAsync(user => SaveAsync(user, cancellationToken), "Изменения сохранены.", cancellationToken);
            if (TempData["Refused"] is not string refusal)
            {
                return outcome;
            }

            // Refused, with what was typed kept on the page.
            TempData.Remove("Refused");
            ModelState.AddModelError("", refusal);
        }

        return await FindAsync(cancellationToken) is { } user ? await ShowAsync(user, cancellationToken) : NotFound();
    }

    public Task<IActionResult> OnPostRevokeLinkAsync(CancellationToken cancellationToken) => ChangeAsync(
        async user =>
        {
            if (await keeping.RevokeLinksAsync([user.Id], cancellationToken) == 0)
            {
                return "Ссылки, которую можно отозвать, уже нет.";
            }

            keeping.Note(user, "отозвана ссылка для пароля");
            return await keeping.UpdateAsync(user);
        },
        "Ссылка отозвана.",
        cancellationToken);

    public Task<IActionResult> OnPostUnlockAsync(CancellationToken cancellationToken) => ChangeAsync(
        async user =>
        {
            user.LockoutEnd = null;
            user.AccessFailedCount = 0;
            return await keeping.UpdateAsync(user);
        },
        "Вход открыт.",
        cancellationToken);

    [HandlerPolicy(Policies.Administer)]
    public Task<IActionResult> OnPostResetTwoFactorAsync(CancellationToken cancellationToken) => ChangeAsync(
        async user =>
        {
            if (!user.TwoFactorEnabled)
            {
                return "Вход с кодом у этого человека не включён.";
            }

            keeping.Note(user, "сброшен вход с кодом");
            await TwoFactorReset.ApplyAsync(db, users, user, cancellationToken);
            return await keeping.RenewAsync(user);
        },
        "Вход с кодом сброшен: человек войдёт по одному паролю и сможет подключить приложение заново.",
        cancellationToken);

    public Task<IActionResult> OnPostCloseAsync(CancellationToken cancellationToken) => ChangeAsync(
        async user => await keeping.RefuseToLoseAsync(user, cancellationToken) ?? await keeping.CloseAsync(user, null, cancellationToken),
        "Вход закрыт, открытые сеансы завершены.",
        cancellationToken);

    public Task<IActionResult> OnPostReopenAsync(CancellationToken cancellationToken) => ChangeAsync(
        async user =>
        {
            user.IsClosed = false;
            return await keeping.UpdateAsync(user);
        },
        "Вход снова открыт. Если пароль забыт, выдайте памятку.",
        cancellationToken);

    private async Task<string?> SaveAsync(PortalUser user, CancellationToken cancellationToken)
    {
        var before = (user.Role, ScopeText(user));
        if (!keeping.Roles.Contains(Form.Role!.Value))
        {
            return $"Роль «{Form.Role.Value.RussianName()}» даёт только администратор портала.";
        }

        if (Form.Role != PortalRole.Administrator && await keeping.RefuseToLoseAsync(user, cancellationToken) is { } last)
        {
            return last;
        }

        if (await UserScope.AssignAsync(db, user, Form, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (await CuratorOrders.RefuseAsync(db, user, await person.TodayAsync(), cancellationToken) is { } contrary)
        {
            return contrary;
        }

        user.DisplayName = Form.DisplayName.Trim();
        user.FullName = string.IsNullOrWhiteSpace(Form.FullName) ? null : Form.FullName.Trim();
        return before == (user.Role, ScopeText(user)) ? await keeping.UpdateAsync(user) : await keeping.RenewAsync(user);
    }

    /// <summary>One change of one person whom the reader keeps.</summary>
    private async Task<IActionResult> ChangeAsync(Func<PortalUser, Task<string?>> change, string done, CancellationToken cancellationToken)
    {
        if (!await db.Users.AnyAsync(u => u.Id == Id, cancellationToken))
        {
            return NotFound();
        }

        var refusal = await keeping.ChangeAsync(
            async () =>
            {
                var user = await db.Users.SingleAsync(u => u.Id == Id, cancellationToken);
                return keeping.Keeps(user) ? await change(user) : AccountKeeping.NotKept;
            },
            cancellationToken);
        TempData[refusal is null ? "Done" : "Refused"] = refusal ?? done;
        return Redirect($"/admin/users/{Id}");
    }

    private Task<PortalUser?> FindAsync(CancellationToken cancellationToken) => db.Users.SingleOrDefaultAsync(u => u.Id == Id, cancellationToken);

    private async Task<PageResult> ShowAsync(PortalUser user, CancellationToken cancellationToken)
    {
        Account = user;
        if (user.LockoutEnd is { } until)
        {
            LockedUntil = (await person.LocalAsync(until)).ToString("HH:mm", RussianCulture.Value);
        }

        var now = clock.GetUtcNow();
        var link = await db.ActivationLinks
            .Where(l => l.UserId == Id && l.UsedAt == null && l.RevokedAt == null && l.ExpiresAt > now)
            .Select(l => (DateTimeOffset?)l.ExpiresAt)
            .SingleOrDefaultAsync(cancellationToken);
        LinkUntil = link is { } expires ? (await person.LocalAsync(expires)).ToString("dd.MM.yyyy HH:mm", RussianCulture.Value) : null;
        Schools = await CuratorOrders.LinesAsync(db, user, await person.TodayAsync(), cancellationToken);
        await ShowHandOversAsync(cancellationToken);
        ViewData["Roles"] = keeping.Roles;
        ViewData["Regions"] = await UserScope.RegionsAsync(db, cancellationToken);
        ViewData["Municipalities"] = await UserScope.MunicipalitiesAsync(db, cancellationToken);
        return Page();
    }

    private async Task ShowHandOversAsync(CancellationToken cancellationToken)
    {
        var rows = await db.HandOvers.AsNoTracking().Where(h => h.FromUserId == Id || h.ToUserId == Id).OrderByDescending(h => h.Id).ToListAsync(cancellationToken);
        var others = rows.Select(h => h.FromUserId == Id ? h.ToUserId : h.FromUserId).ToList();
        var names = await db.Users.Where(u => others.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.FullName ?? u.Email!, cancellationToken);
        HandOvers =
        [
            .. rows.Zip(others, (h, other) => new HandOverLine(
                h.FromUserId == Id ? "Дела переданы:" : "Дела приняты от:", other, names.GetValueOrDefault(other, "учётная запись"), h.Since, h.Grounds)),
        ];
    }

    private static string ScopeText(PortalUser user) =>
        $"{user.RegionId}/{user.MunicipalityId}/{string.Join(',', user.Schools.Select(s => s.SchoolId).Order())}";
}
