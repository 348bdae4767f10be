using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Testing;

namespace EffectiveSchool.Domain.Tests.Registry;

public class SchoolNamesTests
{
    [Theory]
    [InlineData("МБОУ «Лицей № 2» г. Заречный", "МБОУ ЛИЦЕЙ 2 Г ЗАРЕЧНЫЙ")]
    [InlineData("мбоу \"лицей №2\" г.Заречный", "МБОУ ЛИЦЕЙ 2 Г ЗАРЕЧНЫЙ")]
    [InlineData("  Берёзовская\u00A0СОШ ", "БЕРЕЗОВСКАЯ СОШ")]
    [InlineData("Бере\u0308зовская", "БЕРЕЗОВСКАЯ")]
    [InlineData("Никольский", "НИКОЛЬСКИЙ")]
    [InlineData("Шипуновская COШ №1", "ШИПУНОВСКАЯ СОШ 1")]
    [InlineData("…", "")]
    public void Search_does_not_see_case_quotes_or_look_alikes(string text, string expected) =>
        Assert.Equal(expected, SchoolNames.ForSearch(text));

    [Fact]
    public void Names_that_differ_by_legal_form_and_spelling_are_alike()
    {
        Assert.Equal(1, SchoolNames.Likeness("МБОУ СОШ № 4 г. Заречный", "МАОУ «Средняя общеобразовательная школа №4» Заречный"));
        Assert.Equal(["СОШ", "КЛЮЧЕВОЕ"], SchoolNames.Words("МБОУ СОШ с. Ключевое"));
    }

    [Fact]
    public void Schools_of_different_numbers_are_never_alike() =>
        Assert.Equal(0, SchoolNames.Likeness("МБОУ СОШ № 4 г. Заречный", "МБОУ СОШ № 5 г. Заречный"));

    [Fact]
    public void Endings_may_differ_and_other_places_are_further_away()
    {
        var same = SchoolNames.Likeness("МБОУ Подгорненская СОШ", "СОШ с. Подгорное");
        var other = SchoolNames.Likeness("МБОУ Подгорненская СОШ", "СОШ с. Ключевое");
        Assert.InRange(same, 0.7, 1);
        Assert.True(other < same);
        Assert.Equal(0, SchoolNames.Likeness("МБОУ", "СОШ с. Ключевое"));
    }

    [Theory]
    [InlineData("МКОУ Лесная ООШ", SchoolType.Basic)]
    [InlineData("МБОУ «СОШ №4»", SchoolType.Secondary)]
    [InlineData("МБОУСОШ№4", SchoolType.Secondary)]
    [InlineData("МКОУ Волчихинская СШ №1", SchoolType.Secondary)]
    [InlineData("МБОУ Шипуновская CОШ №1", SchoolType.Secondary)]
    [InlineData("Сошниковская ООШ", SchoolType.Basic)]
    [InlineData("ООШ с. Средняя Вязовка", SchoolType.Basic)]
    [InlineData("Ношульская СОШ", SchoolType.Secondary)]
    [InlineData("МКОУ НОШ п. Лесной", SchoolType.Primary)]
    [InlineData("Средняя общеобразовательная школа № 2", SchoolType.Secondary)]
    [InlineData("Основная школа с. Бор", SchoolType.Basic)]
    [InlineData("Начальная школа - детский сад", SchoolType.Primary)]
    [InlineData("Гимназия № 1", SchoolType.Gymnasium)]
    [InlineData("Лицей им. Ломоносова", SchoolType.Lyceum)]
    [InlineData("СОШ-интернат № 3", SchoolType.Boarding)]
    [InlineData("Кадетская школа", SchoolType.Unknown)]
    public void The_type_is_read_from_the_name(string name, SchoolType expected) =>
        Assert.Equal(expected, SchoolTypes.FromName(name));

    [SamplesFact]
    public void Of_a_real_registry_only_a_handful_of_names_tell_no_type()
    {
        string[] names = [.. File.ReadLines(SharedSamples.Registry).Skip(1).Select(l => l.Split(';')[1])];
        Assert.InRange(names.Count(n => SchoolTypes.FromName(n) == SchoolType.Unknown), 0, names.Length / 20);
    }

    [Theory]
    [InlineData("СОШ", SchoolType.Secondary)]
    [InlineData(" Лицей ", SchoolType.Lyceum)]
    [InlineData("школа-интернат", SchoolType.Boarding)]
    [InlineData("колледж", null)]
    public void The_type_of_a_column_is_read_by_its_name(string text, SchoolType? expected) => Assert.Equal(expected, SchoolTypes.Parse(text));

    [Fact]
    public void Every_type_has_a_name_that_reads_back()
    {
        foreach (var type in Enum.GetValues<SchoolType>())
        {
            Assert.Equal(type, SchoolTypes.Parse(type.RussianName()));
        }
    }
}
