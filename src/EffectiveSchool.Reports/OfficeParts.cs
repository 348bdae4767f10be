using System.Globalization;
using System.Text;
using System.Xml;
using EffectiveSchool.Reports.Workbooks;

namespace EffectiveSchool.Reports;

/// <summary>An arrow from one part of an office file to another.</summary>
internal sealed record PartRelationship(string Id, string Type, string Target);

/// <summary>The parts that workbooks and text documents have alike (ISO/IEC 29500-2): types, relationships, properties.</summary>
internal static class OfficeParts
{
    /// <summary>Beginning of every relationship type of office documents.</summary>
    public const string Relationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string Relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string CoreProperties = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private const string ExtendedProperties = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";
    private const string DublinTerms = "http://purl.org/dc/terms/";
    private const string Author = "Портал «Эффективная школа»";

    public static void WriteRelationships(Stream part, IEnumerable<PartRelationship> relationships)
    {
        using var xml = Begin(part, "Relationships", Relationships);
        foreach (var (id, type, target) in relationships)
        {
            xml.WriteStartElement("Relationship", Relationships);
            xml.WriteAttributeString("Id", id);
            xml.WriteAttributeString("Type", type);
            xml.WriteAttributeString("Target", target);
            xml.WriteEndElement();
        }
    }

    public static void WritePackageRelationships(Stream part, string mainPart) => WriteRelationships(
        part,
        [
            new("rId1", $"{Relationship}/officeDocument", mainPart),
            new("rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
            new("rId3", $"{Relationship}/extended-properties", "docProps/app.xml"),
        ]);

    /// <summary>Types of the parts given and of the two property parts.</summary>
    public static void WriteContentTypes(Stream part, IEnumerable<(string Path, string Type)> parts)
    {
        using var xml = Begin(part, "Types", Types);
        WriteType(xml, "Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
        WriteType(xml, "Default", "Extension", "xml", "application/xml");
        foreach (var (path, type) in parts)
        {
            WriteType(xml, "Override", "PartName", $"/{path}", type);
        }

        WriteType(xml, "Override", "PartName", "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
        WriteType(xml, "Override", "PartName", "/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml");
    }

    public static void WriteCoreProperties(Stream part, string title, string? subject, DateTimeOffset? created)
    {
        using var xml = Begin(part, "coreProperties", CoreProperties, "cp");
        xml.WriteElementString("dc", "title", DublinCore, SheetText.Clean(title));
        if (subject is not null)
        {
            xml.WriteElementString("dc", "subject", DublinCore, SheetText.Clean(subject));
        }

        xml.WriteElementString("dc", "creator", DublinCore, Author);
        xml.WriteElementString("dc", "language", DublinCore, "ru-RU");
        if (created is { } moment)
        {
            xml.WriteStartElement("dcterms", "created", DublinTerms);
            xml.WriteAttributeString("xsi", "type", "http://www.w3.org/2001/XMLSchema-instance", "dcterms:W3CDTF");
            xml.WriteString(moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            xml.WriteEndElement();
        }
    }

    /// <summary>The program whose files these are, so that they open without a question.</summary>
    public static void WriteAppProperties(Stream part, string application)
    {
        using var xml = Begin(part, "Properties", ExtendedProperties);
        xml.WriteElementString("Application", ExtendedProperties, application);
    }

    private static XmlWriter Begin(Stream part, string root, string ns, string? prefix = null)
    {
        var xml = XmlWriter.Create(part, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) });
        xml.WriteStartDocument(standalone: true);
        xml.WriteStartElement(prefix, root, ns);
        return xml;
    }

    private static void WriteType(XmlWriter xml, string element, string key, string value, string contentType)
    {
        xml.WriteStartElement(element, Types);
        xml.WriteAttributeString(key, value);
        xml.WriteAttributeString("ContentType", contentType);
        xml.WriteEndElement();
    }
}
