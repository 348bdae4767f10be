using System.Buffers.Binary;
using System.Text;

namespace EffectiveSchool.Imports.Tests;

/// <summary>Writes the smallest .xls that is one: an OLE container with a BIFF8 stream of one sheet.</summary>
internal static class OldWorkbook
{
    private const int Sector = 512;
    private const uint EndOfChain = 0xFFFFFFFE;
    private const uint Free = 0xFFFFFFFF;

    public static byte[] Of(string sheet, params object?[][] rows) => Container("Workbook", Book(sheet, rows, encrypted: false));

    public static byte[] Encrypted() => Container("Workbook", Book("Лист", [], encrypted: true));

    /// <summary>An OLE container with one stream: header, the stream, the directory, the allocation table.</summary>
    public static byte[] Container(string streamName, byte[] content)
    {
        var data = Math.Max(9, (content.Length + Sector - 1) / Sector);
        var bytes = new byte[(1 + data + 2) * Sector];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(bytes, 0);
        Put16(bytes, 24, 0x3E);
        Put16(bytes, 26, 3);
        Put16(bytes, 28, 0xFFFE);
        Put16(bytes, 30, 9);
        Put16(bytes, 32, 6);
        Put32(bytes, 44, 1);
        Put32(bytes, 48, (uint)data);
        Put32(bytes, 56, 4096);
        Put32(bytes, 60, EndOfChain);
        Put32(bytes, 68, EndOfChain);
        for (var i = 0; i < 109; i++)
        {
            Put32(bytes, 76 + (4 * i), i == 0 ? (uint)data + 1 : Free);
        }

        content.CopyTo(bytes, Sector);
        var directory = (1 + data) * Sector;
        Entry(bytes, directory, "Root Entry", 5, 1, EndOfChain, 0);
        Entry(bytes, directory + 128, streamName, 2, Free, 0, (uint)(data * Sector));
        var table = directory + Sector;
        for (var i = 0; i < 128; i++)
        {
            Put32(bytes, table + (4 * i), i < data - 1 ? (uint)i + 1 : i < data + 1 ? EndOfChain : i == data + 1 ? 0xFFFFFFFD : Free);
        }

        return bytes;
    }

    private static void Entry(byte[] bytes, int at, string name, byte type, uint child, uint start, uint size)
    {
        Encoding.Unicode.GetBytes(name).CopyTo(bytes, at);
        Put16(bytes, at + 64, (ushort)((name.Length + 1) * 2));
        bytes[at + 66] = type;
        bytes[at + 67] = 1;
        Put32(bytes, at + 68, Free);
        Put32(bytes, at + 72, Free);
        Put32(bytes, at + 76, child);
        Put32(bytes, at + 116, start);
        Put32(bytes, at + 120, size);
    }

    private static byte[] Book(string sheet, object?[][] rows, bool encrypted)
    {
        using var book = new MemoryStream();
        Record(book, 0x0809, [0x00, 0x06, 0x05, 0x00, 0xBB, 0x0D, 0xCC, 0x07, 0, 0, 0, 0, 6, 0, 0, 0]);
        if (encrypted)
        {
            Record(book, 0x002F, [1, 0, 1, 0, 1, 0, .. new byte[48]]);
        }

        Record(book, 0x0042, [0xB0, 0x04]);
        byte[] name = [(byte)sheet.Length, 1, .. Encoding.Unicode.GetBytes(sheet)];
        var sheetStart = (uint)(book.Position + 4 + 6 + name.Length + 4);
        Record(book, 0x0085, [.. BitConverter.GetBytes(sheetStart), 0, 0, .. name]);
        Record(book, 0x000A, []);
        Record(book, 0x0809, [0x00, 0x06, 0x10, 0x00, 0xBB, 0x0D, 0xCC, 0x07, 0, 0, 0, 0, 6, 0, 0, 0]);
        Record(book, 0x0200, [.. BitConverter.GetBytes(0), .. BitConverter.GetBytes(rows.Length), 0, 0, .. BitConverter.GetBytes((ushort)rows.Select(r => r.Length).DefaultIfEmpty().Max()), 0, 0]);
        for (ushort r = 0; r < rows.Length; r++)
        {
            for (ushort c = 0; c < rows[r].Length; c++)
            {
                byte[] place = [.. BitConverter.GetBytes(r), .. BitConverter.GetBytes(c), 0, 0];
                if (rows[r][c] is string text)
                {
                    Record(book, 0x0204, [.. place, .. BitConverter.GetBytes((ushort)text.Length), 1, .. Encoding.Unicode.GetBytes(text)]);
                }
                else if (rows[r][c] is { } number)
                {
                    Record(book, 0x0203, [.. place, .. BitConverter.GetBytes(Convert.ToDouble(number, System.Globalization.CultureInfo.InvariantCulture))]);
                }
            }
        }

        Record(book, 0x000A, []);
        return book.ToArray();
    }

    private static void Record(MemoryStream book, ushort kind, byte[] data)
    {
        book.Write(BitConverter.GetBytes(kind));
        book.Write(BitConverter.GetBytes((ushort)data.Length));
        book.Write(data);
    }

    private static void Put16(byte[] bytes, int at, ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at), value);

    private static void Put32(byte[] bytes, int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), value);
}
