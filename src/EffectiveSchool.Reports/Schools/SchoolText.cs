using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Reports.Lists;

namespace EffectiveSchool.Reports.Schools;

/// <summary>Words of a school's page.</summary>
public static class SchoolText
{
    /// <summary>The verdict as a heading: «Школа в перечне ШНОР на 2024 год», with the state of a list that is not approved.</summary>
    public static string VerdictHeading(SchoolDocument school)
    {
        ArgumentNullException.ThrowIfNull(school);
        if (school is not { List: { } list, Verdict: { } verdict })
        {
            return "Перечня, в котором школа оценивалась, пока нет";
        }

        var name = list.State is ListState.Draft or ListState.Preliminary ? $"перечень ШНОР на {list.ForYear} год ({list.State.RussianName()})" : $"перечень ШНОР на {list.ForYear} год";
        return verdict switch
        {
            { NotJudged: not null } => $"Школа не оценивалась: {name}",
            { Listed: true } => $"Школа входит в {name}",
            _ => $"Школа не входит в {name}",
        };
    }

    /// <summary>«приказ от 20.02.2024 № 412-п», or null where there is no order.</summary>
    public static string? Order(string? number, DateOnly? date) =>
        number is null ? null : $"приказ от {RussianFigures.Date(date)} № {number}";

    /// <summary>«устойчиво» or «на грани» as a sentence; null where no change of counts flips the verdict.</summary>
    public static string? Stability(SchoolVerdict verdict) => AnnexText.Stability(verdict) switch
    {
        null => null,
        "на грани" => "Вывод на грани: его меняет результат одного человека.",
        _ => "Вывод устойчив: его не меняет результат одного человека.",
    };
}
