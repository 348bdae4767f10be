using EffectiveSchool.Domain;

namespace EffectiveSchool.Web.Files;

/// <summary>Words about attached files.</summary>
public static class FileText
{
    private const int Kilobyte = 1024;

    /// <summary>«12 КБ», «1,4 МБ».</summary>
    public static string Size(int bytes) => bytes < Kilobyte ? $"{bytes} Б"
        : bytes < Kilobyte * Kilobyte ? $"{bytes / Kilobyte} КБ"
        : $"{(bytes / (decimal)(Kilobyte * Kilobyte)).ToString("0.#", RussianCulture.Value)} МБ";
}
