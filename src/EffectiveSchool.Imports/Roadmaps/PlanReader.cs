using System.Security.Cryptography;
using System.Text;
using EffectiveSchool.Imports.Templates;

namespace EffectiveSchool.Imports.Roadmaps;

/// <summary>
/// Reads a roadmap (xlsx, xls, csv or a pasted table) with its columns in any order, its section rows and its defects.
/// Never throws for the content of a file; every repair stands beside the activity it was made in.
/// </summary>
public static class PlanReader
{
    /// <summary>The most rows of one plan.</summary>
    public const int MostRows = 20_000;

    private const int HighestHeading = 30;

    /// <summary>Reads a file.</summary>
    /// <param name="stream">The bytes; stays open.</param>
    /// <param name="fileName">Name as it was sent.</param>
    /// <param name="layout">Columns set by hand; null to recognise them by their headings.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public static PlanFile Read(Stream stream, string fileName, PlanLayout? layout = null, CancellationToken cancellationToken = default)
    {
        var findings = new Findings(fileName);
        string? sha256 = null;
        try
        {
            using var table = TableFile.Open(stream, cancellationToken);
            sha256 = table.Sha256;
            return Read(table.Sheets(null, cancellationToken), findings, sha256, layout);
        }
        catch (FileRefusedException fault)
        {
            findings.RefuseFile(fault);
            return new PlanFile(fileName, sha256, "", [], [], findings.Refusals, findings.Notes);
        }
    }

    /// <summary>Reads a table copied from Word, Excel or a browser: cells parted by tabs.</summary>
    /// <param name="text">The pasted text.</param>
    /// <param name="layout">Columns set by hand; null to recognise them by their headings.</param>
    public static PlanFile ReadPasted(string text, PlanLayout? layout = null)
    {
        const string name = PastedTable.FileName;
        var findings = new Findings(name);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        try
        {
            return Read([new TableSheet(null, false, PlanPaste.Rows(text))], findings, sha256, layout);
        }
        catch (FileRefusedException fault)
        {
            findings.RefuseFile(fault);
            return new PlanFile(name, sha256, "", [], [], findings.Refusals, findings.Notes);
        }
    }

    private static PlanFile Read(IEnumerable<TableSheet> tables, Findings findings, string sha256, PlanLayout? layout)
    {
        var sheets = new List<PlanSheet>();
        var activities = new List<PlanActivity>();
        var title = "";
        foreach (var table in tables)
        {
            if (table.IsHidden)
            {
                findings.Note(table.Name, "Скрытый лист пропущен.");
                continue;
            }

            if (TemplateSheets.Explains(table.Name))
            {
                findings.HasSample |= table.Name == TemplateSheets.Sample;
                continue;
            }

            var rows = Rows(table);
            var sheet = ReadSheet(table.Name, rows, layout, findings, activities);
            sheets.Add(sheet);
            if (title.Length == 0 && sheet.HeadingRow is { } heading)
            {
                title = string.Join(' ', rows.TakeWhile(r => r.Number < heading).SelectMany(r => r.Cells).Where(c => !c.IsEmpty).Select(c => CellText.Clean(c.Text)).Distinct(StringComparer.Ordinal));
            }
        }

        if (sheets.TrueForAll(s => s.HeadingRow is null))
        {
            findings.RefuseSheet(
                null,
                "План не распознан: нет строки заголовков со столбцами «Мероприятие» и «Срок».",
                "Назовите столбцы по образцу шаблона или укажите вручную, в каком столбце название, а в каком срок.");
        }
        else if (activities.Count == 0)
        {
            var read = string.Join(", ", sheets.Where(s => s is { HeadingRow: not null, Name: not null }).Select(s => $"«{s.Name}»"));
            findings.RefuseSheet(
                null,
                read.Length == 0 ? "Под заголовками нет ни одного мероприятия." : $"Под заголовками нет ни одного мероприятия; читается лист {read}.",
                findings.HasSample ? "Впишите мероприятия на этот лист бланка и загрузите файл снова." : "Проверьте, тот ли это файл.");
        }

        findings.NoteUnfilled(activities.Count > 0);

        return new PlanFile(findings.File, sha256, title, sheets, activities, findings.Refusals, findings.Notes);
    }

    private static List<TableRow> Rows(TableSheet table)
    {
        var rows = new List<TableRow>();
        foreach (var row in table.Rows.Where(r => !r.IsEmpty))
        {
            if (rows.Count == MostRows)
            {
                throw new FileRefusedException($"В плане больше {MostRows} строк.", "Загрузите план частями.");
            }

            rows.Add(row);
        }

        return rows;
    }

    private static PlanSheet ReadSheet(string? name, List<TableRow> rows, PlanLayout? layout, Findings findings, List<PlanActivity> activities)
    {
        var head = layout is null ? null : PlanHead.ByHand(layout, rows);
        var headingRow = layout?.HeadingRow;
        var first = head;
        var sections = new PlanSections();
        if (name is not null && PlanSections.YearOf(name) is not null)
        {
            sections.Open(name);
        }

        var reader = new PlanSheetReader(name, sections);
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            if (layout is not null && row.Number <= layout.HeadingRow)
            {
                continue;
            }

            if (layout is null && PlanColumns.Recognise(row) is { } found)
            {
                head = PlanHead.Of(row, found);
                first ??= head;
                headingRow ??= row.Number;
            }
            else if (head is null && i >= HighestHeading)
            {
                break;
            }
            else if (head is not null && !PlanSheetReader.IsColumnCount(row))
            {
                reader.Take(row, head, i + 1 < rows.Count ? rows[i + 1] : null);
            }
        }

        if (headingRow is null && rows.Count > 0)
        {
            findings.Note(name, "Таблица на листе не распознана, лист пропущен.");
        }

        if (first is not null && rows.Find(r => r.Number == headingRow) is { } headings && first.UnreadIn(headings) is { } unread)
        {
            findings.Note(name, unread);
        }

        activities.AddRange(reader.Activities);
        return new PlanSheet(name, headingRow, first?.Columns ?? new Dictionary<int, PlanColumn>(), rows);
    }
}
