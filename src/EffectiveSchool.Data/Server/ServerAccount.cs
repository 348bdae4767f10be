using System.ComponentModel;
using System.Diagnostics;

namespace EffectiveSchool.Data.Server;

internal readonly record struct ProgramResult(int ExitCode, string Output);

/// <summary>
/// Runs programs under the account that owns the cluster. PostgreSQL refuses to run as root, so root hands
/// it to nobody; an ordinary user runs it directly.
/// </summary>
internal static class ServerAccount
{
    private static readonly string[] AsNobody = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"];

    /// <summary>True where the server runs under another account than the portal.</summary>
    private static bool IsSeparate => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess;

    public static Task<ProgramResult> RunAsync(string folder, CancellationToken cancellation, params string[] command) =>
        ExecuteAsync(folder, IsSeparate ? [.. AsNobody, .. command] : command, cancellation);

    /// <summary>Gives a file or an empty folder, made by the portal, to the server's account.</summary>
    public static async Task HandOverAsync(string path, CancellationToken cancellation)
    {
        if (!IsSeparate)
        {
            return;
        }

        var result = await ExecuteAsync("/", ["chown", "nobody:nogroup", path], cancellation);
        if (result.ExitCode != 0)
        {
            throw new EmbeddedPostgresException($"Не удалось передать «{path}» учётной записи сервера базы данных: {result.Output}");
        }
    }

    /// <summary>
    /// Refuses a folder that the server's account cannot reach and names the parent in the way;
    /// the server itself would only complain that a library is missing.
    /// </summary>
    public static async Task RequireWayToAsync(string folder, CancellationToken cancellation)
    {
        if (!IsSeparate)
        {
            return;
        }

        var way = new List<string>();
        for (var step = new DirectoryInfo(folder); step is not null; step = step.Parent)
        {
            way.Insert(0, step.FullName);
        }

        const string firstClosed = "for step do test -x \"$step\" || { printf %s \"$step\"; exit 1; }; done";
        var result = await ExecuteAsync("/", [.. AsNobody, "sh", "-c", firstClosed, "sh", .. way], cancellation);
        if (result.ExitCode != 0)
        {
            throw new EmbeddedPostgresException(
                $"Портал запущен от имени root, а сервер базы данных работает от имени nobody и не может войти в папку «{result.Output}». "
                + $"Откройте её для прохода (chmod o+x) или перенесите папку данных «{folder}» туда, куда могут войти все (--data ПАПКА), например в /var/lib.");
        }
    }

    private static async Task<ProgramResult> ExecuteAsync(string folder, string[] command, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };

        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            throw new EmbeddedPostgresException(
                $"Не удалось запустить программу «{command[0]}»: {e.Message}. "
                + "Установите её (setpriv входит в пакет util-linux) или укажите готовый сервер PostgreSQL в строках подключения ConnectionStrings:Portal и ConnectionStrings:PortalOwner.", e);
        }

        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var error = process.StandardError.ReadToEndAsync(cancellation);
        try
        {
            await process.WaitForExitAsync(cancellation);
            return new ProgramResult(process.ExitCode, (await output + await error).Trim());
        }
        catch (OperationCanceledException)
        {
            // Only the program itself: the server that pg_ctl has begun to start is stopped in order by its caller.
            process.Kill();
            throw;
        }
    }
}
