namespace EffectiveSchool.Reports.Printing;

/// <summary>How pdf is made on this machine.</summary>
public sealed record PdfOptions
{
    /// <summary>Program to print with (Chromium, Chrome or Edge), or null to look for one.</summary>
    public string? ChromiumPath { get; init; }

    /// <summary>
    /// Folder that the browser of the npm package is unpacked into once; made where it is absent. What lies in it is run, so it
    /// must not be a place that others can write to: by default it is in the account's own folder.
    /// </summary>
    public string CacheFolder { get; init; } = DefaultCacheFolder();

    /// <summary>How many documents are printed at the same time; the others wait. At least 1.</summary>
    public int Concurrency { get; init; } = 2;

    /// <summary>How long one document may take, waiting for its turn apart.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(1);

    private static string DefaultCacheFolder()
    {
        var own = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        return Path.Combine(own.Length > 0 ? own : AppContext.BaseDirectory, "effective-school", "chromium");
    }
}
