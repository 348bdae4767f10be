using System.IO.Compression;
using System.Xml;

namespace EffectiveSchool.Benchmarks.Limits;

/// <summary>The least that reading a workbook takes: inflate the sheet and walk its nodes, keeping nothing.</summary>
internal static class BareXlsx
{
    public static void Read(Stream workbook)
    {
        using var archive = new ZipArchive(workbook, ZipArchiveMode.Read, leaveOpen: true);
        foreach (var sheet in archive.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)))
        {
            using var xml = XmlReader.Create(sheet.Open(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, CloseInput = true });
            while (xml.Read())
            {
                // Only walked.
            }
        }
    }

    /// <summary>Every workbook of a folder, as many at once as the machine has cores.</summary>
    public static void ReadFolder(string folder) => Parallel.ForEach(Directory.GetFiles(folder, "*.xlsx"), path =>
    {
        using var file = File.OpenRead(path);
        Read(file);
    });
}
