using EffectiveSchool.Data.Lists;
using EffectiveSchool.Domain.Identification;

namespace EffectiveSchool.Data.Tests.Lists;

public sealed class ProfileArchiveTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
    private static readonly SchoolList List = new() { RegionId = 1, ForYear = 2027, ResultsYear = 2026 };

    [Fact]
    public void No_school_is_nothing_to_print() => Assert.Contains("печатать нечего", Begin(0).Refusal, StringComparison.Ordinal);

    [Fact]
    public void As_many_schools_as_fit_are_printed_and_one_more_is_too_many()
    {
        Assert.NotNull(Begin(ProfileArchive.MostSchools).Archive);
        Assert.Contains("Выберите один муниципалитет", Begin(ProfileArchive.MostSchools + 1).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_finished_archive_is_kept_a_day_from_then_on()
    {
        var archive = Begin(3).Archive!;
        Assert.Null(archive.Finish(3, 1_000, Now.AddHours(2)));
        Assert.Equal((ArchiveState.Ready, 3, 1_000L, Now.AddHours(26)), (archive.State, archive.Printed, archive.Size, archive.ExpiresAt));
    }

    [Fact]
    public void What_has_ended_does_not_end_again()
    {
        Func<ProfileArchive, string?>[] ends = [a => a.Finish(1, 1, Now), a => a.Fail("Причина."), a => a.GiveUp()];
        foreach (var first in ends)
        {
            var archive = Begin(1).Archive!;
            Assert.Null(first(archive));
            var state = archive.State;
            Assert.All(ends, end => Assert.NotNull(end(archive)));
            Assert.Equal(state, archive.State);
        }
    }

    private static (ProfileArchive? Archive, string? Refusal) Begin(int schools) => ProfileArchive.Begin(List, listedOnly: true, null, schools, Guid.Empty, Now);
}
