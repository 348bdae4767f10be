using System.Buffers.Binary;
using System.Text;

namespace EffectiveSchool.Imports.Tables;

/// <summary>Reads the directory of an OLE container: .xls, but also an encrypted .xlsx or a Word document.</summary>
internal static class OleGuard
{
    private const int EntryLength = 128;
    private const int MostDirectorySectors = 2_000;
    private const int HeaderFatSectors = 109;
    private const uint LastRegularSector = 0xFFFFFFF9;

    public static ReadOnlySpan<byte> Magic => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static void Check(Stream content)
    {
        var names = DirectoryNames(content);
        if (names.Contains("EncryptedPackage") || names.Contains("EncryptionInfo") || (names.Count == 0 && MentionsEncryption(content)))
        {
            throw FileGuard.IsEncrypted();
        }

        if (names.Contains("_VBA_PROJECT_CUR") || names.Contains("VBA"))
        {
            throw FileGuard.HasMacros();
        }

        if (names.Contains("WordDocument"))
        {
            throw FileGuard.NotTable("документ Word");
        }

        if (!names.Contains("Workbook") && !names.Contains("Book"))
        {
            throw names.Count == 0 ? FileRefusedException.Broken() : FileGuard.NotTable("документ другой программы");
        }
    }

    /// <summary>Names of what the container holds; none where it is broken.</summary>
    public static HashSet<string> DirectoryNames(Stream content)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var header = new byte[512];
        content.Position = 0;
        if (content.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length)
        {
            return names;
        }

        var shift = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30));
        if (shift is not (9 or 12))
        {
            return names;
        }

        var sector = new byte[1 << shift];
        var next = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(48));
        for (var read = 0; next < LastRegularSector && read < MostDirectorySectors && ReadSector(content, next, sector); read++)
        {
            for (var at = 0; at < sector.Length; at += EntryLength)
            {
                var length = BinaryPrimitives.ReadUInt16LittleEndian(sector.AsSpan(at + 64));
                if (length is > 2 and <= 64)
                {
                    names.Add(Encoding.Unicode.GetString(sector, at, length - 2));
                }
            }

            next = NextSector(content, header, next, shift);
        }

        return names;
    }

    /// <summary>The link of a sector in the allocation table. Tables beyond the header's 109 hold no directory in practice.</summary>
    private static uint NextSector(Stream content, byte[] header, uint sector, int shift)
    {
        var perTable = 1u << (shift - 2);
        var table = sector / perTable;
        if (table >= HeaderFatSectors)
        {
            return uint.MaxValue;
        }

        var place = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(76 + (4 * (int)table)));
        Span<byte> link = stackalloc byte[4];
        content.Position = ((place + 1L) << shift) + (4 * (sector % perTable));
        return content.ReadAtLeast(link, link.Length, throwOnEndOfStream: false) == link.Length
            ? BinaryPrimitives.ReadUInt32LittleEndian(link)
            : uint.MaxValue;
    }

    private static bool ReadSector(Stream content, uint sector, byte[] buffer)
    {
        content.Position = (sector + 1L) * buffer.Length;
        return content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) == buffer.Length;
    }

    /// <summary>A cut-off container has no directory to read, but still tells what it was.</summary>
    private static bool MentionsEncryption(Stream content)
    {
        var start = new byte[64 * 1024];
        content.Position = 0;
        var length = content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return start.AsSpan(0, length).IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0;
    }
}
