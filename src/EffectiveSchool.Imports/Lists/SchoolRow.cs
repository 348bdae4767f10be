using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Imports.Lists;

/// <summary>A row about a school, as a list of schools names it.</summary>
/// <param name="Sheet">Sheet name; null for csv.</param>
/// <param name="Row">1-based row.</param>
/// <param name="Cell">Cell that names the school.</param>
/// <param name="AsWritten">How the row names it.</param>
/// <param name="Code">Digits of the code; null where the row has none.</param>
/// <param name="CodeKinds">Kinds the code may be of, the likeliest first; empty where the row has none.</param>
/// <param name="Name">Name; empty where the file gives none.</param>
/// <param name="Municipality">Municipality; empty where the file gives none.</param>
public record SchoolRow(string? Sheet, int Row, string Cell, string AsWritten, string? Code, IReadOnlyList<SchoolCodeKind> CodeKinds, string Name, string Municipality);
