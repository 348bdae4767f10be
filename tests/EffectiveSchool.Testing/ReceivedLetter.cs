using System.Text;
using System.Text.RegularExpressions;

namespace EffectiveSchool.Testing;

/// <summary>A letter as it came over the wire, read as a mail program reads it (RFC 5322, 2045, 2047).</summary>
public sealed partial class ReceivedLetter(string to, string raw)
{
    private static readonly Encoding StrictUtf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public string To { get; } = to;

    public string Raw { get; } = raw;

    public string Subject => Header("Subject");

    /// <summary>The plain text.</summary>
    public string Text => Part("text/plain");

    public string Html => Part("text/html");

    /// <summary>A header of the letter, unfolded and decoded.</summary>
    public string Header(string name) => Decode(RawHeader(Raw, name));

    private static string RawHeader(string part, string name)
    {
        var headers = part[..part.IndexOf("\r\n\r\n", StringComparison.Ordinal)];
        var unfolded = Regex.Replace(headers, "\r\n[ \t]+", " ", RegexOptions.None, TimeSpan.FromSeconds(1));
        return unfolded.Split("\r\n").Single(h => h.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))[(name.Length + 1)..].Trim();
    }

    /// <summary>Encoded words beside each other are one text; each must hold whole letters.</summary>
    private static string Decode(string header) => EncodedWord().Replace(
        Regex.Replace(header, @"(?<=\?=)\s+(?==\?)", "", RegexOptions.None, TimeSpan.FromSeconds(1)),
        word => StrictUtf8.GetString(word.Groups["kind"].Value is "B" or "b"
            ? Convert.FromBase64String(word.Groups["text"].Value)
            : Quoted(word.Groups["text"].Value.Replace('_', ' '))));

    private string Part(string type)
    {
        var boundary = Boundary().Match(Raw).Groups["value"].Value;
        var part = Raw.Split("--" + boundary).Skip(1).Single(p => p.Contains("Content-Type: " + type, StringComparison.OrdinalIgnoreCase)).TrimStart('\r', '\n');
        var body = part[(part.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        return RawHeader(part, "Content-Transfer-Encoding").ToUpperInvariant() switch
        {
            "BASE64" => StrictUtf8.GetString(Convert.FromBase64String(body)),
            "QUOTED-PRINTABLE" => StrictUtf8.GetString(Quoted(body.Replace("=\r\n", "", StringComparison.Ordinal))),
            _ => body,
        };
    }

    private static byte[] Quoted(string text)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=')
            {
                bytes.Add(Convert.ToByte(text.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                bytes.Add((byte)text[i]);
            }
        }

        return [.. bytes];
    }

    [GeneratedRegex(@"=\?utf-8\?(?<kind>[BbQq])\?(?<text>[^?]*)\?=", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex EncodedWord();

    [GeneratedRegex("boundary=\"?(?<value>[^\";\\s]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Boundary();
}
