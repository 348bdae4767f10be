using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Imports.Results;

/// <summary>A school's code as it was read.</summary>
/// <param name="Digits">The digits alone.</param>
/// <param name="Kinds">Kinds the code may be of, the likeliest first.</param>
/// <param name="ZeroRestored">Whether a leading zero that a number had lost was put back.</param>
internal sealed record SchoolCodeRead(string Digits, IReadOnlyList<SchoolCodeKind> Kinds, bool ZeroRestored = false);

/// <summary>Reads a school's code whose kind the file may leave unsaid.</summary>
internal static class SchoolCodeReader
{
    public const string NotGiven = "Код школы не указан.";

    private const int LoginDigits = 6;

    private static readonly Dictionary<string, SchoolCodeKind> Kinds = new(StringComparer.Ordinal)
    {
        ["ФИС ОКО"] = SchoolCodeKind.FisOko,
        ["ЛОГИН ФИС ОКО"] = SchoolCodeKind.FisOko,
        ["ЛОГИН"] = SchoolCodeKind.FisOko,
        ["КОД ФИС ОКО"] = SchoolCodeKind.FisOko,
        ["ОГЭ"] = SchoolCodeKind.Oge,
        ["КОД ОГЭ"] = SchoolCodeKind.Oge,
        ["ЕГЭ"] = SchoolCodeKind.Ege,
        ["КОД ЕГЭ"] = SchoolCodeKind.Ege,
        ["ИНН"] = SchoolCodeKind.Inn,
        ["ОГРН"] = SchoolCodeKind.Ogrn,
    };

    /// <summary>The kind a heading or the column «вид кода» names, or null.</summary>
    public static SchoolCodeKind? Kind(string heading) => Kinds.TryGetValue(heading, out var kind) ? kind : null;

    /// <summary>Digits and the kinds they may be of.</summary>
    /// <param name="written">The cell.</param>
    /// <param name="stated">Kind the file states, or null.</param>
    /// <param name="procedure">Code of the procedure, for the order of candidates.</param>
    /// <param name="refusal">A Russian sentence where it is no code.</param>
    public static SchoolCodeRead? Read(TableCell written, SchoolCodeKind? stated, string procedure, out string? refusal)
    {
        var text = CellText.Clean(written.Text);
        if (LostItsZero(written, text, stated, procedure))
        {
            refusal = null;
            return new SchoolCodeRead("0" + text, [SchoolCodeKind.FisOko], ZeroRestored: true);
        }

        if (text.Length == 0)
        {
            refusal = NotGiven;
            return null;
        }

        if (stated is { } known)
        {
            var digits = SchoolCodes.Normalise(known, text, out refusal);
            if (digits is null && known == SchoolCodeKind.FisOko && text.Count(char.IsAsciiDigit) == LoginDigits - 1)
            {
                refusal += " Похоже, потерян ноль впереди: у регионов 01–09 логин начинается с нуля.";
            }

            return digits is null ? null : new SchoolCodeRead(digits, [known]);
        }

        if (char.IsAsciiLetter(text[0]))
        {
            var login = SchoolCodes.Normalise(SchoolCodeKind.FisOko, text, out refusal);
            return login is null ? null : new SchoolCodeRead(login, [SchoolCodeKind.FisOko]);
        }

        refusal = null;
        foreach (var kind in Candidates(text.Count(char.IsAsciiDigit), procedure))
        {
            var digits = SchoolCodes.Normalise(kind, text, out refusal);
            if (digits is not null)
            {
                return new SchoolCodeRead(digits, Candidates(digits.Length, procedure));
            }
        }

        refusal ??= $"«{text}» — не код школы: ожидаются 6 цифр логина ФИС ОКО, код ОГЭ или ЕГЭ из 3–6 цифр либо ИНН из 10 цифр.";
        return null;
    }

    /// <summary>A login of the regions 01–09 that a sheet keeps as a number: «010028» is shown as 10028.</summary>
    private static bool LostItsZero(TableCell cell, string text, SchoolCodeKind? stated, string procedure) =>
        cell.Number is not null && text.Length == LoginDigits - 1 && text.All(char.IsAsciiDigit)
        && (stated == SchoolCodeKind.FisOko || (stated is null && procedure.StartsWith("ВПР ", StringComparison.Ordinal)));

    private static IReadOnlyList<SchoolCodeKind> Candidates(int digits, string procedure)
    {
        var exam = procedure.Split(' ')[0] switch
        {
            "ОГЭ" => [SchoolCodeKind.Oge],
            "ЕГЭ" => [SchoolCodeKind.Ege],
            _ => new[] { SchoolCodeKind.Oge, SchoolCodeKind.Ege },
        };
        return digits switch
        {
            6 => [SchoolCodeKind.FisOko, .. exam],
            >= 3 and <= 5 => exam,
            10 => [SchoolCodeKind.Inn],
            13 => [SchoolCodeKind.Ogrn],
            _ => [],
        };
    }
}
