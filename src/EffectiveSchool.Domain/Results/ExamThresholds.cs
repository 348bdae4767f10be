namespace EffectiveSchool.Domain.Results;

/// <summary>
/// The least score that is not failed, as reference data ships it (domain.md §4): ЕГЭ in test points, ЕГЭ база in marks,
/// ОГЭ in primary points. A region may set its own for a procedure and year.
/// </summary>
public static class ExamThresholds
{
    private static readonly Dictionary<string, int> Shipped = new(StringComparer.Ordinal)
    {
        ["ЕГЭ РУ"] = 24,
        [Procedures.BaseMathEge] = 3,
        [Procedures.ProfileMathEge] = 27,
        ["ОГЭ РУ"] = 15,
    };

    /// <summary>
    /// The least score of a procedure; null where a score alone does not tell: an unknown procedure, and ОГЭ МА, whose eight
    /// points must hold two of geometry.
    /// </summary>
    /// <param name="procedure">Code of the procedure.</param>
    public static int? Of(string procedure) => Shipped.TryGetValue(procedure, out var least) ? least : null;
}
