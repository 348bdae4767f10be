namespace EffectiveSchool.Imports.Documents;

/// <summary>Whether a signature belongs to the document beside it.</summary>
public enum SignatureMatch
{
    /// <summary>Проверена: made with the key of the certificate, of exactly these bytes.</summary>
    Verified,

    /// <summary>Здесь не проверяется: algorithms that .NET does not know, ГОСТ above all, or no certificate inside.</summary>
    CannotBeVerified,

    /// <summary>Не соответствует: made of other bytes.</summary>
    DoesNotMatch,
}

/// <summary>One who signed, as the certificate inside the signature names them. Personal data: shown, never logged or stored.</summary>
/// <param name="Name">Владелец сертификата; null where there is no certificate.</param>
/// <param name="Organisation">Organisation of the certificate; null where it names none.</param>
/// <param name="ValidFrom">First moment of the certificate, UTC.</param>
/// <param name="ValidTo">Last moment of the certificate, UTC.</param>
/// <param name="SignedAt">When it was signed by the signer's own clock, UTC; null where the signature does not say.</param>
/// <param name="IsGost">Whether the algorithms are Russian state standards.</param>
/// <param name="Match">Whether the signature belongs to the document.</param>
public sealed record DocumentSigner(
    string? Name, string? Organisation, DateTimeOffset? ValidFrom, DateTimeOffset? ValidTo, DateTimeOffset? SignedAt, bool IsGost, SignatureMatch Match)
{
    /// <summary>Whether the certificate was valid when the document was signed; null where either is unknown.</summary>
    public bool? WasValid => SignedAt is { } at && ValidFrom is { } from && ValidTo is { } to ? from <= at && at <= to : null;
}

/// <summary>A detached signature as it was read. Whether the certificate is to be trusted is not asked: that takes the roots of the state.</summary>
/// <param name="Signers">Who signed; at least one.</param>
public sealed record DetachedSignature(IReadOnlyList<DocumentSigner> Signers)
{
    /// <summary>The worst of the signers: one who signed other bytes makes the whole not belong.</summary>
    public SignatureMatch Match => Signers.Max(s => s.Match);
}
