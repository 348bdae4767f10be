using EffectiveSchool.Domain.Registry;

namespace EffectiveSchool.Domain.Tests.Registry;

public class SchoolTests
{
    private static readonly DateOnly Today = new(2023, 9, 1);

    [Fact]
    public void A_school_is_found_by_its_name_from_the_moment_it_is_there()
    {
        var school = Named("МБОУ «Берёзовская СОШ»");
        Assert.Equal("МБОУ БЕРЕЗОВСКАЯ СОШ", school.SearchText);
        school.FullName = "Полное имя";
        Assert.Contains("ПОЛНОЕ ИМЯ", school.SearchText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_renamed_school_keeps_its_old_name_in_history_and_in_search()
    {
        var school = Named("МОУ СОШ с. Ключевое");
        school.Rename("МБОУ СОШ с. Ключевое", Today);
        school.Rename("МБОУ СОШ с. Ключевое", Today.AddDays(1));
        var former = Assert.Single(school.FormerNames);
        Assert.Equal(("МОУ СОШ с. Ключевое", Today), (former.Name, former.Until));
        Assert.Equal("МБОУ СОШ с. Ключевое", school.Name);
        Assert.Contains("МОУ СОШ С КЛЮЧЕВОЕ", school.SearchText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_that_comes_back_is_written_once_and_in_force_again()
    {
        var school = Named("СОШ");
        school.SetCode(SchoolCodeKind.FisOko, "220028", Today);
        school.SetCode(SchoolCodeKind.FisOko, "220099", Today.AddYears(1));
        school.SetCode(SchoolCodeKind.FisOko, "220028", Today.AddYears(2));
        Assert.Equal("220028", school.CurrentCode(SchoolCodeKind.FisOko)!.Value);
        Assert.Equal(2, school.Codes.Count);
        Assert.Equal(Today.AddYears(2).AddDays(-1), school.Codes.Single(c => c.Value == "220099").ValidTo);
    }

    [Fact]
    public void A_code_that_ended_leaves_none_in_force_and_stays_in_search()
    {
        var school = Named("СОШ");
        school.SetCode(SchoolCodeKind.Oge, "2201", Today);
        school.EndCode(SchoolCodeKind.Oge, Today.AddDays(9));
        Assert.Null(school.CurrentCode(SchoolCodeKind.Oge));
        Assert.Equal(Today.AddDays(9), Assert.Single(school.Codes).ValidTo);
        Assert.Contains("2201", school.SearchText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_code_closes_the_former_the_day_before()
    {
        var school = Named("СОШ");
        school.SetCode(SchoolCodeKind.FisOko, "220028", Today);
        school.SetCode(SchoolCodeKind.FisOko, "220028", Today.AddDays(5));
        school.SetCode(SchoolCodeKind.FisOko, "220099", Today.AddYears(1));
        school.SetCode(SchoolCodeKind.Oge, "101", Today);

        Assert.Equal("220099", school.CurrentCode(SchoolCodeKind.FisOko)!.Value);
        Assert.Null(school.CurrentCode(SchoolCodeKind.Ege));
        var former = school.Codes.Single(c => c.Value == "220028");
        Assert.Equal((null, Today.AddYears(1).AddDays(-1)), (former.ValidFrom, former.ValidTo));
        Assert.Equal(Today.AddYears(1), school.CurrentCode(SchoolCodeKind.FisOko)!.ValidFrom);
        Assert.All(school.Codes, c => Assert.Equal(1, c.RegionId));
        Assert.Contains("220028", school.SearchText, StringComparison.Ordinal);
        Assert.Contains("220099", school.SearchText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_corrected_on_its_first_day_leaves_no_trace()
    {
        var school = Named("СОШ");
        school.SetCode(SchoolCodeKind.FisOko, "220028", Today.AddYears(-1));
        school.SetCode(SchoolCodeKind.FisOko, "220098", Today);
        school.SetCode(SchoolCodeKind.FisOko, "220099", Today);
        Assert.Equal(["220028", "220099"], school.Codes.Select(c => c.Value));
        Assert.All(school.Codes, c => Assert.True(c.ValidTo is null || c.ValidFrom is null || c.ValidFrom <= c.ValidTo));
    }

    [Fact]
    public void A_school_becomes_a_branch_and_independent_again()
    {
        var (head, branch) = (Named("Головная", id: 5), Named("Филиал", id: 6));
        Assert.Null(branch.BecomeBranchOf(head));
        Assert.Equal(5, branch.HeadSchoolId);
        branch.BecomeIndependent();
        Assert.Null(branch.HeadSchoolId);
    }

    [Fact]
    public void A_branch_of_itself_of_a_branch_or_of_another_region_is_refused()
    {
        var (head, branch, other) = (Named("Головная", id: 5), Named("Филиал", id: 6), Named("Чужая", id: 7, region: 2));
        Assert.Equal("Школа не может быть филиалом самой себя.", head.BecomeBranchOf(head));
        Assert.Null(branch.BecomeBranchOf(head));
        Assert.Equal("«Филиал» сама филиал: укажите головную школу.", Named("Третья", id: 8).BecomeBranchOf(branch));
        Assert.Equal("«Чужая» — школа другого региона: укажите головную школу своего.", branch.BecomeBranchOf(other));
        Assert.Equal(5, branch.HeadSchoolId);
    }

    [Fact]
    public void Two_schools_not_stored_yet_are_not_taken_for_one()
    {
        var (head, branch) = (Named("Головная"), Named("Филиал"));
        Assert.Throws<ArgumentException>(() => branch.BecomeBranchOf(head));
        Assert.NotNull(head.BecomeBranchOf(head));
    }

    private static School Named(string name, int id = 0, int region = 1)
    {
        var school = new School { RegionId = region, Name = name };
        typeof(School).GetProperty(nameof(School.Id))!.SetValue(school, id);
        return school;
    }
}
