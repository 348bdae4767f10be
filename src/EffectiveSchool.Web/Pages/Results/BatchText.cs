using System.Globalization;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Domain;

namespace EffectiveSchool.Web.Pages.Results;

/// <summary>Words of uploads.</summary>
public static class BatchText
{
    public static string RussianName(this BatchState state) => state switch
    {
        BatchState.Reading => "читается",
        BatchState.Checked => "проверена, не записана",
        BatchState.Applied => "записана",
        BatchState.Undone => "отменена",
        _ => "не записана: от неё отказались",
    };

    public static string Pill(this BatchState state) => state switch
    {
        BatchState.Reading => "pill-accent",
        BatchState.Checked => "pill-near",
        BatchState.Applied => "pill-done",
        _ => "",
    };

    public static string Moment(DateTimeOffset local) => local.ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture);

    /// <summary>«204 КБ», «1,4 МБ».</summary>
    public static string Size(int bytes) => bytes < 1024 * 1024
        ? $"{Math.Max(1, bytes / 1024).ToString(RussianCulture.Value)} КБ"
        : $"{(bytes / 1024m / 1024m).ToString("0.#", RussianCulture.Value)} МБ";

    public static string Results(int count) => RussianWords.Count(count, "результат", "результата", "результатов");

    public static string Rows(int count) => RussianWords.Count(count, "строка", "строки", "строк");

    public static string Files(int count) => RussianWords.Count(count, "файл", "файла", "файлов");
}
