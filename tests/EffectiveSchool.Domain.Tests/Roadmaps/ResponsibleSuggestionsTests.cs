using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Domain.Tests.Roadmaps;

public class ResponsibleSuggestionsTests
{
    private static readonly ResponsibleCandidate[] Known =
    [
        new(ResponsibleKind.Region, "1", "Опытная область"),
        new(ResponsibleKind.Municipality, "1", "Северный район"),
        new(ResponsibleKind.Municipality, "2", "Южный район"),
        new(ResponsibleKind.Organisation, "7", "ИРО"),
        new(ResponsibleKind.Organisation, "8", "Центр оценки качества образования"),
        new(ResponsibleKind.School, "5", "МБОУ СОШ № 5"),
        new(ResponsibleKind.School, "6", "МБОУ СОШ № 6"),
        new(ResponsibleKind.Person, "0190", "Региональный координатор"),
    ];

    [Theory]
    [InlineData("ИРО", "organisation-7")]
    [InlineData("ГАУ ДПО «ИРО», департамент образования", "organisation-7 region-1")]
    [InlineData("Управление образования Северного района", "municipality-1")]
    [InlineData("отдел образования Южного района; ИРО", "municipality-2 organisation-7")]
    [InlineData("СОШ № 5", "school-5")]
    [InlineData("Центр оценки качества образования", "organisation-8")]
    [InlineData("Министерство образования", "region-1")]
    [InlineData("директора ОО", "")]
    [InlineData("руководители школ, кураторы", "")]
    [InlineData("", "")]
    public void Known_responsibles_are_recognised_in_the_order_of_the_wording(string wording, string keys)
    {
        var suggested = ResponsibleSuggestions.Of(wording, Known);
        Assert.Equal(keys, string.Join(' ', suggested.Known.Select(c => ActivityResponsible.KeyOf(c.Kind, c.Id))));
        Assert.Empty(suggested.NewOrganisations);
    }

    [Fact]
    public void An_organisation_nobody_knows_is_offered_as_new()
    {
        var suggested = ResponsibleSuggestions.Of("Педагогический колледж, руководители ОО, РЦОИ", Known);
        Assert.Equal(["Педагогический колледж", "РЦОИ"], suggested.NewOrganisations);
        Assert.Empty(suggested.Known);
    }

    [Fact]
    public void The_only_municipality_is_meant_by_its_office()
    {
        var own = Known.Where(c => c.Id != "2").ToList();
        Assert.Equal(["Северный район"], ResponsibleSuggestions.Of("муниципальные органы управления образованием", own).Known.Select(c => c.Name));
        Assert.Empty(ResponsibleSuggestions.Of("муниципальные органы управления образованием", Known).Known);
    }
}
