namespace EffectiveSchool.Testing;

/// <summary>
/// One browser test at a time on the whole machine: test projects run side by side, and two browsers on two cores fail by
/// their time-outs. A lock on a named file in the temporary folder; the system frees it when the process ends.
/// </summary>
public sealed class BrowserLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly FileStream _file;

    private BrowserLock(FileStream file) => _file = file;

    /// <summary>Waits for its turn; throws <see cref="TimeoutException"/> after ten minutes.</summary>
    public static async Task<BrowserLock> AcquireAsync()
    {
        var path = Path.Combine(Path.GetTempPath(), "effective-school-browser.lock");
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = (UnixFileMode)0b110_110_110;
        }

        var until = DateTimeOffset.UtcNow + Patience;
        while (true)
        {
            try
            {
                return new BrowserLock(new FileStream(path, options));
            }
            catch (IOException) when (DateTimeOffset.UtcNow < until)
            {
                await Task.Delay(Pause);
            }
            catch (IOException error)
            {
                throw new TimeoutException($"Another test run has held {path} for {Patience}.", error);
            }
        }
    }

    /// <summary>Lets the next one in.</summary>
    public void Dispose() => _file.Dispose();
}
