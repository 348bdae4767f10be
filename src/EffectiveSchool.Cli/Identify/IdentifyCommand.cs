using System.CommandLine;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Identification;

namespace EffectiveSchool.Cli.Identify;

/// <summary>«identify»: the list of a year from a folder of files, without portal or database.</summary>
internal static class IdentifyCommand
{
    public static Command Create()
    {
        var results = new Option<string?>("--results") { Description = "Папка с файлами результатов (xlsx, xls, xlsb, csv).", HelpName = "ПАПКА" };
        var year = new Option<string?>("--year") { Description = "Год результатов; нужен и год до него.", HelpName = "ГОД" };
        var methodology = new Option<string?>("--methodology") { Description = "Критерий B: same — одна и та же процедура, any — любая.", HelpName = "same|any" };
        var least = new Option<string?>("--min-participants") { Description = "Процедуры с меньшим числом участников не учитываются; по умолчанию 1.", HelpName = "N" };
        var output = new Option<string?>("--out") { Description = "Записать матрицу маркеров в книгу Excel.", HelpName = "ФАЙЛ.xlsx" };
        var format = new Option<string?>("--format") { Description = "Что печатать: json (по умолчанию) или table.", HelpName = "json|table" };
        var command = new Command("identify", "Определить школы с низкими результатами по файлам папки.") { results, year, methodology, least, output, format };
        command.SetAction((call, cancellationToken) =>
        {
            var options = IdentifyOptions.Check(
                call.GetValue(results), call.GetValue(year), call.GetValue(methodology), call.GetValue(least), call.GetValue(output), call.GetValue(format), out var refusal);
            if (options is not null)
            {
                return Task.FromResult(Run(options, cancellationToken));
            }

            Console.Error.WriteLine(refusal);
            return Task.FromResult(ExitCode.WrongUse);
        });
        return command;
    }

    private static int Run(IdentifyOptions options, CancellationToken cancellationToken)
    {
        var notes = new List<string>();
        var files = ResultFolder.Read(options.Folder, options.OutputFile, notes, cancellationToken);
        var schools = FolderSchools.Collect(files, options.Year);
        var run = LowResultRule.Judge(new IdentificationInput(options.Year, options.Methodology, schools.Inputs, new HashSet<(string, int)>()));
        var outcome = new IdentifyOutcome(run, schools, Refusals.Of(schools, run));
        Tell(outcome, files.Count, notes);
        if (options.OutputFile is { } path && !TryWriteWorkbook(outcome, path))
        {
            return ExitCode.WrongUse;
        }

        if (options.AsTable)
        {
            IdentifyTable.Write(outcome, Console.Out);
        }
        else
        {
            using var output = Console.OpenStandardOutput();
            IdentifyJson.Write(outcome, output);
        }

        return schools.HasRead(options.Year, options.Methodology) ? ExitCode.Done : ExitCode.NothingReadable;
    }

    private static void Tell(IdentifyOutcome outcome, int files, List<string> notes)
    {
        var year = outcome.Run.Year;
        Console.Error.WriteLine(
            $"Прочитано: {RussianWords.Count(files, "файл", "файла", "файлов")}, {RussianWords.Count(outcome.Schools.Inputs.Count, "школа", "школы", "школ")}. "
            + $"Не принято: {outcome.Refused.Count}.");
        foreach (var note in notes.Concat(outcome.Schools.Notes))
        {
            Console.Error.WriteLine(note);
        }

        if (!outcome.Run.HasYearBefore)
        {
            Console.Error.WriteLine($"Результатов за {year - 1} год нет: критерий B не может выполняться.");
        }
    }

    private static bool TryWriteWorkbook(IdentifyOutcome outcome, string path)
    {
        try
        {
            IdentifyWorkbook.Write(outcome, path);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            var reason = fault switch
            {
                DirectoryNotFoundException => "такой папки нет",
                UnauthorizedAccessException => "нет права записи туда",
                PathTooLongException => "путь слишком длинный",
                _ => "он занят другой программой, или диск недоступен",
            };
            Console.Error.WriteLine($"Файл «{path}» не записан: {reason}. Укажите после --out другой путь.");
            return false;
        }
    }
}
