namespace EffectiveSchool.Reports.Workbooks;

/// <summary>The closed set of looks a cell of an outgoing workbook may have.</summary>
public enum CellStyle
{
    /// <summary>Text or number of a table, one line.</summary>
    Normal,

    /// <summary>Long text of a table, wrapped.</summary>
    Wrap,

    /// <summary>Column heading: bold, filled, centred, wrapped.</summary>
    Header,

    /// <summary>Heading of the sheet, above the table and without borders.</summary>
    Title,

    /// <summary>Explanation above or below the table, muted, wrapped and without borders.</summary>
    Note,

    /// <summary>Whole number with thousands apart.</summary>
    Integer,

    /// <summary>Number with up to two decimals.</summary>
    Number,

    /// <summary>Share in percent points with one decimal: 27.6 is shown as 27,6.</summary>
    Percent,

    /// <summary>Date as dd.mm.yyyy.</summary>
    Date,

    /// <summary>Share at or over the threshold: white bold on red, one decimal.</summary>
    Low,

    /// <summary>Share just under the threshold: brown on cream, one decimal.</summary>
    Near,

    /// <summary>No data, or a remark of little weight: muted and centred.</summary>
    Muted,
}
