using System.CommandLine;
using System.Text;
using EffectiveSchool.Cli;
using EffectiveSchool.Cli.Databases;
using EffectiveSchool.Cli.Identify;
using EffectiveSchool.Cli.People;

// Whatever the terminal's code page, other programs read UTF-8 without a mark.
var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var output = new StreamWriter(Console.OpenStandardOutput(), utf8, 64 * 1024);
using var error = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true };
Console.SetOut(output);
Console.SetError(error);

var root = new RootCommand("«Эффективная школа» из командной строки: те же правила без портала.")
{
    IdentifyCommand.Create(), MigrateCommand.Create(), DemoCommand.Create(), UserCommand.Create(),
};
var call = root.Parse(args);
if (call.Errors.Count > 0)
{
    await error.WriteLineAsync("Неверный вызов: " + string.Join(' ', call.Errors.Select(e => e.Message)));
    await error.WriteLineAsync("Справка: --help.");
    return ExitCode.WrongUse;
}

return await call.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
