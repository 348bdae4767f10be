namespace EffectiveSchool.Domain.Roadmaps;

/// <summary>A place in a list of tokens, with the small questions a parser asks there.</summary>
internal sealed class TermScanner(IReadOnlyList<TermToken> tokens)
{
    public int Position { get; set; }

    public bool AtEnd => Position >= tokens.Count;

    public TermToken Current => Peek(0);

    public TermToken Peek(int ahead) => Position + ahead is var at && at >= 0 && at < tokens.Count ? tokens[at] : default;

    public bool Is(TermWord word) => !AtEnd && Current.Word == word;

    public bool IsAny(params ReadOnlySpan<TermWord> words) => !AtEnd && words.Contains(Current.Word);

    /// <summary>Whether these words stand here one after another.</summary>
    public bool Are(params ReadOnlySpan<TermWord> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (Position + i >= tokens.Count || tokens[Position + i].Word != words[i])
            {
                return false;
            }
        }

        return true;
    }

    public bool Take(TermWord word)
    {
        if (!Is(word))
        {
            return false;
        }

        Position++;
        return true;
    }

    public bool TakeAny(params ReadOnlySpan<TermWord> words)
    {
        if (!IsAny(words))
        {
            return false;
        }

        Position++;
        return true;
    }

    public void SkipAll(params ReadOnlySpan<TermWord> words)
    {
        while (TakeAny(words))
        {
        }
    }

    /// <summary>The words from a position up to here.</summary>
    public string TextSince(int start)
    {
        var text = new System.Text.StringBuilder();
        for (var i = start; i < Position; i++)
        {
            var isSign = tokens[i].Word is TermWord.Comma or TermWord.Semicolon or TermWord.Colon or TermWord.Percent;
            text.Append(text.Length == 0 || isSign ? "" : " ").Append(tokens[i].Text);
        }

        return text.ToString();
    }

    /// <summary>Runs a recogniser; where it gives nothing, the place is as before.</summary>
    public T? Try<T>(Func<T?> recognise)
        where T : class
    {
        var start = Position;
        var found = recognise();
        if (found is null)
        {
            Position = start;
        }

        return found;
    }
}
