namespace EffectiveSchool.Imports.Roadmaps;

/// <summary>How sure the reading of an activity is.</summary>
public enum PlanConfidence
{
    /// <summary>Прочитано как есть.</summary>
    Sure,

    /// <summary>Исправлено по правилу, исправление показано.</summary>
    Repaired,

    /// <summary>Прочитано предположительно: нужен взгляд человека.</summary>
    Doubtful,
}

/// <summary>Something that was put right, or could not be, in the rows of an activity.</summary>
/// <param name="Cell">Address, e.g. «F23».</param>
/// <param name="Text">A Russian sentence.</param>
public sealed record PlanRepair(string Cell, string Text);

/// <summary>An activity of a plan as it was read.</summary>
/// <param name="Number">«1.1.1»; empty where the plan gives none.</param>
/// <param name="Sections">Section rows above it from the outermost; empty where the plan has none.</param>
/// <param name="SectionYear">The year that narrows its term, or null.</param>
/// <param name="Title">Name on one line.</param>
/// <param name="Term">The wording of the term as it stands in the cell; empty where there is none.</param>
/// <param name="Responsible">Responsible on one line; empty where none.</param>
/// <param name="Expected">Expected result on one line; empty where none.</param>
/// <param name="Sheet">Sheet name; null for csv and pasted tables.</param>
/// <param name="Rows">1-based source rows, in order.</param>
/// <param name="Confidence">How sure the reading is.</param>
/// <param name="Repairs">What was put right.</param>
public sealed record PlanActivity(
    string Number,
    IReadOnlyList<string> Sections,
    int? SectionYear,
    string Title,
    string Term,
    string Responsible,
    string Expected,
    string? Sheet,
    IReadOnlyList<int> Rows,
    PlanConfidence Confidence,
    IReadOnlyList<PlanRepair> Repairs)
{
    /// <summary>The sections in one line: «1. Трек 1 / 1.1. Организационные мероприятия».</summary>
    public string Section => string.Join(" / ", Sections);
}

/// <summary>A sheet of the plan as it came, to show beside what was read.</summary>
/// <param name="Name">Sheet name; null for csv and pasted tables.</param>
/// <param name="HeadingRow">Row of the headings, 1-based; null where none was recognised.</param>
/// <param name="Columns">0-based columns and what they hold; empty where the sheet was not read.</param>
/// <param name="Rows">The rows that hold something.</param>
public sealed record PlanSheet(string? Name, int? HeadingRow, IReadOnlyDictionary<int, PlanColumn> Columns, IReadOnlyList<TableRow> Rows);

/// <summary>A plan file as it was read.</summary>
/// <param name="FileName">Name as it was sent.</param>
/// <param name="Sha256">SHA-256 of the bytes, 64 hex digits; null where the file was refused unread.</param>
/// <param name="Title">What stands above the table; empty where nothing does.</param>
/// <param name="Sheets">Sheets in their order, hidden ones left out.</param>
/// <param name="Activities">Activities in the order of the file.</param>
/// <param name="Refusals">Why the file, or a sheet, was not read.</param>
/// <param name="Notes">What is worth knowing of the file as a whole.</param>
public sealed record PlanFile(
    string FileName,
    string? Sha256,
    string Title,
    IReadOnlyList<PlanSheet> Sheets,
    IReadOnlyList<PlanActivity> Activities,
    IReadOnlyList<Refusal> Refusals,
    IReadOnlyList<ImportNote> Notes);

/// <summary>Columns set by hand where the headings were not recognised, or not rightly.</summary>
/// <param name="HeadingRow">1-based row after which the table begins; 0 where it has no headings.</param>
/// <param name="Columns">0-based columns and what they hold; the name and the term must be among them.</param>
public sealed record PlanLayout(int HeadingRow, IReadOnlyDictionary<int, PlanColumn> Columns);
