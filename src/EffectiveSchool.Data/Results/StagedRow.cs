using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Data.Results;

/// <summary>A row as a file gave it, on its way into the dry run.</summary>
/// <param name="FileId">The file of the batch.</param>
/// <param name="Sheet">Sheet, null for csv.</param>
/// <param name="Row">1-based row.</param>
/// <param name="Cell">Address of the cell that names the school, or that a refusal is about.</param>
/// <param name="AsWritten">How the row names the school.</param>
/// <param name="Municipality">Code or name of the municipality the row stands under, for proposing candidates; or null.</param>
/// <param name="Code">Digits of the code, or null.</param>
/// <param name="CodeKinds">Kinds the code may be of, as the registry names them.</param>
/// <param name="Procedure">Code of the procedure.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Figures">The figures; none where the reader refused the row.</param>
/// <param name="Reason">Why the reader refused the row; null where it read it.</param>
/// <param name="WhatToDo">The way out of the refusal.</param>
public sealed record StagedRow(
    int FileId,
    string? Sheet,
    int? Row,
    string? Cell,
    string AsWritten,
    string? Municipality,
    string? Code,
    IReadOnlyList<string> CodeKinds,
    string? Procedure,
    int? Year,
    StagedFigures Figures,
    string? Reason = null,
    string? WhatToDo = null);

/// <summary>The figures of a row.</summary>
public sealed record StagedFigures(
    int? Participants = null,
    int? Failed = null,
    int? Twos = null,
    int? Threes = null,
    int? Fours = null,
    int? Fives = null,
    decimal? MeanScore = null,
    bool? PublishedMarker = null,
    int? Lowered = null,
    int? Confirmed = null,
    int? Raised = null,
    ResultVersion? Version = null);

/// <summary>What reading a file found besides its rows.</summary>
/// <param name="FileId">The file.</param>
/// <param name="Sections">What was recognised.</param>
/// <param name="Warnings">Remarks that stop nothing.</param>
/// <param name="Refusal">Why the file as a whole was not read, with the way out; or null.</param>
public sealed record FileFindings(int FileId, List<RecognisedSection> Sections, List<string> Warnings, string? Refusal);
