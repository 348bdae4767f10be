using EffectiveSchool.Domain;

namespace EffectiveSchool.Reports.Workbooks;

/// <summary>What a cell holds.</summary>
public enum CellKind
{
    /// <summary>Nothing.</summary>
    Empty,

    /// <summary>Text, never computed even where it looks like a formula.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A calendar date without time.</summary>
    Date,
}

/// <summary>One typed value on its way out; the same cell serves xlsx and csv.</summary>
public readonly record struct Cell
{
    private Cell(CellKind kind, CellStyle style, string? content = null, decimal amount = 0, DateOnly day = default, int decimals = 1)
    {
        Kind = kind;
        Style = style;
        Content = content;
        Amount = amount;
        Day = day;
        NeedsTwoDecimals = decimals > 1;
    }

    /// <summary>What the cell holds.</summary>
    public CellKind Kind { get; }

    /// <summary>How the cell looks; csv ignores it.</summary>
    public CellStyle Style { get; }

    /// <summary>The text where <see cref="Kind"/> is <see cref="CellKind.Text"/>, otherwise null.</summary>
    public string? Content { get; }

    /// <summary>The number where <see cref="Kind"/> is <see cref="CellKind.Number"/>.</summary>
    public decimal Amount { get; }

    /// <summary>Whether one decimal would not do: a mark, or a share that would print as its threshold.</summary>
    internal bool NeedsTwoDecimals { get; }

    /// <summary>The date where <see cref="Kind"/> is <see cref="CellKind.Date"/>.</summary>
    public DateOnly Day { get; }

    /// <summary>The dash of reports that marks missing data; exports that are read back use <see cref="Empty"/>.</summary>
    public static Cell NoData { get; } = Text(RussianFigures.Missing, CellStyle.Muted);

    /// <summary>A cell without a value.</summary>
    public static Cell Empty(CellStyle style = CellStyle.Normal) => new(CellKind.Empty, style);

    /// <summary>Text of any content; null and the empty string give an empty cell.</summary>
    public static Cell Text(string? value, CellStyle style = CellStyle.Normal) =>
        string.IsNullOrEmpty(value) ? Empty(style) : new Cell(CellKind.Text, style, content: value);

    /// <summary>A column heading.</summary>
    public static Cell Header(string value) => Text(value, CellStyle.Header);

    /// <summary>A whole number; null gives an empty cell, never a zero.</summary>
    public static Cell Integer(long? value, CellStyle style = CellStyle.Integer) =>
        value is { } number ? new Cell(CellKind.Number, style, amount: number) : Empty(style);

    /// <summary>A number with decimals; null gives an empty cell, never a zero.</summary>
    public static Cell Number(decimal? value, CellStyle style = CellStyle.Number) =>
        value is { } number ? new Cell(CellKind.Number, style, amount: number) : Empty(style);

    /// <summary>
    /// A share in percent points (27.6 for 27,6 %), kept whole and shown with one decimal, or with two where one would print it
    /// as the threshold that judges it (29.97 is not shown as 30,0); null gives an empty cell.
    /// </summary>
    /// <param name="percentPoints">Percent points.</param>
    /// <param name="style">Percent, Low or Near.</param>
    /// <param name="threshold">The threshold that judges the share; null where nothing does.</param>
    public static Cell Percent(decimal? percentPoints, CellStyle style = CellStyle.Percent, decimal? threshold = null) =>
        percentPoints is { } number ? Figure(number, RussianFigures.DecimalsOf(number, threshold), style) : Empty(style);

    /// <summary>A figure kept whole and shown with one decimal or two; null gives an empty cell, never a zero.</summary>
    /// <param name="value">The figure.</param>
    /// <param name="decimals">How many decimals it needs; a sheet shows no more than two.</param>
    /// <param name="style">Percent, Low or Near.</param>
    public static Cell Figure(decimal? value, int decimals, CellStyle style = CellStyle.Percent) =>
        value is { } number ? new Cell(CellKind.Number, style, amount: number, decimals: decimals) : Empty(style);

    /// <summary>A real date; null gives an empty cell.</summary>
    public static Cell Date(DateOnly? value, CellStyle style = CellStyle.Date) =>
        value is { } day ? new Cell(CellKind.Date, style, day: day) : Empty(style);
}
