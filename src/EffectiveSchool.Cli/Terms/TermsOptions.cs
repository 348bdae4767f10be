using System.Globalization;
using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Cli.Terms;

/// <summary>What the call asks for, checked: a file or a wording, never both.</summary>
internal sealed record TermsOptions(string? File, string? Text, ProgrammePeriod Period)
{
    /// <summary>Checks the words of the call; the refusal is a Russian sentence.</summary>
    public static TermsOptions? Check(string? file, string? text, string? from, string? to, string? format, out string? refusal)
    {
        var (first, last) = (Date(from), Date(to));
        (bool IsWrong, string Text)[] checks =
        [
            (file is null && text is null, "Укажите файл плана или одну формулировку: --text \"До 5 апреля 2023 г.\"."),
            (file is not null && text is not null, "Укажите что-то одно: файл плана или --text."),
            (text is null && !System.IO.File.Exists(file), $"Файла «{file}» нет. Проверьте путь."),
            (from is null, "Укажите начало программы: --from 2023-01-01."),
            (first is null, $"Дата «{from}» после --from не подходит: ожидается ГГГГ-ММ-ДД."),
            (to is null, "Укажите окончание программы: --to 2024-12-31."),
            (last is null, $"Дата «{to}» после --to не подходит: ожидается ГГГГ-ММ-ДД."),
            (last < first, "Окончание программы раньше её начала: поменяйте даты после --from и --to."),
            (format is not (null or "json"), $"Формат «{format}» неизвестен: ожидается json."),
        ];
        refusal = Array.Find(checks, c => c.IsWrong).Text;
        return refusal is null ? new TermsOptions(file, text, new ProgrammePeriod(first!.Value, last!.Value)) : null;
    }

    /// <summary>Years from 2000 to 2100: a programme that lasts millennia has too many months to print.</summary>
    private static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 2000 and <= 2100 ? date : null;
}
