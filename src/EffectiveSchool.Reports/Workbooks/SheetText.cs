using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace EffectiveSchool.Reports.Workbooks;

/// <summary>What may stand in a cell, in a tab name and in a csv field.</summary>
public static partial class SheetText
{
    /// <summary>Excel's limit of characters in one cell.</summary>
    public const int MaxCellLength = 32_767;

    /// <summary>Excel's limit of characters in a tab name.</summary>
    public const int MaxSheetNameLength = 31;

    /// <summary>
    /// Whether a spreadsheet program could take the text for a formula: it begins with =, +, -, @, a tab or a line
    /// break, also in their full-width forms (OWASP, «CSV Injection»).
    /// </summary>
    public static bool LooksLikeFormula(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠';
    }

    /// <summary>The text without characters that XML forbids, cut at <see cref="MaxCellLength"/> without splitting a pair.</summary>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var legal = HasIllegal(text) ? RemoveIllegal(text) : text;
        if (legal.Length <= MaxCellLength)
        {
            return legal;
        }

        var end = char.IsHighSurrogate(legal[MaxCellLength - 1]) ? MaxCellLength - 1 : MaxCellLength;
        return legal[..end];
    }

    /// <summary>
    /// <see cref="Clean"/> for the file itself: Excel reads «_x0041_» inside a text as the letter A (ISO/IEC 29500, ST_Xstring),
    /// so such text is escaped the way Excel does it.
    /// </summary>
    internal static string ForXml(string text)
    {
        var clean = Clean(text);
        return clean.Contains("_x", StringComparison.OrdinalIgnoreCase) ? EscapePattern().Replace(clean, "_x005F$0") : clean;
    }

    /// <summary>A legal tab name that is not among <paramref name="taken"/> (compared without case).</summary>
    internal static string SheetName(string wanted, IReadOnlyCollection<string> taken)
    {
        var name = new StringBuilder(Clean(wanted));
        foreach (var forbidden in @"\/?*[]:")
        {
            name.Replace(forbidden, ' ');
        }

        var legal = WhiteSpace().Replace(name.ToString(), " ").Trim(' ', '\'');
        legal = legal.Length == 0 ? "Лист" : Cut(legal, MaxSheetNameLength);
        var unique = legal;
        for (var number = 2; taken.Contains(unique, StringComparer.OrdinalIgnoreCase); number++)
        {
            var suffix = string.Create(CultureInfo.InvariantCulture, $" ({number})");
            unique = Cut(legal, MaxSheetNameLength - suffix.Length) + suffix;
        }

        return unique;
    }

    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)].TrimEnd();

    private static bool HasIllegal(string text)
    {
        foreach (var character in text)
        {
            if (!XmlConvert.IsXmlChar(character))
            {
                return true;
            }
        }

        return false;
    }

    private static string RemoveIllegal(string text)
    {
        var legal = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
            {
                legal.Append(text[i]);
            }
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                legal.Append(text[i]).Append(text[++i]);
            }
        }

        return legal.ToString();
    }

    [GeneratedRegex("_x(?=[0-9A-F]{4}_)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EscapePattern();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WhiteSpace();
}
