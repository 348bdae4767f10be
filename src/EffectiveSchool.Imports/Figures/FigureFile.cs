using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Imports.Lists;
using EffectiveSchool.Imports.Results;

namespace EffectiveSchool.Imports.Figures;

/// <summary>Figures of a school in a year as a row gives them.</summary>
/// <param name="School">The row and the school it names.</param>
/// <param name="Year">The year.</param>
/// <param name="Values">What is told, at least one; a figure whose cell is empty is absent.</param>
public sealed record FigureRow(SchoolRow School, int Year, IReadOnlyDictionary<SchoolFigureKind, int> Values) : SchoolRow(School)
{
    /// <summary>The values as one text, to tell whether two rows say the same.</summary>
    public string Told => string.Join(';', Values.OrderBy(v => v.Key).Select(v => $"{v.Key}={v.Value}"));
}

/// <summary>Figures of schools as they were read.</summary>
/// <param name="FileName">Name as it was sent.</param>
/// <param name="Columns">Columns recognised; none where the file was refused.</param>
/// <param name="Rows">Accepted rows in the order of the file.</param>
/// <param name="Refusals">What was not accepted.</param>
/// <param name="Notes">What is worth knowing and refuses nothing.</param>
public sealed record FigureFile(
    string FileName, IReadOnlyList<RecognisedColumn> Columns, IReadOnlyList<FigureRow> Rows, IReadOnlyList<Refusal> Refusals, IReadOnlyList<ImportNote> Notes);

/// <summary>The words of figures: headings of files and of pages alike.</summary>
public static class FigureWords
{
    /// <summary>The heading of a column.</summary>
    public static string Heading(this SchoolFigureKind kind) => kind switch
    {
        SchoolFigureKind.Pupils => "Обучающихся",
        SchoolFigureKind.OlympiadPupils => "Участников олимпиад",
        SchoolFigureKind.GradeNineLeavers => "Выпускников 9 класса",
        SchoolFigureKind.WentToGradeTen => "Перешли в 10 класс",
        SchoolFigureKind.StableInternet => "Устойчивый Интернет",
        SchoolFigureKind.EnoughComputers => "Компьютеров достаточно",
        _ => "Вакансий педагогов",
    };

    /// <summary>Whether the figure is a yes or a no.</summary>
    public static bool IsYesNo(this SchoolFigureKind kind) => kind is SchoolFigureKind.StableInternet or SchoolFigureKind.EnoughComputers;

    /// <summary>«да», «нет» or a count, as a file writes it.</summary>
    public static string Text(this SchoolFigureKind kind, int value) =>
        kind.IsYesNo() ? value == 0 ? "нет" : "да" : value.ToString(Domain.RussianCulture.Value);

    /// <summary>The same as a page shows it: thousands of a count are parted by thin spaces.</summary>
    public static string Shown(this SchoolFigureKind kind, int value) => kind.IsYesNo() ? kind.Text(value) : Domain.RussianFigures.Count(value);
}
