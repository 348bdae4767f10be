using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace EffectiveSchool.Web.Tests.Documents;

/// <summary>Downloaded office files opened again.</summary>
internal static class OfficeFiles
{
    public const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public const string Text = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>What a validator finds wrong in an answer that is a workbook or a text document; nothing in any other answer.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(HttpContent content)
    {
        if (content.Headers.ContentType?.MediaType is not (Workbook or Text))
        {
            return [];
        }

        using var file = new MemoryStream(await content.ReadAsByteArrayAsync());
        using OpenXmlPackage package = content.Headers.ContentType.MediaType == Workbook
            ? SpreadsheetDocument.Open(file, isEditable: false)
            : WordprocessingDocument.Open(file, isEditable: false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(package).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}")];
    }

    /// <summary>All text of a docx.</summary>
    public static string TextOf(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        return string.Join('\n', document.MainDocumentPart!.Document.Body!.Elements().Select(e => e.InnerText));
    }
}
