using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Domain.Tests.Registry;

public class SchoolQuestionTests
{
    [Theory]
    [InlineData("СОШ №42", "СОШ", "42")]
    [InlineData("сош N42", "СОШ", "42")]
    [InlineData("СОШ No. 42", "СОШ", "42")]
    [InlineData("сош42", "СОШ", "42")]
    [InlineData("гимназия 3 Алейск", "ГИМНАЗИЯ АЛЕЙСК", "3")]
    [InlineData("№ 7", "", "7")]
    [InlineData("42", "42", "")]
    [InlineData("СОШ 220028", "СОШ 220028", "")]
    [InlineData("sch220028", "220028", "")]
    [InlineData(null, "", "")]
    public void A_number_with_its_sign_or_after_a_type_is_that_of_a_school(string? question, string words, string numbers)
    {
        var asked = SchoolQuestion.Read(question);
        Assert.Equal((words, numbers), (string.Join(' ', asked.Words), string.Join(' ', asked.Numbers)));
    }

    [Theory]
    [InlineData("МКОУ ООШ п. Образцовый", "МБОУ ООШ п. Вязовка", false)]
    [InlineData("МБОУ СОШ с. Ключи Алейского района", "СОШ с. Подгорное, Алейский район", false)]
    [InlineData("МБОУ СОШ № 4 г. Южный", "МБОУ СОШ № 5 г. Южный", false)]
    [InlineData("МБОУ «Алтайская СОШ №5»", "МБОУ СОШ № 5", true)]
    [InlineData("СОШ с. Подгорное", "Муниципальное бюджетное общеобразовательное учреждение «Подгорненская средняя школа»", true)]
    [InlineData("МБОУ СОШ", "МБОУ СОШ с. Ключевое", null)]
    public void Only_the_proper_name_or_the_number_is_evidence(string first, string second, bool? agree) => Assert.Equal(agree, SchoolNames.ProperNamesAgree(first, second));

    [Fact]
    public void Names_whose_type_alone_agrees_are_not_alike() => Assert.Equal(0, SchoolNames.Likeness("МКОУ ООШ п. Образцовый", "МБОУ ООШ п. Вязовка"));

    [Theory]
    [InlineData("https://school.ru/a", true)]
    [InlineData("school.ru", true)]
    [InlineData("школа-5.рф", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("не адрес", false)]
    [InlineData("ftp://school.ru", false)]
    [InlineData("адрес", false)]
    public void The_site_of_a_school_is_a_web_address(string site, bool isOne) => Assert.Equal(isOne, WebLink.Site(site) is not null);

    [Fact]
    public void A_corrected_result_is_refined_and_a_final_one_stays_final()
    {
        Assert.Equal(ResultVersion.Refined, ResultVersions.Corrected(null));
        Assert.Equal(ResultVersion.Refined, ResultVersions.Corrected(ResultVersion.Preliminary));
        Assert.Equal(ResultVersion.Final, ResultVersions.Corrected(ResultVersion.Final));
    }
}
