using EffectiveSchool.Data;
using EffectiveSchool.Data.Scope;
using EffectiveSchool.Data.Setup;
using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain.Registry;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EffectiveSchool.Cli.People;

/// <summary>Stores a new account by the same rules as the portal.</summary>
internal static class NewUserStore
{
    /// <summary>Returns a refusal, or null. The password is asked for once everything else fits.</summary>
    public static async Task<string?> AddAsync(string appConnection, NewUser wanted, Func<Task<string?>> password, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddPortalData(appConnection);
        services.AddPortalIdentity();
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateScopeAs(AccessScope.System);
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        if (await users.FindByEmailAsync(wanted.Email) is not null)
        {
            return $"Пользователь с почтой {wanted.Email} уже есть.";
        }

        var user = new PortalUser
        {
            DisplayName = wanted.Name,
            Role = wanted.Role!.Value,
            UserName = wanted.Email,
            Email = wanted.Email,
            EmailConfirmed = true,

            // The administrator of a new installation has just chosen their own.
            MustChangePassword = wanted.Role != PortalRole.Administrator,
        };
        if (await AssignAsync(db, user, wanted, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (await password() is not { Length: > 0 } typed)
        {
            return "Пароль не указан или повторён с ошибкой. Повторите команду.";
        }

        var outcome = await users.CreateAsync(user, typed);
        return outcome.Succeeded ? null : string.Join(' ', outcome.Errors.Select(e => e.Description).Distinct(StringComparer.Ordinal));
    }

    private static async Task<string?> AssignAsync(PortalDb db, PortalUser user, NewUser wanted, CancellationToken cancellationToken)
    {
        var region = await db.Regions.SingleOrDefaultAsync(r => r.Code == wanted.Region, cancellationToken);
        if (wanted.Region is not null && region is null)
        {
            return $"Региона с кодом {wanted.Region} нет. Добавьте его на портале: «Управление → Справочники».";
        }

        Municipality? municipality = null;
        if (wanted.Municipality is not null)
        {
            municipality = await db.Municipalities.SingleOrDefaultAsync(m => m.RegionId == region!.Id && m.Name == wanted.Municipality, cancellationToken);
            if (municipality is null)
            {
                return $"Муниципалитета «{wanted.Municipality}» в регионе {wanted.Region} нет. Проверьте название.";
            }
        }

        var schools = new List<School>();
        foreach (var code in wanted.Schools.Distinct(StringComparer.Ordinal))
        {
            var digits = SchoolCodes.Normalise(SchoolCodeKind.FisOko, code, out var refusal);
            if (refusal is not null)
            {
                return refusal;
            }

            var school = await db.Schools.SingleOrDefaultAsync(
                s => s.RegionId == region!.Id && s.Codes.Any(c => c.Kind == SchoolCodeKind.FisOko && c.Value == digits && c.ValidTo == null),
                cancellationToken);
            if (school is null)
            {
                return $"Школы с логином ФИС ОКО {code} в регионе {wanted.Region} нет.";
            }

            schools.Add(school);
        }

        return user.Assign(wanted.Role!.Value, region, municipality, [.. schools.DistinctBy(s => s.Id)]);
    }
}
