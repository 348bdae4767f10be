namespace EffectiveSchool.Domain;

/// <summary>Russian word forms after a number.</summary>
public static class RussianWords
{
    /// <summary>«1 школа», «2 школы», «5 школ», «11 школ»: the form alone.</summary>
    public static string Form(int count, string one, string few, string many)
    {
        var tail = Math.Abs(count) % 100;
        if (tail is >= 11 and <= 14)
        {
            return many;
        }

        return (tail % 10) switch
        {
            1 => one,
            >= 2 and <= 4 => few,
            _ => many,
        };
    }

    /// <summary>The number and its word: «4 человека».</summary>
    public static string Count(int count, string one, string few, string many) =>
        $"{RussianFigures.Count(count)} {Form(count, one, few, many)}";

    /// <summary>What a person wrote, closed as a sentence: a full stop where no mark ends it.</summary>
    public static string Sentence(string text)
    {
        var trimmed = text.TrimEnd();
        return trimmed.Length == 0 || trimmed[^1] is '.' or '!' or '?' or '…' ? trimmed : trimmed + '.';
    }
}
