using EffectiveSchool.Reports.Printing;
using EffectiveSchool.Testing;

namespace EffectiveSchool.Reports.Tests.Printing;

/// <summary>One browser for all printing tests, held under the machine-wide lock.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private BrowserLock? _turn;

    public PdfPrinter Pdf { get; } = new(new PdfOptions());

    public HtmlPrinter Html { get; } = new();

    public async Task InitializeAsync() => _turn = await BrowserLock.AcquireAsync();

    public async Task DisposeAsync()
    {
        await Html.DisposeAsync();
        await Pdf.DisposeAsync();
        _turn?.Dispose();
    }
}

[CollectionDefinition(Name)]
public sealed class PrintingTests : ICollectionFixture<BrowserFixture>
{
    public const string Name = "Printing";
}
