namespace EffectiveSchool.Domain.Files;

/// <summary>What a document attached by a person is, by its content and never by its name.</summary>
public enum DocumentKind
{
    /// <summary>Документ PDF.</summary>
    Pdf,

    /// <summary>Картинка PNG.</summary>
    Png,

    /// <summary>Картинка JPEG.</summary>
    Jpeg,

    /// <summary>Документ Word (.docx) without macros.</summary>
    Docx,

    /// <summary>Книга Excel (.xlsx) without macros.</summary>
    Xlsx,

    /// <summary>Документ Word 97–2003 without macros.</summary>
    Doc,

    /// <summary>Книга Excel 97–2003 without macros.</summary>
    Xls,

    /// <summary>Простой текст.</summary>
    Text,

    /// <summary>Отсоединённая электронная подпись (CMS).</summary>
    Signature,
}

/// <summary>How the kinds are named, sent and written to disk.</summary>
public static class DocumentKinds
{
    /// <summary>The largest document that is accepted, bytes.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    /// <summary>What is attached to an objection, a report of an activity and the like: everything but a signature alone.</summary>
    public static IReadOnlyList<DocumentKind> Evidence { get; } = [.. Enum.GetValues<DocumentKind>().Where(k => k != DocumentKind.Signature)];

    /// <summary>«документ PDF», «книга Excel».</summary>
    public static string RussianName(this DocumentKind kind) => kind switch
    {
        DocumentKind.Pdf => "документ PDF",
        DocumentKind.Png => "картинка PNG",
        DocumentKind.Jpeg => "картинка JPEG",
        DocumentKind.Docx => "документ Word",
        DocumentKind.Xlsx => "книга Excel",
        DocumentKind.Doc => "документ Word 97–2003",
        DocumentKind.Xls => "книга Excel 97–2003",
        DocumentKind.Text => "текст",
        _ => "электронная подпись",
    };

    /// <summary>The media type it is sent with.</summary>
    public static string MediaType(this DocumentKind kind) => kind switch
    {
        DocumentKind.Pdf => "application/pdf",
        DocumentKind.Png => "image/png",
        DocumentKind.Jpeg => "image/jpeg",
        DocumentKind.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        DocumentKind.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        DocumentKind.Doc => "application/msword",
        DocumentKind.Xls => "application/vnd.ms-excel",
        DocumentKind.Text => "text/plain",
        _ => "application/pkcs7-signature",
    };

    /// <summary>
    /// The name a document is kept and saved under: without folders and invisible signs, at most 300 characters, and ending
    /// as its content does, so that a text named «приказ.js» is saved as «приказ.js.txt».
    /// </summary>
    public static string FileName(this DocumentKind kind, string asSent)
    {
        const int longest = 300;
        var name = asSent[(asSent.LastIndexOfAny(['/', '\\']) + 1)..];
        name = string.Concat(name.Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format)).Trim();
        var endings = kind.Endings();
        if (!endings.Any(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase)))
        {
            name = (name.Length == 0 ? "файл" : name) + endings[0];
        }

        return name.Length > longest ? name[^longest..] : name;
    }

    private static string[] Endings(this DocumentKind kind) => kind switch
    {
        DocumentKind.Pdf => [".pdf"],
        DocumentKind.Png => [".png"],
        DocumentKind.Jpeg => [".jpg", ".jpeg"],
        DocumentKind.Docx => [".docx"],
        DocumentKind.Xlsx => [".xlsx"],
        DocumentKind.Doc => [".doc"],
        DocumentKind.Xls => [".xls"],
        DocumentKind.Text => [".txt", ".csv"],
        _ => [".sig", ".p7s"],
    };
}
