using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace EffectiveSchool.Web.Tests.Documents;

/// <summary>A detached signature by a key of our own.</summary>
internal static class TestSignature
{
    public static byte[] Of(byte[] document)
    {
        using var key = RSA.Create(2048);
        var name = new X500DistinguishedNameBuilder();
        name.AddCommonName("Петрова Анна");
        name.AddOrganizationName("Министерство образования");
        var request = new CertificateRequest(name.Build(), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(1));
        var message = new SignedCms(new ContentInfo(document), detached: true);
        message.ComputeSignature(new CmsSigner(certificate));
        return message.Encode();
    }
}
