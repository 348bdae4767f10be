using System.Text;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Imports.Lists;
using EffectiveSchool.Testing;

namespace EffectiveSchool.Imports.Tests;

/// <summary>Federal lists with levels and matrices of published annexes.</summary>
public class ListFilesTests
{
    [Theory]
    [InlineData("базово", FederalLevel.Basic)]
    [InlineData("Умеренно неуспевающие", FederalLevel.Moderate)]
    [InlineData(" СИЛЬНО  неуспевающая", FederalLevel.Severe)]
    public void A_level_is_read_as_documents_write_it(string written, FederalLevel level)
    {
        var file = Federal($"Логин ФИС ОКО;Наименование ОО;Уровень неуспешности\nedu220028;СОШ;{written}\n");

        Assert.Equal(level, Assert.Single(file.Rows).Level);
        Assert.Empty(file.Refusals);
    }

    [Fact]
    public void A_school_without_a_code_keeps_its_name_and_one_with_a_wrong_code_is_refused()
    {
        var file = Federal("Наименование;Муниципалитет;Код школы;Уровень\nСОШ № 1;Район;;базово\nСОШ № 2;Район;12;базово\n");

        Assert.Equal(("СОШ № 1", "Район", null, "A2", "D2"), file.Rows.Select(r => (r.AsWritten, r.Municipality, r.Code, r.Cell, r.LevelCell)).Single());
        Assert.Equal("C3", Assert.Single(file.Refusals).Cell);
    }

    [Fact]
    public void Years_stand_above_the_first_procedure_of_their_group()
    {
        using var stream = new TestWorkbook().Sheet(
            "Приложение",
            ["Приложение к приказу от 2023 года"],
            ["№", "Школа", 2022, null, 2023, null, "Критерий A", "Критерий Б"],
            [null, null, "ВПР 5 РУ", "ОГЭ МА", "ВПР 5 РУ", "ЕГЭ МА", null, null],
            [1, "СОШ № 1", 35.1, null, 30, "н/д", "да", "-"]).ToStream();
        var file = PublishedMatrixReader.Read(stream, "п.xlsx");

        Assert.Empty(file.Refusals);
        Assert.Equal([2022, 2023], file.Years);
        var school = Assert.Single(file.Schools);
        Assert.Equal([("ВПР 5 РУ", 2022, 35.1m, "C4"), ("ВПР 5 РУ", 2023, 30m, "E4")], school.Markers.Select(m => (m.Procedure, m.Year, m.SharePercent!.Value, m.Cell)));
        Assert.Equal((true, "G4", false, "H4"), (school.CriterionA!.Holds, school.CriterionA.Cell, school.CriterionB!.Holds, school.CriterionB.Cell));
    }

    [Fact]
    public void A_sheet_of_ones_and_zeros_prints_markers_and_one_other_number_makes_them_shares()
    {
        var markers = Matrix("код;школа;ОГЭ РУ 2023;ОГЭ МА 2023;Критерий A\n1;С;1;0;нет\n");
        Assert.Equal([true, false], markers.Schools[0].Markers.Select(m => m.Low));

        var shares = Matrix("код;школа;ОГЭ РУ 2023;ОГЭ МА 2023;Критерий A\n1;С;1;28,5;нет\n");
        Assert.Equal([1m, 28.5m], shares.Schools[0].Markers.Select(m => m.SharePercent));
    }

    [Fact]
    public void A_cell_that_is_neither_is_refused_by_its_address_and_the_rest_is_read()
    {
        var file = Matrix("код;школа;ОГЭ РУ 2023;ОГЭ МА 2023\n1;С;плохо;1\n");

        Assert.Equal("C2", Assert.Single(file.Refusals).Cell);
        Assert.Single(file.Schools[0].Markers);
        Assert.Contains(file.Notes, n => n.Text.Contains("сравнивать пересчёт не с чем", StringComparison.Ordinal));
    }

    [Fact]
    public void Printed_shares_are_judged_by_the_threshold_as_printed()
    {
        var file = Matrix("код;школа;ОГЭ РУ 2023;ОГЭ МА 2023;Критерий A\n1;С;30;29,99;да\n2;Т;30;45;да\n");

        var check = PublishedMatrix.Check(file.Schools, Methodology.SameProcedure, 2023);

        var difference = Assert.Single(check[0].Discrepancies);
        Assert.Equal((Criterion.A, true, false, "E2", "в 2023 году низкие: ОГЭ РУ (C2)."), (difference.Criterion, difference.Printed, difference.Recomputed, difference.Cell, difference.Why));
        Assert.Empty(check[1].Discrepancies);
    }

    private static FederalListFile Federal(string csv) => FederalListReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "п.csv");

    private static PublishedMatrixFile Matrix(string csv) => PublishedMatrixReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "п.csv");
}
