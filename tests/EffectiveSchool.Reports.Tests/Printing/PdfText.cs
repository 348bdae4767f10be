using System.Diagnostics;
using System.Text.Json;
using EffectiveSchool.Assets;

namespace EffectiveSchool.Reports.Tests.Printing;

/// <summary>One page of a pdf as pdfjs reads it. Sizes in points; roles are those of the structure tree.</summary>
public sealed record PdfPageText(string Text, double Width, double Height, IReadOnlyList<string> Roles);

/// <summary>A pdf as pdfjs-dist, run by Node, reads it.</summary>
public sealed record PdfText(bool Marked, string? Title, string? Language, IReadOnlyList<string> Outline, IReadOnlyList<PdfPageText> Pages)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public string AllText => string.Join('\n', Pages.Select(p => p.Text));

    /// <summary>The text without any white space: a pdf knows places of letters, not spaces and line breaks.</summary>
    public static string Words(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '\u00AD'));

    public static async Task<PdfText> ReadAsync(byte[] pdf)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, pdf);
            var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
            start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Printing", "read-pdf.mjs"));
            start.ArgumentList.Add(NodeModules.PathOf("pdfjs-dist", "legacy", "build", "pdf.mjs")!);
            start.ArgumentList.Add(file);
            using var node = Process.Start(start)!;
            var errors = node.StandardError.ReadToEndAsync();
            var output = await node.StandardOutput.ReadToEndAsync();
            await node.WaitForExitAsync();
            Assert.True(node.ExitCode == 0, await errors);
            return JsonSerializer.Deserialize<PdfText>(output, Json)!;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
