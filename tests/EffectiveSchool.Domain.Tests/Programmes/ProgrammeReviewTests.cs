using EffectiveSchool.Domain.Programmes;
using EffectiveSchool.Domain.Reminders;
using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Domain.Tests.Programmes;

/// <summary>A child programme is agreed by whoever stands above, step by step.</summary>
public sealed class ProgrammeReviewTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
    private static readonly WorkActor School = new(new Author(Guid.NewGuid(), "директор"), DutyLevel.School);
    private static readonly WorkActor Curator = new(new Author(Guid.NewGuid(), "куратор"), DutyLevel.Curator);
    private static readonly WorkActor Municipality = new(new Author(Guid.NewGuid(), "муниципалитет"), DutyLevel.Municipality);
    private static readonly WorkActor Region = new(new Author(Guid.NewGuid(), "регион"), DutyLevel.Region);

    [Fact]
    public void From_draft_to_agreement_through_a_return()
    {
        var programme = OfSchool(Of(municipality: 5));
        Assert.Equal((ReviewState.Draft, false), (programme.Review, programme.IsInForce));
        Assert.Null(programme.Submit(3, School, Now));
        Assert.Null(programme.Return("Нет сроков", Municipality, Now));
        Assert.Null(programme.Submit(3, School, Now));
        Assert.Null(programme.Recall(School, Now));
        Assert.Null(programme.Submit(3, School, Now));
        Assert.Null(programme.Agree(Municipality, Now));
        Assert.Equal((ReviewState.Agreed, true), (programme.Review, programme.IsInForce));
        Assert.Null(programme.Reopen("Новый план", School, Now));
        Assert.Equal(
            [ReviewStep.Submitted, ReviewStep.Returned, ReviewStep.Submitted, ReviewStep.Recalled, ReviewStep.Submitted, ReviewStep.Agreed, ReviewStep.Reopened],
            programme.ReviewEvents.Select(e => e.Step));
        Assert.Equal(("Нет сроков", "муниципалитет", Now), (programme.ReviewEvents[1].Text, programme.ReviewEvents[1].Author, programme.ReviewEvents[1].At));
    }

    [Theory]
    [InlineData(null, DutyLevel.School, false)]
    [InlineData(null, DutyLevel.Curator, false)]
    [InlineData(null, DutyLevel.Municipality, false)]
    [InlineData(null, DutyLevel.Region, true)]
    [InlineData(5, DutyLevel.School, false)]
    [InlineData(5, DutyLevel.Curator, false)]
    [InlineData(5, DutyLevel.Municipality, true)]
    [InlineData(5, DutyLevel.Region, true)]
    public void Who_keeps_the_programme_above_decides_and_nobody_below(int? above, DutyLevel level, bool decides)
    {
        var by = new WorkActor(new Author(Guid.NewGuid(), "кто-то"), level);
        foreach (var step in new Func<Programme, string?>[] { p => p.Agree(by, Now), p => p.Return("Нет", by, Now) })
        {
            var programme = OfSchool(Of(above));
            Assert.Null(programme.Submit(1, School, Now));
            Assert.Equal(decides, step(programme) is null);
            Assert.Equal(decides, programme.Review != ReviewState.UnderReview);
        }
    }

    [Fact]
    public void What_is_amended_after_it_was_agreed_is_agreed_again()
    {
        var programme = OfSchool(Of(municipality: 5));
        programme.Amend(1, "Письмо", School, Now);
        Assert.Equal(ReviewState.Draft, programme.Review);
        Assert.Null(programme.Submit(3, School, Now));
        Assert.Null(programme.Agree(Municipality, Now));
        programme.Amend(2, "Приказ директора", School, Now);
        Assert.Equal((ReviewState.Amended, false, true), (programme.Review, programme.IsInForce, programme.AwaitsDecision));
        Assert.Equal((ReviewStep.Amended, "Корректировка № 2: Приказ директора"), (programme.ReviewEvents[^1].Step, programme.ReviewEvents[^1].Text));

        // Several changes may go before one decision; a plan that was agreed is not rewritten meanwhile.
        Assert.Null(programme.RefuseAmending());
        Assert.NotNull(programme.RefuseRewriting());
        programme.Amend(3, "Ещё", School, Now);
        Assert.NotNull(programme.Agree(School, Now));
        Assert.Null(programme.Agree(Municipality, Now));
        Assert.Equal((ReviewState.Agreed, true), (programme.Review, programme.IsInForce));
    }

    [Fact]
    public void Whoever_decides_agrees_by_amending_and_may_return_what_others_amended()
    {
        var programme = OfSchool(Of(municipality: 5));
        Assert.Null(programme.Submit(3, School, Now));
        Assert.Null(programme.Agree(Municipality, Now));
        programme.Amend(1, "Приказ", Municipality, Now);
        programme.Amend(2, "Приказ", Region, Now);
        Assert.Equal(ReviewState.Agreed, programme.Review);
        programme.Amend(3, "Приказ директора", School, Now);
        Assert.Null(programme.Return("Срок слишком поздний", Municipality, Now));
        Assert.Equal(ReviewState.Returned, programme.Review);
    }

    [Fact]
    public void A_step_out_of_turn_is_refused_and_changes_nothing()
    {
        var programme = OfSchool(Of(municipality: 5));
        Refuses(programme, p => p.Agree(Municipality, Now), "на согласовании");
        Refuses(programme, p => p.Return("Нет", Municipality, Now), "на согласовании или согласованную");
        Refuses(programme, p => p.Recall(School, Now), "Отозвать");
        Refuses(programme, p => p.Reopen("Надо", School, Now), "На доработку");
        Refuses(programme, p => p.Submit(0, School, Now), "ни одного мероприятия");
        Refuses(programme, p => p.Submit(1, Curator, Now), "тот, чья она");
        Assert.Null(programme.Submit(1, School, Now));
        Refuses(programme, p => p.Submit(1, School, Now), "черновик или возвращённую");
        Refuses(programme, p => p.Return(" ", Municipality, Now), "почему программа возвращается");
        Refuses(programme, p => p.Return(new string('а', 4001), Municipality, Now), "сократите");
        Assert.Null(programme.Agree(Municipality, Now));
        Refuses(programme, p => p.Reopen("", School, Now), "почему программа берётся");
    }

    [Fact]
    public void Under_review_nothing_is_written_and_what_is_agreed_is_amended_alone()
    {
        var programme = OfSchool(Of(municipality: 5));
        Assert.Equal((null, null), (programme.RefuseRewriting(), programme.RefuseAmending()));
        Assert.Null(programme.Submit(1, School, Now));
        Assert.NotNull(programme.RefuseRewriting());
        Assert.NotNull(programme.RefuseAmending());
        Assert.Null(programme.Agree(Municipality, Now));
        Assert.NotNull(programme.RefuseRewriting());
        Assert.Null(programme.RefuseAmending());
    }

    [Fact]
    public void What_stands_alone_needs_no_agreement()
    {
        var programme = Of(municipality: null);
        Assert.Equal((null, true), (programme.Review, programme.IsInForce));
        Assert.Null(programme.RefuseRewriting());
        foreach (var step in new Func<Programme, string?>[] { p => p.Submit(1, Region, Now), p => p.Agree(Region, Now), p => p.Return("Нет", Region, Now), p => p.Recall(Region, Now), p => p.Reopen("Да", Region, Now) })
        {
            Refuses(programme, step, "нет вышестоящей");
        }
    }

    [Fact]
    public void A_programme_stands_under_one_of_a_higher_level_of_its_own_place_and_time()
    {
        Assert.Null(Of(5).PutUnder(Of(null)));
        Assert.Null(OfSchool(null).PutUnder(Of(null)));
        Assert.Null(OfSchool(null).PutUnder(Of(5)));
        Assert.NotNull(OfSchool(null).PutUnder(Of(6)));
        Assert.NotNull(Of(5).PutUnder(Of(6)));
        Assert.NotNull(Of(null).PutUnder(Of(5)));
        Assert.NotNull(Of(null).PutUnder(Of(null)));
        Assert.NotNull(Of(5).PutUnder(Of(null, region: 2)));
        Assert.NotNull(Of(5).PutUnder(Of(null, year: 2030)));
    }

    [Fact]
    public void A_programme_does_not_outlast_the_one_above()
    {
        var above = Of(null);
        var child = Of(5);
        Assert.Null(child.Describe("Программа", above.From, above.To.AddYears(1), child.Passport));
        Assert.Contains($"выходит за период вышестоящей ({above.Period})", child.PutUnder(above), StringComparison.Ordinal);
        Assert.Null(child.Describe("Программа", above.From, above.To, child.Passport));
        Assert.Null(child.PutUnder(above));
        Assert.Contains("выходит за период", child.Describe("Программа", above.From, above.To.AddDays(1), child.Passport), StringComparison.Ordinal);
        Assert.Null(child.Describe("Другое название", above.From, above.To, child.Passport));
    }

    private static void Refuses(Programme programme, Func<Programme, string?> step, string because)
    {
        var (state, events) = (programme.Review, programme.ReviewEvents.Count);
        Assert.Contains(because, step(programme), StringComparison.Ordinal);
        Assert.Equal((state, events), (programme.Review, programme.ReviewEvents.Count));
    }

    private static Programme OfSchool(Programme? under)
    {
        var programme = Described(new Programme { RegionId = 1, MunicipalityId = 5, SchoolId = 7 }, 2026);
        Assert.Null(under is null ? null : programme.PutUnder(under));
        return programme;
    }

    private static Programme Of(int? municipality, int region = 1, int year = 2026) => Described(new Programme { RegionId = region, MunicipalityId = municipality }, year);

    private static Programme Described(Programme programme, int year)
    {
        Assert.Null(programme.Describe("Программа", new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), new ProgrammePassport()));
        return programme;
    }
}
