using System.Globalization;
using System.Text.RegularExpressions;

namespace EffectiveSchool.Domain.Roadmaps;

/// <summary>A word or sign of a term.</summary>
/// <param name="Word">Its meaning.</param>
/// <param name="Text">As written.</param>
/// <param name="Number">Value of a number, number of a month.</param>
/// <param name="Date">Day, month and, where written, year of a numeric date; day 0 for «05.2023».</param>
internal readonly record struct TermToken(TermWord Word, string Text, int Number = 0, (int Day, int Month, int? Year) Date = default)
{
    /// <summary>A year written with four digits.</summary>
    public bool IsYear => Word == TermWord.Number && Text.Length == 4 && Number is >= 1990 and <= 2100;
}

/// <summary>Cuts a cleaned term into tokens; joins words that a line break or a stray space has cut.</summary>
internal static partial class TermLexer
{
    private const string Latin = "aceopxykmtbh";
    private const string Cyrillic = "асеорхукмтвн";

    /// <summary>A piece of the text: a run of letters, a run of digits, a numeric date, figures with a letter among them («2О23») or one sign.</summary>
    private readonly record struct Piece(string Text, string Key, bool AfterSpace, bool AfterBreak)
    {
        public bool IsWord => char.IsLetter(Key[0]);

        public bool IsNumber => char.IsAsciiDigit(Key[0]) && Key.All(char.IsAsciiDigit);
    }

    public static List<TermToken> Read(string text)
    {
        var pieces = Join(Cut(text));
        var tokens = new List<TermToken>(pieces.Count);
        for (var i = 0; i < pieces.Count; i++)
        {
            if (IsOrdinalEnding(pieces, tokens, i, out var length))
            {
                i += length - 1;
                continue;
            }

            var next = i + 1 < pieces.Count ? TermWords.Find(pieces[i + 1].Key).Word : TermWord.Unknown;
            if (Token(pieces[i], next) is { } token && !(token.Word == TermWord.Dash && tokens is [.., { Word: TermWord.Dash }]))
            {
                tokens.Add(token);
            }
        }

        return tokens;
    }

    private static List<Piece> Cut(string text)
    {
        var pieces = new List<Piece>();
        var end = 0;
        foreach (Match match in PiecePattern().Matches(text))
        {
            var gap = text[end..match.Index];
            pieces.Add(new Piece(match.Value, Key(match.Value), gap.Length > 0, gap.Contains('\n', StringComparison.Ordinal)));
            end = match.Index + match.Length;
        }

        return pieces;
    }

    /// <summary>«сен-⏎тябрь», «октя⏎бря», «20⏎23»: joined where the whole is known and its tail alone is not.</summary>
    private static List<Piece> Join(List<Piece> pieces)
    {
        var joined = new List<Piece>(pieces.Count);
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            var length = piece.IsWord ? JoinedLength(pieces, i) : NumberLength(pieces, i);
            if (length > 1)
            {
                var parts = pieces.Skip(i).Take(length).Where(p => p.Key != "-").ToArray();
                piece = piece with { Text = string.Concat(parts.Select(p => p.Text)), Key = string.Concat(parts.Select(p => p.Key)) };
                i += length - 1;
            }

            joined.Add(piece);
        }

