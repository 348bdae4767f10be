using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Domain.Tests.Identification;

/// <summary>Short words for the material of the rule: facts, schools, runs.</summary>
internal static class Given
{
    public const int Year = 2022;
    public const string Rus5 = "ВПР 5 РУ";
    public const string Math5 = "ВПР 5 МА";
    public const string Rus6 = "ВПР 6 РУ";
    public const string Math6 = "ВПР 6 МА";

    public static ResultSource Source { get; } = new("файл.xlsx", "Лист 1", 12);

    public static ResultFact Now(string procedure, int participants, int failed) =>
        ResultFact.Counted(procedure, Year, participants, failed, Source);

    public static ResultFact Before(string procedure, int participants, int failed) =>
        ResultFact.Counted(procedure, Year - 1, participants, failed, Source);

    public static ResultFact Published(string procedure, int year, bool low) =>
        ResultFact.Published(procedure, year, low, new ResultSource("приказ.csv", null, 3));

    public static SchoolInput School(int key, params ResultFact[] facts) =>
        new(key, "990001", "МБОУ СОШ с. Ключевое", "Степной район", SchoolType.Secondary, null, facts);

    public static IdentificationInput Input(Methodology methodology, params SchoolInput[] schools) =>
        new(Year, methodology, schools, new HashSet<(string, int)>());

    public static IdentificationRun Run(Methodology methodology, params SchoolInput[] schools) =>
        LowResultRule.Judge(Input(methodology, schools));

    public static SchoolVerdict Verdict(Methodology methodology, params ResultFact[] facts) =>
        Run(methodology, School(1, facts)).Verdicts.Single();

    public static LowResultMarker Marker(Methodology methodology, ResultFact fact) =>
        Verdict(methodology, fact).Marker(fact.Procedure, fact.Year)!;

    /// <summary>Figures stand before «%» with a no-break space; tests are written with an ordinary one.</summary>
    public static string Figures(string text) => text.Replace(" %", "\u00A0%", StringComparison.Ordinal);
}
