using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace EffectiveSchool.Cli;

/// <summary>Says in Russian what the parser's own translation leaves in English.</summary>
internal static class RussianParser
{
    public static void TranslateHelp(RootCommand root)
    {
        foreach (var option in root.Options)
        {
            if (option is HelpOption { Action: SynchronousCommandLineAction shown } help)
            {
                help.Description = "Показать справку.";
                help.Action = new HelpInRussian(shown);
            }
            else if (option is VersionOption)
            {
                option.Description = "Показать версию.";
            }
        }
    }

    /// <summary>What is wrong with a call, one sentence for each fault.</summary>
    public static IEnumerable<string> Faults(ParseResult call) => call.Errors.Select(error => error.SymbolResult switch
    {
        OptionResult { Tokens.Count: 0 } option => $"После {option.Option.Name} нет значения.",
        OptionResult { Tokens.Count: > 1 } option => $"После {option.Option.Name} ожидается одно значение, указано несколько.",
        CommandResult when call.UnmatchedTokens.Count > 0 => $"Не распознано: {string.Join(", ", call.UnmatchedTokens.Select(t => $"«{t}»"))}.",
        CommandResult { Command.Subcommands.Count: > 0 } group => $"Не указана команда: {string.Join(", ", group.Command.Subcommands.Select(c => c.Name))}.",
        _ => error.Message,
    }).Distinct(StringComparer.Ordinal);

    private sealed class HelpInRussian(SynchronousCommandLineAction shown) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            var output = parseResult.InvocationConfiguration.Output;
            using var text = new StringWriter();
            parseResult.InvocationConfiguration.Output = text;
            var code = shown.Invoke(parseResult);
            parseResult.InvocationConfiguration.Output = output;
            output.Write(text.ToString()
                .Replace("Description:", "Назначение:", StringComparison.Ordinal)
                .Replace("[command]", "[команда]", StringComparison.Ordinal)
                .Replace("[options]", "[параметры]", StringComparison.Ordinal));
            return code;
        }
    }
}
