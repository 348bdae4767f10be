using System.Text;
using System.Text.RegularExpressions;

namespace EffectiveSchool.Domain.Registry;

/// <summary>How names of schools are compared: tolerant to case, ё and е, quotes, № and the legal form (domain.md §3).</summary>
public static partial class SchoolNames
{
    private static readonly HashSet<string> LegalForms = new(StringComparer.Ordinal)
    {
        "МБОУ", "МКОУ", "МАОУ", "МОУ", "ГБОУ", "ГКОУ", "КГБОУ", "КГКОУ", "ОГБОУ", "ЧОУ", "НОУ", "АНОО", "ФГКОУ", "ФГБОУ", "ГАОУ", "ОГКОУ",
        "МУНИЦИПАЛЬНОЕ", "БЮДЖЕТНОЕ", "КАЗЕННОЕ", "АВТОНОМНОЕ", "ОБЩЕОБРАЗОВАТЕЛЬНОЕ", "ОБРАЗОВАТЕЛЬНОЕ", "УЧРЕЖДЕНИЕ", "ИМ", "ИМЕНИ",
        "С", "П", "Г", "Д", "СТ", "ПОС", "СЕЛО", "СЕЛА", "ПОСЕЛКА", "ГОРОДА",
    };

    /// <summary>Words that begin so alike are one word in two forms.</summary>
    private const double LikeWords = 0.6;

    private const string Latin = "ABCEHKMOPTXY";
    private const string RussianLookAlikes = "АВСЕНКМОРТХУ";

    /// <summary>
    /// The text that search compares: upper case, ё → е, Latin letters that look Russian → Russian («CОШ» with a Latin C
    /// is met in real files), quotes, № and punctuation dropped, single spaces. The same function makes the stored column
    /// and the question.
    /// </summary>
    public static string ForSearch(string text)
    {
        var result = new StringBuilder(text.Length);
        var space = false;
        // Composed first: «й» and «ё» may arrive as a letter and a mark of their own.
        foreach (var letter in text.Normalize())
        {
            if (!char.IsLetterOrDigit(letter))
            {
                space = true;
                continue;
            }

            if (space && result.Length > 0)
            {
                result.Append(' ');
            }

            space = false;
            var upper = char.ToUpper(letter, RussianCulture.Value);
            var latin = Latin.IndexOf(upper, StringComparison.Ordinal);
            result.Append(upper == 'Ё' ? 'Е' : latin < 0 ? upper : RussianLookAlikes[latin]);
        }

        return result.ToString();
    }

