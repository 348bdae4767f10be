using System.Globalization;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Imports.Results;

/// <summary>Recognises procedures and subjects as files write them: «ЕГЭ математика (база)», «ВПР 5 РУ».</summary>
public static class ProcedureNames
{
    private static readonly Dictionary<string, string> Subjects = new(StringComparer.Ordinal)
    {
        ["РУССКИЙ ЯЗЫК"] = "РУ",
        ["РУССКИЙ"] = "РУ",
        ["РЯ"] = "РУ",
        ["РУС"] = "РУ",
        ["МАТЕМАТИКА"] = "МА",
        ["МАТЕМ"] = "МА",
        ["МАТ"] = "МА",
        ["ОКРУЖАЮЩИЙ МИР"] = "ОМ",
        ["БИОЛОГИЯ"] = "БИ",
        ["ИСТОРИЯ"] = "ИС",
        ["ГЕОГРАФИЯ"] = "ГГ",
        ["ОБЩЕСТВОЗНАНИЕ"] = "ОБ",
        ["ФИЗИКА"] = "ФИ",
        ["ХИМИЯ"] = "ХИ",
        ["ИНФОРМАТИКА"] = "ИН",
        ["ЛИТЕРАТУРА"] = "ЛИ",
        ["ЛИТЕРАТУРНОЕ ЧТЕНИЕ"] = "ЛЧ",
        ["АНГЛИЙСКИЙ ЯЗЫК"] = "АЯ",
        ["НЕМЕЦКИЙ ЯЗЫК"] = "НЯ",
        ["ФРАНЦУЗСКИЙ ЯЗЫК"] = "ФЯ",
        ["ЧИТАТЕЛЬСКАЯ ГРАМОТНОСТЬ"] = "ЧГ",
        ["МАТЕМАТИЧЕСКАЯ ГРАМОТНОСТЬ"] = "МГ",
        ["ЕСТЕСТВЕННОНАУЧНАЯ ГРАМОТНОСТЬ"] = "ЕНГ",
    };

    private static readonly HashSet<string> Noise = new(StringComparer.Ordinal)
    {
        "КЛАСС", "КЛАССЫ", "КЛ", "УРОВЕНЬ", "УРОВНЯ", "ПО", "ПРЕДМЕТ", "ПРЕДМЕТУ", "ЯЗЫКУ",
    };

    /// <summary>The abbreviation of a subject: «Русский язык» → «РУ»; an unknown subject keeps its name in lower case.</summary>
    public static string Subject(string written)
    {
        var text = SchoolNames.ForSearch(written);
        if (text.Length <= 3 && !Subjects.ContainsKey(text))
        {
            return text;
        }

        return Subjects.TryGetValue(text, out var known) ? known : CellText.Clean(written).ToLowerInvariant();
    }

    /// <summary>Abbreviations of the subjects whose whole names stand in a text; the text may be one abbreviation.</summary>
    internal static HashSet<string> SubjectsWithin(string written)
    {
        var text = SchoolNames.ForSearch(written);
        var found = Subjects.Where(s => $" {text} ".Contains($" {s.Key} ", StringComparison.Ordinal)).Select(s => s.Value).ToHashSet(StringComparer.Ordinal);
        if (Subjects.ContainsValue(text))
        {
            found.Add(text);
        }

        return found;
    }

    /// <summary>
    /// The code of a procedure: «ОГЭ русский язык» → «ОГЭ РУ», «ЕГЭ МА (профильный уровень)» → «ЕГЭ МА профиль». A subject
    /// the portal does not judge gives a code as well («ОГЭ БИ»).
    /// </summary>
    /// <param name="written">What the file says.</param>
    /// <returns>The code; null where no kind of procedure, no subject or (ВПР, КДР) no grade is named.</returns>
    public static string? Recognise(string written)
    {
        string? kind = null;
        string? level = null;
        int? grade = null;
        var subject = new List<string>();
        foreach (var word in SchoolNames.ForSearch(written).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            switch (word)
            {
                case "ВПР" or "ОГЭ" or "ЕГЭ" or "КДР" when kind is null:
                    kind = word;
                    break;
                case ['Б', 'А', 'З', ..] or "Б":
                    level = "база";
                    break;
                case ['П', 'Р', 'О', 'Ф', ..] or "П":
                    level = "профиль";
                    break;
                case "МАТЕМАТИКЕ":
                    subject.Add("МАТЕМАТИКА");
                    break;
                case "РУССКОМУ":
                    subject.Add("РУССКИЙ");
                    break;
                case var _ when Noise.Contains(word):
                    break;
                case var _ when int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number):
                    grade = number is >= 1 and <= 11 ? number : grade;
                    break;
                default:
                    subject.Add(word);
                    break;
            }
        }

        if (kind is null || subject.Count == 0)
        {
            return null;
        }

        var name = Subject(string.Join(' ', subject));
        return kind switch
        {
            "ВПР" or "КДР" => grade is { } known ? Vpr(kind, known, name) : null,
            "ЕГЭ" when name == "МА" => level is null ? Procedures.UnitedMathEge : $"{Procedures.UnitedMathEge} {level}",
            _ => $"{kind} {name}",
        };
    }

    internal static string Vpr(string kind, int grade, string subject) => string.Create(CultureInfo.InvariantCulture, $"{kind} {grade} {subject}");
}
