using System.CommandLine;
using System.Globalization;
using System.Text;
using EffectiveSchool.Cli;
using EffectiveSchool.Cli.Databases;
using EffectiveSchool.Cli.Identify;
using EffectiveSchool.Cli.People;
using EffectiveSchool.Cli.Terms;

// Whatever the language of the machine, the parser's errors and its help are in the portal's language.
CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("ru-RU");

// Whatever the terminal's code page, other programs read UTF-8 without a mark.
var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var output = new StreamWriter(Console.OpenStandardOutput(), utf8, 64 * 1024);
using var error = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true };
Console.SetOut(output);
Console.SetError(error);

var root = new RootCommand("«Эффективная школа» из командной строки: те же правила без портала.")
{
    IdentifyCommand.Create(), TermsCommand.Create(), MigrateCommand.Create(), DemoCommand.Create(), UserCommand.Create(),
};
RussianParser.TranslateHelp(root);
var call = root.Parse(args);
if (call.Errors.Count > 0)
{
    await error.WriteLineAsync("Неверный вызов: " + string.Join(' ', RussianParser.Faults(call)));
    await error.WriteLineAsync("Справка: --help.");
    return ExitCode.WrongUse;
}

try
{
    return await call.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
}
catch (OperationCanceledException)
{
    await error.WriteLineAsync("Остановлено.");
    return ExitCode.Refused;
}
catch (Exception fault)
{
    await error.WriteLineAsync($"Команда не выполнена из-за непредвиденной ошибки ({fault.GetType().Name}). Сообщите о ней разработчикам и приложите команду.");
    return ExitCode.Refused;
}
