using System.CommandLine;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Roadmaps;
using EffectiveSchool.Imports.Roadmaps;

namespace EffectiveSchool.Cli.Terms;

/// <summary>«terms»: the terms of a plan, or of one wording, as dates; without portal or database.</summary>
internal static class TermsCommand
{
    public static Command Create()
    {
        var file = new Argument<string?>("ФАЙЛ") { Description = "План: xlsx, xls, xlsb или csv.", Arity = ArgumentArity.ZeroOrOne };
        var text = new Option<string?>("--text") { Description = "Одна формулировка срока вместо файла.", HelpName = "СРОК" };
        var from = new Option<string?>("--from") { Description = "Начало программы.", HelpName = "ГГГГ-ММ-ДД" };
        var to = new Option<string?>("--to") { Description = "Окончание программы.", HelpName = "ГГГГ-ММ-ДД" };
        var format = new Option<string?>("--format") { Description = "Что печатать: json.", HelpName = "json" };
        var command = new Command("terms", "Прочитать сроки плана мероприятий.") { file, text, from, to, format };
        command.SetAction((call, cancellationToken) =>
        {
            var options = TermsOptions.Check(call.GetValue(file), call.GetValue(text), call.GetValue(from), call.GetValue(to), call.GetValue(format), out var refusal);
            if (options is not null)
            {
                return Task.FromResult(options.Text is { } wording ? ReadText(wording, options.Period) : ReadFile(options.File!, options.Period, cancellationToken));
            }

            Console.Error.WriteLine(refusal);
            return Task.FromResult(ExitCode.WrongUse);
        });
        return command;
    }

    private static int ReadText(string wording, ProgrammePeriod period)
    {
        using var output = Console.OpenStandardOutput();
        TermsJson.Write(TermReader.Read(wording, period), output);
        return ExitCode.Done;
    }

    private static int ReadFile(string path, ProgrammePeriod period, CancellationToken cancellationToken)
    {
        PlanFile plan;
        try
        {
            using var stream = File.OpenRead(path);
            plan = PlanReader.Read(stream, Path.GetFileName(path), null, cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"Файл «{path}» не открывается: он занят другой программой, или нет права его читать.");
            return ExitCode.WrongUse;
        }

        (PlanActivity Activity, Term Term)[] read = [.. plan.Activities.Select(a => (a, TermReader.Read(a.Term, period, a.SectionYear)))];
        Tell(plan, read);
        using (var output = Console.OpenStandardOutput())
        {
            TermsJson.Write(read, output);
        }

        return read.Length > 0 ? ExitCode.Done : ExitCode.NothingReadable;
    }

    private static void Tell(PlanFile plan, (PlanActivity Activity, Term Term)[] read)
    {
        foreach (var refusal in plan.Refusals)
        {
            Console.Error.WriteLine($"{refusal.Reason} {refusal.WhatToDo}");
        }

        foreach (var note in plan.Notes)
        {
            Console.Error.WriteLine(note.Sheet is null ? note.Text : $"Лист «{note.Sheet}»: {note.Text}");
        }

        foreach (var repair in read.SelectMany(r => r.Activity.Repairs))
        {
            Console.Error.WriteLine($"{repair.Cell} — {repair.Text}");
        }

        if (read.Length > 0)
        {
            Console.Error.WriteLine(
                $"Прочитано: {RussianWords.Count(read.Length, "мероприятие", "мероприятия", "мероприятий")}, {RussianWords.Count(read.Sum(r => r.Term.Occurrences.Count), "срок", "срока", "сроков")}. "
                + $"Нужна дата: {read.Count(r => r.Term.NeedsDate)}.");
        }
    }
}
