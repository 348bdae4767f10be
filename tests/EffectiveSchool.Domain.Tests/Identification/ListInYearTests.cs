using EffectiveSchool.Domain.Identification;

namespace EffectiveSchool.Domain.Tests.Identification;

public sealed class ListInYearTests
{
    private static readonly ListInYear[] Lists =
    [
        new(1, 1, 2025, ListState.Archived), new(2, 1, 2026, ListState.Replaced), new(3, 1, 2026, ListState.Approved), new(4, 1, 2026, ListState.Draft),
        new(5, 1, 2027, ListState.Preliminary), new(6, 1, 2024, ListState.Draft),
    ];

    [Theory]
    [InlineData(2024, null)]
    [InlineData(2025, 1)]
    [InlineData(2026, 3)]
    [InlineData(2027, 5)]
    [InlineData(2028, null)]
    public void A_year_has_its_own_list_or_none(int year, int? list) => Assert.Equal(list, ListInYear.Of(Lists, year)?.Id);

    [Theory]
    [InlineData(2026, 3)]
    [InlineData(2027, 3)]
    [InlineData(2025, 1)]
    [InlineData(2020, 1)]
    public void An_approved_list_acts_until_the_next_is_approved(int year, int list) => Assert.Equal(list, ListInYear.Current(Lists, year)?.Id);

    [Fact]
    public void Before_any_list_is_approved_the_newest_preliminary_one_is_worked_by_and_named_so()
    {
        var current = ListInYear.Current([new(1, 1, 2025, ListState.Preliminary), new(2, 1, 2026, ListState.Preliminary), new(3, 1, 2026, ListState.Draft)], 2026);
        Assert.Equal("перечня ШНОР на 2026 год (предварительного)", current!.Genitive);
        Assert.Null(ListInYear.Current([new(3, 1, 2026, ListState.Draft), new(4, 1, 2026, ListState.Replaced)], 2026));
        Assert.Equal("перечня ШНОР на 2026 год", ListInYear.Current(Lists, 2026)!.Genitive);
    }
}
