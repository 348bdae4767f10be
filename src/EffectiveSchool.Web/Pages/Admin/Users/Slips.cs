using System.Security.Cryptography;
using System.Text.Json;
using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain;
using EffectiveSchool.Reports.Users;
using Microsoft.AspNetCore.DataProtection;

namespace EffectiveSchool.Web.Pages.Admin.Users;

/// <summary>
/// Issues activation links together with the slips that carry them. The links are in nobody's hands but the answer's: for
/// the pdf of the same slips the page carries them sealed, for its own reader and an hour.
/// </summary>
public sealed class Slips(PortalDb db, AccountKeeping keeping, Person person, IDataProtectionProvider protection, IConfiguration configuration, TimeProvider clock)
{
    /// <summary>The most slips at once.</summary>
    public const int Most = 500;

    private static readonly TimeSpan SealLifetime = TimeSpan.FromHours(1);

    /// <summary>Issues a link to each; earlier links and passwords stop. Returns a refusal, or the slips.</summary>
    public async Task<(string? Refusal, SlipsDocument? Slips)> IssueAsync(IReadOnlyCollection<Guid> ids, HttpRequest request, CancellationToken cancellationToken)
    {
        var portal = configuration["PublicAddress"] is { Length: > 0 } address ? address.TrimEnd('/') : $"{request.Scheme}://{request.Host}";
        var slips = new List<Slip>();
        var refusal = await keeping.ChangeAsync(() => IssueAsync(ids, portal, slips, cancellationToken), cancellationToken);
        return refusal is null ? (null, new SlipsDocument(portal, slips)) : (refusal, null);
    }

    /// <summary>The slips as a form field that only this person can turn into a pdf.</summary>
    public string Seal(SlipsDocument slips) => Protector.Protect(JsonSerializer.Serialize(slips), clock.GetUtcNow() + SealLifetime);

    /// <summary>Opens a sealed field; null where it is another person's, older than an hour or forged.</summary>
    public SlipsDocument? Unseal(string? field)
    {
        try
        {
            return field is null ? null : JsonSerializer.Deserialize<SlipsDocument>(Protector.Unprotect(field));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector Protector => protection.CreateProtector("EffectiveSchool.Slips", person.Id.ToString()).ToTimeLimitedDataProtector();

    private async Task<string?> IssueAsync(IReadOnlyCollection<Guid> ids, string portal, List<Slip> slips, CancellationToken cancellationToken)
    {
        var people = await db.Users.Where(u => ids.Contains(u.Id)).OrderBy(u => u.DisplayName).ThenBy(u => u.Id).ToListAsync(cancellationToken);
        if (ids.Count is 0 or > Most || people.Count == 0)
        {
            return ids.Count > Most ? $"Памяток за один раз не больше {Most}: отметьте меньше людей." : "Отметьте хотя бы одного человека.";
        }

        if (people.Find(u => !keeping.Keeps(u)) is { } foreign)
        {
            return $"«{foreign.DisplayName}»: {AccountKeeping.NotKept}";
        }

        if (people.Find(u => u.IsClosed) is { } closed)
        {
            return $"«{closed.DisplayName}»: вход закрыт. Сначала откройте его снова.";
        }

        if (people.Exists(u => u.Id == person.Id))
        {
            return "Себе памятку не выдают: свой пароль меняют на странице «Учётная запись».";
        }

        await keeping.RevokeLinksAsync([.. people.Select(u => u.Id)], cancellationToken);
        var where = await UserScope.WhereAsync(db, people, cancellationToken);
        foreach (var user in people)
        {
            var (link, token) = ActivationLink.Issue(user.Id, person.Id, clock.GetUtcNow());
            db.ActivationLinks.Add(link);
            user.PasswordHash = null;
            user.MustChangePassword = false;
            user.LockoutEnd = null;
            user.AccessFailedCount = 0;
            keeping.Note(user, "выдана ссылка для пароля");
            if (await keeping.RenewAsync(user) is { } refusal)
            {
                return refusal;
            }

            var until = (await person.LocalAsync(link.ExpiresAt)).ToString("dd.MM.yyyy, HH:mm", RussianCulture.Value);
            slips.Add(new Slip(user.FullName ?? user.DisplayName, user.Role.RussianName(), where[user.Id], user.Email!, $"{portal}/activate/{token}", until));
        }

        return null;
    }
}
