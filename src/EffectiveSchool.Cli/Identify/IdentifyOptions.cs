using System.Globalization;
using EffectiveSchool.Domain.Identification;

namespace EffectiveSchool.Cli.Identify;

/// <summary>What the call asks for, checked.</summary>
internal sealed record IdentifyOptions(string Folder, int Year, Methodology Methodology, string? OutputFile, bool AsTable)
{
    /// <summary>Checks the words of the call; the refusal is a Russian sentence.</summary>
    public static IdentifyOptions? Check(
        string? folder, string? year, string? methodology, string? minParticipants, string? output, string? format, out string? refusal)
    {
        Methodology? rule = methodology switch
        {
            "same" => Methodology.SameProcedure,
            "any" => Methodology.AnyProcedure,
            _ => null,
        };
        var knownYear = Whole(year) is { } y and >= 2001 and <= 2100 ? y : (int?)null;
        var least = minParticipants is null ? 1 : Whole(minParticipants);
        (bool IsWrong, string Text)[] checks =
        [
            (string.IsNullOrWhiteSpace(folder), "Укажите папку с файлами результатов: --results ПАПКА."),
            (!Directory.Exists(folder), $"Папки «{folder}» нет. Проверьте путь после --results."),
            (year is null, "Укажите год результатов: --year 2021."),
            (knownYear is null, $"Год «{year}» не подходит: ожидается год результатов с 2001 по 2100."),
            (methodology is null, "Укажите методику: --methodology same (одна и та же процедура) или any (любая процедура)."),
            (rule is null, $"Методика «{methodology}» неизвестна: ожидается same (одна и та же процедура) или any (любая процедура)."),
            (least is null or < 1, $"Минимум участников «{minParticipants}» не подходит: ожидается целое число не меньше 1."),
            (format is not (null or "json" or "table"), $"Формат «{format}» неизвестен: ожидается json или table."),
            (output?.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) == false, $"Файл «{output}» после --out должен называться *.xlsx."),
        ];
        refusal = Array.Find(checks, c => c.IsWrong).Text;
        return refusal is null
            ? new IdentifyOptions(folder!, knownYear!.Value, rule! with { MinParticipants = least!.Value }, output, format == "table")
            : null;
    }

    private static int? Whole(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