    /// <summary>The words that tell one school from another: the search text without the legal form and «с.», «им.».</summary>
    public static IReadOnlyList<string> Words(string name)
    {
        var text = LetterThenDigit().Replace(ForSearch(name), "${letter} ${digit}")
            .Replace("СРЕДНЯЯ ОБЩЕОБРАЗОВАТЕЛЬНАЯ ШКОЛА", "СОШ", StringComparison.Ordinal)
            .Replace("ОСНОВНАЯ ОБЩЕОБРАЗОВАТЕЛЬНАЯ ШКОЛА", "ООШ", StringComparison.Ordinal)
            .Replace("НАЧАЛЬНАЯ ОБЩЕОБРАЗОВАТЕЛЬНАЯ ШКОЛА", "НОШ", StringComparison.Ordinal);
        return [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => !LegalForms.Contains(w))];
    }

    /// <summary>
    /// Whether two names agree in what is a school's own: its proper name or its number. Legal form, type, «с.», «п.», «г.» and the
    /// district are no evidence. Numbers of which none is common speak against it. Null where a name has nothing of its own.
    /// </summary>
    public static bool? ProperNamesAgree(string first, string second)
    {
        string[] a = ProperWords(first);
        string[] b = ProperWords(second);
        if (a.Length == 0 || b.Length == 0)
        {
            return null;
        }

        string[] numbers = Numbers(a);
        string[] others = Numbers(b);
        return numbers.Length > 0 && others.Length > 0
            ? numbers.Intersect(others, StringComparer.Ordinal).Any()
            : a.Any(x => b.Any(y => WordLikeness(x, y) >= LikeWords));
    }

    /// <summary>
    /// Likeness of two names, 0…1: the share of common words (Dice). Different school numbers are never alike, nor are names whose
    /// type alone agrees (<see cref="ProperNamesAgree"/>). Only for proposing candidates: a person confirms.
    /// </summary>
    public static double Likeness(string first, string second)
    {
        var a = Words(first);
        var b = Words(second);
        if (a.Count == 0 || b.Count == 0 || NumbersDiffer(a, b) || !(ProperNamesAgree(first, second) ?? a.SequenceEqual(b, StringComparer.Ordinal)))
        {
            return 0;
        }

        var rest = b.ToList();
        var common = 0.0;
        foreach (var word in a)
        {
            var best = rest.Select((w, i) => (Score: WordLikeness(word, w), Index: i)).DefaultIfEmpty((0, -1)).MaxBy(x => x.Item1);
            if (best.Item1 >= LikeWords)
            {
                common += best.Item1;
                rest.RemoveAt(best.Item2);
            }
        }

        return 2 * common / (a.Count + b.Count);
    }

    private static bool NumbersDiffer(IReadOnlyList<string> a, IReadOnlyList<string> b) => !Numbers(a).SequenceEqual(Numbers(b), StringComparer.Ordinal);

    private static string[] Numbers(IReadOnlyList<string> words) => [.. words.Where(w => char.IsAsciiDigit(w[0])).Order(StringComparer.Ordinal)];

    private static string[] ProperWords(string name) => [.. Words(District().Replace(ForSearch(name), "")).Where(w => !Generic().IsMatch(w))];

    /// <summary>Share of the common beginning in both words (Dice): Russian endings differ («Подгорное», «Подгорненская»).</summary>
    private static double WordLikeness(string a, string b)
    {
        if (a == b)
        {
            return 1;
        }

        var common = a.Zip(b).TakeWhile(p => p.First == p.Second).Count();
        return common < 4 ? 0 : 2.0 * common / (a.Length + b.Length);
    }

    /// <summary>«Алтайского района», «Приморский край»: shared by all schools of the place.</summary>
    [GeneratedRegex(@"\S+ (РАЙОН|РАЙОНА|КРАЙ|КРАЯ|ОБЛАСТЬ|ОБЛАСТИ|ОКРУГ|ОКРУГА)(?= |$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex District();

    /// <summary>Words of types, legal forms and settlements in all their endings; a lone letter is an abbreviation of one.</summary>
    [GeneratedRegex(
        @"^(\p{L}|СОШ|ООШ|НОШ|СШ|ОШ|НШ|ШИ|РП|ПГТ|\p{L}{1,5}ОУ|СРЕДН\w+|ОСНОВН\w+|НАЧАЛЬН\w+|ОБЩЕОБРАЗОВАТ\w+|ОБРАЗОВАТ\w+|ШКОЛ(А|Ы|Е|У|ОЙ)?|УЧРЕЖДЕН\w+|ОРГАНИЗАЦ\w+"
        + @"|МУНИЦИПАЛЬН\w+|БЮДЖЕТН\w+|КАЗЕНН\w+|АВТОНОМН\w+|ГОСУДАРСТВЕНН\w+|КРАЕВ\w{2,3}|ОБЛАСТН\w+|ГИМНАЗИ\w*|ЛИЦЕ(Й|Я|Е)|ФИЛИАЛ\w?|ИНТЕРНАТ\w?|ДЕТСК\w+|САД\w?"
        + @"|СЕЛ(О|А|Е)|ПОСЕЛ\w+|ПОС|ГОРОД(А|Е)?|СТАНЦИ\w|СТАНИЦ\w|СТ|ЦА|ДЕРЕВН\w|ХУТОР\w?|АУЛ\w?)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Generic();

    [GeneratedRegex(@"(?<letter>\p{L})(?<digit>\d)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LetterThenDigit();
}
