namespace EffectiveSchool.Domain.Results;

/// <summary>Version of a result (domain.md §4), from the earliest to the latest.</summary>
public enum ResultVersion
{
    /// <summary>Предварительный.</summary>
    Preliminary,

    /// <summary>Уточнённый.</summary>
    Refined,

    /// <summary>Итоговый.</summary>
    Final,
}

/// <summary>Words and order of versions. A result whose file names no version is null and stands before all of them.</summary>
public static class ResultVersions
{
    /// <summary>«предварительный», «уточнённый», «итоговый»; «без версии» where the file names none.</summary>
    public static string RussianName(this ResultVersion? version) => version switch
    {
        ResultVersion.Preliminary => "предварительный",
        ResultVersion.Refined => "уточнённый",
        ResultVersion.Final => "итоговый",
        _ => "без версии",
    };

    /// <summary>
    /// Whether other figures of one version may take the place of stored ones of another: a later or the same version may,
    /// an earlier one only where a person says so. ImportCheck in Data mirrors this in SQL.
    /// </summary>
    /// <param name="brought">Version of the row; null where the file names none.</param>
    /// <param name="stored">Version of what is stored; null where it has none.</param>
    public static bool MayReplace(ResultVersion? brought, ResultVersion? stored) => Rank(brought) >= Rank(stored);

    /// <summary>Version of a result that was corrected by hand: «уточнённый»; a final one stays final, so that no earlier version takes its place.</summary>
    /// <param name="stored">Version before the correction; null where it has none.</param>
    public static ResultVersion Corrected(ResultVersion? stored) => stored is ResultVersion.Final ? ResultVersion.Final : ResultVersion.Refined;

    private static int Rank(ResultVersion? version) => version is { } known ? 1 + (int)known : 0;
}
