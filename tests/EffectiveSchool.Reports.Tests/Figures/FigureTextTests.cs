using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Reports.Figures;

namespace EffectiveSchool.Reports.Tests.Figures;

public class FigureTextTests
{
    [Fact]
    public void Figures_look_as_the_field_writes_them()
    {
        Assert.Equal("27,6", FigureText.Share(27.64m));
        Assert.Equal("30,0", FigureText.Share(29.97m));
        Assert.Equal("29,97", FigureText.Share(29.97m, threshold: 30));
        Assert.Equal("—", FigureText.Share(null));
        Assert.Equal("05.04.2023 09:07", FigureText.Moment(new DateTimeOffset(2023, 4, 5, 9, 7, 0, TimeSpan.FromHours(7))));
        Assert.Equal("«Одна и та же процедура», версия 1", FigureText.Title(Methodology.SameProcedure));
    }

    [Theory]
    [InlineData(10, 3, MarkerTone.Low, "30,0", "до выхода −1\u00A0чел.")]
    [InlineData(10, 2, MarkerTone.Near, "20,0", "до порога 1\u00A0чел.")]
    [InlineData(100, 27, MarkerTone.Calm, "27,0", "до порога 3\u00A0чел.")]
    [InlineData(0, 0, MarkerTone.NoData, "—", "—")]
    public void A_marker_looks_as_far_from_the_line_as_it_is(int participants, int failed, MarkerTone tone, string text, string toLine)
    {
        var marker = SampleLists.Judged(participants, failed);

        Assert.Equal(tone, MarkerLook.Tone(marker));
        Assert.Equal(text, MarkerLook.Text(marker, Methodology.SameProcedure));
        Assert.Equal(toLine, MarkerLook.ToLine(marker));
    }
}
