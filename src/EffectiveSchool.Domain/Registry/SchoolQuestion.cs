using System.Text.RegularExpressions;

namespace EffectiveSchool.Domain.Registry;

/// <summary>What a person asks of the registry in one line: words of names, parts of codes, and the number of a school.</summary>
/// <param name="Words">In the form of <see cref="SchoolNames.ForSearch"/>; each stands somewhere in the names or codes.</param>
/// <param name="Numbers">Numbers of schools: each stands alone in a name, not inside a longer number or a code.</param>
public sealed partial record SchoolQuestion(IReadOnlyList<string> Words, IReadOnlyList<string> Numbers)
{
    private const int LongestNumber = 4;

    /// <summary>«№», «N», «No», «номер»: what follows is a number of a school.</summary>
    private static readonly HashSet<string> Signs = new(new[] { "N", "No", "номер" }.Select(SchoolNames.ForSearch), StringComparer.Ordinal);

    /// <summary>What stands straight after a type is a number of a school too, unless it is as long as a code.</summary>
    private static readonly HashSet<string> Types = new(StringComparer.Ordinal) { "СОШ", "ООШ", "НОШ", "СШ", "ШКОЛА", "ШКОЛЫ", "ГИМНАЗИЯ", "ГИМНАЗИИ", "ЛИЦЕЙ", "ЛИЦЕЯ", "ИНТЕРНАТ" };

    /// <summary>Reads a question. A login «sch220028» is asked by its digits whatever its prefix; «СОШ5» is «СОШ» and number 5.</summary>
    /// <param name="question">As typed.</param>
    public static SchoolQuestion Read(string? question)
    {
        var parts = (question ?? "").Replace("№", " N ", StringComparison.Ordinal)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(part => SchoolCodes.FisOkoDigits(part) ?? part);
        string[] tokens = LetterThenDigit().Replace(SchoolNames.ForSearch(string.Join(' ', parts)), "${letter} ${digit}").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (words, numbers) = (new List<string>(), new List<string>());
        for (var i = 0; i < tokens.Length; i++)
        {
            var isNumber = i + 1 < tokens.Length && tokens[i + 1].All(char.IsAsciiDigit);
            if (isNumber && Signs.Contains(tokens[i]))
            {
                numbers.Add(tokens[++i]);
            }
            else if (isNumber && Types.Contains(tokens[i]) && tokens[i + 1].Length <= LongestNumber)
            {
                words.Add(tokens[i]);
                numbers.Add(tokens[++i]);
            }
            else
            {
                words.Add(tokens[i]);
            }
        }

        return new SchoolQuestion(words, numbers);
    }

    [GeneratedRegex(@"(?<letter>\p{L})(?<digit>\d)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LetterThenDigit();
}
