using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Domain.Results;

/// <summary>The procedures the portal knows from the start (domain.md §4).</summary>
public static class Procedures
{
    /// <summary>The one column «ЕГЭ МА» that published matrices bring instead of база and профиль.</summary>
    public const string UnitedMathEge = "ЕГЭ МА";

    /// <summary>ЕГЭ МА база.</summary>
    public const string BaseMathEge = "ЕГЭ МА база";

    /// <summary>ЕГЭ МА профиль.</summary>
    public const string ProfileMathEge = "ЕГЭ МА профиль";

    /// <summary>The nine procedures of the federal rule, in the order of every matrix.</summary>
    public static IReadOnlyList<Procedure> Federal { get; } =
    [
        new("ВПР 5 РУ", ProcedureKind.Vpr, 5, "РУ"),
        new("ВПР 5 МА", ProcedureKind.Vpr, 5, "МА"),
        new("ВПР 6 РУ", ProcedureKind.Vpr, 6, "РУ"),
        new("ВПР 6 МА", ProcedureKind.Vpr, 6, "МА"),
        new("ОГЭ РУ", ProcedureKind.Oge, 9, "РУ"),
        new("ОГЭ МА", ProcedureKind.Oge, 9, "МА"),
        new("ЕГЭ РУ", ProcedureKind.Ege, 11, "РУ"),
        new(BaseMathEge, ProcedureKind.Ege, 11, "МА", ProcedureLevel.Base),
        new(ProfileMathEge, ProcedureKind.Ege, 11, "МА", ProcedureLevel.Profile),
    ];

    /// <summary>Every procedure shipped as reference data: the nine, the united ЕГЭ МА, further ВПР and КДР.</summary>
    public static IReadOnlyList<Procedure> All { get; } =
    [
        .. Federal,
        new(UnitedMathEge, ProcedureKind.Ege, 11, "МА"),
        new("ВПР 4 РУ", ProcedureKind.Vpr, 4, "РУ"),
        new("ВПР 4 МА", ProcedureKind.Vpr, 4, "МА"),
        new("ВПР 4 ОМ", ProcedureKind.Vpr, 4, "ОМ"),
        new("ВПР 7 РУ", ProcedureKind.Vpr, 7, "РУ"),
        new("ВПР 7 МА", ProcedureKind.Vpr, 7, "МА"),
        new("ВПР 8 РУ", ProcedureKind.Vpr, 8, "РУ"),
        new("ВПР 8 МА", ProcedureKind.Vpr, 8, "МА"),
        new("КДР 4 ЧГ", ProcedureKind.Kdr, 4, "ЧГ"),
        new("КДР 6 ЧГ", ProcedureKind.Kdr, 6, "ЧГ"),
        new("КДР 7 МГ", ProcedureKind.Kdr, 7, "МГ"),
        new("КДР 8 ЕНГ", ProcedureKind.Kdr, 8, "ЕНГ"),
    ];

    private static readonly Dictionary<string, Procedure> ByCode = All.ToDictionary(p => p.Code, StringComparer.Ordinal);

    /// <summary>The procedure of that code, or null where the portal does not know it.</summary>
    public static Procedure? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>
    /// Whether a school of the type teaches the procedure's grade: an ООШ has no 11th grade, a НОШ nothing above the 4th
    /// (domain.md §4). An unknown procedure is taken to apply.
    /// </summary>
    public static bool Applies(string code, SchoolType type) => Find(code) is not { } procedure || procedure.Grade <= type.LastGrade();

    /// <summary>Procedures that were held in no region that year: ОГЭ in 2020, ЕГЭ МА база in 2020 and 2021.</summary>
    public static bool WasHeld(string code, int year) => Find(code) switch
    {
        { Kind: ProcedureKind.Oge } => year != 2020,
        { Level: ProcedureLevel.Base } => year is not (2020 or 2021),
        _ => true,
    };
}
