using System.CommandLine;

namespace EffectiveSchool.Cli.Databases;

/// <summary>«migrate»: prepares an empty database, or brings one up to date; may be run any number of times.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var database = new DatabaseOptions();
        var command = new Command("migrate", "Подготовить базу: таблицы, права роли портала, справочник процедур.");
        database.AddTo(command);
        command.SetAction((call, cancellationToken) => database.UseAsync(
            call,
            mustPrepare: true,
            async _ =>
            {
                await Console.Out.WriteLineAsync("База готова.");
                return ExitCode.Done;
            },
            cancellationToken));
        return command;
    }
}
