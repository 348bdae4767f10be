using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace EffectiveSchool.Data.Users;

/// <summary>
/// Identity's own store writes the authenticator's secret and the recovery codes as they are. This one encrypts them, so
/// that nobody who merely reads the table can compute codes.
/// </summary>
public sealed class ProtectedUserStore(PortalDb db, IDataProtectionProvider protection, IdentityErrorDescriber describer)
    : UserOnlyStore<PortalUser, PortalDb, Guid>(db, describer)
{
    private readonly IDataProtector _protector = protection.CreateProtector("EffectiveSchool.UserTokens");

    public override Task SetTokenAsync(PortalUser user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null ? null : _protector.Protect(value), cancellationToken);

    public override async Task<string?> GetTokenAsync(PortalUser user, string loginProvider, string name, CancellationToken cancellationToken) =>
        await base.GetTokenAsync(user, loginProvider, name, cancellationToken) is { Length: > 0 } stored ? _protector.Unprotect(stored) : null;
}
