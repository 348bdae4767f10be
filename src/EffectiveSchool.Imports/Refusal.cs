using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Imports;

/// <summary>Something of a file that was not accepted; every reader of this project refuses in this form.</summary>
/// <param name="File">File name as it was sent.</param>
/// <param name="Sheet">Sheet name; null for csv and where the whole file is refused.</param>
/// <param name="Row">1-based row of the sheet or line of the csv; null where a sheet or the file is refused.</param>
/// <param name="Cell">The first cell at fault, e.g. «D41»; null where no single cell is.</param>
/// <param name="AsWritten">How the file names the row (the name of the school as written); empty where no row is refused.</param>
/// <param name="Reason">A Russian sentence: what is wrong and what was expected.</param>
/// <param name="WhatToDo">A Russian sentence: what to do.</param>
public sealed record Refusal(string File, string? Sheet, int? Row, string? Cell, string AsWritten, string Reason, string WhatToDo)
{
    /// <summary>«ВПР-2026-РУ-5.xlsx, лист «РУ 5», D41».</summary>
    public string Where => new ResultSource(File, Sheet, Cell is null ? Row : null) + (Cell is null ? "" : $", {Cell}");
}

/// <summary>Something worth knowing of a file that refuses nothing: a skipped sheet, a year in the file name that differs.</summary>
/// <param name="File">File name as it was sent.</param>
/// <param name="Sheet">Sheet name, or null.</param>
/// <param name="Row">1-based row, or null.</param>
/// <param name="Text">A Russian sentence.</param>
public sealed record ImportNote(string File, string? Sheet, int? Row, string Text);
