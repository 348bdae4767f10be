namespace EffectiveSchool.Imports.Templates;

/// <summary>
/// The sheets of a template beside the one that is filled in. They are known by their names and never read, so that nobody
/// uploads the example by mistake.
/// </summary>
public static class TemplateSheets
{
    /// <summary>The filled example.</summary>
    public const string Sample = "Образец";

    /// <summary>What goes where.</summary>
    public const string Instructions = "Как заполнять";

    /// <summary>Whether a sheet explains the template and holds no data.</summary>
    /// <param name="sheet">Sheet name; null for csv.</param>
    public static bool Explains(string? sheet) => sheet is Sample or Instructions;
}
