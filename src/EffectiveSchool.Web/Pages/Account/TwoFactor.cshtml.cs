using System.Text.Encodings.Web;
using EffectiveSchool.Data.Users;
using Microsoft.AspNetCore.Identity;

namespace EffectiveSchool.Web.Pages.Account;

/// <summary>The second step of one's own sign-in: connect an authenticator, recovery codes, turn off.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class TwoFactorModel(PortalDb db, UserManager<PortalUser> users, SignInManager<PortalUser> signIn, SignInRules rules) : PageModel
{
    private const int RecoveryCodeCount = 10;
    private const string Issuer = "Эффективная школа";
    private const string WrongCode = "Код неверен или уже не действует. Введите код, который приложение показывает сейчас.";

    [BindProperty]
    public string? Code { get; set; }

    public PortalUser Account { get; private set; } = null!;

    /// <summary>The secret while an authenticator is being connected, in groups of four; never shown afterwards.</summary>
    public string? Secret { get; private set; }

    /// <summary>The same as an address for the authenticator.</summary>
    public string Uri { get; private set; } = "";

    public int CodesLeft { get; private set; }

    /// <summary>Codes given out by this very answer; not shown again.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    public bool IsRequired => rules.NeedsTwoFactor(Account);

    public bool MustEnable => IsRequired && !Account.TwoFactorEnabled;

    public async Task<IActionResult> OnGetAsync() => await FindAsync() ? await ShowAsync() : NotFound();

    public Task<IActionResult> OnPostBeginAsync(CancellationToken cancellationToken) => ChangeAsync(
        async () =>
        {
            if (Account.TwoFactorEnabled)
            {
                return "Вход с кодом уже включён.";
            }

            await users.ResetAuthenticatorKeyAsync(Account);
            return null;
        },
        cancellationToken);

    public Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellationToken) => ChangeAsync(
        async () =>
        {
            if (Account.TwoFactorEnabled || await users.GetAuthenticatorKeyAsync(Account) is null)
            {
                return "Сначала подключите приложение.";
            }

            if (TwoFactorCode.Read(Code) is not { IsRecovery: false } code || !await VerifyAsync(code))
            {
                return WrongCode;
            }

            await users.SetTwoFactorEnabledAsync(Account, enabled: true);
            await GiveCodesAsync();
            return null;
        },
        cancellationToken);

    public Task<IActionResult> OnPostNewCodesAsync(CancellationToken cancellationToken) => ChangeAsync(
        async () =>
        {
            if (await RefuseCodeAsync() is { } refusal)
            {
                return refusal;
            }

            await GiveCodesAsync();
            return null;
        },
        cancellationToken);

    public Task<IActionResult> OnPostOffAsync(CancellationToken cancellationToken) => ChangeAsync(
        async () =>
        {
            if (IsRequired)
            {
                return "Для вашей роли вход с кодом обязателен: выключить его нельзя.";
            }

            if (await RefuseCodeAsync() is { } refusal)
            {
                return refusal;
            }

            await TwoFactorReset.ApplyAsync(db, users, Account, cancellationToken);
            TempData["Done"] = "Вход с кодом выключен.";
            return null;
        },
        cancellationToken);

    /// <summary>Why the code does not prove the person, or null.</summary>
    private async Task<string?> RefuseCodeAsync()
    {
        if (!Account.TwoFactorEnabled)
        {
            return "Вход с кодом не включён.";
        }

        var right = TwoFactorCode.Read(Code) switch
        {
            { IsRecovery: true } code => (await users.RedeemTwoFactorRecoveryCodeAsync(Account, code.Text)).Succeeded,
            { } code => await VerifyAsync(code),
            _ => false,
        };
        return right ? null : WrongCode;
    }

    private Task<bool> VerifyAsync(TwoFactorCode code) => users.VerifyTwoFactorTokenAsync(Account, TokenOptions.DefaultAuthenticatorProvider, code.Text);

    private async Task GiveCodesAsync() =>
        RecoveryCodes = [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(Account, RecoveryCodeCount) ?? []];

    /// <summary>One change in one transaction; a wrong code counts towards the lockout as at the sign-in.</summary>
    private async Task<IActionResult> ChangeAsync(Func<Task<string?>> change, CancellationToken cancellationToken)
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        if (await users.IsLockedOutAsync(Account))
        {
            ModelState.AddModelError("", SignInModel.LockedOut);
            return await ShowAsync();
        }

        string? refusal;
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellationToken))
        {
            refusal = await change();
            if (refusal is null)
            {
                await transaction.CommitAsync(cancellationToken);
            }
        }

        if (refusal is not null)
        {
            db.ChangeTracker.Clear();
            await FindAsync();
            if (refusal == WrongCode)
            {
                await users.AccessFailedAsync(Account);
            }

            ModelState.AddModelError("", refusal);
            return await ShowAsync();
        }

        await signIn.RefreshSignInAsync(Account);
        return RecoveryCodes.Count > 0 ? await ShowAsync() : RedirectToPage();
    }

    private async Task<bool> FindAsync()
    {
        Account = (await users.GetUserAsync(User))!;
        return Account is not null;
    }

    private async Task<PageResult> ShowAsync()
    {
        Code = null;
        ModelState.Remove(nameof(Code));
        if (Account.TwoFactorEnabled)
        {
            CodesLeft = await users.CountRecoveryCodesAsync(Account);
        }
        else if (await users.GetAuthenticatorKeyAsync(Account) is { Length: > 0 } key)
        {
            Secret = string.Join(' ', key.Chunk(4).Select(c => new string(c)));
            var encode = UrlEncoder.Default;
            Uri = $"otpauth://totp/{encode.Encode(Issuer)}:{encode.Encode(Account.Email!)}?secret={key}&issuer={encode.Encode(Issuer)}&digits=6";
        }

        return Page();
    }
}
