namespace EffectiveSchool.Imports.Templates;

/// <summary>A column of a template.</summary>
/// <param name="Heading">The heading to write; the importer reads it back.</param>
/// <param name="Rule">What goes there, in Russian.</param>
/// <param name="IsNumber">Whether the cells are written as numbers.</param>
/// <param name="Width">Width in characters.</param>
public sealed record TemplateField(string Heading, string Rule, bool IsNumber = false, double Width = 14);

/// <summary>A file as its own importer has understood it, in the cells of the template: for proving that what is written is read.</summary>
/// <param name="Rows">Accepted rows in the order of the file, a text a column; empty where nothing was said.</param>
/// <param name="Refusals">What was not accepted.</param>
public sealed record TemplateReading(IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<Refusal> Refusals);

/// <summary>
/// A template that is downloaded, filled in and uploaded. The workbook has the sheet to fill in, the filled example and the
/// rules (<see cref="TemplateSheets"/>); the importer reads the first alone.
/// </summary>
/// <param name="Key">Name in addresses, e.g. «results».</param>
/// <param name="Title">Russian title: «Результаты процедур».</param>
/// <param name="About">One Russian sentence: what it is for.</param>
/// <param name="FileName">Name of the downloaded file.</param>
/// <param name="Sheet">Name of the sheet to fill in, at most 31 characters.</param>
/// <param name="Fields">Columns in order.</param>
/// <param name="Example">Filled rows, a text a column.</param>
/// <param name="Instructions">Russian sentences above the table of columns.</param>
/// <param name="Read">The importer: a file by its bytes and name.</param>
public sealed record ImportTemplate(
    string Key,
    string Title,
    string About,
    string FileName,
    string Sheet,
    IReadOnlyList<TemplateField> Fields,
    IReadOnlyList<IReadOnlyList<string>> Example,
    IReadOnlyList<string> Instructions,
    Func<Stream, string, TemplateReading> Read);

/// <summary>Every template of the portal: whoever adds an importable thing adds its template here.</summary>
public static class ImportTemplates
{
    /// <summary>All templates in the order in which they are shown.</summary>
    public static IReadOnlyList<ImportTemplate> All { get; } =
        [
            RegistryTemplate.Template, ResultsTemplate.Template, ComparisonTemplate.Template, FiguresTemplate.Template, FederalListTemplate.Template, PublishedTemplate.Template,
            RoadmapTemplate.Template, ParticipantsTemplate.Template, AnswersTemplate.Template, UsersTemplate.Template,
        ];

    /// <summary>The template of a key, or null.</summary>
    /// <param name="key">See <see cref="ImportTemplate.Key"/>.</param>
    public static ImportTemplate? Find(string key) => All.FirstOrDefault(t => t.Key == key);
}
