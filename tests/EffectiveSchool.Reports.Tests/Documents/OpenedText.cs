using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace EffectiveSchool.Reports.Tests.Documents;

/// <summary>A written docx opened again through Open XML, the way another program would read it.</summary>
internal sealed class OpenedText : IDisposable
{
    private readonly WordprocessingDocument _document;

    public OpenedText(Action<Stream> write)
    {
        var file = new MemoryStream();
        write(file);
        Bytes = file.ToArray();
        _document = WordprocessingDocument.Open(file, isEditable: false);
    }

    public byte[] Bytes { get; }

    public MainDocumentPart Main => _document.MainDocumentPart!;

    public System.IO.Packaging.PackageProperties Properties => _document.PackageProperties;

    public Body Body => Main.Document.Body!;

    public IReadOnlyList<string> Paragraphs => [.. Body.Elements<Paragraph>().Select(TextOf)];

    /// <summary>Rows of the table with that title as texts of their cells; the heading rows are among them.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows(string title) =>
        [.. Table(title).Elements<TableRow>().Select(r => (IReadOnlyList<string>)[.. r.Elements<TableCell>().Select(TextOf)])];

    public Table Table(string title) =>
        Body.Elements<Table>().First(t => t.GetFirstChild<TableProperties>()!.TableCaption!.Val == title);

    public IReadOnlyList<string> Errors() =>
        [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(_document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}")];

    public void Dispose() => _document.Dispose();

    private static string TextOf(OpenXmlElement element) =>
        string.Concat(element.Descendants().Select(e => e switch { Text text => text.Text, Break => "\n", _ => "" }));
}
