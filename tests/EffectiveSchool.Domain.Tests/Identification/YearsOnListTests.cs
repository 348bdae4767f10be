using EffectiveSchool.Domain.Identification;

namespace EffectiveSchool.Domain.Tests.Identification;

public class YearsOnListTests
{
    [Theory]
    [InlineData("", null)]
    [InlineData("2022+", "В перечне 1 год подряд.")]
    [InlineData("2022+ 2021+", "В перечне 2 года подряд.")]
    [InlineData("2022+ 2020+", "В перечне 1 год подряд, всего за все годы — 2 года.")]
    [InlineData("2022+ 2021- 2020+", "В перечне 1 год подряд, всего за все годы — 2 года.")]
    [InlineData("2022- 2021+ 2020+", "Сейчас школа не в перечне; раньше была в нём 2 раза.")]
    [InlineData("2022- 2021-", "В перечне школа не была: перечней с её оценкой — 2.")]
    [InlineData("2020+ 2022+ 2021+", "В перечне 3 года подряд.")]
    public void A_history_is_one_sentence(string history, string? sentence) =>
        Assert.Equal(sentence, YearsOnList.Of(history.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(y => new ListedYear(int.Parse(y[..4], RussianCulture.Value), ListState.Approved, y[4] == '+'))).Sentence);

    [Fact]
    public void An_approved_list_speaks_for_its_year_before_a_newer_draft()
    {
        var years = YearsOnList.Of(
        [
            new(2022, ListState.Draft, false),
            new(2022, ListState.Preliminary, false),
            new(2022, ListState.Archived, true),
            new(2021, ListState.Draft, false),
            new(2021, ListState.Preliminary, true),
        ]);

        Assert.Equal((2, 2, 2), (years.Total, years.InARow, years.Judged));
    }

    [Fact]
    public void Drafts_and_what_an_edition_replaced_count_for_no_year()
    {
        var years = YearsOnList.Of([new(2050, ListState.Draft, false), new(2022, ListState.Preliminary, true), new(2021, ListState.Replaced, true), new(2020, ListState.Draft, true)]);

        Assert.Equal((1, 1, 1), (years.Total, years.InARow, years.Judged));
        Assert.Null(YearsOnList.Of([new(2022, ListState.Draft, true)]).Sentence);
    }
}
