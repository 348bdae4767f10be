using EffectiveSchool.Domain.Identification;

namespace EffectiveSchool.Domain.Tests.Identification;

/// <summary>A published annex beside the portal's own list.</summary>
public sealed class PublishedComparisonTests
{
    private const int Year = Given.Year;

    [Fact]
    public void Who_is_in_one_and_not_in_the_other_is_told_with_the_cells_that_say_so()
    {
        var list = List(
            Given.School(1, Given.Now(Given.Rus5, 10, 5), Given.Now(Given.Math5, 10, 5)),
            Given.School(2, Given.Now(Given.Rus5, 10, 5), Given.Now(Given.Math5, 10, 5)),
            Given.School(3, Given.Now(Given.Rus5, 10, 0), Given.Now(Given.Math5, 10, 0)),
            Given.School(4, Given.Now(Given.Rus5, 10, 5), Given.Now(Given.Math5, 10, 5)));
        var comparison = PublishedComparison.Of(
            [Row(1, 5, a: true), Row(2, 6, a: false), Row(3, 7, a: true), new AnnexSchool(Printed(8, a: null, b: true), null)], list, Methodology.SameProcedure);

        Assert.Equal((1, 1), (comparison.Both, comparison.Unmatched));
        Assert.Equal(
            [("Школа 7", "A7", "По данным портала ни один критерий не выполняется."), ("Школа 8", "B8", "Школа реестра для этой строки не указана.")],
            comparison.OnlyInAnnex.Select(d => (d.Printed!.Name, d.Cells, d.Why)));
        Assert.Equal(
            [(2, "A6, B6", "В приложении напечатано, что критерии не выполняются; по данным портала выполняется критерий A."),
                (4, "", "В приложении школы нет; по данным портала выполняется критерий A.")],
            comparison.OnlyInList.Select(d => (d.Own!.Verdict.SchoolKey, d.Cells, d.Why)));
    }

    [Fact]
    public void An_annex_without_columns_of_criteria_names_every_school_it_prints()
    {
        Assert.True((Printed(5, null, null) with { CriterionA = null, CriterionB = null }).IsNamed);
        Assert.False(Printed(5, null, null).IsNamed);
        Assert.True(Printed(5, null, true).IsNamed);
    }

    [Theory]
    [InlineData(50.0, 10, 5, null)]
    [InlineData(35.71, 14, 5, null)]
    [InlineData(35.7, 14, 5, null)]
    [InlineData(42.86, 14, 5, "42,86 %, низкий|5 из 14 (35,7 %), низкий")]
    [InlineData(20.0, 10, 5, "20 %, не низкий|5 из 10 (50,0 %), низкий")]
    [InlineData(30.0, 10, 2, "30 %, низкий|2 из 10 (20,0 %), не низкий")]
    public void Printed_shares_are_compared_by_the_counts_they_restore(double share, int participants, int failed, string? difference)
    {
        var list = List(Given.School(1, Given.Now(Given.Rus5, participants, failed)));
        var row = Row(1, 5, a: false, new PrintedMarker(Given.Rus5, Year, null, (decimal)share, "E5"));
        var found = PublishedComparison.Of([row], list, Methodology.SameProcedure).Markers;
        Assert.Equal(difference?.Replace('\u00A0', ' '), found.Count == 0 ? null : $"{Assert.Single(found).InAnnex}|{found[0].InList}".Replace('\u00A0', ' ').Replace('\u202F', ' '));
    }

    [Fact]
    public void No_data_on_one_side_is_a_difference_and_on_both_is_none()
    {
        var list = List(Given.School(1, Given.Now(Given.Rus5, 10, 5)), Given.School(2));
        var comparison = PublishedComparison.Of(
            [Row(1, 5, a: false), Row(2, 6, a: false, new PrintedMarker(Given.Rus5, Year, false, null, "E6"))], list, Methodology.SameProcedure);
        Assert.Equal(
            [("строка 5", "пусто", "5 из 10 (50,0 %), низкий"), ("E6", "не низкий", "нет данных")],
            comparison.Markers.Select(m => (m.Cell, m.InAnnex, m.InList.Replace('\u00A0', ' ').Replace('\u202F', ' '))));
    }

    [Fact]
    public void One_column_of_ЕГЭ_МА_is_compared_with_the_lower_of_the_two()
    {
        var list = List(Given.School(1, Given.Now("ЕГЭ МА база", 10, 0), Given.Now("ЕГЭ МА профиль", 10, 5)));
        PublishedComparison Compare(bool low) => PublishedComparison.Of([Row(1, 5, a: false, new PrintedMarker("ЕГЭ МА", Year, low, null, "E5"))], list, Methodology.SameProcedure);
        Assert.Empty(Compare(low: true).Markers);
        Assert.Single(Compare(low: false).Markers);
    }

    private static IReadOnlyList<JudgedSchool> List(params SchoolInput[] schools) =>
        [.. Given.Run(Methodology.SameProcedure, schools).Verdicts.Select(v => new JudgedSchool($"{v.SchoolKey}", $"Школа {v.SchoolKey}", "Район", v))];

    private static AnnexSchool Row(int key, int row, bool a, params PrintedMarker[] markers) => new(Printed(row, a, false) with { Markers = markers }, key);

    private static PublishedSchool Printed(int row, bool? a, bool? b) => new(row, "", $"Школа {row}", "", [], new PrintedSign(a, $"A{row}"), new PrintedSign(b, $"B{row}"));
}
