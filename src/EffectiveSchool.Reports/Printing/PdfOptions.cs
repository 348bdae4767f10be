namespace EffectiveSchool.Reports.Printing;

/// <summary>How pdf is made on this machine.</summary>
public sealed record PdfOptions
{
    /// <summary>Program to print with (Chromium, Chrome or Edge), or null to look for one.</summary>
    public string? ChromiumPath { get; init; }

    /// <summary>Folder that the browser of the npm package is unpacked into once; made where it is absent.</summary>
    public string CacheFolder { get; init; } = Path.Combine(Path.GetTempPath(), "effective-school-chromium");

    /// <summary>How many documents are printed at the same time; the others wait. At least 1.</summary>
    public int Concurrency { get; init; } = 2;

    /// <summary>How long one document may take, waiting for its turn apart.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(1);
}
