using EffectiveSchool.Data.Audit;
using EffectiveSchool.Data.Scope;
using EffectiveSchool.Data.Users;
using FluentValidation;
using Microsoft.AspNetCore.Identity;

namespace EffectiveSchool.Web.Pages.Account;

public sealed record ActivateForm
{
    public string Next { get; init; } = "";

    public string Repeat { get; init; } = "";
}

public sealed class ActivateFormValidator : AbstractValidator<ActivateForm>
{
    public ActivateFormValidator()
    {
        RuleFor(f => f.Next).NotEmpty().WithMessage("Укажите пароль.");
        RuleFor(f => f.Repeat).Equal(f => f.Next).WithMessage("Пароль и его повтор не совпадают.");
    }
}

/// <summary>
/// The page behind an activation link. Opening it writes nothing, so that a preview of the link does not use it up. A link
/// is found by its hash: how long the search takes says nothing about a token.
/// </summary>
[AllowAnonymous]
public sealed class ActivateModel(PortalDb db, UserManager<PortalUser> users, CurrentAccess access, LinkGuesses guesses, TimeProvider clock) : PageModel
{
    private const string AskAgain = "Попросите новую памятку там, где получили эту.";

    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty]
    public ActivateForm Form { get; set; } = new();

    /// <summary>Whose password is set; null where the link does not work.</summary>
    public PortalUser? Account { get; private set; }

    /// <summary>Why the link does not work.</summary>
    public string Problem { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancellationToken) => await FindAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        access.Scope = AccessScope.System;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);

        // Of two who send the same link at the same moment the second waits here and finds it used.
        await db.Database.ExecuteSqlAsync($"select 1 from activation_links where token_hash = {ActivationLink.Hash(Token)} for update", cancellationToken);
        var link = await FindAsync(cancellationToken);
        if (link is null || Account is not { } user || !ModelState.IsValid)
        {
            return Page();
        }

        user.MustChangePassword = false;
        user.LockoutEnd = null;
        user.AccessFailedCount = 0;
        var outcome = await users.AddPasswordAsync(user, Form.Next);
        if (!outcome.Succeeded)
        {
            foreach (var error in outcome.Errors)
            {
                ModelState.AddModelError("", error.Description);
            }

            return Page();
        }

        link.Use(clock.GetUtcNow());
        db.Audit.Add(new AuditEntry
        {
            RegionId = user.RegionId,
            At = clock.GetUtcNow(),
            UserId = user.Id,
            Action = "задан пароль по ссылке",
            Subject = nameof(PortalUser),
            SubjectId = user.Id.ToString(),
        });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        TempData["Done"] = "Пароль задан. Войдите с ним.";
        return Redirect("/sign-in");
    }

    /// <summary>The valid link with its account, or null with <see cref="Problem"/> and the status of the answer.</summary>
    private async Task<ActivationLink?> FindAsync(CancellationToken cancellationToken)
    {
        access.Scope = AccessScope.System;
        Response.Headers.CacheControl = "no-store";
        if (guesses.TooMany(HttpContext))
        {
            return Refuse(StatusCodes.Status429TooManyRequests, "С вашего адреса слишком часто открывали неверные ссылки. Подождите 15 минут и откройте ссылку ещё раз.");
        }

        var hash = ActivationLink.Hash(Token);
        if (await db.ActivationLinks.SingleOrDefaultAsync(l => l.TokenHash == hash, cancellationToken) is not { } link)
        {
            guesses.Count(HttpContext);
            return Refuse(StatusCodes.Status404NotFound, "Такой ссылки портал не выдавал. Проверьте, вся ли она набрана: 25 знаков пятью группами. Если всё верно, ссылка устарела. " + AskAgain);
        }

        var user = await db.Users.SingleAsync(u => u.Id == link.UserId, cancellationToken);
        if (user.IsClosed)
        {
            return Refuse(StatusCodes.Status410Gone, "Учётная запись, для которой выдана ссылка, закрыта.");
        }

        switch (link.State(clock.GetUtcNow()))
        {
            case LinkState.Used:
                return Refuse(StatusCodes.Status410Gone, "По этой ссылке пароль уже задан: она действует один раз. Войдите с ним. Если это были не вы или пароль забыт, сообщите тому, кто выдал памятку. " + AskAgain);
            case LinkState.Revoked:
                return Refuse(StatusCodes.Status410Gone, "Эта ссылка отозвана: возможно, вместо неё выдана новая. " + AskAgain);
            case LinkState.Expired:
                return Refuse(StatusCodes.Status410Gone, $"Срок ссылки истёк: она действует {ActivationLink.Lifetime.Days} дней. " + AskAgain);
            default:
                Account = user;
                return link;
        }
    }

    private ActivationLink? Refuse(int status, string sentence)
    {
        Response.StatusCode = status;
        Problem = sentence;
        return null;
    }
}
