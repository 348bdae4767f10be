using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Data.Results;

public enum BatchState
{
    /// <summary>Files are being read; progress grows.</summary>
    Reading,

    /// <summary>Read and compared; nothing is stored among the results yet.</summary>
    Checked,

    /// <summary>Applied to the results.</summary>
    Applied,

    /// <summary>Applied and taken back.</summary>
    Undone,

    /// <summary>Given up before it was applied.</summary>
    Cancelled,
}

/// <summary>A batch: files uploaded together, from the dry run to the undo.</summary>
public sealed class ImportBatch
{
    public int Id { get; set; }

    public required int RegionId { get; set; }

    /// <summary>The municipality of the sender; null where the region sent it.</summary>
    public int? MunicipalityId { get; set; }

    public required Guid AuthorId { get; set; }

    /// <summary>Who sent it, by role and place: names are not kept here.</summary>
    public required string Author { get; set; }

    public required DateTimeOffset CreatedAt { get; set; }

    public BatchState State { get; set; } = BatchState.Reading;

    /// <summary>Rows read so far.</summary>
    public int RowsRead { get; set; }

    public DateTimeOffset? AppliedAt { get; set; }

    public DateTimeOffset? UndoneAt { get; set; }

    /// <summary>A person has said that the batch may replace results of a later version.</summary>
    public bool ReplacesLater { get; set; }

    public List<ImportFile> Files { get; } = [];
}

/// <summary>A file of a batch with what was recognised in it.</summary>
public sealed class ImportFile
{
    public int Id { get; set; }

    public int BatchId { get; set; }

    public required int RegionId { get; set; }

    public int? MunicipalityId { get; set; }

    public required string Name { get; set; }

    public required string Sha256 { get; set; }

    public required int Size { get; set; }

    /// <summary>What was recognised, as Russian sentences: procedure, year, sheet, columns, control totals, warnings.</summary>
    public List<RecognisedSection> Sections { get; set; } = [];

    /// <summary>Why the file as a whole was not read; null where it was.</summary>
    public string? Refusal { get; set; }

    /// <summary>
    /// Not the bytes of the file are kept but a workbook of the portal: of its sums where it named pupils, of the reason where it
    /// could not be read, because then nobody knows whether it names any.
    /// </summary>
    public bool IsReplaced { get; set; }

    /// <summary>Remarks that stop nothing.</summary>
    public List<string> Warnings { get; set; } = [];

    public ImportBatch Batch { get; set; } = null!;
}

/// <summary>The bytes of a file, apart so that pages never load them.</summary>
public sealed class ImportFileContent
{
    public int FileId { get; set; }

    public required byte[] Bytes { get; set; }
}

/// <summary>A sheet of a file: what it holds and whether its totals agree with its own totals rows.</summary>
public sealed record RecognisedSection(
    string? Sheet,
    string Procedure,
    int Year,
    string Columns,
    int Schools,
    int Participants,
    bool? TotalsAgree,
    string TotalsMessage);

public enum RowOutcome
{
    New,
    Changed,
    Same,
    Refused,
}

/// <summary>What a row was refused for: decides what a person may do about it.</summary>
public enum RefusalKind
{
    /// <summary>The row itself could not be read.</summary>
    Row,

    /// <summary>The registry does not know the code, or the row has none: a person may say which school it is.</summary>
    UnknownSchool,

    /// <summary>The code belongs to a school that the sender does not load.</summary>
    ForeignSchool,

    /// <summary>Several schools bear the code.</summary>
    AmbiguousSchool,

    UnknownProcedure,

    /// <summary>The procedure was not held that year.</summary>
    NotHeld,

    /// <summary>The batch brings other figures of the same school, procedure and year.</summary>
    Repeated,

    /// <summary>A marker alone where counts are stored.</summary>
    BareMarker,

    /// <summary>Other figures of an earlier version than the stored one: a person may let the batch replace them.</summary>
    EarlierVersion,
}

/// <summary>A row of a file as the dry run judged it.</summary>
public sealed class ImportRow
{
    public long Id { get; set; }

    public required int BatchId { get; set; }

    public required int FileId { get; set; }

    public required RowOutcome Outcome { get; set; }

    public string? Sheet { get; set; }

    public int? Row { get; set; }

    public string? Cell { get; set; }

    /// <summary>How the row names the school.</summary>
    public required string AsWritten { get; set; }

    /// <summary>Code or name of the municipality the row stands under; null where the file does not say.</summary>
    public string? Municipality { get; set; }

    /// <summary>Digits of the code in the row, null where it had none.</summary>
    public string? Code { get; set; }

    /// <summary>Kinds the code may be of; empty where the row has none.</summary>
    public string[] CodeKinds { get; set; } = [];

    public int? SchoolId { get; set; }

    public int? ProcedureId { get; set; }

    public int? Year { get; set; }

    public int? Participants { get; set; }

    public int? Failed { get; set; }

    public int? Twos { get; set; }

    public int? Threes { get; set; }

    public int? Fours { get; set; }

    public int? Fives { get; set; }

    public decimal? MeanScore { get; set; }

    public bool? PublishedMarker { get; set; }

    /// <summary>With <see cref="Confirmed"/> and <see cref="Raised"/>: the row compares marks with the journal and is no result.</summary>
    public int? Lowered { get; set; }

    public int? Confirmed { get; set; }

    public int? Raised { get; set; }

    /// <summary>Null where the file names no version.</summary>
    public ResultVersion? Version { get; set; }

    /// <summary>What stands now where the row changes it: «26 из 74».</summary>
    public string? Before { get; set; }

    /// <summary>Null unless the row is refused.</summary>
    public RefusalKind? RefusalKind { get; set; }

    public string? Reason { get; set; }

    public string? WhatToDo { get; set; }

    /// <summary>A person may say which school it is: the figures were read, and only the school is unknown.</summary>
    public bool MayBeMatched => RefusalKind == Results.RefusalKind.UnknownSchool;
}

/// <summary>What a batch replaced, so that it can be undone.</summary>
public sealed class ResultChange
{
    public long Id { get; set; }

    public required int BatchId { get; set; }

    public required int SchoolId { get; set; }

    public required int ProcedureId { get; set; }

    public required int Year { get; set; }

    /// <summary>The row of results as it was, null where there was none.</summary>
    public string? Old { get; set; }

    /// <summary>The undo of the batch left the result alone, because another batch had changed it.</summary>
    public bool Kept { get; set; }
}

/// <summary>A school that a person recognised behind a code the registry does not know, remembered per sender.</summary>
public sealed class SchoolAlias
{
    public int Id { get; set; }

    public required int RegionId { get; set; }

    /// <summary>The sender: a municipality, or null for the region.</summary>
    public int? MunicipalityId { get; set; }

    /// <summary>A code or a name as the function alias_key of RowSecurity.sql writes it.</summary>
    public required string Written { get; set; }

    public required int SchoolId { get; set; }

    public required Guid ConfirmedBy { get; set; }

    public required DateTimeOffset ConfirmedAt { get; set; }
}
