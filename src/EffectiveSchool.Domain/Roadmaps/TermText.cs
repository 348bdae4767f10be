using System.Text;

namespace EffectiveSchool.Domain.Roadmaps;

/// <summary>Takes out of a wording what means nothing: soft hyphens, kinds of dashes and spaces; sets remarks in brackets apart.</summary>
internal static class TermText
{
    private const string Dashes = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE58\uFE63\uFF0D\u2043";

    /// <summary>The text with one kind of dash, one kind of space, line breaks as they were, and without invisible signs.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var sign in text.Normalize(NormalizationForm.FormC))
        {
            if (sign is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF')
            {
                continue;
            }

            clean.Append(sign switch
            {
                '\n' or '\r' or '\u2028' or '\u2029' or '\v' => '\n',
                _ when Dashes.Contains(sign, StringComparison.Ordinal) => '-',
                _ when char.IsWhiteSpace(sign) || char.IsControl(sign) => ' ',
                _ => sign,
            });
        }

        return clean.ToString();
    }

    /// <summary>The text outside brackets, and what stood in each pair of them. A text wholly in brackets is no remark.</summary>
    public static (string Main, IReadOnlyList<string> Remarks) SplitRemarks(string text)
    {
        var main = new StringBuilder(text.Length);
        var remark = new StringBuilder();
        var remarks = new List<string>();
        var depth = 0;
        foreach (var sign in text)
        {
            if (sign is '(' or '[')
            {
                depth++;
                main.Append(' ');
            }
            else if (sign is ')' or ']')
            {
                depth = Math.Max(depth - 1, 0);
                Close(depth == 0);
                main.Append(' ');
            }
            else
            {
                (depth > 0 ? remark : main).Append(sign);
            }
        }

        Close(true);
        return main.ToString().Any(char.IsLetterOrDigit) ? (main.ToString(), remarks) : (string.Join(' ', remarks), []);

        void Close(bool ended)
        {
            if (ended && remark.Length > 0)
            {
                if (!string.IsNullOrWhiteSpace(remark.ToString()))
                {
                    remarks.Add(Quoted(remark.ToString()));
                }

                remark.Clear();
            }
        }
    }

    /// <summary>A text on one line for a sentence.</summary>
    public static string Quoted(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
