using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Reports.Lists;
using EffectiveSchool.Reports.Tests.Printing;
using EffectiveSchool.Reports.Tests.Workbooks;
using EffectiveSchool.Testing;

namespace EffectiveSchool.Reports.Tests.Documents;

/// <summary>Another program opens what we write: LibreOffice prints every kind of file to pdf, and the pdf says the same.</summary>
public class LibreOfficeTests
{
    private static readonly ListDocument List = SampleLists.List(40);

    [Fact]
    public void Every_workbook_is_free_of_validator_errors() =>
        Assert.All(Files().Where(f => f.Key.EndsWith(".xlsx", StringComparison.Ordinal)), file =>
        {
            using var book = new Reopened(file.Value);
            Assert.Empty(book.Errors());
        });

    [LibreOfficeFact]
    public async Task LibreOffice_opens_and_prints_every_file()
    {
        var files = Files();
        var printed = await LibreOffice.ToPdfAsync(files);

        Assert.Equal(files.Keys.Select(k => Path.GetFileNameWithoutExtension(k)).Order(StringComparer.Ordinal), printed.Keys.Order(StringComparer.Ordinal));
        var annex = await PdfText.ReadAsync(printed["annex-text"]);
        Assert.True(annex.Pages.Count > 1, "A table of forty schools needs a second page, or the repeated heading is not seen.");
        Assert.All(annex.Pages, p => Assert.True(p.Width > p.Height, "A page stands upright."));
        Assert.Contains(PdfText.Words("от «20» февраля 2024 г. № 412-п"), PdfText.Words(annex.AllText), StringComparison.Ordinal);
        Assert.Contains(PdfText.Words("(расшифровка подписи)"), PdfText.Words(annex.AllText), StringComparison.Ordinal);
        Assert.Contains(PdfText.Words("2023 год"), PdfText.Words(annex.Pages[1].Text), StringComparison.Ordinal);
        Assert.Contains(PdfText.Words(List.Heading.RunSha256), PdfText.Words((await PdfText.ReadAsync(printed["annex-book"])).AllText), StringComparison.Ordinal);
    }

    private static Dictionary<string, byte[]> Files()
    {
        var comparison = SampleLists.Comparison();
        var change = WhatIf.Presets[0];
        var whatIf = new WhatIfDocument(List.Heading, change, change.ApplyTo(List.Heading.Methodology), 40, List.Heading.Listed, List.Heading.Listed, [], [], List.Sources);
        return new(StringComparer.Ordinal)
        {
            ["annex-text.docx"] = Bytes(s => AnnexDocument.Write(List, s)),
            ["comparison-text.docx"] = Bytes(s => ComparisonText.Write(comparison, s)),
            ["annex-book.xlsx"] = Bytes(s => AnnexWorkbook.Write(List, s)),
            ["comparison-book.xlsx"] = Bytes(s => ComparisonWorkbook.Write(comparison, s)),
            ["what-if-book.xlsx"] = Bytes(s => WhatIfWorkbook.Write(whatIf, s)),
        };
    }

    private static byte[] Bytes(Action<Stream> write)
    {
        var file = new MemoryStream();
        write(file);
        return file.ToArray();
    }
}
