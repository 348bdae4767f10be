using EffectiveSchool.Domain.Results;
using EffectiveSchool.Domain.Results.Collection;

namespace EffectiveSchool.Domain.Tests.Results;

public sealed class CollectionTests
{
    private static readonly DateOnly Deadline = new(2024, 6, 10);

    [Theory]
    [InlineData(0, 0, false, 0, CollectionState.NotApplicable)]
    [InlineData(0, 0, false, 1, CollectionState.NotApplicable)]
    [InlineData(4, 0, false, 0, CollectionState.NotSent)]
    [InlineData(4, 3, false, 0, CollectionState.Partial)]
    [InlineData(4, 4, false, 0, CollectionState.Sent)]
    [InlineData(4, 4, true, 0, CollectionState.Confirmed)]
    [InlineData(4, 3, true, 1, CollectionState.Confirmed)]
    [InlineData(4, 0, false, 1, CollectionState.Overdue)]
    [InlineData(4, 4, false, 1, CollectionState.Overdue)]
    public void The_state_follows_from_what_is_sent_what_is_confirmed_and_the_day(int expected, int sent, bool confirmed, int daysAfter, CollectionState state) =>
        Assert.Equal(state, new CollectionCell(expected, sent, confirmed, Deadline).StateOn(Deadline.AddDays(daysAfter)));

