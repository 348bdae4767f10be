using System.Buffers;

namespace EffectiveSchool.Imports.Results;

/// <summary>
/// The login at the end of «МБОУ СОШ №5(sch220028)»: edu, sch or ksh and digits, in brackets or not, the closing bracket
/// missing or not. Written by hand: it runs once for every row of every file.
/// </summary>
/// <param name="Name">What stands before the login.</param>
/// <param name="Login">The login as written: prefix and digits, however many.</param>
internal readonly record struct SchoolLogin(string Name, string Login)
{
    private const int PrefixLength = 3;
    private static readonly SearchValues<string> Prefixes = SearchValues.Create(["edu", "sch", "ksh"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The login at the end of a cleaned text, or null.</summary>
    public static SchoolLogin? Find(string text)
    {
        var end = text.AsSpan().TrimEnd(" )].").Length;
        var digits = end;
        while (digits > 0 && char.IsAsciiDigit(text[digits - 1]))
        {
            digits--;
        }

        var prefixEnd = text.AsSpan(0, digits).TrimEnd(' ').Length;
        var start = prefixEnd - PrefixLength;
        if (digits == end || start < 0 || !text.AsSpan(start, PrefixLength).ContainsAny(Prefixes) || (start > 0 && char.IsLetter(text[start - 1])))
        {
            return null;
        }

        return new SchoolLogin(text.AsSpan(0, start).TrimEnd(" ([").ToString(), string.Concat(text.AsSpan(start, PrefixLength), text.AsSpan(digits, end - digits)));
    }
}
