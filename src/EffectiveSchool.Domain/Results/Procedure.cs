namespace EffectiveSchool.Domain.Results;

/// <summary>Kind of an assessment procedure (оценочная процедура).</summary>
public enum ProcedureKind
{
    /// <summary>ВПР: mark «2» fails.</summary>
    Vpr,

    /// <summary>ОГЭ: mark «2» fails; before resits only.</summary>
    Oge,

    /// <summary>ЕГЭ: below the minimum fails; before resits only, without graduates of past years.</summary>
    Ege,

    /// <summary>КДР: a regional diagnostic test.</summary>
    Kdr,
}

/// <summary>Level of the mathematics ЕГЭ; <see cref="None"/> for every other procedure.</summary>
public enum ProcedureLevel
{
    /// <summary>The procedure has no levels.</summary>
    None,

    /// <summary>База.</summary>
    Base,

    /// <summary>Профиль.</summary>
    Profile,
}

/// <summary>An assessment procedure (оценочная процедура); reference data.</summary>
/// <param name="Code">The name used everywhere, e.g. «ВПР 6 РУ», «ЕГЭ МА профиль». Unique.</param>
/// <param name="Kind">Kind of the procedure.</param>
/// <param name="Grade">Grade of the pupils, 1–11.</param>
/// <param name="Subject">Subject abbreviation as files write it: РУ, МА, ЧГ …</param>
/// <param name="Level">Level of ЕГЭ МА, otherwise <see cref="ProcedureLevel.None"/>.</param>
public sealed record Procedure(string Code, ProcedureKind Kind, int Grade, string Subject, ProcedureLevel Level = ProcedureLevel.None)
{
    /// <summary>The heading of a narrow column: «5 РУ», «ОГЭ РУ», «МА п».</summary>
    public string ShortName => (Kind, Level) switch
    {
        (ProcedureKind.Vpr, _) => $"{Grade} {Subject}",
        (_, ProcedureLevel.Base) => $"{Subject} б",
        (_, ProcedureLevel.Profile) => $"{Subject} п",
        _ => Code,
    };
}
