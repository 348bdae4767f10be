using System.Data;
using EffectiveSchool.Data;
using EffectiveSchool.Data.Audit;
using EffectiveSchool.Data.Users;
using EffectiveSchool.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EffectiveSchool.Web.Pages.Admin.Users;

[Authorize(Policies.Administer)]
public sealed class EditModel(PortalDb db, UserManager<PortalUser> users, Person person, TimeProvider clock) : PageModel
{
    public const string PasswordShownOnce = "OneTimePassword";

    /// <summary>Any number: two administrators who act on each other wait for one another on it.</summary>
    private const long AdministratorsLock = 726_001;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public UserForm Form { get; set; } = new();

    public PortalUser Account { get; private set; } = null!;

    public IReadOnlyList<string> SchoolNames { get; private set; } = [];

    public bool IsSelf => Id == person.Id;

    public bool IsLocked => Account.LockoutEnd > clock.GetUtcNow();

    /// <summary>When a temporary lock ends, in the region's time.</summary>
    public string LockedUntil { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await db.Users.SingleOrDefaultAsync(u => u.Id == Id, cancellationToken) is not { } user)
        {
            return NotFound();
        }

        Form = new UserForm
        {
            Role = user.Role,
            DisplayName = user.DisplayName,
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

        return await db.Users.SingleOrDefaultAsync(u => u.Id == Id, cancellationToken) is { } user
            ? await ShowAsync(user, cancellationToken)
            : NotFound();
    }

    public Task<IActionResult> OnPostResetPasswordAsync(CancellationToken cancellationToken) => ChangeAsync(
        async user =>
        {
            if (user.IsClosed)
            {
                return "Вход закрыт: сначала откройте его снова.";
            }

            var password = OneTimePassword.New();
            user.MustChangePassword = true;
            user.LockoutEnd = null;
            user.AccessFailedCount = 0;
            user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
            db.Audit.Add(new AuditEntry
            {
                RegionId = user.RegionId,
                At = clock.GetUtcNow(),
                UserId = person.Id,
                Action = "выдан новый пароль",
                Subject = nameof(PortalUser),
                SubjectId = user.Id.ToString(),
            });
            TempData[PasswordShownOnce] = password;
            return RefusalOf(await users.UpdateSecurityStampAsync(user));
        },
        "Пароль заменён.",
        cancellationToken);

    public Task<IActionResult> OnPostUnlockAsync(CancellationToken cancellationToken) => ChangeAsync(
        async user =>
        {
            user.LockoutEnd = null;
            user.AccessFailedCount = 0;
            return RefusalOf(await users.UpdateAsync(user));
        },
        "Вход открыт.",
        cancellationToken);

    public Task<IActionResult> OnPostCloseAsync(CancellationToken cancellationToken) => ChangeAsync(
        async user =>
        {
            if (await RefuseToLoseAsync(user, cancellationToken) is { } refusal)
            {
                return refusal;
            }

            user.IsClosed = true;
            return RefusalOf(await users.UpdateSecurityStampAsync(user));
        },
        "Вход закрыт. Открытые сеансы завершатся в течение минуты.",
        cancellationToken);

    public Task<IActionResult> OnPostReopenAsync(CancellationToken cancellationToken) => ChangeAsync(
        async user =>
        {
            user.IsClosed = false;
            return RefusalOf(await users.UpdateAsync(user));
        },
        "Вход снова открыт. Если пароль забыт, выдайте новый.",
        cancellationToken);

    private async Task<string?> SaveAsync(PortalUser user, CancellationToken cancellationToken)
    {
        var before = (user.Role, ScopeText(user));
        if (Form.Role != PortalRole.Administrator && await RefuseToLoseAsync(user, cancellationToken) is { } last)
        {
            return last;
        }

        if (await UserScope.AssignAsync(db, user, Form, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        user.DisplayName = Form.DisplayName.Trim();
        return RefusalOf(before == (user.Role, ScopeText(user)) ? await users.UpdateAsync(user) : await users.UpdateSecurityStampAsync(user));
    }

    /// <summary>Why the portal cannot lose this administrator, or null.</summary>
    private async Task<string?> RefuseToLoseAsync(PortalUser user, CancellationToken cancellationToken)
    {
        if (user.Role != PortalRole.Administrator)
        {
            return null;
        }

        if (user.Id == person.Id)
        {
            return "Закрыть себя или снять с себя роль администратора нельзя: попросите другого администратора.";
        }

        return await db.Users.AnyAsync(u => u.Role == PortalRole.Administrator && !u.IsClosed && u.Id != user.Id, cancellationToken)
            ? null
            : "Это последний администратор: сначала назначьте другого.";
    }

    /// <summary>One change of one person: under the lock, in one transaction with its journal.</summary>
    private async Task<IActionResult> ChangeAsync(Func<PortalUser, Task<string?>> change, string done, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({AdministratorsLock})", cancellationToken);
        if (await db.Users.SingleOrDefaultAsync(u => u.Id == Id, cancellationToken) is not { } user)
        {
            return NotFound();
        }

        if (await change(user) is { } refusal)
        {
            await transaction.RollbackAsync(cancellationToken);
            db.ChangeTracker.Clear();
            TempData.Remove(PasswordShownOnce);
            TempData["Refused"] = refusal;
        }
        else
        {
            await transaction.CommitAsync(cancellationToken);
            TempData["Done"] = done;
        }

        return Redirect($"/admin/users/{Id}");
    }

    private async Task<IActionResult> ShowAsync(PortalUser user, CancellationToken cancellationToken)
    {
        Account = user;
        if (user.LockoutEnd is { } until)
        {
            LockedUntil = (await person.LocalAsync(until)).ToString("HH:mm", Domain.RussianCulture.Value);
        }

        var ids = user.Schools.Select(s => s.SchoolId).ToList();
        SchoolNames = await db.Schools.Where(s => ids.Contains(s.Id)).OrderBy(s => s.Name).Select(s => s.Name).ToListAsync(cancellationToken);
        ViewData["Regions"] = await UserScope.RegionsAsync(db, cancellationToken);
        ViewData["Municipalities"] = await UserScope.MunicipalitiesAsync(db, cancellationToken);
        return Page();
    }

    private static string ScopeText(PortalUser user) =>
        $"{user.RegionId}/{user.MunicipalityId}/{string.Join(',', user.Schools.Select(s => s.SchoolId).Order())}";

    private static string? RefusalOf(IdentityResult outcome) =>
        outcome.Succeeded ? null : string.Join(' ', outcome.Errors.Select(e => e.Description).Distinct(StringComparer.Ordinal));
}
