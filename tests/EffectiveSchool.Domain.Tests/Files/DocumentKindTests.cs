using EffectiveSchool.Domain.Files;

namespace EffectiveSchool.Domain.Tests.Files;

public class DocumentKindTests
{
    [Theory]
    [InlineData(DocumentKind.Pdf, "приказ.pdf", "приказ.pdf")]
    [InlineData(DocumentKind.Pdf, "приказ.PDF", "приказ.PDF")]
    [InlineData(DocumentKind.Text, "приказ.js", "приказ.js.txt")]
    [InlineData(DocumentKind.Pdf, "C:\\папка\\приказ.exe", "приказ.exe.pdf")]
    [InlineData(DocumentKind.Jpeg, "../../фото.jpeg", "фото.jpeg")]
    [InlineData(DocumentKind.Png, "", "файл.png")]
    [InlineData(DocumentKind.Doc, "прик\u202Efdp.doc\r\n", "прикfdp.doc")]
    public void A_name_ends_as_the_content_does(DocumentKind kind, string sent, string kept) => Assert.Equal(kept, kind.FileName(sent));

    [Fact]
    public void A_long_name_keeps_its_end() => Assert.Equal(300, DocumentKind.Pdf.FileName(new string('я', 400) + ".pdf").Length);

    [Fact]
    public void A_signature_alone_is_no_evidence() => Assert.DoesNotContain(DocumentKind.Signature, DocumentKinds.Evidence);
}
