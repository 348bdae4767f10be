using EffectiveSchool.Data.Users;

namespace EffectiveSchool.Web.Pages.Schools;

/// <summary>What of a school's registry card the role may see beyond the figures.</summary>
public sealed class SchoolRights(Person person)
{
    /// <summary>Contacts are personal data: shown to those who work with the school, not to those who look on (domain.md §14).</summary>
    public bool SeesContacts => person.Role is PortalRole.RegionalCoordinator or PortalRole.MunicipalCoordinator or PortalRole.Curator or PortalRole.Principal;

    public bool Edits => person.May(Policies.ManageRegistry);
}
