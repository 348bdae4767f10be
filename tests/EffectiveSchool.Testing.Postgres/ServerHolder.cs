using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;

namespace EffectiveSchool.Testing;

/// <summary>
/// This project as a program: holds a throw-away PostgreSQL for the process that started it. The end of standard
/// input tells that the other has ended, in whatever way: a test run is often killed before it could clean up.
/// </summary>
internal static class ServerHolder
{
    public static async Task<int> Main(string[] arguments)
    {
        // The terminal's Ctrl+C is for the tests; this process goes after them.
        Console.CancelKeyPress += (_, e) => e.Cancel = true;
        var folder = arguments.Single();
        try
        {
            await TestFolder.SweepAsync();
            await using (var server = await EmbeddedPostgres.StartThrowAwayAsync(folder, NullLogger.Instance))
            {
                Console.WriteLine(JsonSerializer.Serialize(server.Connections));
                await Console.In.ReadToEndAsync();
            }

            Directory.Delete(folder, recursive: true);
            return 0;
        }
        catch (EmbeddedPostgresException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }
}
