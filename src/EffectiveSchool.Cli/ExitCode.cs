namespace EffectiveSchool.Cli;

/// <summary>What the program tells the one that called it.</summary>
internal static class ExitCode
{
    /// <summary>Done: something was judged, stored or prepared.</summary>
    public const int Done = 0;

    /// <summary>Nothing readable.</summary>
    public const int NothingReadable = 1;

    /// <summary>Refused: nothing was changed, and the sentence says why.</summary>
    public const int Refused = 1;

    /// <summary>Wrong use.</summary>
    public const int WrongUse = 2;
}
