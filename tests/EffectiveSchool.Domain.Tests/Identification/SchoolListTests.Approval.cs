using EffectiveSchool.Domain.Identification;
using static EffectiveSchool.Domain.Tests.Identification.Given;

namespace EffectiveSchool.Domain.Tests.Identification;

public partial class SchoolListTests
{
    [Fact]
    public void What_was_upheld_is_approved_in_a_new_edition_alone()
    {
        var list = Preliminary();
        var refusal = list.Approve(Order, OneRun, Grounds() with { UpheldObjections = [3] });
        Assert.StartsWith("Возражение № 3 удовлетворено, а этот перечень рассчитан до решения.", refusal, StringComparison.Ordinal);
        Assert.Contains("создайте новую редакцию", refusal, StringComparison.Ordinal);
        Assert.StartsWith("Возражения № 3, 5 удовлетворены", list.Approve(Order, OneRun, Grounds() with { UpheldObjections = [3, 5] }), StringComparison.Ordinal);
        Assert.Equal(ListState.Preliminary, list.State);
    }

    [Fact]
    public void Beside_a_list_in_force_no_second_one_is_approved()
    {
        var inForce = At(ListState.Approved);
        var second = Preliminary();
        var refusal = second.Approve(new Order("500", Order.Date), OneRun, Grounds() with { InForce = inForce });
        Assert.Equal(
            "«Перечень ШНОР на 2023 год по результатам 2021 и 2022 годов» уже утверждён приказом от 10.02.2023 № 412-п и действует. "
            + "Второй перечень за тот же год не утверждается: откройте действующий, создайте его новую редакцию и утвердите её приказом о внесении изменений.",
            refusal);
        Assert.Equal(ListState.Preliminary, second.State);
    }

    [Fact]
    public void Every_reason_against_an_approval_is_told_before_the_order()
    {
        var list = Preliminary();
        var changed = Run(Methodology.SameProcedure, School(1, Given.Now(Rus5, 10, 4)));
        var grounds = new ApprovalGrounds(Now, Today, 2, null) { UpheldObjections = [7], InForce = At(ListState.Approved) };
        string[] starts = ["«Перечень ШНОР", "По перечню не рассмотрены 2 возражения.", "Возражения принимаются до 20.02.2023.", "Возражение № 7", "После расчёта перечня данные изменились."];
        Assert.Collection(
            list.ApprovalObstacles(changed, grounds),
            [.. starts.Select(start => (Action<string>)(said => Assert.StartsWith(start, said, StringComparison.Ordinal)))]);
        Assert.Empty(list.ApprovalObstacles(OneRun, Grounds()));
        Assert.Equal("Утвердить можно только предварительный перечень, а этот — черновик.", Assert.Single(Draft().ApprovalObstacles(OneRun, Grounds())));
    }

    [Theory]
    [InlineData(ListState.Draft, true)]
    [InlineData(ListState.Preliminary, false)]
    [InlineData(ListState.Approved, false)]
    [InlineData(ListState.Archived, false)]
    [InlineData(ListState.Replaced, false)]
    public void Only_a_draft_is_thrown_away(ListState state, bool may) => Assert.Equal(may, At(state).RefuseDeletion() is null);

    [Fact]
    public void A_reason_is_told_as_a_sentence()
    {
        var list = Preliminary();
        Assert.Null(list.EndObjections("Все школы ознакомлены", Today, Now));
        Assert.Equal("Приём возражений завершён досрочно: Все школы ознакомлены.", list.RefuseObjection(Today));
    }
}
