using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Roadmaps;
using EffectiveSchool.Reports.Workbooks;

namespace EffectiveSchool.Reports.Roadmaps.Pictures;

/// <summary>The tables of the pictures of a plan as xlsx: the same figures, the same order.</summary>
public static class PictureWorkbooks
{
    /// <summary>The timeline: a row an occurrence, then what asks for a date.</summary>
    public static byte[] Of(TimelineDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Write(document.Title, workbook =>
        {
            var sheet = Begin(workbook, "Сроки", document.Title, Subtitle(document.Subtitle, document.AsOf), ["Раздел", .. TimelineDocument.Headings.Take(2), "С", "По", TimelineDocument.Headings[^1]], [34, 10, 60, 13, 13, 44]);
            foreach (var row in document.Rows)
            {
                foreach (var bar in row.Bars)
                {
                    sheet.WriteRow(
                        Cell.Text(row.Section, CellStyle.Wrap), Cell.Text(row.Number), Cell.Text(row.Title, CellStyle.Wrap), Cell.Date(bar.From), Cell.Date(bar.Due), Cell.Text(bar.State, CellStyle.Wrap));
                }
            }

            if (document.Undated.Count > 0)
            {
                var undated = Begin(workbook, "Требует даты", "Требует даты", Subtitle(document.Subtitle, document.AsOf), ["№", "Мероприятие", "Срок в плане"], [10, 60, 44]);
                foreach (var activity in document.Undated)
                {
                    undated.WriteRow(Cell.Text(activity.Number), Cell.Text(activity.Title, CellStyle.Wrap), Cell.Text(activity.Term, CellStyle.Wrap));
                }
            }
        });
    }

    /// <summary>The progress: a sheet by school, a sheet by section.</summary>
    public static byte[] Of(ProgressDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Write(document.Title, workbook =>
        {
            foreach (var (name, heading, lines) in new[] { ("По школам", "Школа", document.Schools), ("По разделам", "Раздел", document.Sections) })
            {
                var sheet = Begin(
                    workbook, name, document.Title, Subtitle(document.Subtitle, document.AsOf), [heading, "Доля выполненного, %", .. ProgressDocument.Columns.Select(c => c.Heading)], [48, 14, .. ProgressDocument.Columns.Select(_ => 14)]);
                foreach (var line in lines.Append(new ProgressLine("Всего", document.Total)))
                {
                    sheet.WriteRow(
                    [
                        Cell.Text(line.Name, CellStyle.Wrap), line.Tally.Share.Percent is { } percent ? Cell.Percent(percent) : Cell.NoData,
                        .. ProgressDocument.Columns.Select(c => Cell.Integer(c.Of(line.Tally))),
                    ]);
                }
            }
        });
    }

    /// <summary>The load by month.</summary>
    public static byte[] Of(LoadDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Write(document.Title, workbook =>
        {
            var sheet = Begin(workbook, "По месяцам", document.Title, Subtitle(document.Subtitle, document.AsOf), LoadDocument.Headings, [24, .. LoadDocument.Headings.Skip(1).Select(_ => 15)]);
            foreach (var month in document.Months)
            {
                sheet.WriteRow([Cell.Text(LoadDocument.Name(month)), .. LoadDocument.Figures(month.Works).Select(f => Cell.Integer(f))]);
            }
        });
    }

    private static string Subtitle(string subtitle, DateOnly asOf) => $"{subtitle}. По состоянию на {RussianFigures.Date(asOf)}";

    private static SheetWriter Begin(WorkbookWriter workbook, string name, string title, string subtitle, IReadOnlyList<string> headings, IReadOnlyList<double> widths)
    {
        var sheet = workbook.AddSheet(new SheetLayout(name) { ColumnWidths = widths, FrozenRows = 3, FirstRepeatedRow = 3, FilterRow = 3 });
        sheet.WriteRow(Cell.Text(title, CellStyle.Title));
        sheet.WriteRow(Cell.Text(subtitle, CellStyle.Note));
        sheet.WriteRow([.. headings.Select(Cell.Header)]);
        return sheet;
    }

    private static byte[] Write(string title, Action<WorkbookWriter> write)
    {
        using var output = new MemoryStream();
        using (var workbook = new WorkbookWriter(output, new WorkbookProperties(title)))
        {
            write(workbook);
        }

        return output.ToArray();
    }
}
