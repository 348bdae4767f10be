using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Imports.Registry;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EffectiveSchool.Web.Pages.Schools;

/// <summary>The closed lists of the registry as options of a form.</summary>
public static class SchoolWords
{
    public static IEnumerable<SelectListItem> Types(SchoolType? chosen) =>
        Enum.GetValues<SchoolType>().Select(t => new SelectListItem(t.RussianName(), t.ToString(), t == chosen));

    public static IEnumerable<SelectListItem> Statuses(SchoolStatus? chosen) =>
        Enum.GetValues<SchoolStatus>().Select(s => new SelectListItem(s.RussianName(), s.ToString(), s == chosen));

    public static IEnumerable<SelectListItem> Settlements(SettlementKind? chosen) =>
        Enum.GetValues<SettlementKind>().Select(s => new SelectListItem(Settlement(s), s.ToString(), s == chosen));

    public static string Settlement(SettlementKind settlement) => settlement == SettlementKind.Unknown ? "не указана" : settlement.RussianName();
}
