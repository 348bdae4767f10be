namespace EffectiveSchool.Reports.Users;

/// <summary>A slip that is handed to one person.</summary>
/// <param name="Who">Surname and name, or the name of the role where none is known.</param>
/// <param name="Role">Role in words: «директор».</param>
/// <param name="Where">What the person works with: school, municipality or region; empty for an administrator.</param>
/// <param name="Login">Address that the person signs in with.</param>
/// <param name="Link">The whole link, shown this once.</param>
/// <param name="Until">The last moment of the link in the region's time: «06.12.2026, 14:30».</param>
public sealed record Slip(string Who, string Role, string Where, string Login, string Link, string Until);

/// <summary>Slips issued together (памятки), to be printed and cut.</summary>
/// <param name="Portal">Address of the portal.</param>
/// <param name="Slips">The slips, in the order they are printed.</param>
public sealed record SlipsDocument(string Portal, IReadOnlyList<Slip> Slips);
