using System.Globalization;
using System.Text;

namespace EffectiveSchool.Reports.Printing;

/// <summary>Text inside a style sheet.</summary>
internal static class CssText
{
    /// <summary>The text for a CSS string in double quotes inside a style element: what could end either is written by its code and the space that closes it.</summary>
    public static string Escape(string text)
    {
        var css = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.IsControl(character) || character is '"' or '\\' or '<' or '>' or '&')
            {
                css.Append('\\').Append(((int)character).ToString("x", CultureInfo.InvariantCulture)).Append(' ');
            }
            else
            {
                css.Append(character);
            }
        }

        return css.ToString();
    }
}
