using System.Globalization;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Roadmaps;
using EffectiveSchool.Reports.Workbooks;
using EffectiveSchool.Web.Listing;
using EffectiveSchool.Web.Templates;

namespace EffectiveSchool.Web.Pages.Works;

/// <summary>What changed in the works of one's scope since a moment: by default since the previous visit.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class ChangesModel(PortalDb db, WorkChanges changes, Person person) : PageModel
{
    /// <summary>Rows of the workbook: what is more is no longer read by a person.</summary>
    private const int MostRows = 50_000;

    private static readonly string[] Headings = ["Когда", "Кто", "Что", "Подробности", "Программа", "№", "Мероприятие", "Исполнитель", "Статус сейчас", "Строка на портале"];

    public ChangesFilter Filter { get; private set; } = new();

    /// <summary>In the region's zone.</summary>
    public DateTimeOffset Since { get; private set; }

    public bool SincePreviousVisit { get; private set; }

    public Paged<WorkChangeLine> Lines { get; private set; } = null!;

    public IReadOnlyList<(int Id, string Name)> Programmes { get; private set; } = [];

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public async Task OnGetAsync([FromQuery] ChangesFilter filter, CancellationToken cancellationToken)
    {
        var since = await ReadAsync(filter, cancellationToken);
        SincePreviousVisit = filter.Since is null && await changes.PreviousVisitAsync(cancellationToken) is not null;
        Lines = await changes.Lines(since, filter).ToPageAsync(filter.Page, cancellationToken: cancellationToken);
        Programmes = [.. (await db.Programmes.OrderByDescending(p => p.To).ThenBy(p => p.Name).Select(p => new { p.Id, p.Name }).ToListAsync(cancellationToken)).Select(p => (p.Id, p.Name))];
    }

    /// <summary>Exactly what is filtered, all pages.</summary>
    public async Task<IActionResult> OnGetXlsxAsync([FromQuery] ChangesFilter filter, CancellationToken cancellationToken)
    {
        var since = await ReadAsync(filter, cancellationToken);
        var lines = await changes.Lines(since, filter).Take(MostRows).ToListAsync(cancellationToken);
        var output = new MemoryStream();
        using (var workbook = new WorkbookWriter(output, new WorkbookProperties("Изменения в работах")))
        {
            var sheet = workbook.AddSheet(new SheetLayout("Изменения") { ColumnWidths = [17, 36, 24, 50, 40, 8, 50, 36, 20, 40], FrozenRows = 2, FilterRow = 2 });
            sheet.WriteRow(Cell.Text($"Изменения в работах с {Text(since)}", CellStyle.Title));
            sheet.WriteRow([.. Headings.Select(Cell.Header)]);
            foreach (var line in lines)
            {
                sheet.WriteRow(
                    Cell.Text(Text(line.At)), Cell.Text(line.Author, CellStyle.Wrap), Cell.Text(line.Step.RussianName()), Cell.Text(line.Text, CellStyle.Wrap),
                    Cell.Text(line.Programme, CellStyle.Wrap), Cell.Text(line.Number), Cell.Text(line.Title, CellStyle.Wrap), Cell.Text(line.Doer, CellStyle.Wrap),
                    Cell.Text(line.State.RussianName()), Cell.Text(string.Create(CultureInfo.InvariantCulture, $"{Request.Scheme}://{Request.Host}/works/{line.WorkId}")));
            }
        }

        output.Position = 0;
        return File(output, TemplateWorkbook.ContentType, "Изменения в работах.xlsx");
    }

    public string Text(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone).ToString("dd.MM.yyyy HH:mm", RussianCulture.Value);

    private async Task<DateTimeOffset> ReadAsync(ChangesFilter filter, CancellationToken cancellationToken)
    {
        (Filter, Zone) = (filter, await person.ZoneAsync());
        var since = await changes.SinceAsync(filter.Since, cancellationToken);
        Since = TimeZoneInfo.ConvertTime(since, Zone);
        return since;
    }
}