        return joined;
    }

    private static int JoinedLength(List<Piece> pieces, int start)
    {
        const int most = 5;
        var whole = pieces[start].Key;
        var found = 1;
        for (var i = start + 1; i < pieces.Count && i < start + most; i++)
        {
            var isHyphen = pieces[i].Key == "-" && !pieces[i].AfterSpace && i + 1 < pieces.Count && pieces[i + 1].AfterBreak;
            if (isHyphen)
            {
                continue;
            }

            if (!pieces[i].IsWord || TermWords.IsKnown(pieces[i].Key))
            {
                break;
            }

            whole += pieces[i].Key;
            if (TermWords.IsKnown(whole))
            {
                found = i - start + 1;
            }
        }

        return found;
    }

    /// <summary>«20⏎23», «202⏎3», «март 20 23»; «0⏎5 апреля», «0 5 апреля»: pieces of one figure.</summary>
    private static int NumberLength(List<Piece> pieces, int start)
    {
        if (start + 1 >= pieces.Count || !pieces[start].IsNumber || pieces[start + 1] is not { IsNumber: true } tail)
        {
            return 1;
        }

        var head = pieces[start];
        var whole = head.Key + tail.Key;
        var next = start + 2 < pieces.Count ? TermWords.Find(pieces[start + 2].Key).Word : TermWord.Comma;
        var isBeforeMonth = next == TermWord.Month;
        var isAfterMonth = start > 0 && TermWords.Find(pieces[start - 1].Key).Word == TermWord.Month;
        var isYear = whole.Length == 4 && whole.StartsWith("20", StringComparison.Ordinal) && !isBeforeMonth
            && (tail.AfterBreak || (head.Key == "20" && (isAfterMonth || next == TermWord.Year)));
        var isDay = isBeforeMonth && head.Key.Length == 1 && tail.Key.Length == 1 && (head.Key == "0" || tail.AfterBreak);
        return isYear || isDay ? 2 : 1;
    }

    /// <summary>«2-х», «1-ой», «20 го»: the ending belongs to the figure.</summary>
    private static bool IsOrdinalEnding(List<Piece> pieces, List<TermToken> tokens, int index, out int length)
    {
        length = 0;
        if (index == 0 || tokens is not [.., { Word: TermWord.Number } number] || !char.IsAsciiDigit(number.Text[0]) && number.Text.Length > 3)
        {
            return false;
        }

        var hyphen = pieces[index].Key == "-" ? 1 : 0;
        if (index + hyphen < pieces.Count && pieces[index + hyphen].IsWord && TermWords.IsOrdinalEnding(pieces[index + hyphen].Key))
        {
            length = hyphen + 1;
        }

        return length > 0;
    }

    private static TermToken? Token(Piece piece, TermWord next)
    {
        var (text, key) = (piece.Text, piece.Key);
        if (key.Contains('.', StringComparison.Ordinal) || key.Count(c => c is '/' or '-') == 2)
        {
            return NumericDate(text, key);
        }

        if (piece.IsNumber)
        {
            return new TermToken(TermWord.Number, text, key.Length <= 9 ? int.Parse(key, CultureInfo.InvariantCulture) : -1);
        }

        if (key.Length > 1 && char.IsAsciiDigit(key[0]))
        {
            return new TermToken(TermWord.Unknown, text);
        }

        if (piece.IsWord)
        {
            var isCounted = next is TermWord.Quarter or TermWord.HalfYear or TermWord.SchoolQuarter or TermWord.School;
            if (isCounted && key is "п" or "ш")
            {
                return new TermToken(TermWord.Number, text, key == "п" ? 2 : 3);
            }

            var (word, number) = TermWords.Find(key);
            return new TermToken(word, text, number);
        }

        return key switch
        {
            "," => new TermToken(TermWord.Comma, text),
            ";" => new TermToken(TermWord.Semicolon, text),
            ":" => new TermToken(TermWord.Colon, text),
            "-" => new TermToken(TermWord.Dash, text),
            "/" => new TermToken(TermWord.Slash, text),
            "%" => new TermToken(TermWord.Percent, text),
            "+" or "&" => new TermToken(TermWord.And, text),
            _ => null,
        };
    }

    private static TermToken NumericDate(string text, string key)
    {
        var parts = key.Split('.', '/', '-');
        var figures = Array.ConvertAll(parts, p => int.Parse(p, CultureInfo.InvariantCulture));
        (int Day, int Month, int? Year) date = (parts.Length, parts[0].Length, parts[^1].Length) switch
        {
            (3, 4, _) => (figures[2], figures[1], figures[0]),
            (3, _, 4) => (figures[0], figures[1], figures[2]),
            (3, _, _) => (figures[0], figures[1], 2000 + figures[2]),
            (_, _, 4) => (0, figures[0], figures[1]),
            _ => (figures[0], figures[1], null),
        };
        return new TermToken(TermWord.Date, string.Concat(text.Where(c => !char.IsWhiteSpace(c))), 0, date);
    }

    private static string Key(string text)
    {
        var lower = text.ToLowerInvariant().Replace('ё', 'е');
        if (char.IsAsciiDigit(lower[0]))
        {
            return string.Concat(lower.Where(c => !char.IsWhiteSpace(c)));
        }

        // Latin letters that look Russian («c» for «с») are read as Russian; Roman figures stay.
        return lower.All(c => Latin.Contains(c, StringComparison.Ordinal) || c is >= 'а' and <= 'я')
            ? string.Concat(lower.Select(c => Latin.IndexOf(c, StringComparison.Ordinal) is var at and >= 0 ? Cyrillic[at] : c))
            : lower.Replace('і', 'i').Replace('ї', 'i');
    }

    [GeneratedRegex(
        """
        \d{4}-\d{2}-\d{2}(?!\d)
        | (?:\d\n?\d|\d)\s{0,2}\.\s{0,2}(?:\d\n?\d|\d)\s{0,2}\.\s{0,2}(?:2\n?0\n?\d\n?\d|\d{4}|\d{2})(?!\d|\s?\.\s?\d)
        | \d{1,2}/\d{1,2}/\d{4}(?!\d)
        | \d{2}\.\d{4}(?!\d)
        | \d{2}\n?\.\n?(?:0[1-9]|1[0-2])(?![\d.]*\d|\s*\p{L}{3})
        | \d{1,2}\.\d{2}(?![\d.]*\d)
        | \d+\p{L}\d[\d\p{L}]*
        | \d+ | \p{L}+ | [^\s\p{L}\d.«»„“”"']
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex PiecePattern();
}
