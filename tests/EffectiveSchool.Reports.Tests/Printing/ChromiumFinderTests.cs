using EffectiveSchool.Reports.Printing;

namespace EffectiveSchool.Reports.Tests.Printing;

public class ChromiumFinderTests
{
    [Fact]
    public void The_configured_browser_is_taken_before_any_other()
    {
        var configured = Path.GetTempFileName();
        try
        {
            Assert.Equal(configured, ChromiumFinder.Find(new PdfOptions { ChromiumPath = configured }).Path);
        }
        finally
        {
            File.Delete(configured);
        }
    }

    [Fact]
    public void A_configured_browser_that_is_absent_is_named_and_never_replaced_silently()
    {
        var error = Assert.Throws<PdfUnavailableException>(() => ChromiumFinder.Find(new PdfOptions { ChromiumPath = "/nowhere/chrome" }));

        Assert.Contains("/nowhere/chrome", error.Message, StringComparison.Ordinal);
        Assert.Contains("Исправьте путь", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_is_no_browser_gives_a_sentence_to_the_person()
    {
        var program = Path.GetTempFileName();
        try
        {
            await using var printer = new PdfPrinter(new PdfOptions { ChromiumPath = program, Timeout = TimeSpan.FromSeconds(20) });
            var error = await Assert.ThrowsAsync<PdfUnavailableException>(() => printer.PrintAsync("<p>проба</p>"));
            Assert.Contains("не запустился", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(program);
        }
    }
}
