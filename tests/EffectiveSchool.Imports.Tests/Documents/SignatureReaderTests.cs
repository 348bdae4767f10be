using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using EffectiveSchool.Imports.Documents;

namespace EffectiveSchool.Imports.Tests.Documents;

/// <summary>What a signature file says, made here with keys of our own.</summary>
public sealed class SignatureReaderTests
{
    private static readonly byte[] Order = "%PDF-1.7 приказ"u8.ToArray();

    private static readonly DateTimeOffset From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_signature_of_this_very_document_is_verified_and_says_who_signed(bool elliptic)
    {
        var signer = Assert.Single(SignatureReader.Read(Sign(Order, elliptic: elliptic), Order).Signers);
        Assert.Equal(SignatureMatch.Verified, signer.Match);
        Assert.Equal(("Петрова Анна", "Министерство образования", false), (signer.Name, signer.Organisation, signer.IsGost));
        Assert.Equal((From, From.AddYears(1)), (signer.ValidFrom, signer.ValidTo));
        Assert.True(signer.WasValid);
    }

    [Fact]
    public void A_signature_as_base64_text_and_one_with_the_document_inside_are_read_as_well()
    {
        var text = Encoding.ASCII.GetBytes("-----BEGIN CMS-----\r\n" + Convert.ToBase64String(Sign(Order), Base64FormattingOptions.InsertLineBreaks) + "\r\n-----END CMS-----\r\n");
        Assert.Equal(SignatureMatch.Verified, SignatureReader.Read(text, Order).Match);
        Assert.Equal(SignatureMatch.Verified, SignatureReader.Read(Sign(Order, detached: false), Order).Match);
        Assert.Equal(SignatureMatch.DoesNotMatch, SignatureReader.Read(Sign(Order, detached: false), [.. Order, 0]).Match);
    }

    [Fact]
    public void One_changed_byte_of_the_document_is_noticed()
    {
        byte[] other = [.. Order];
        other[^1] ^= 1;
        Assert.Equal(SignatureMatch.DoesNotMatch, SignatureReader.Read(Sign(Order), other).Match);
    }

    [Fact]
    public void A_changed_signature_value_is_noticed_though_the_digest_fits()
    {
        var signature = Sign(Order);
        signature[^1] ^= 1;
        Assert.Equal(SignatureMatch.DoesNotMatch, SignatureReader.Read(signature, Order).Match);
    }

    [Fact]
    public void A_digest_by_gost_is_read_and_nothing_is_claimed_of_it()
    {
        // SHA-256 gives its place to an algorithm under Стрибог-256 whose name is as long, so that every length still fits.
        var signature = Replace(Sign(Order), [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01], [0x2A, 0x85, 0x03, 0x07, 0x01, 0x01, 0x02, 0x02, 0x01]);
        foreach (var document in new[] { Order, [.. Order, 1] })
        {
            var signer = Assert.Single(SignatureReader.Read(signature, document).Signers);
            Assert.Equal((SignatureMatch.CannotBeVerified, true, "Петрова Анна"), (signer.Match, signer.IsGost, signer.Name));
        }
    }

    [Theory]
    [InlineData("не подпись")]
    [InlineData("0x30")]
    public void What_is_no_signature_is_refused_in_words(string text)
    {
        byte[] file = text == "0x30" ? [0x30, 0x82, 0x01, 0x00, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02] : Encoding.UTF8.GetBytes(text);
        var refusal = Assert.Throws<FileRefusedException>(() => SignatureReader.Read(file, Order));
        Assert.StartsWith("Файл подписи не читается", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bag_of_certificates_is_no_signature()
    {
        using var key = RSA.Create(2048);
        using var certificate = Certificate(new CertificateRequest(Subject(), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        var bag = new X509Certificate2Collection(certificate).Export(X509ContentType.Pkcs7)!;
        Assert.StartsWith("В файле подписи нет ни одной подписи", Assert.Throws<FileRefusedException>(() => SignatureReader.Read(bag, Order)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_that_had_ended_before_signing_is_named_so()
    {
        var signer = Assert.Single(SignatureReader.Read(Sign(Order, signedAt: From.AddYears(2)), Order).Signers);
        Assert.False(signer.WasValid);
    }

    private static byte[] Sign(byte[] content, bool detached = true, bool elliptic = false, DateTimeOffset? signedAt = null)
    {
        using AsymmetricAlgorithm key = elliptic ? ECDsa.Create(ECCurve.NamedCurves.nistP256) : RSA.Create(2048);
        var request = key is ECDsa curve ? new CertificateRequest(Subject(), curve, HashAlgorithmName.SHA256) : new CertificateRequest(Subject(), (RSA)key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = Certificate(request);
        var message = new SignedCms(new ContentInfo(content), detached);
        var signer = new CmsSigner(certificate) { DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1") };
        signer.SignedAttributes.Add(new Pkcs9SigningTime((signedAt ?? From.AddDays(40)).UtcDateTime));
        message.ComputeSignature(signer);
        return message.Encode();
    }

    private static X509Certificate2 Certificate(CertificateRequest request) => request.CreateSelfSigned(From, From.AddYears(1));

    private static X500DistinguishedName Subject()
    {
        var name = new X500DistinguishedNameBuilder();
        name.AddCommonName("Министерство образования");
        name.Add("2.5.4.4", "Петрова");
        name.Add("2.5.4.42", "Анна");
        name.AddOrganizationName("Министерство образования");
        return new X500DistinguishedName(name.Build().RawData);
    }

    private static byte[] Replace(byte[] message, byte[] from, byte[] to)
    {
        for (var at = message.AsSpan().IndexOf(from); at >= 0; at = message.AsSpan().IndexOf(from))
        {
            to.CopyTo(message, at);
        }

        return message;
    }
}
