using System.Globalization;
using System.Reflection;
using System.Text;

namespace EffectiveSchool.Reports.Printing;

/// <summary>Style and type of printed pages, carried inside this assembly: a published portal needs no node_modules.</summary>
public static class PrintAssets
{
    private static readonly Lazy<string> Sheet = new(Build);

    /// <summary>The whole style sheet with Golos Text inlined as data URIs; a printed page asks the network for nothing.</summary>
    public static string Css => Sheet.Value;

    private static string Build()
    {
        var css = new StringBuilder();
        foreach (var weight in new[] { 400, 600, 700 })
        {
            AppendFont(css, "cyrillic", weight, "U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116");
            AppendFont(css, "latin", weight, "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD");
        }

        return css.Append(Encoding.UTF8.GetString(Read("css/figures.css"))).Append(Encoding.UTF8.GetString(Read("css/print.css")))
            .Append(Encoding.UTF8.GetString(Read("css/slips.css"))).ToString();
    }

    private static void AppendFont(StringBuilder css, string script, int weight, string range) =>
        css.Append(CultureInfo.InvariantCulture, $"@font-face{{font-family:'Golos Text';font-style:normal;font-weight:{weight};unicode-range:{range};")
            .Append("src:url(data:font/woff2;base64,")
            .Append(Convert.ToBase64String(Read(string.Create(CultureInfo.InvariantCulture, $"fonts/{script}-{weight}.woff2"))))
            .AppendLine(") format('woff2')}");

    private static byte[] Read(string name)
    {
        using var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        var content = new byte[resource.Length];
        resource.ReadExactly(content);
        return content;
    }
}
