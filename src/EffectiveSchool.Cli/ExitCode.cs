namespace EffectiveSchool.Cli;

/// <summary>What the program tells the one that called it.</summary>
internal static class ExitCode
{
    /// <summary>Done: something was judged.</summary>
    public const int Done = 0;

    /// <summary>Nothing readable.</summary>
    public const int NothingReadable = 1;

    /// <summary>Wrong use.</summary>
    public const int WrongUse = 2;
}
