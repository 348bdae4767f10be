using EffectiveSchool.Domain.Identification;

namespace EffectiveSchool.Imports.Lists;

/// <summary>A published annex as it was read.</summary>
/// <param name="FileName">Name as it was sent.</param>
/// <param name="Sheet">Sheet the matrix stands on; null for csv and where the file was refused.</param>
/// <param name="Years">The years printed, ascending.</param>
/// <param name="Schools">Schools in the order of the file.</param>
/// <param name="Refusals">What was not accepted.</param>
/// <param name="Notes">What is worth knowing and refuses nothing.</param>
public sealed record PublishedMatrixFile(
    string FileName,
    string? Sheet,
    IReadOnlyList<int> Years,
    IReadOnlyList<PublishedSchool> Schools,
    IReadOnlyList<Refusal> Refusals,
    IReadOnlyList<ImportNote> Notes);
