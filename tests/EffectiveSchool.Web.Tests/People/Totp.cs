using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace EffectiveSchool.Web.Tests.People;

/// <summary>A code of an authenticator computed by RFC 6238 alone, without the code under test.</summary>
internal static class Totp
{
    /// <summary>The code of a moment: HMAC-SHA-1 of the number of 30-second steps, truncated dynamically.</summary>
    public static string Code(byte[] secret, DateTimeOffset at, int digits)
    {
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, at.ToUnixTimeSeconds() / 30);
        var mac = HMACSHA1.HashData(secret, counter);
        var offset = mac[^1] & 0x0F;
        var number = BinaryPrimitives.ReadInt32BigEndian(mac.AsSpan(offset)) & 0x7FFFFFFF;
        return (number % (int)Math.Pow(10, digits)).ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    /// <summary>The code an authenticator shows now for a secret as the page writes it (base 32, RFC 4648).</summary>
    public static string Now(string secret) => Code(Base32(secret), DateTimeOffset.UtcNow, 6);

    public static byte[] Base32(string text)
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = new StringBuilder();
        foreach (var letter in text.Where(char.IsLetterOrDigit))
        {
            bits.Append(Convert.ToString(alphabet.IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0'));
        }

        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.ToString(i * 8, 8), 2))];
    }
}

public sealed class TotpTests
{
    /// <summary>RFC 6238, appendix B, the rows of SHA-1.</summary>
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void The_published_vectors_come_out(long seconds, string code) =>
        Assert.Equal(code, Totp.Code(Encoding.ASCII.GetBytes("12345678901234567890"), DateTimeOffset.FromUnixTimeSeconds(seconds), 8));
}
