namespace EffectiveSchool.Reports.Workbooks;

/// <summary>What has to be known of a sheet before its first row is written. Rows and columns count from 1.</summary>
/// <param name="Name">Name on the tab; forbidden characters are replaced and it is cut at 31 characters.</param>
public sealed record SheetLayout(string Name)
{
    /// <summary>Widths of the columns from the first, in characters of the normal font.</summary>
    public IReadOnlyList<double> ColumnWidths { get; init; } = [];

    /// <summary>How many rows from the top stay in view; 0 for none.</summary>
    public int FrozenRows { get; init; }

    /// <summary>How many columns from the left stay in view; 0 for none.</summary>
    public int FrozenColumns { get; init; }

    /// <summary>First row printed again on every page, or null.</summary>
    public int? FirstRepeatedRow { get; init; }

    /// <summary>Last row printed again on every page; the first one where it is null.</summary>
    public int? LastRepeatedRow { get; init; }

    /// <summary>The heading row that carries filter buttons, or null.</summary>
    public int? FilterRow { get; init; }

    /// <summary>Printed A4 across the page; upright where it is false.</summary>
    public bool Landscape { get; init; } = true;
}

/// <summary>What the file says of itself. No machine or account name ever enters it.</summary>
/// <param name="Title">Title of the document.</param>
public sealed record WorkbookProperties(string Title)
{
    /// <summary>What the document is about, or null.</summary>
    public string? Subject { get; init; }

    /// <summary>When the document was made (UTC); null leaves it out, so that equal rows give equal bytes.</summary>
    public DateTimeOffset? Created { get; init; }
}
