using EffectiveSchool.Data;
using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain.Registry;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EffectiveSchool.Demo;

/// <summary>The six accounts of the demo region, one a role. They exist in Development only.</summary>
public sealed class DemoAccounts(PortalDb db, UserManager<PortalUser> users)
{
    /// <summary>The password of all six, as the README prints it.</summary>
    public const string Password = "Demo-2026!";

    /// <summary>The administrator and the regional coordinator, needed before anything is loaded.</summary>
    public async Task<PortalUser> AddRegionalAsync(CancellationToken cancellationToken)
    {
        await AddAsync(new PortalUser { Email = "admin@demo.local", DisplayName = "Администратор", Role = PortalRole.Administrator });
        cancellationToken.ThrowIfCancellationRequested();
        return await AddAsync(new PortalUser { Email = "region@demo.local", DisplayName = "Региональный координатор", Role = PortalRole.RegionalCoordinator });
    }

    /// <summary>Gives the regional coordinator the region and adds the other four: the principal and the curator of listed schools.</summary>
    public async Task AddOthersAsync(Region region, PortalUser regional, CancellationToken cancellationToken)
    {
        regional.RegionId = region.Id;
        await users.UpdateAsync(regional);

        var list = await db.Lists.OrderByDescending(l => l.ResultsYear).FirstAsync(cancellationToken);
        var listed = await db.ListSchools
            .Where(s => s.ListId == list.Id && s.Listed)
            .OrderByDescending(s => s.CriterionA && s.CriterionB).ThenBy(s => s.SchoolId)
            .Select(s => new { s.SchoolId, s.Name, s.MunicipalityId, s.Municipality })
            .Take(100).ToListAsync(cancellationToken);
        var own = listed[0];
        var municipality = own.MunicipalityId;
        await AddAsync(new PortalUser { Email = "municipality@demo.local", DisplayName = $"{own.Municipality}: муниципальный координатор", Role = PortalRole.MunicipalCoordinator, RegionId = region.Id, MunicipalityId = municipality });
        await AddAsync(new PortalUser { Email = "observer@demo.local", DisplayName = "Наблюдатель региона", Role = PortalRole.Observer, RegionId = region.Id });
        await AddAsync(
            new PortalUser { Email = "curator@demo.local", DisplayName = "Куратор школ", Role = PortalRole.Curator, RegionId = region.Id },
            [.. listed.Where(s => s.MunicipalityId == municipality).Concat(listed).Select(s => s.SchoolId).Distinct().Take(4)]);
        await AddAsync(
            new PortalUser { Email = "principal@demo.local", DisplayName = $"Директор: {own.Name}", Role = PortalRole.Principal, RegionId = region.Id },
            own.SchoolId);
    }

    private async Task<PortalUser> AddAsync(PortalUser user, params int[] schools)
    {
        user.UserName = user.Email;
        user.EmailConfirmed = true;
        user.Schools.AddRange(schools.Select(s => new UserSchool { UserId = user.Id, SchoolId = s }));
        var outcome = await users.CreateAsync(user, Password);
        return outcome.Succeeded ? user : throw new InvalidOperationException(string.Join(' ', outcome.Errors.Select(e => e.Description)));
    }
}
