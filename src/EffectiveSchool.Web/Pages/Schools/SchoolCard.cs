using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Web.Pages.Schools;

public sealed record CardCode(SchoolCodeKind Kind, string Value, DateOnly? From, DateOnly? To);

public sealed record CardLink(int Id, string Name);

/// <summary>What the registry knows of a school, for its page.</summary>
public sealed record SchoolCard(
    string? FullName,
    SchoolType Type,
    string? LegalForm,
    SchoolStatus Status,
    SettlementKind Settlement,
    int? Pupils,
    int? Teachers,
    string? Site,
    string? Contacts,
    bool IsBranch,
    CardLink? Head,
    IReadOnlyList<CardLink> Branches,
    IReadOnlyList<CardCode> Codes,
    IReadOnlyList<(string Name, DateOnly Until)> FormerNames)
{
    /// <summary>The site as a link, where it is an http address; «school.ru» is taken for https.</summary>
    public Uri? SiteLink => WebLink.Site(Site);

    public static async Task<SchoolCard?> FindAsync(PortalDb db, int schoolId, bool withContacts, CancellationToken cancellationToken)
    {
        var school = await db.Schools.Include(s => s.Codes).Include(s => s.FormerNames).AsNoTracking().SingleOrDefaultAsync(s => s.Id == schoolId, cancellationToken);
        if (school is null)
        {
            return null;
        }

        var family = await db.Schools
            .Where(s => s.Id == school.HeadSchoolId || s.HeadSchoolId == schoolId)
            .OrderBy(s => s.Name)
            .Select(s => new CardLink(s.Id, s.Name))
            .ToListAsync(cancellationToken);
        return new SchoolCard(
            school.FullName,
            school.Type,
            school.LegalForm,
            school.Status,
            school.Settlement,
            school.Pupils,
            school.Teachers,
            school.Site,
            withContacts ? school.Contacts : null,
            school.HeadSchoolId is not null,
            family.Find(f => f.Id == school.HeadSchoolId),
            family.FindAll(f => f.Id != school.HeadSchoolId),
            [.. school.Codes.OrderBy(c => c.Kind).ThenBy(c => c.ValidTo is not null).ThenByDescending(c => c.ValidTo).Select(c => new CardCode(c.Kind, c.Value, c.ValidFrom, c.ValidTo))],
            [.. school.FormerNames.OrderByDescending(n => n.Until).Select(n => (n.Name, n.Until))]);
    }
}
