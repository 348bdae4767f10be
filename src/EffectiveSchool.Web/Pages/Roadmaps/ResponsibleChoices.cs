using System.Globalization;
using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Web.Pages.Roadmaps;

/// <summary>Whom a person may name as responsible: schools, offices and organisations that they see, and the accounts that they keep.</summary>
public sealed class ResponsibleChoices(PortalDb db)
{
    public async Task<IReadOnlyList<ResponsibleCandidate>> AllAsync(Programme programme, CancellationToken cancellationToken)
    {
        var region = programme.RegionId;
        var offices = await db.Regions.Where(r => r.Id == region).Select(r => new { r.Id, r.Name }).ToListAsync(cancellationToken);
        var municipalities = await db.Municipalities.Where(m => m.RegionId == region).OrderBy(m => m.Name).Select(m => new { m.Id, m.Name }).ToListAsync(cancellationToken);
        var organisations = await db.Organisations.Where(o => o.RegionId == region).OrderBy(o => o.Name).Select(o => new { o.Id, o.Name }).ToListAsync(cancellationToken);
        var people = await db.Users.IgnoreAutoIncludes().Where(u => u.RegionId == region && !u.IsClosed).OrderBy(u => u.DisplayName).Select(u => new { u.Id, u.DisplayName }).ToListAsync(cancellationToken);
        var schools = await db.Schools.Where(s => s.RegionId == region).OrderBy(s => s.Name).Select(s => new { s.Id, s.Name }).ToListAsync(cancellationToken);
        return
        [
            .. offices.Select(o => new ResponsibleCandidate(ResponsibleKind.Region, Text(o.Id), o.Name)),
            .. municipalities.Select(o => new ResponsibleCandidate(ResponsibleKind.Municipality, Text(o.Id), o.Name)),
            .. organisations.Select(o => new ResponsibleCandidate(ResponsibleKind.Organisation, Text(o.Id), o.Name)),
            .. people.Select(o => new ResponsibleCandidate(ResponsibleKind.Person, o.Id.ToString(), o.DisplayName)),
            .. schools.Select(o => new ResponsibleCandidate(ResponsibleKind.School, Text(o.Id), o.Name)),
        ];
    }

    /// <summary>The responsible of a key, as the activity keeps it; null where the person sees no such one.</summary>
    public async Task<ActivityResponsible?> FindAsync(int activityId, Programme programme, string? key, CancellationToken cancellationToken)
    {
        var parts = (key ?? "").Split('-', 2);
        if (parts.Length != 2 || !Enum.TryParse<ResponsibleKind>(parts[0], ignoreCase: true, out var kind))
        {
            return null;
        }

        if (kind == ResponsibleKind.Person)
        {
            return Guid.TryParse(parts[1], out var user) && await db.Users.IgnoreAutoIncludes().SingleOrDefaultAsync(u => u.Id == user && u.RegionId == programme.RegionId && !u.IsClosed, cancellationToken) is { } found
                ? ActivityResponsible.Person(activityId, found.Id, found.DisplayName)
                : null;
        }

        _ = int.TryParse(parts[1], CultureInfo.InvariantCulture, out var id);
        return kind switch
        {
            ResponsibleKind.School => await db.Schools.SingleOrDefaultAsync(s => s.Id == id && s.RegionId == programme.RegionId, cancellationToken) is { } school ? ActivityResponsible.School(activityId, school) : null,
            ResponsibleKind.Municipality => await db.Municipalities.SingleOrDefaultAsync(m => m.Id == id && m.RegionId == programme.RegionId, cancellationToken) is { } municipality
                ? ActivityResponsible.Municipality(activityId, municipality) : null,
            ResponsibleKind.Region => await db.Regions.SingleOrDefaultAsync(r => r.Id == id && r.Id == programme.RegionId, cancellationToken) is { } region ? ActivityResponsible.Region(activityId, region) : null,
            _ => await db.Organisations.SingleOrDefaultAsync(o => o.Id == id && o.RegionId == programme.RegionId, cancellationToken) is { } organisation
                ? ActivityResponsible.Organisation(activityId, organisation) : null,
        };
    }

    /// <summary>The organisation of a name, found or added; a refusal where the name does not do.</summary>
    public async Task<(ResponsibleOrganisation? Organisation, string? Refusal)> NamedAsync(Programme programme, string? name, CancellationToken cancellationToken)
    {
        var organisation = new ResponsibleOrganisation { RegionId = programme.RegionId };
        if (organisation.Rename(name) is { } refusal)
        {
            return (null, refusal);
        }

        if (await db.Organisations.SingleOrDefaultAsync(o => o.RegionId == programme.RegionId && o.Name == organisation.Name, cancellationToken) is { } known)
        {
            return (known, null);
        }

        db.Organisations.Add(organisation);
        await db.SaveChangesAsync(cancellationToken);
        return (organisation, null);
    }

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);
}
