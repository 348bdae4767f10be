using EffectiveSchool.Imports.Results;

namespace EffectiveSchool.Imports.Protocols;

/// <summary>Reads the remarks from the workbook that is kept instead of a protocol: refusals with the rows of the protocol, and notes.</summary>
internal sealed class ProtocolRemarksReader(Findings findings, string? sheet) : SheetReader(findings, sheet)
{
    public override ResultFileFormat Format => ResultFileFormat.ResultTemplate;

    public static ProtocolRemarksReader? Recognise(TableRow row, Findings findings, string? sheet)
    {
        if (!ProtocolSheets.RemarkHeadings.Select((heading, i) => CellText.Clean(row[i].Text) == heading).All(same => same))
        {
            return null;
        }

        findings.HasRemarks = true;
        return new ProtocolRemarksReader(findings, sheet);
    }

    public override void Read(TableRow row)
    {
        string?[] texts = [.. Enumerable.Range(0, ProtocolSheets.RemarkHeadings.Count).Select(i => CellText.Clean(row[i].Text)).Select(t => t.Length == 0 ? null : t)];
        if (texts[3] is not { } text)
        {
            return;
        }

        if (texts[4] is { } whatToDo)
        {
            Findings.Refuse(new Refusal(Findings.File, texts[0], CellText.Count(row[1]), texts[2], "", text, whatToDo));
        }
        else
        {
            Findings.Note(texts[0], text);
        }
    }

    protected override IEnumerable<SectionDraft> Sections() => [];
}
