using System.Text;
using EffectiveSchool.Testing;

namespace EffectiveSchool.Cli.Tests;

/// <summary>A folder of result files that vanishes with the test.</summary>
internal sealed class ResultsFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("identify-").FullName;

    public ResultsFolder Add(string name, byte[] bytes)
    {
        File.WriteAllBytes(System.IO.Path.Combine(Path, name), bytes);
        return this;
    }

    public ResultsFolder Add(string name, string text) => Add(name, Encoding.UTF8.GetBytes(text));

    public ResultsFolder Add(string name, TestWorkbook book) => Add(name, book.ToBytes());

    /// <summary>A ВПР workbook whose schools are (login, participants, failed).</summary>
    public ResultsFolder AddVpr(int year, string subject, int grade, params (string Login, int Participants, int Failed)[] schools) => Add(
        $"ВПР-{year}-{subject}-{grade}.xlsx",
        MarkStatisticsBook.Of(year, subject, grade, [.. schools.Select(s => MarkStatisticsBook.School($"СОШ {s.Login[3..]}({s.Login})", s.Participants, s.Failed))]));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
