namespace EffectiveSchool.Domain.Results;

/// <summary>Where a number came from.</summary>
/// <param name="File">File name as it was sent, or «ввод вручную».</param>
/// <param name="Sheet">Sheet name; null for csv.</param>
/// <param name="Row">1-based row in the sheet or line in the csv; null where it did not come from a row.</param>
public sealed record ResultSource(string File, string? Sheet, int? Row)
{
    /// <summary>«ВПР-2021-РУ-5.xlsx, лист «РУ 5», строка 118».</summary>
    public override string ToString() =>
        File + (Sheet is null ? "" : $", лист «{Sheet}»") + (Row is null ? "" : $", строка {Row}");
}
