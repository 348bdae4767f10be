using System.CommandLine;
using System.Globalization;
using EffectiveSchool.Data;
using EffectiveSchool.Data.Scope;
using EffectiveSchool.Data.Setup;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Demo;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EffectiveSchool.Cli.Databases;

/// <summary>«demo»: fills an empty database with an invented region of any size. It makes no accounts: see «user add».</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var schools = new Option<string?>("--schools") { Description = "Сколько школ придумать; по умолчанию 240.", HelpName = "N" };
        var seed = new Option<string?>("--seed") { Description = "Зерно: одно и то же даёт один и тот же регион; по умолчанию 2026.", HelpName = "S" };
        var year = new Option<string?>("--year") { Description = "Последний год с результатами; по умолчанию последний учебный.", HelpName = "ГОД" };
        var database = new DatabaseOptions();
        var command = new Command("demo", "Наполнить пустую базу придуманным регионом: школы, результаты, перечни двух лет, программы с дорожными картами.") { schools, seed, year };
        database.AddTo(command);
        command.SetAction(async (call, cancellationToken) =>
        {
            var (schoolsText, seedText, yearText) = (call.GetValue(schools), call.GetValue(seed), call.GetValue(year));
            var count = Whole(schoolsText, 240);
            var start = Whole(seedText, 2026);
            var last = Whole(yearText, TimeProvider.System.GetUtcNow().AddMonths(-8).Year);
            var wrong = (count, start, last) switch
            {
                (null or < 1 or > DemoRegion.MostSchools, _, _) => $"Число школ «{schoolsText}» не подходит: ожидается целое число от 1 до {DemoRegion.MostSchools}.",
                (_, null, _) => $"Зерно «{seedText}» не подходит: ожидается целое число.",
                (_, _, null or < 2018 or > 2100) => $"Год «{yearText}» не подходит: ожидается год с 2018 по 2100.",
                _ => null,
            };
            if (wrong is not null)
            {
                await Console.Error.WriteLineAsync(wrong);
                return ExitCode.WrongUse;
            }

            return await database.UseAsync(
                call, mustPrepare: false, app => FillAsync(app, DemoRegion.Create(count!.Value, start!.Value, last!.Value), cancellationToken), cancellationToken);
        });
        return command;
    }

    private static int? Whole(string? text, int unsaid) =>
        text is null ? unsaid : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static async Task<int> FillAsync(string app, DemoRegion demo, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddPortalData(app).AddScoped<DemoLoad>().AddScoped<DemoProgrammes>();
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateScopeAs(AccessScope.System);
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        if (await db.Regions.AnyAsync(cancellationToken))
        {
            await Console.Error.WriteLineAsync("В базе уже есть регион: демонстрационный кладётся только в пустую базу. Укажите другую.");
            return ExitCode.Refused;
        }

        var load = scope.ServiceProvider.GetRequiredService<DemoLoad>();
        var region = await load.LoadAsync(demo, Guid.Empty, cancellationToken);
        await load.RunListsAsync(demo, region, cancellationToken);
        await scope.ServiceProvider.GetRequiredService<DemoProgrammes>().AddAsync(demo, region, cancellationToken);
        var listed = await db.ListSchools.CountAsync(s => s.Listed && db.Lists.Any(l => l.Id == s.ListId && l.Kind == MethodologyKind.LowResults && l.ResultsYear == demo.LastYear), cancellationToken);
        await Console.Out.WriteLineAsync(
            $"{region.Name}: школ {demo.Schools.Count}, результатов {demo.Results.Count}, в перечне по результатам {demo.LastYear} года {listed}.");
        return ExitCode.Done;
    }
}
