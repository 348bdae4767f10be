using System.Security.Cryptography;
using System.Text;

namespace EffectiveSchool.Data.Users;

/// <summary>Whether a link still opens the form that sets a password.</summary>
public enum LinkState
{
    Valid,
    Used,
    Revoked,
    Expired,
}

/// <summary>
/// A link by which a person sets the first or a new password without anybody else knowing it. The link itself is shown
/// once, on paper; stored is only its hash.
/// </summary>
public sealed class ActivationLink
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    private const int Groups = 5;
    private const int GroupLength = 5;

    // Without the letters and digits that are mistaken for one another when typed from paper.
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    private ActivationLink()
    {
    }

    public int Id { get; private set; }

    public Guid UserId { get; private set; }

    /// <summary>SHA-256 of the token: about 124 random bits need neither salt nor a slow hash.</summary>
    public byte[] TokenHash { get; private set; } = [];

    public Guid IssuedBy { get; private set; }

    public DateTimeOffset IssuedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? UsedAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>A new link and its token, which is not kept anywhere.</summary>
    public static (ActivationLink Link, string Token) Issue(Guid userId, Guid issuedBy, DateTimeOffset now)
    {
        var token = string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Alphabet, GroupLength)));
        var link = new ActivationLink { UserId = userId, TokenHash = Hash(token), IssuedBy = issuedBy, IssuedAt = now, ExpiresAt = now + Lifetime };
        return (link, token);
    }

    /// <summary>The hash a token is found by; case, hyphens and spaces do not matter, for it is typed from paper.</summary>
    public static byte[] Hash(string token) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(token.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant()));

    public LinkState State(DateTimeOffset now) => this switch
    {
        { UsedAt: not null } => LinkState.Used,
        { RevokedAt: not null } => LinkState.Revoked,
        _ when ExpiresAt <= now => LinkState.Expired,
        _ => LinkState.Valid,
    };

    /// <summary>Uses the link up. Returns false, and changes nothing, where it is not valid.</summary>
    public bool Use(DateTimeOffset now)
    {
        if (State(now) != LinkState.Valid)
        {
            return false;
        }

        UsedAt = now;
        return true;
    }

    /// <summary>Takes the link back; a used or revoked one stays as it is.</summary>
    public void Revoke(DateTimeOffset now)
    {
        if (UsedAt is null)
        {
            RevokedAt ??= now;
        }
    }
}