    [Theory]
    [InlineData(4, 0, false, "Подтверждать нечего")]
    [InlineData(0, 0, false, "нет школ")]
    [InlineData(4, 4, true, "уже подтверждены")]
    [InlineData(4, 1, false, null)]
    [InlineData(4, 4, false, null)]
    public void Only_what_was_sent_and_is_not_confirmed_yet_can_be_confirmed(int expected, int sent, bool confirmed, string? refusal)
    {
        var said = new CollectionCell(expected, sent, confirmed, Deadline).RefusalToConfirm;
        Assert.Equal(refusal is null, said is null);
        Assert.Contains(refusal ?? "", said ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void A_confirmation_is_withdrawn_once_and_keeps_the_first_cause()
    {
        var confirmation = new DataConfirmation
        {
            RegionId = 1, MunicipalityId = 1, ProcedureId = 1, Year = 2024, ConfirmedAt = DateTimeOffset.UnixEpoch, ConfirmedBy = Guid.NewGuid(), Author = "а", OnBehalf = false,
        };
        confirmation.Withdraw(DateTimeOffset.UnixEpoch.AddDays(1), "загрузка № 1");
        confirmation.Withdraw(DateTimeOffset.UnixEpoch.AddDays(2), "загрузка № 2");
        Assert.Equal((DateTimeOffset.UnixEpoch.AddDays(1), "загрузка № 1"), (confirmation.WithdrawnAt, confirmation.WithdrawnBecause));
    }

    [Theory]
    [InlineData(2024, "", "ВПР 5 РУ", "2024-05-01", "Укажите название")]
    [InlineData(2024, "Сбор", null, null, "срок хотя бы для одной")]
    [InlineData(2020, "Сбор", "ОГЭ РУ", "2020-05-01", "не проводилась")]
    [InlineData(2024, "Сбор", "КДР 6 ЧГ", "2024-05-01", "не проводилась")]
    [InlineData(2024, "Сбор", "ВПР 5 РУ", "2026-05-01", "не подходит к результатам 2024 года")]
    [InlineData(2024, "Сбор", "ВПР 5 РУ", "2023-12-31", "не подходит к результатам 2024 года")]
    [InlineData(2024, "Сбор", "ВПР 5 РУ", "2025-02-01", null)]
    public void A_campaign_is_planned_for_held_procedures_and_days_that_suit_its_year(int year, string name, string? procedure, string? day, string? refusal)
    {
        var campaign = new CollectionCampaign { RegionId = 1, Year = year };
        ProcedureDeadline[] deadlines = procedure is null ? [] : [new(procedure, DateOnly.ParseExact(day!, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))];
        var said = campaign.Plan(name, deadlines, new HashSet<string> { "КДР 6 ЧГ" });
        Assert.Equal(refusal is null, said is null);
        Assert.Contains(refusal ?? "", said ?? "", StringComparison.Ordinal);
        Assert.Equal(refusal is null ? 1 : 0, campaign.Deadlines.Count);
    }

    [Fact]
    public void A_refused_change_leaves_the_campaign_as_it_was_and_no_procedure_is_due_twice()
    {
        var campaign = new CollectionCampaign { RegionId = 1, Year = 2024 };
        Assert.Null(campaign.Plan(" Сбор ", [new("ВПР 5 РУ", Deadline)], new HashSet<string>()));
        Assert.Contains("два срока", campaign.Plan("Другой", [new("ВПР 5 РУ", Deadline), new("ВПР 5 РУ", Deadline)], new HashSet<string>()), StringComparison.Ordinal);
        Assert.Equal(("Сбор", 1), (campaign.Name, campaign.Deadlines.Count));
    }

    [Fact]
    public void Versions_stand_in_one_order_and_none_stands_before_all()
    {
        ResultVersion?[] order = [null, ResultVersion.Preliminary, ResultVersion.Refined, ResultVersion.Final];
        for (var stored = 0; stored < order.Length; stored++)
        {
            for (var brought = 0; brought < order.Length; brought++)
            {
                Assert.Equal(brought >= stored, ResultVersions.MayReplace(order[brought], order[stored]));
            }
        }

        Assert.Equal(["без версии", "предварительный", "уточнённый", "итоговый"], order.Select(v => v.RussianName()));
    }

    [Fact]
    public void A_list_says_on_whose_unconfirmed_data_and_on_how_many_provisional_results_it_stands()
    {
        var basis = new CollectionBasis(3, [new("Северный район", 2021, ["ВПР 5 РУ", "ОГЭ МА"]), new("Южный район", 2021, ["ОГЭ МА"])], [2020]);
        Assert.Equal(
            [
                "Данные за 2021 год не подтверждены: Северный район — ВПР 5 РУ, ОГЭ МА; Южный район — ОГЭ МА.",
                "За 2020 год кампании сбора не было: подтверждений не запрашивали.",
                "Предварительных результатов, на которых стоит перечень: 3.",
            ],
            basis.Sentences());
        Assert.DoesNotContain(basis.Sentences(new HashSet<string> { "Южный район" }, ofSchool: true), s => s.Contains("Предварительных", StringComparison.Ordinal));
        Assert.True(basis.IsUnsure(new HashSet<string> { "Южный район" }, ofSchool: true));
        Assert.False(basis.IsUnsure(new HashSet<string> { "Западный район" }, ofSchool: true));
        Assert.True(basis.IsUnsure(new HashSet<string> { "Западный район" }));
        Assert.StartsWith("Данные за 2021 год не подтверждены: Южный район — ОГЭ МА.", basis.Sentences(new HashSet<string> { "Южный район" }).First(), StringComparison.Ordinal);
        Assert.Equal(["Все данные подтверждены муниципалитетами."], new CollectionBasis(0, [], []).Sentences());
    }

    [Theory]
    [InlineData(1999, false)]
    [InlineData(2000, true)]
    [InlineData(2027, true)]
    [InlineData(2028, false)]
    [InlineData(2099, false)]
    public void Results_are_collected_of_no_year_further_than_the_next(int year, bool may)
    {
        var refusal = CollectionCampaign.RefuseYear(year, new DateOnly(2026, 11, 23));
        Assert.Equal(may ? null : $"Год результатов — от 2000 до 2027, а указан {year}. Проверьте год.", refusal);
    }

    [Fact]
    public void A_campaign_to_which_something_was_sent_stays()
    {
        var campaign = new CollectionCampaign { RegionId = 1, Year = 2024 };
        Assert.Null(campaign.RefuseRemoval(0, 0));
        Assert.StartsWith("По кампании уже прислано: 2 результата.", campaign.RefuseRemoval(2, 1), StringComparison.Ordinal);
        Assert.StartsWith("По кампании уже есть 1 подтверждение.", campaign.RefuseRemoval(0, 1), StringComparison.Ordinal);
    }
}
