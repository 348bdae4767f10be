using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Web.Access;

namespace EffectiveSchool.Web.Pages.Programmes;

/// <summary>Who may change which programme: the region all of its own, a municipality its own; PostgreSQL asks the same.</summary>
public static class ProgrammeRights
{
    public static bool MayChange(this Person person, Programme programme) => person.May(Policies.ManageProgrammes)
        && person.Scope.RegionId == programme.RegionId
        && (person.Scope.SeesRegion || (person.Scope.MunicipalityId is { } own && own == programme.MunicipalityId && programme.SchoolId is null));

    public static string Text(this ProgrammeLevel level) => level switch
    {
        ProgrammeLevel.Region => "региональная",
        ProgrammeLevel.Municipality => "муниципальная",
        _ => "школьная",
    };
}
