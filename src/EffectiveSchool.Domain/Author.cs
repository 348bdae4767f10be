namespace EffectiveSchool.Domain;

/// <summary>Who does something, as it is kept beside the thing: by role and place, names of people are not kept.</summary>
/// <param name="Id">Key of the account.</param>
/// <param name="Name">«директор / школьный координатор, СОШ № 5».</param>
public sealed record Author(Guid Id, string Name);
