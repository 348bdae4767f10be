using EffectiveSchool.Domain;

namespace EffectiveSchool.Reports.Figures;

/// <summary>Figures of documents beyond those of <see cref="RussianFigures"/>.</summary>
public static class FigureText
{
    /// <summary>How the dash of a missing figure is read aloud.</summary>
    public const string MissingSpoken = "нет данных";

    /// <summary>A share under a «%» heading, as <see cref="RussianFigures.Percent"/> prints it but without the sign: «27,6».</summary>
    /// <param name="percent">Percent, 0…100; null prints as missing.</param>
    /// <param name="threshold">The threshold that judges the share, percent; null where nothing does.</param>
    public static string Share(decimal? percent, decimal? threshold = null) => RussianFigures.Percent(percent, threshold).TrimEnd('%').TrimEnd('\u00A0');

    /// <summary>A moment in the offset it carries (bring it to the region's zone first): «05.04.2023 14:07».</summary>
    public static string Moment(DateTimeOffset moment) => moment.ToString("dd.MM.yyyy HH:mm", RussianCulture.Value);

    /// <summary>Why no file is named: there is none, or the reader may not know of any.</summary>
    public static string NoSources(bool hidden) => hidden
        ? "Файлы, по которым это рассчитано, загрузили другие муниципалитеты: вам они не видны."
        : "Файлы с результатами не загружались.";

    /// <summary>The methodology with its version: «Одна и та же процедура», версия 3.</summary>
    public static string Title(Domain.Identification.Methodology methodology) => $"«{methodology.Title}», версия {methodology.Version}";
}
