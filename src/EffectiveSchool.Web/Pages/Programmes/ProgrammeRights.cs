using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Web.Reminders;

namespace EffectiveSchool.Web.Pages.Programmes;

/// <summary>Who may change which programme: the region all of its own, a municipality its own and its schools', a school its own; PostgreSQL asks the same.</summary>
public static class ProgrammeRights
{
    public static bool MayChange(this Person person, Programme programme) => person.May(Policies.WriteProgrammes) && person.IsOver(programme);

    /// <summary>Whether the person chooses who takes part: a school does its own programme itself.</summary>
    public static bool MayChooseSchools(this Person person, Programme programme) => programme.SchoolId is null && person.May(Policies.ManageProgrammes) && person.IsOver(programme);

    /// <summary>Whether the person decides on the programme; the one above it is loaded.</summary>
    public static bool MayDecide(this Person person, Programme programme) => person.May(Policies.ReviewProgrammes) && person.IsOver(programme)
        && DueWork.ReaderOf(person.Role, person.Scope) is { } reader && programme.MayDecide(reader.Level);

    private static bool IsOver(this Person person, Programme programme) => person.Scope.RegionId == programme.RegionId
        && (person.Scope.SeesRegion
            || (person.Scope.MunicipalityId is { } own && own == programme.MunicipalityId)
            || (programme.SchoolId is { } school && person.Scope.SingleSchools.Contains(school)));
}
