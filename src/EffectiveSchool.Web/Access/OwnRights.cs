namespace EffectiveSchool.Web.Access;

/// <summary>Who makes and changes what belongs to a level: the region everything of its own, a municipality its own; PostgreSQL asks the same.</summary>
public static class OwnRights
{
    public static bool Keeps(this Person person, int regionId, int? municipalityId) => person.May(Policies.ManageProgrammes)
        && person.Scope.RegionId == regionId
        && (person.Scope.SeesRegion || (person.Scope.MunicipalityId is { } own && own == municipalityId));
}
