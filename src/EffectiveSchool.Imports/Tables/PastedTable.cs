using System.Text;

namespace EffectiveSchool.Imports.Tables;

/// <summary>
/// A table pasted as text, as Excel and browsers copy it: kept and read as a file, its cells named by line and column,
/// because a text has no letters above its columns.
/// </summary>
public static class PastedTable
{
    /// <summary>The name such a file bears; by it its cells are named.</summary>
    public const string FileName = "Вставленная таблица.txt";

    /// <summary>The longest text accepted, characters.</summary>
    public const int MostCharacters = 2_000_000;

    /// <summary>Whether a file is a pasted table.</summary>
    /// <param name="fileName">Name of the file.</param>
    public static bool Is(string fileName) => string.Equals(fileName, FileName, StringComparison.Ordinal);

    /// <summary>The text as the bytes of a file: UTF-8 with its mark, so that its first words are never taken for another kind of file.</summary>
    /// <param name="text">The text as pasted.</param>
    public static byte[] ToFile(string text) => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)];
}
