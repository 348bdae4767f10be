using EffectiveSchool.Data.Lists;

namespace EffectiveSchool.Web.Profiles;

/// <summary>Which schools of a list are printed: one question for the page that counts them and the worker that prints them.</summary>
internal static class ProfileChoice
{
    public static IQueryable<ListSchool> ProfileSchools(this PortalDb db, int listId, bool listedOnly, int? municipalityId) => db.ListSchools.Where(s =>
        s.ListId == listId && (!listedOnly || s.Listed) && (municipalityId == null || s.MunicipalityId == municipalityId));
}
