using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Domain.Tests.Results;

public class ProceduresTests
{
    [Fact]
    public void Codes_are_unique() => Assert.Equal(Procedures.All.Count, Procedures.All.DistinctBy(p => p.Code).Count());

    [Theory]
    [InlineData("ВПР 5 РУ", "5 РУ")]
    [InlineData("ОГЭ РУ", "ОГЭ РУ")]
    [InlineData("ЕГЭ МА база", "МА б")]
    [InlineData("ЕГЭ МА профиль", "МА п")]
    [InlineData("ЕГЭ МА", "ЕГЭ МА")]
    [InlineData("КДР 4 ЧГ", "КДР 4 ЧГ")]
    public void A_narrow_column_has_a_short_name(string code, string expected) =>
        Assert.Equal(expected, Procedures.Find(code)!.ShortName);

    [Theory]
    [InlineData("ЕГЭ РУ", SchoolType.Basic, false)]
    [InlineData("ОГЭ РУ", SchoolType.Basic, true)]
    [InlineData("ВПР 5 РУ", SchoolType.Primary, false)]
    [InlineData("ВПР 4 РУ", SchoolType.Primary, true)]
    [InlineData("ЕГЭ МА профиль", SchoolType.Lyceum, true)]
    [InlineData("Процедура региона", SchoolType.Primary, true)]
    public void A_procedure_applies_where_its_grade_is_taught(string code, SchoolType type, bool applies) =>
        Assert.Equal(applies, Procedures.Applies(code, type));

    [Theory]
    [InlineData("ОГЭ РУ", 2020, false)]
    [InlineData("ОГЭ РУ", 2021, true)]
    [InlineData("ЕГЭ МА база", 2021, false)]
    [InlineData("ЕГЭ МА база", 2022, true)]
    [InlineData("ЕГЭ МА профиль", 2020, true)]
    [InlineData("ЕГЭ МА", 2020, true)]
    [InlineData("ВПР 5 РУ", 2020, true)]
    public void What_was_held_is_known(string code, int year, bool held) => Assert.Equal(held, Procedures.WasHeld(code, year));

    [Theory]
    [InlineData("ВПР.xlsx", "РУ 5", 118, "ВПР.xlsx, лист «РУ 5», строка 118")]
    [InlineData("матрица.csv", null, 3, "матрица.csv, строка 3")]
    [InlineData("ввод вручную", null, null, "ввод вручную")]
    public void A_source_names_file_sheet_and_row(string file, string? sheet, int? row, string expected) =>
        Assert.Equal(expected, new ResultSource(file, sheet, row).ToString());
}
