using System.CommandLine;
using EffectiveSchool.Data;
using EffectiveSchool.Data.Scope;
using EffectiveSchool.Data.Setup;
using EffectiveSchool.Demo;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EffectiveSchool.Cli.Databases;

/// <summary>«demo»: fills an empty database with an invented region of any size. It makes no accounts: see «user add».</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var schools = new Option<int>("--schools") { Description = "Сколько школ придумать.", HelpName = "N", DefaultValueFactory = _ => 240 };
        var seed = new Option<int>("--seed") { Description = "Зерно: одно и то же даёт один и тот же регион.", HelpName = "S", DefaultValueFactory = _ => 2026 };
        var year = new Option<int>("--year") { Description = "Последний год с результатами.", HelpName = "ГОД", DefaultValueFactory = _ => TimeProvider.System.GetUtcNow().AddMonths(-8).Year };
        schools.Validators.Add(value =>
        {
            if (value.GetValueOrDefault<int>() is < 1 or > DemoRegion.MostSchools)
            {
                value.AddError($"Число школ — от 1 до {DemoRegion.MostSchools}.");
            }
        });
        year.Validators.Add(value =>
        {
            if (value.GetValueOrDefault<int>() is < 2018 or > 2100)
            {
                value.AddError("Год — от 2018 до 2100.");
            }
        });

        var database = new DatabaseOptions();
        var command = new Command("demo", "Наполнить пустую базу придуманным регионом: школы, результаты, перечни двух лет.") { schools, seed, year };
        database.AddTo(command);
        command.SetAction((call, cancellationToken) => database.UseAsync(
            call,
            mustPrepare: false,
            app => FillAsync(app, DemoRegion.Create(call.GetValue(schools), call.GetValue(seed), call.GetValue(year)), cancellationToken),
            cancellationToken));
        return command;
    }

    private static async Task<int> FillAsync(string app, DemoRegion demo, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddPortalData(app).AddScoped<DemoLoad>();
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
        var listed = await db.ListSchools.CountAsync(s => s.Listed && db.Lists.Any(l => l.Id == s.ListId && l.ResultsYear == demo.LastYear), cancellationToken);
        await Console.Out.WriteLineAsync(
            $"{region.Name}: школ {demo.Schools.Count}, результатов {demo.Results.Count}, в перечне по результатам {demo.LastYear} года {listed}.");
        return ExitCode.Done;
    }
}
