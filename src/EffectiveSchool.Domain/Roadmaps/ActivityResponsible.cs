using System.Globalization;
using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Domain.Roadmaps;

/// <summary>What a responsible is.</summary>
public enum ResponsibleKind
{
    /// <summary>Школа.</summary>
    School,

    /// <summary>Орган управления образованием муниципалитета.</summary>
    Municipality,

    /// <summary>Орган управления образованием региона.</summary>
    Region,

    /// <summary>Другая организация: reference data of the region.</summary>
    Organisation,

    /// <summary>A person who signs in at the portal.</summary>
    Person,
}

/// <summary>An organisation that answers for activities and is neither a school nor an office: ИРО, ИМЦ, вуз. Reference data of a region.</summary>
public sealed class ResponsibleOrganisation
{
    /// <summary>The longest name, characters.</summary>
    public const int LongestName = 300;

    /// <summary>Internal key.</summary>
    public int Id { get; private set; }

    /// <summary>The region.</summary>
    public required int RegionId { get; init; }

    /// <summary>Name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Sets the name. Returns a refusal in Russian, or null.</summary>
    /// <param name="name">Name, not empty, at most <see cref="LongestName"/> characters.</param>
    public string? Rename(string? name)
    {
        var text = name?.Trim() ?? "";
        if (text.Length is 0 or > LongestName)
        {
            return text.Length == 0 ? "Укажите название организации." : $"Название длиннее {LongestName} знаков. Сократите его.";
        }

        Name = text;
        return null;
    }
}

/// <summary>Who answers for an activity: one of five kinds, each with its key and the name it was known by when it was chosen.</summary>
public sealed class ActivityResponsible
{
    private ActivityResponsible()
    {
    }

    private ActivityResponsible(int activityId, ResponsibleKind kind, string id, string name) =>
        (ActivityId, Kind, Key, Name) = (activityId, kind, KeyOf(kind, id), name);

    /// <summary>The activity.</summary>
    public int ActivityId { get; private set; }

    /// <summary>Names the responsible everywhere, for filters: «school-5», «region-1».</summary>
    public string Key { get; private set; } = "";

    /// <summary>Kind.</summary>
    public ResponsibleKind Kind { get; private set; }

    /// <summary>Name; of a person the name of the role, never their own.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Only of a school.</summary>
    public int? SchoolId { get; private set; }

    /// <summary>Only of a municipality's office.</summary>
    public int? MunicipalityId { get; private set; }

    /// <summary>Only of another organisation.</summary>
    public int? OrganisationId { get; private set; }

    /// <summary>Only of a person.</summary>
    public Guid? UserId { get; private set; }

    /// <summary>A school.</summary>
    public static ActivityResponsible School(int activityId, School school) => new(activityId, ResponsibleKind.School, Text(school.Id), school.Name) { SchoolId = school.Id };

    /// <summary>The office of a municipality.</summary>
    public static ActivityResponsible Municipality(int activityId, Municipality municipality) =>
        new(activityId, ResponsibleKind.Municipality, Text(municipality.Id), $"Орган управления образованием, {municipality.Name}") { MunicipalityId = municipality.Id };

    /// <summary>The office of the region.</summary>
    public static ActivityResponsible Region(int activityId, Region region) =>
        new(activityId, ResponsibleKind.Region, Text(region.Id), $"Орган управления образованием, {region.Name}");

    /// <summary>Another organisation.</summary>
    public static ActivityResponsible Organisation(int activityId, ResponsibleOrganisation organisation) =>
        new(activityId, ResponsibleKind.Organisation, Text(organisation.Id), organisation.Name) { OrganisationId = organisation.Id };

    /// <summary>A person of the portal.</summary>
    /// <param name="activityId">The activity.</param>
    /// <param name="userId">Key of the account.</param>
    /// <param name="roleName">Name of the role as others see it.</param>
    public static ActivityResponsible Person(int activityId, Guid userId, string roleName) =>
        new(activityId, ResponsibleKind.Person, userId.ToString(), roleName) { UserId = userId };

    /// <summary>The key of a responsible: «person-0190…».</summary>
    public static string KeyOf(ResponsibleKind kind, string id) => $"{kind.ToString().ToLowerInvariant()}-{id}";

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The Russian names of kinds.</summary>
public static class ResponsibleKinds
{
    /// <summary>«школа», «орган управления образованием муниципалитета» …</summary>
    public static string RussianName(this ResponsibleKind kind) => kind switch
    {
        ResponsibleKind.School => "школа",
        ResponsibleKind.Municipality => "орган управления образованием муниципалитета",
        ResponsibleKind.Region => "орган управления образованием региона",
        ResponsibleKind.Organisation => "другая организация",
        _ => "пользователь портала",
    };
}
