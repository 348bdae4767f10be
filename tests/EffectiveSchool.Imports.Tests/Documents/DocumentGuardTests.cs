using System.IO.Compression;
using System.Text;
using EffectiveSchool.Domain.Files;
using EffectiveSchool.Imports.Documents;
using EffectiveSchool.Testing;

namespace EffectiveSchool.Imports.Tests.Documents;

public class DocumentGuardTests
{
    private static readonly byte[] SignedMessage = [0x30, 0x82, 0x01, 0x00, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02, .. new byte[60]];

    public static TheoryData<DocumentKind, byte[]> Accepted => new()
    {
        { DocumentKind.Pdf, "%PDF-1.7 …"u8.ToArray() },
        { DocumentKind.Png, [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0] },
        { DocumentKind.Jpeg, [0xFF, 0xD8, 0xFF, 0xE0, 0] },
        { DocumentKind.Docx, Zip("[Content_Types].xml", "word/document.xml") },
        { DocumentKind.Xlsx, new TestWorkbook().Sheet("Лист").ToBytes() },
        { DocumentKind.Doc, OldWorkbook.Container("WordDocument", new byte[5000]) },
        { DocumentKind.Xls, OldWorkbook.Of("Лист") },
        { DocumentKind.Text, "Справка: 26 из 78"u8.ToArray() },
        { DocumentKind.Signature, SignedMessage },
        { DocumentKind.Signature, Encoding.ASCII.GetBytes(Convert.ToBase64String(SignedMessage, Base64FormattingOptions.InsertLineBreaks)) },
        { DocumentKind.Signature, Encoding.ASCII.GetBytes("-----BEGIN PKCS7-----\r\n" + Convert.ToBase64String(SignedMessage) + "\r\n-----END PKCS7-----") },
    };

    public static TheoryData<byte[], string> Dangerous => new()
    {
        { [], "пустой" },
        { new byte[DocumentKinds.MostBytes + 1], "больше 20 МБ" },
        { "MZ\x90\0"u8.ToArray(), "программа" },
        { [0x7F, (byte)'E', (byte)'L', (byte)'F', 2], "программа" },
        { "#!/bin/sh\nrm -rf /"u8.ToArray(), "сценарий" },
        { "<html><script>alert(1)</script>"u8.ToArray(), "веб-страница" },
        { "привет <svg onload=alert(1)>"u8.ToArray(), "веб-страница" },
        { Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("<html>")).ToArray(), "веб-страница" },
        { Zip("письмо.txt"), "архив ZIP" },
        { Zip("[Content_Types].xml", "ppt/presentation.xml"), "другой программы" },
        { Zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "макросы" },
        { OldWorkbook.Container("VBA", new byte[5000]), "макросы" },
        { OldWorkbook.Container("EncryptedPackage", new byte[5000]), "паролем" },
        { "PK\x03\x04"u8.ToArray(), "повреждён" },
        { [0, 1, 2, 3, 0, 0, 9], "неизвестного вида" },
    };

    [Theory]
    [MemberData(nameof(Accepted))]
    public void A_document_is_what_its_content_says(DocumentKind kind, byte[] bytes) =>
        Assert.Equal(kind, DocumentGuard.Recognise(new MemoryStream(bytes), CancellationToken.None));

    [Theory]
    [MemberData(nameof(Dangerous))]
    public void What_may_run_hide_or_open_as_a_page_is_refused_with_the_way_out(byte[] bytes, string reason)
    {
        var refusal = Assert.Throws<FileRefusedException>(() => DocumentGuard.Recognise(new MemoryStream(bytes), CancellationToken.None));
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.NotEmpty(refusal.WhatToDo);
    }

    private static byte[] Zip(params string[] parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in parts)
            {
                using var part = new StreamWriter(archive.CreateEntry(name).Open());
                part.Write("<x/>");
            }
        }

        return bytes.ToArray();
    }
}
