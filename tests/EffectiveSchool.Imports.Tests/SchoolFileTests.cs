using System.Text;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Imports.Registry;
using EffectiveSchool.Testing;

namespace EffectiveSchool.Imports.Tests;

public sealed class SchoolFileTests
{
    [Fact]
    public void The_template_brings_every_field_of_the_registry()
    {
        object?[] values =
        [
            "edu220028", "МБОУ СОШ №5", "Муниципальное бюджетное…", "лицей", "МБОУ", "действует", "220001", "Алтайский район", "REG22_M003", "село", 120, "15", "school5.ru",
            "8 (385) 123", "1234", "2345", "7707083893", "1027700132195", "01602000",
        ];
        var file = Read([[.. RegistryColumns.All.Select(c => (object?)c.Heading)], values]);

        Assert.Empty(file.Refusals);
        Assert.Equal(RegistryColumns.All.Count, file.Columns.Count);
        var school = Assert.Single(file.Rows);
        Assert.Equal(("МБОУ СОШ №5", SchoolType.Lyceum, "МБОУ", SchoolStatus.Active), (school.Name, school.Type, school.LegalForm, school.Status));
        Assert.Equal(("220001", "Алтайский район", "reg22_m003", SettlementKind.Rural), (school.HeadCode, school.Municipality, school.MunicipalityCode, school.Settlement));
        Assert.Equal((120, 15, "school5.ru"), (school.Pupils, school.Teachers, school.Site));
        Assert.Equal(
            ["220028", "1234", "2345", "7707083893", "1027700132195", "01602000"],
            new[] { SchoolCodeKind.FisOko, SchoolCodeKind.Oge, SchoolCodeKind.Ege, SchoolCodeKind.Inn, SchoolCodeKind.Ogrn, SchoolCodeKind.Oktmo }.Select(school.Code));
    }

    [Fact]
    public void What_the_file_does_not_say_stays_unsaid()
    {
        var school = Assert.Single(Read([["Наименование", "Логин"], ["МКОУ Лесная ООШ", "sch220001"]]).Rows);
        Assert.Equal(SchoolType.Basic, school.Type);
        Assert.Null(school.Status);
        Assert.Null(school.Settlement);
        Assert.Null(school.Pupils);
        Assert.Null(school.Municipality);
    }

    [Fact]
    public void Every_wrong_cell_of_a_row_is_named()
    {
        var file = Read([
            ["Наименование ОО", "Логин ФИС ОКО", "ИНН", "Тип", "Обучающихся"],
            ["СОШ №1", "sch22", "7707083894", "вокзал", "сто"],
            [null, "sch220002"],
            ["СОШ №3"],
            [null, null, null],
        ]);
        Assert.Equal(["B2", "C2", "D2", "E2", "B4"], file.Refusals.Select(r => r.Cell));

        // A code without a name may be of a school that has one: the registry decides.
        Assert.Equal((3, ""), Assert.Single(file.Rows) is var row ? (row.Row, row.Name) : default);
    }

    [Fact]
    public void A_code_of_two_schools_refuses_both_and_an_equal_row_counts_once()
    {
        var file = Read([
            ["Наименование ОО", "Логин ФИС ОКО"],
            ["СОШ №1", "sch220001"],
            ["СОШ №1", "edu220001"],
            ["СОШ №2", "sch220002"],
            ["СОШ №3", "sch220002"],
        ]);
        Assert.Equal("СОШ №1", Assert.Single(file.Rows).Name);
        Assert.Equal([4, 5], file.Refusals.Select(r => r.Row!.Value));
        Assert.Single(file.Notes);
    }

    [Fact]
    public void Csv_in_windows_1251_is_read()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var stream = new MemoryStream(Encoding.GetEncoding(1251).GetBytes("Логин ФИС ОКО;Наименование ОО;Муниципалитет\r\nsch220028;МБОУ Алтайская СОШ №5;Алтайский район\r\n"));
        Assert.Equal("МБОУ Алтайская СОШ №5", Assert.Single(SchoolFileReader.Read(stream, "реестр.csv").Rows).Name);
    }

    [Fact]
    public void Another_table_is_refused_with_what_to_do()
    {
        var refusal = Assert.Single(Read([["Блюдо", "Цена"], ["Суп", 120]]).Refusals);
        Assert.Contains("Скачайте шаблон", refusal.WhatToDo, StringComparison.Ordinal);
    }

    private static SchoolFile Read(object?[][] rows)
    {
        using var stream = new TestWorkbook().Sheet("Реестр", rows).ToStream();
        return SchoolFileReader.Read(stream, "реестр.xlsx");
    }
}
