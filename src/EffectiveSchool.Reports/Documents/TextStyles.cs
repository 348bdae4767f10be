using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace EffectiveSchool.Reports.Documents;

/// <summary>The fixed parts of a text document: styles, settings and the running head with the page number.</summary>
internal static class TextStyles
{
    private const string Face = "Times New Roman";
    private const string Language = "ru-RU";

    public static string IdOf(TextStyle style) => style switch
    {
        TextStyle.Title => "Heading1",
        TextStyle.Heading => "Heading2",
        TextStyle.Small => "Small",
        TextStyle.Figure => "Figure",
        TextStyle.Caption => "Caption",
        TextStyle.Corner => "Corner",
        _ => "Normal",
    };

    public static Styles Create() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = Face, HighAnsi = Face, EastAsia = Face, ComplexScript = Face },
                new FontSize { Val = "28" },
                new FontSizeComplexScript { Val = "28" },
                new Languages { Val = Language, EastAsia = Language, Bidi = "ar-SA" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "0", Line = "240", LineRule = LineSpacingRuleValues.Auto }))),
        Paragraph(TextStyle.Body, "Normal", size: 28, after: 120, isDefault: true),
        Paragraph(TextStyle.Title, "heading 1", size: 28, after: 120, bold: true, side: JustificationValues.Center, before: 240, level: 0),
        Paragraph(TextStyle.Heading, "heading 2", size: 24, after: 60, bold: true, before: 240, level: 1),
        Paragraph(TextStyle.Small, "Текст таблицы", size: 20),
        Paragraph(TextStyle.Figure, "Число матрицы", size: 18),
        Paragraph(TextStyle.Caption, "Подпись под чертой", size: 16, side: JustificationValues.Center),
        Paragraph(TextStyle.Corner, "Гриф приложения", size: 24, indent: 9600));

    public static Settings Settings() => new(
        new Zoom { Percent = "100" },
        new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }),
        new ThemeFontLanguages { Val = Language });

    /// <summary>The number of the page, in the middle above the text, as GOST R 7.0.97-2016 (3.25) has it.</summary>
    public static Header PageNumber() => new(new Paragraph(
        new ParagraphProperties(new ParagraphStyleId { Val = IdOf(TextStyle.Small) }, new Justification { Val = JustificationValues.Center }),
        new SimpleField(new Run(new Text("2"))) { Instruction = " PAGE " }));

    private static Style Paragraph(
        TextStyle style, string name, int size, int after = 0, int before = 0, bool bold = false, JustificationValues? side = null, int? level = null, int? indent = null, bool isDefault = false)
    {
        var paragraph = new StyleParagraphProperties();
        if (level is not null)
        {
            paragraph.Append(new KeepNext());
        }

        paragraph.Append(new SpacingBetweenLines { Before = Twips(before), After = Twips(after) });
        if (indent is { } left)
        {
            paragraph.Append(new Indentation { Left = Twips(left) });
        }

        if (side is { } justified)
        {
            paragraph.Append(new Justification { Val = justified });
        }

        if (level is { } outline)
        {
            paragraph.Append(new OutlineLevel { Val = outline });
        }

        var run = new StyleRunProperties();
        if (bold)
        {
            run.Append(new Bold());
        }

        run.Append(new FontSize { Val = Twips(size) }, new FontSizeComplexScript { Val = Twips(size) });
        var result = new Style { Type = StyleValues.Paragraph, StyleId = IdOf(style), Default = isDefault ? true : null };
        result.Append(new StyleName { Val = name });
        if (!isDefault)
        {
            result.Append(new BasedOn { Val = IdOf(TextStyle.Body) });
        }

        result.Append(new PrimaryStyle(), paragraph, run);
        return result;
    }

    private static string Twips(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
