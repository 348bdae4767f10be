using System.IO.Compression;
using System.Text;
using EffectiveSchool.Imports.Results;
using EffectiveSchool.Testing;

namespace EffectiveSchool.Imports.Tests;

public sealed class HostileFileTests
{
    [Fact]
    public void An_empty_file_is_refused() => Refused([], "пустой");

    [Fact]
    public void A_picture_named_xlsx_is_refused() => Refused([0x89, .. "PNG\r\n\x1A\n"u8, .. new byte[100]], "картинка PNG");

    [Fact]
    public void A_web_page_named_xls_is_refused() => Refused("<html><body><table><tr><td>1</td></tr></table></body></html>"u8.ToArray(), "веб-страница");

    [Fact]
    public void Binary_rubbish_is_refused() => Refused([.. Enumerable.Range(0, 5000).Select(i => (byte)(i * 31))], "а не таблица");

    [Fact]
    public void A_zip_of_something_else_is_refused() => Refused(Zip(("письмо.txt", "привет")), "архив ZIP");

    [Fact]
    public void A_word_document_is_refused() => Refused(Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w/>")), "документ Word");

    [Theory]
    [InlineData("xl/vbaProject.bin")]
    [InlineData("xl/macrosheets/sheet1.xml")]
    public void A_workbook_with_macros_is_refused(string part) => Refused(Good(b => b.ExtraParts[part] = "macro"), "макросы");

    [Fact]
    public void A_workbook_that_calls_itself_macro_enabled_is_refused() => Refused(
        Good(b => b.ExtraParts["[Content_Types].xml"] = "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/></Types>"), "макросы");

    [Fact]
    public void Every_cut_of_a_workbook_is_refused_without_a_fault()
    {
        var whole = Good(_ => { });
        for (var length = 1; length < whole.Length; length += 37)
        {
            var file = Reading.Read(whole[..length]);
            Assert.Empty(file.Sections);
            Assert.Single(file.Refusals);
        }
    }

    [Fact]
    public void A_workbook_with_changed_bytes_never_throws()
    {
        var whole = Good(_ => { });
        var random = new Random(1);
        for (var i = 0; i < 300; i++)
        {
            var broken = whole.ToArray();
            for (var k = 0; k < 5; k++)
            {
                broken[random.Next(broken.Length)] = (byte)random.Next(256);
            }

            var file = Reading.Read(broken);
            Assert.True(file.Sections.Count > 0 || file.Refusals.Count > 0);
        }
    }

    [Theory]
    [InlineData("xl/worksheets/sheet1.xml")]
    [InlineData("xl/workbook.xml")]
    [InlineData("docProps/core.xml")]
    public void A_document_type_in_any_part_is_refused(string part) => Refused(
        Good(b => b.ExtraParts[part] = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>"), "DOCTYPE");

    [Fact]
    public void A_document_type_in_utf_16_is_refused()
    {
        const string text = "<?xml version=\"1.0\" encoding=\"utf-16\"?><!DOCTYPE x [<!ENTITY e \"e\">]><x>&e;</x>";
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            Refused(Zip(Good(_ => { }), "docProps/app.xml", [.. encoding.GetPreamble(), .. encoding.GetBytes(text)]), "DOCTYPE");
        }
    }

    [Fact]
    public void A_zip_bomb_is_refused_quickly_and_in_little_memory()
    {
        var bomb = Bomb(300L * 1024 * 1024);
        Assert.InRange(bomb.Length, 1, 2_000_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refused(bomb, "архивную бомбу");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
    }

    [Fact]
    public void A_bomb_padded_to_a_modest_ratio_is_stopped_by_its_size()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive, "xl/workbook.xml", "<workbook/>"u8.ToArray());
            using (var padding = archive.CreateEntry("xl/media/image1.png", CompressionLevel.NoCompression).Open())
            {
                padding.Write(new byte[8 * 1024 * 1024]);
            }

            using var part = archive.CreateEntry("xl/worksheets/sheet1.bin", CompressionLevel.Optimal).Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 600; i++)
            {
                part.Write(zeros);
            }
        }

