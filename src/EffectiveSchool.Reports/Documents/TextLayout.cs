namespace EffectiveSchool.Reports.Documents;

/// <summary>Styles of a text document, as offices write: Times New Roman, 14 in the text and 10 in tables and notes.</summary>
public enum TextStyle
{
    /// <summary>Text, 14 points.</summary>
    Body,

    /// <summary>The heading of the document, 14 points, bold, in the middle; Word's «Заголовок 1».</summary>
    Title,

    /// <summary>The heading of a part, 12 points, bold; Word's «Заголовок 2».</summary>
    Heading,

    /// <summary>Notes and cells of tables, 10 points.</summary>
    Small,

    /// <summary>Figures of a wide matrix, 9 points.</summary>
    Figure,

    /// <summary>Words under a line to fill in, 8 points, in the middle.</summary>
    Caption,

    /// <summary>The block in the upper right corner of an annex, 12 points.</summary>
    Corner,
}

/// <summary>Where a text stands in its line.</summary>
public enum TextSide
{
    /// <summary>At the left.</summary>
    Left,

    /// <summary>In the middle.</summary>
    Middle,

    /// <summary>At the right.</summary>
    Right,
}

/// <summary>A cell of a table in a text document.</summary>
/// <param name="Text">What stands in it; characters that XML forbids are left out.</param>
public sealed record TextCell(string Text)
{
    /// <summary>Where the text stands.</summary>
    public TextSide Side { get; init; }

    /// <summary>Size and weight of the text.</summary>
    public TextStyle Style { get; init; } = TextStyle.Small;

    /// <summary>Bold.</summary>
    public bool Bold { get; init; }

    /// <summary>Shaded: bold text and a mark must say the same, for a copier knows no shades.</summary>
    public bool Shaded { get; init; }

    /// <summary>How many columns the cell takes, from 1.</summary>
    public int Columns { get; init; } = 1;

    /// <summary>The first cell of several rows joined into one.</summary>
    public bool StartsRows { get; init; }

    /// <summary>Joined to the cell above, which <see cref="StartsRows"/>.</summary>
    public bool ContinuesRows { get; init; }

    /// <summary>Written upwards, for narrow columns.</summary>
    public bool Upwards { get; init; }

    /// <summary>A line under the cell in a table without lines: a blank to fill in.</summary>
    public bool Blank { get; init; }

    /// <summary>A cell of a heading row.</summary>
    public static TextCell Header(string text) => new(text) { Bold = true, Side = TextSide.Middle };

    /// <summary>A figure or a short word in the middle.</summary>
    public static TextCell Middle(string text) => new(text) { Side = TextSide.Middle };
}

/// <summary>What the file says of itself. No machine or account name ever enters it.</summary>
/// <param name="Title">Title of the document.</param>
/// <param name="Subject">What it is about, or null.</param>
/// <param name="Created">When its figures were made; null leaves it out.</param>
public sealed record TextProperties(string Title, string? Subject = null, DateTimeOffset? Created = null);
