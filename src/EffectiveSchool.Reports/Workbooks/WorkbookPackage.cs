using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace EffectiveSchool.Reports.Workbooks;

/// <summary>The fixed parts around the sheets of an xlsx package (ISO/IEC 29500-2).</summary>
internal static class WorkbookPackage
{
    private const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string Relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string OfficeRelationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string CoreProperties = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private const string ExtendedProperties = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";
    private const string DublinTerms = "http://purl.org/dc/terms/";
    private const string SpreadsheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const string Author = "Портал «Эффективная школа»";

    public static string SheetPath(int number) => string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{number}.xml");

    public static Workbook Workbook(IReadOnlyList<SheetWriter> sheets)
    {
        var workbook = new Workbook(
            new BookViews(new WorkbookView()),
            new Sheets(sheets.Select((sheet, i) => new Sheet { Name = sheet.Name, SheetId = (uint)i + 1, Id = SheetRelationship(i + 1) })));
        var names = sheets.SelectMany(DefinedNamesOf).ToList();
        if (names.Count > 0)
        {
            workbook.Append(new DefinedNames(names));
        }

        return workbook;
    }

    public static void WriteWorkbookRelationships(Stream part, int sheets)
    {
        using var xml = Begin(part, "Relationships", Relationships);
        for (var number = 1; number <= sheets; number++)
        {
            WriteRelationship(xml, SheetRelationship(number), $"{OfficeRelationship}/worksheet", SheetPath(number)["xl/".Length..]);
        }

        WriteRelationship(xml, "rIdStyles", $"{OfficeRelationship}/styles", "styles.xml");
    }

    public static void WritePackageRelationships(Stream part)
    {
        using var xml = Begin(part, "Relationships", Relationships);
        WriteRelationship(xml, "rId1", $"{OfficeRelationship}/officeDocument", "xl/workbook.xml");
        WriteRelationship(xml, "rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml");
        WriteRelationship(xml, "rId3", $"{OfficeRelationship}/extended-properties", "docProps/app.xml");
    }

    public static void WriteContentTypes(Stream part, int sheets)
    {
        using var xml = Begin(part, "Types", Types);
        WriteType(xml, "Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
        WriteType(xml, "Default", "Extension", "xml", "application/xml");
        WriteType(xml, "Override", "PartName", "/xl/workbook.xml", $"{SpreadsheetType}sheet.main+xml");
        for (var number = 1; number <= sheets; number++)
        {
            WriteType(xml, "Override", "PartName", $"/{SheetPath(number)}", $"{SpreadsheetType}worksheet+xml");
        }

        WriteType(xml, "Override", "PartName", "/xl/styles.xml", $"{SpreadsheetType}styles+xml");
        WriteType(xml, "Override", "PartName", "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
        WriteType(xml, "Override", "PartName", "/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml");
    }

    public static void WriteCoreProperties(Stream part, WorkbookProperties properties)
    {
        using var xml = Begin(part, "coreProperties", CoreProperties, "cp");
        xml.WriteElementString("dc", "title", DublinCore, SheetText.Clean(properties.Title));
        if (properties.Subject is { } subject)
        {
            xml.WriteElementString("dc", "subject", DublinCore, SheetText.Clean(subject));
        }

        xml.WriteElementString("dc", "creator", DublinCore, Author);
        xml.WriteElementString("dc", "language", DublinCore, "ru-RU");
        if (properties.Created is { } created)
        {
            xml.WriteStartElement("dcterms", "created", DublinTerms);
            xml.WriteAttributeString("xsi", "type", "http://www.w3.org/2001/XMLSchema-instance", "dcterms:W3CDTF");
            xml.WriteString(created.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            xml.WriteEndElement();
        }
    }

    public static void WriteAppProperties(Stream part)
    {
        using var xml = Begin(part, "Properties", ExtendedProperties);
        xml.WriteElementString("Application", ExtendedProperties, "Microsoft Excel");
    }

    private static IEnumerable<DefinedName> DefinedNamesOf(SheetWriter sheet, int index)
    {
        var quoted = $"'{sheet.Name.Replace("'", "''", StringComparison.Ordinal)}'";
        var layout = sheet.Layout;
        if (layout.FilterRow is { } filter && sheet.RowCount >= filter && sheet.ColumnCount > 0)
        {
            yield return new DefinedName($"{quoted}!{CellAddress.AbsoluteRange(filter, 1, sheet.RowCount, sheet.ColumnCount)}")
            {
                Name = "_xlnm._FilterDatabase",
                LocalSheetId = (uint)index,
                Hidden = true,
            };
        }

        if (layout.FirstRepeatedRow is { } first)
        {
            var last = layout.LastRepeatedRow ?? first;
            var columns = layout.FrozenColumns > 0 ? $"{quoted}!$A:${CellAddress.Column(layout.FrozenColumns)}," : string.Empty;
            yield return new DefinedName(string.Create(CultureInfo.InvariantCulture, $"{columns}{quoted}!${first}:${last}"))
            {
                Name = "_xlnm.Print_Titles",
                LocalSheetId = (uint)index,
            };
        }
    }

    private static string SheetRelationship(int number) => string.Create(CultureInfo.InvariantCulture, $"rId{number}");

    private static XmlWriter Begin(Stream part, string root, string ns, string? prefix = null)
    {
        var xml = XmlWriter.Create(part, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) });
        xml.WriteStartDocument(standalone: true);
        xml.WriteStartElement(prefix, root, ns);
        return xml;
    }

    private static void WriteRelationship(XmlWriter xml, string id, string type, string target)
    {
        xml.WriteStartElement("Relationship", Relationships);
        xml.WriteAttributeString("Id", id);
        xml.WriteAttributeString("Type", type);
        xml.WriteAttributeString("Target", target);
        xml.WriteEndElement();
    }

    private static void WriteType(XmlWriter xml, string element, string key, string value, string contentType)
    {
        xml.WriteStartElement(element, Types);
        xml.WriteAttributeString(key, value);
        xml.WriteAttributeString("ContentType", contentType);
        xml.WriteEndElement();
    }
}