        Refused(bytes.ToArray(), "больше 512 МБ");
    }

    [Fact]
    public void Too_many_parts_are_refused()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 0; i < 3000; i++)
            {
                archive.CreateEntry($"xl/{i}.xml");
            }
        }

        Refused(bytes.ToArray(), "больше 2000 частей");
    }

    [Fact]
    public void A_cell_longer_than_any_cell_is_refused() =>
        Refused(Good(b => b.ExtraParts["xl/sharedStrings.xml"] = $"<sst><si><t>{RandomText(1_500_000)}</t></si></sst>"), "длиннее, чем бывает");

    [Fact]
    public void Elements_nested_without_end_are_refused() =>
        Refused(Good(b => b.ExtraParts["xl/worksheets/sheet1.xml"] = string.Concat(Enumerable.Repeat("<a>", 100_000))), "повреждён");

    [Fact]
    public void An_encrypted_workbook_is_refused()
    {
        Refused(OldWorkbook.Container("EncryptedPackage", new byte[5000]), "паролем");
        Refused(OldWorkbook.Encrypted(), "паролем");
        Refused([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[100], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[1000]], "паролем");
    }

    [Fact]
    public void An_old_workbook_with_macros_is_refused() => Refused(OldWorkbook.Container("_VBA_PROJECT_CUR", new byte[5000]), "макросы");

    [Fact]
    public void An_old_word_document_is_refused() => Refused(OldWorkbook.Container("WordDocument", new byte[5000]), "документ Word");

    [Fact]
    public void An_old_workbook_of_rubbish_is_refused() => Refused(OldWorkbook.Container("Workbook", [.. Enumerable.Repeat((byte)7, 6000)]), "повреждён");

    [Fact]
    public void A_file_over_100_megabytes_is_refused_unread()
    {
        using var sparse = new SparseStream(101L * 1024 * 1024);
        var file = ResultFileReader.Read(sparse, "большой.xlsx");
        Assert.Contains("больше 100 МБ", Assert.Single(file.Refusals).Reason, StringComparison.Ordinal);
        Assert.Equal(0, sparse.BytesRead);
    }

    [Fact]
    public void A_stream_that_cannot_seek_is_read_and_stopped_at_the_limit()
    {
        using var good = new ForwardOnly(new MemoryStream(Good(_ => { })));
        Assert.Empty(ResultFileReader.Read(good, "ВПР.xlsx").Refusals);

        using var sparse = new SparseStream(500L * 1024 * 1024);
        using var endless = new ForwardOnly(sparse);
        Assert.Contains("больше 100 МБ", Assert.Single(ResultFileReader.Read(endless, "большой.xlsx").Refusals).Reason, StringComparison.Ordinal);
        Assert.InRange(sparse.BytesRead, 1, 102L * 1024 * 1024);
    }

    [Fact]
    public void An_unclosed_quote_does_not_swallow_the_file() =>
        Refused(Encoding.UTF8.GetBytes("код;наименование;год;процедура;маркер\n220028;\"СОШ;2023;ОГЭ РУ;1\n"), "кавычка");

    [Fact]
    public void Reading_can_be_stopped_and_reports_rows()
    {
        var rows = Enumerable.Range(0, 3000).Select(i => MarkStatisticsBook.School($"СОШ(sch{220000 + i})", 10, 3)).ToArray();
        var bytes = MarkStatisticsBook.Of(2021, "Математика", 5, rows).ToBytes();
        var reports = new List<int>();
        using (var stream = new MemoryStream(bytes))
        {
            ResultFileReader.Read(stream, "ВПР.xlsx", new Direct(reports.Add));
        }

        Assert.True(reports.Count > 3 && reports.SequenceEqual(reports.Order()) && reports[^1] >= 3000);
        using var source = new CancellationTokenSource();
        using var again = new MemoryStream(bytes);
        Assert.Throws<OperationCanceledException>(() => ResultFileReader.Read(again, "ВПР.xlsx", new Direct(_ => source.Cancel()), source.Token));
    }

    [Fact]
    public void An_old_workbook_is_read_like_a_new_one()
    {
        var bytes = OldWorkbook.Of(
            "РУ 5",
            ["Статистика по отметкам"],
            [],
            ["ВПР 2021 Русский язык 5 класс"],
            ["Группы участников", "Кол-во ОО", "Кол-во участников", 2, 3, 4, 5],
            ["МБОУ СОШ №1(sch220028)", null, 78, 33.33, 38.46, 25.64, 2.56]);
        var file = Reading.Read(bytes, "ВПР.xls");
        Assert.Empty(file.Refusals);
        var row = Assert.Single(Assert.Single(file.Sections).Rows);
        Assert.Equal((78, 26, "РУ 5", 5), (row.Participants, row.Failed, row.Sheet, row.Row));
    }

    private static void Refused(byte[] bytes, string reason)
    {
        var file = Reading.Read(bytes);
        Assert.Empty(file.Sections);
        var refusal = Assert.Single(file.Refusals);
        Assert.Null(refusal.Row);
        Assert.Contains(reason, refusal.Reason, StringComparison.Ordinal);
        Assert.NotEmpty(refusal.WhatToDo);
    }

    private static byte[] Good(Action<TestWorkbook> spoil)
    {
        var book = MarkStatisticsBook.Of(2021, "Русский язык", 5, MarkStatisticsBook.School("СОШ(sch220001)", 10, 3));
        spoil(book);
        return book.ToBytes();
    }

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                Write(archive, name, Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }

    private static byte[] Zip(byte[] archive, string part, byte[] content)
    {
        using var bytes = new MemoryStream();
        bytes.Write(archive);
        using (var changed = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            Write(changed, part, content);
        }

        return bytes.ToArray();
    }

    private static byte[] Bomb(long size)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive, "xl/workbook.xml", "<workbook/>"u8.ToArray());
            using var part = archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Optimal).Open();
            var row = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>", 4000)));
            for (var written = 0L; written < size; written += row.Length)
            {
                part.Write(row);
            }
        }

        return bytes.ToArray();
    }

    private static void Write(ZipArchive archive, string name, byte[] content)
    {
        using var part = archive.CreateEntry(name).Open();
        part.Write(content);
    }

    private static string RandomText(int length)
    {
        var random = new Random(2);
        return string.Create(length, random, (span, r) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = (char)('а' + r.Next(32));
            }
        });
    }

    private sealed class Direct(Action<int> report) : IProgress<int>
    {
        public void Report(int value) => report(value);
    }
}
