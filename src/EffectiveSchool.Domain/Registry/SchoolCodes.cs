namespace EffectiveSchool.Domain.Registry;

/// <summary>Kinds of codes a school may carry (domain.md §3); each is optional and unique within its kind.</summary>
public enum SchoolCodeKind
{
    /// <summary>ФИС ОКО login: edu, sch or ksh and six digits; compared by the digits.</summary>
    FisOko,

    /// <summary>Код ОГЭ, 3–6 digits.</summary>
    Oge,

    /// <summary>Код ЕГЭ, 3–6 digits.</summary>
    Ege,

    /// <summary>ИНН, 10 digits with a check digit.</summary>
    Inn,

    /// <summary>ОГРН, 13 digits with a check digit.</summary>
    Ogrn,

    /// <summary>ОКТМО, 8 or 11 digits.</summary>
    Oktmo,
}

/// <summary>Reads and checks codes of schools.</summary>
public static class SchoolCodes
{
    private static readonly int[] InnWeights = [2, 4, 10, 3, 5, 9, 4, 6, 8];
    private static readonly string[] FisOkoPrefixes = ["edu", "sch", "ksh"];

    /// <summary>The Russian name of a kind: «Логин ФИС ОКО», «ИНН».</summary>
    public static string RussianName(this SchoolCodeKind kind) => kind switch
    {
        SchoolCodeKind.FisOko => "Логин ФИС ОКО",
        SchoolCodeKind.Oge => "Код ОГЭ",
        SchoolCodeKind.Ege => "Код ЕГЭ",
        SchoolCodeKind.Inn => "ИНН",
        SchoolCodeKind.Ogrn => "ОГРН",
        _ => "ОКТМО",
    };

    /// <summary>The value that is stored and compared: digits alone.</summary>
    /// <param name="kind">Kind of the code.</param>
    /// <param name="text">What a file or a person wrote.</param>
    /// <param name="refusal">A Russian sentence where it is no such code, otherwise null.</param>
    /// <returns>The digits, or null.</returns>
    public static string? Normalise(SchoolCodeKind kind, string text, out string? refusal)
    {
        var digits = Digits(kind, text);
        refusal = kind switch
        {
            _ when digits is null => $"{kind.RussianName()} «{text.Trim()}»: ожидаются только цифры{(kind == SchoolCodeKind.FisOko ? " после edu, sch или ksh" : "")}.",
            SchoolCodeKind.FisOko when digits.Length != 6 => $"Логин ФИС ОКО «{text.Trim()}»: ожидаются 6 цифр после edu, sch или ksh.",
            SchoolCodeKind.Oge or SchoolCodeKind.Ege when digits.Length is < 3 or > 6 => $"{kind.RussianName()} «{text.Trim()}»: ожидается от 3 до 6 цифр.",
            SchoolCodeKind.Inn when digits.Length != 10 => $"ИНН «{text.Trim()}»: ожидаются 10 цифр.",
            SchoolCodeKind.Inn when !InnIsValid(digits) => $"ИНН «{text.Trim()}»: не сходится контрольная цифра.",
            SchoolCodeKind.Ogrn when digits.Length != 13 => $"ОГРН «{text.Trim()}»: ожидаются 13 цифр.",
            SchoolCodeKind.Ogrn when !OgrnIsValid(digits) => $"ОГРН «{text.Trim()}»: не сходится контрольная цифра.",
            SchoolCodeKind.Oktmo when digits.Length is not (8 or 11) => $"ОКТМО «{text.Trim()}»: ожидаются 8 или 11 цифр.",
            _ => null,
        };
        return refusal is null ? digits : null;
    }

    /// <summary>The six digits of a ФИС ОКО login with or without its prefix, or null.</summary>
    public static string? FisOkoDigits(string text) => Normalise(SchoolCodeKind.FisOko, text, out _);

    /// <summary>ИНН of a legal entity: weights 2 4 10 3 5 9 4 6 8, mod 11 mod 10.</summary>
    public static bool InnIsValid(string digits) =>
        digits.Length == 10
        && digits.All(char.IsAsciiDigit)
        && InnWeights.Select((weight, i) => weight * (digits[i] - '0')).Sum() % 11 % 10 == digits[9] - '0';

    /// <summary>ОГРН: the first twelve digits mod 11 mod 10.</summary>
    public static bool OgrnIsValid(string digits) =>
        digits.Length == 13
        && digits.All(char.IsAsciiDigit)
        && long.Parse(digits[..12], System.Globalization.CultureInfo.InvariantCulture) % 11 % 10 == digits[12] - '0';

    private static string? Digits(SchoolCodeKind kind, string text)
    {
        var value = text.Replace("\u00A0", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Trim();
        if (kind == SchoolCodeKind.FisOko && FisOkoPrefixes.Any(p => value.StartsWith(p, StringComparison.OrdinalIgnoreCase)))
        {
            value = value[3..];
        }

        return value.Length > 0 && value.All(char.IsAsciiDigit) ? value : null;
    }
}
