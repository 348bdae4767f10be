using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Domain.Tests.Registry;

public class SchoolCodesTests
{
    [Theory]
    [InlineData("edu220028")]
    [InlineData("sch220028")]
    [InlineData("KSH220028")]
    [InlineData("220028")]
    [InlineData(" sch 220028\t")]
    [InlineData("sch\u00A0220028")]
    public void A_FIS_OKO_login_is_compared_by_its_digits(string text) => Assert.Equal("220028", SchoolCodes.FisOkoDigits(text));

    [Theory]
    [InlineData("sch22002", "Логин ФИС ОКО «sch22002»: ожидаются 6 цифр после edu, sch или ksh.")]
    [InlineData("abc220028", "Логин ФИС ОКО «abc220028»: ожидаются только цифры после edu, sch или ksh.")]
    [InlineData("", "Логин ФИС ОКО «»: ожидаются только цифры после edu, sch или ksh.")]
    [InlineData("٢٢٠٠٢٨", "Логин ФИС ОКО «٢٢٠٠٢٨»: ожидаются только цифры после edu, sch или ksh.")]
    public void What_is_no_login_is_refused(string text, string expected)
    {
        Assert.Null(SchoolCodes.Normalise(SchoolCodeKind.FisOko, text, out var refusal));
        Assert.Equal(expected, refusal);
    }

    [Theory]
    [InlineData("7707083893", true)]
    [InlineData("7707083894", false)]
    [InlineData("5000000000", true)] // the sum leaves 10, whose last digit is 0
    [InlineData("770708389", false)]
    [InlineData("77070838x3", false)]
    public void An_INN_has_a_check_digit(string digits, bool valid) => Assert.Equal(valid, SchoolCodes.InnIsValid(digits));

    [Fact]
    public void One_wrong_digit_of_an_INN_before_the_last_is_noticed()
    {
        const string valid = "7707083893";
        for (var i = 0; i < 9; i++)
        {
            var wrong = valid[..i] + (char)('0' + ((valid[i] - '0' + 1) % 10)) + valid[(i + 1)..];
            Assert.False(SchoolCodes.InnIsValid(wrong), wrong);
        }
    }

    [Theory]
    [InlineData("1027700132195", true)]
    [InlineData("1027700132196", false)]
    [InlineData("102770013219", false)]
    public void An_OGRN_has_a_check_digit(string digits, bool valid) => Assert.Equal(valid, SchoolCodes.OgrnIsValid(digits));

    [Theory]
    [InlineData(SchoolCodeKind.Inn, "7707083894", "ИНН «7707083894»: не сходится контрольная цифра.")]
    [InlineData(SchoolCodeKind.Inn, "77070838", "ИНН «77070838»: ожидаются 10 цифр.")]
    [InlineData(SchoolCodeKind.Ogrn, "1027700132196", "ОГРН «1027700132196»: не сходится контрольная цифра.")]
    [InlineData(SchoolCodeKind.Ogrn, "10277", "ОГРН «10277»: ожидаются 13 цифр.")]
    [InlineData(SchoolCodeKind.Oktmo, "123456789", "ОКТМО «123456789»: ожидаются 8 или 11 цифр.")]
    [InlineData(SchoolCodeKind.Oge, "12", "Код ОГЭ «12»: ожидается от 3 до 6 цифр.")]
    [InlineData(SchoolCodeKind.Ege, "1234567", "Код ЕГЭ «1234567»: ожидается от 3 до 6 цифр.")]
    [InlineData(SchoolCodeKind.Oge, "12а", "Код ОГЭ «12а»: ожидаются только цифры.")]
    public void A_code_of_another_shape_is_refused_in_words(SchoolCodeKind kind, string text, string expected)
    {
        Assert.Null(SchoolCodes.Normalise(kind, text, out var refusal));
        Assert.Equal(expected, refusal);
    }

    [Theory]
    [InlineData(SchoolCodeKind.Inn, "7707083893")]
    [InlineData(SchoolCodeKind.Ogrn, "1027700132195")]
    [InlineData(SchoolCodeKind.Oktmo, "12345678")]
    [InlineData(SchoolCodeKind.Oktmo, "12345678901")]
    [InlineData(SchoolCodeKind.Oge, "101")]
    [InlineData(SchoolCodeKind.Ege, "101234")]
    public void A_code_of_its_shape_is_taken(SchoolCodeKind kind, string text)
    {
        Assert.Equal(text, SchoolCodes.Normalise(kind, text, out var refusal));
        Assert.Null(refusal);
    }
}
