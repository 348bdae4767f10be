using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Imports.Tables;

namespace EffectiveSchool.Imports.Results;

/// <summary>Reads a school's code whose kind the file may leave unsaid.</summary>
internal static class SchoolCodeReader
{
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
    public static (string Digits, IReadOnlyList<SchoolCodeKind> Kinds)? Read(TableCell written, SchoolCodeKind? stated, string procedure, out string? refusal)
    {
        var text = CellText.Clean(written.Text);
        if (text.Length == 0)
        {
            refusal = "Код школы не указан.";
            return null;
        }

        if (stated is { } known)
        {
            var digits = SchoolCodes.Normalise(known, text, out refusal);
            return digits is null ? null : (digits, [known]);
        }

        if (char.IsAsciiLetter(text[0]))
        {
            var login = SchoolCodes.Normalise(SchoolCodeKind.FisOko, text, out refusal);
            return login is null ? null : (login, [SchoolCodeKind.FisOko]);
        }

        refusal = null;
        foreach (var kind in Candidates(text.Count(char.IsAsciiDigit), procedure))
        {
            var digits = SchoolCodes.Normalise(kind, text, out refusal);
            if (digits is not null)
            {
                return (digits, Candidates(digits.Length, procedure));
            }
        }

        refusal ??= $"«{text}» — не код школы: ожидаются 6 цифр логина ФИС ОКО, код ОГЭ или ЕГЭ из 3–6 цифр либо ИНН из 10 цифр.";
        return null;
    }

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
