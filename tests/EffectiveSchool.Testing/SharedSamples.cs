namespace EffectiveSchool.Testing;

/// <summary>The real files that stand beside the repository (shared/samples); absent on some machines.</summary>
public static class SharedSamples
{
    public static string? Root { get; } = Find();

    public static string Vpr => Path.Combine(Root!, "vpr");

    public static string Registry => Path.Combine(Root!, "registry-dev.csv");

    /// <summary>Reason to skip a test that reads the samples, or null where they are present.</summary>
    public static string? SkipReason =>
        Root is null ? "shared/samples не найдены рядом с репозиторием: тест на настоящих файлах пропущен" : null;

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var samples = Path.Combine(folder.FullName, "shared", "samples");
            if (Directory.Exists(samples))
            {
                return samples;
            }
        }

        return null;
    }
}
