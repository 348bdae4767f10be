namespace EffectiveSchool.Reports.Tests.Printing;

/// <summary>A folder that goes away with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("effective-school-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

/// <summary>A test that needs a shell and file modes.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "Нужны оболочка и права файлов Unix." : null!;
}
