using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace EffectiveSchool.Imports.Documents;

/// <summary>
/// Reads a signature file (CMS, RFC 5652) beside the document it is of. Verified is only what .NET can verify: SHA-2 with RSA
/// or ECDSA. Of signatures by ГОСТ the certificate is read and nothing is claimed.
/// </summary>
public static class SignatureReader
{
    private const string Gost = "1.2.643.";
    private const string CommonName = "2.5.4.3";
    private const string Surname = "2.5.4.4";
    private const string GivenName = "2.5.4.42";
    private const string OrganisationName = "2.5.4.10";

    private static readonly Dictionary<string, HashAlgorithmName> KnownDigests = new(StringComparer.Ordinal)
    {
        ["2.16.840.1.101.3.4.2.1"] = HashAlgorithmName.SHA256,
        ["2.16.840.1.101.3.4.2.2"] = HashAlgorithmName.SHA384,
        ["2.16.840.1.101.3.4.2.3"] = HashAlgorithmName.SHA512,
    };

    /// <summary>Public keys .NET can check with: RSA and elliptic curves of NIST.</summary>
    private static readonly string[] KnownKeys = ["1.2.840.113549.1.1.1", "1.2.840.10045.2.1"];

    /// <summary>Reads a signature.</summary>
    /// <param name="signature">Bytes of the signature file, DER or base64 text.</param>
    /// <param name="document">Bytes of the document.</param>
    /// <exception cref="FileRefusedException">It is no CMS message with a signature.</exception>
    public static DetachedSignature Read(byte[] signature, byte[] document)
    {
        ArgumentNullException.ThrowIfNull(signature);
        ArgumentNullException.ThrowIfNull(document);
        try
        {
            var bytes = Bytes(signature);
            var message = new SignedCms();
            message.Decode(bytes);

            // Some programs put the document inside: then it must be this one.
            var isOther = message.ContentInfo.Content is { Length: > 0 } inside && !inside.AsSpan().SequenceEqual(document);
            if (message.ContentInfo.Content.Length == 0)
            {
                message = new SignedCms(new ContentInfo(document), detached: true);
                message.Decode(bytes);
            }

            if (message.SignerInfos.Count > 0)
            {
                return new DetachedSignature([.. message.SignerInfos.Cast<SignerInfo>().Select(s => Signer(s, document, isOther))]);
            }
        }
        catch (Exception e) when (e is CryptographicException or AsnContentException or FormatException)
        {
            throw new FileRefusedException(
                "Файл подписи не читается: это не сообщение CMS (PKCS #7) или оно повреждено.",
                "Приложите файл .sig таким, каким его создала программа подписи; если подписи нет, оставьте поле пустым.",
                e);
        }

        throw new FileRefusedException("В файле подписи нет ни одной подписи: только сертификаты.", "Приложите файл .sig, который создала программа подписи для этого PDF.");
    }

    private static DocumentSigner Signer(SignerInfo signer, byte[] document, bool isOther)
    {
        var certificate = signer.Certificate;
        var isGost = IsGost(signer.DigestAlgorithm) || (certificate is not null && IsGost(certificate.PublicKey.Oid));
        return new DocumentSigner(
            certificate is null ? null : NameOf(certificate.SubjectName),
            certificate is null ? null : Part(certificate.SubjectName, OrganisationName),
            certificate is null ? null : new DateTimeOffset(certificate.NotBefore.ToUniversalTime()),
            certificate is null ? null : new DateTimeOffset(certificate.NotAfter.ToUniversalTime()),
            SignedAt(signer),
            isGost,
            isOther ? SignatureMatch.DoesNotMatch : MatchOf(signer, certificate, document));
    }

    private static SignatureMatch MatchOf(SignerInfo signer, X509Certificate2? certificate, byte[] document)
    {
        if (signer.DigestAlgorithm.Value is not { } digest || !KnownDigests.TryGetValue(digest, out var algorithm))
        {
            return SignatureMatch.CannotBeVerified;
        }

        // What was signed is said by the digest alone, whoever's key it was.
        if (signer.SignedAttributes.Cast<CryptographicAttributeObject>().SelectMany(a => a.Values.Cast<AsnEncodedData>()).OfType<Pkcs9MessageDigest>().FirstOrDefault() is { } said
            && !CryptographicOperations.HashData(algorithm, document).AsSpan().SequenceEqual(said.MessageDigest))
        {
            return SignatureMatch.DoesNotMatch;
        }

        if (certificate is null || !KnownKeys.Contains(certificate.PublicKey.Oid.Value, StringComparer.Ordinal))
        {
            return SignatureMatch.CannotBeVerified;
        }

        try
        {
            signer.CheckSignature(verifySignatureOnly: true);
            return SignatureMatch.Verified;
        }
        catch (CryptographicException)
        {
            return SignatureMatch.DoesNotMatch;
        }
    }

    private static DateTimeOffset? SignedAt(SignerInfo signer) =>
        signer.SignedAttributes.Cast<CryptographicAttributeObject>().SelectMany(a => a.Values.Cast<AsnEncodedData>()).OfType<Pkcs9SigningTime>().FirstOrDefault() is { } time
            ? new DateTimeOffset(DateTime.SpecifyKind(time.SigningTime, DateTimeKind.Utc))
            : null;

    private static bool IsGost(Oid algorithm) => algorithm.Value?.StartsWith(Gost, StringComparison.Ordinal) == true;

    /// <summary>Certificates of officials carry the person in surname and given name, and often the office in the common name.</summary>
    private static string? NameOf(X500DistinguishedName subject) =>
        (Part(subject, Surname), Part(subject, GivenName)) switch
        {
            ({ } surname, { } given) => $"{surname} {given}",
            _ => Part(subject, CommonName),
        };

    private static string? Part(X500DistinguishedName subject, string oid)
    {
        // A part of several values in one has no single type; Russian certificates have none such.
        foreach (var part in subject.EnumerateRelativeDistinguishedNames(reversed: false))
        {
            if (!part.HasMultipleElements && part.GetSingleElementType().Value == oid && part.GetSingleElementValue() is { Length: > 0 } value)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>DER as it is; text is base64 with or without the lines of PEM.</summary>
    private static byte[] Bytes(byte[] file)
    {
        if (file is [0x30, ..])
        {
            return file;
        }

        var lines = Encoding.Latin1.GetString(file).Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(l => !l.StartsWith("-----", StringComparison.Ordinal));
        return Convert.FromBase64String(string.Concat(lines));
    }
}
