using EffectiveSchool.Data.Lists;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Objections;
using EffectiveSchool.Reports.Lists;
using EffectiveSchool.Reports.Workbooks;
using EffectiveSchool.Web.Listing;
using EffectiveSchool.Web.Pages.Lists;

namespace EffectiveSchool.Web.Pages.Objections;

/// <summary>Objections to a list: table, counts, export of exactly what is seen.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class IndexModel(PortalDb db, ListDocuments documents, ObjectionQueries queries, ListRuns runs, Person person) : PageModel
{
    public ListHeading Heading { get; private set; } = null!;

    public DateOnly? Until { get; private set; }

    /// <summary>Why none is accepted any more; null where they are.</summary>
    public string? Closed { get; private set; }

    public ObjectionFilter Filter { get; private set; } = new();

    public Paged<ObjectionLine> Rows { get; private set; } = null!;

    /// <summary>How many stand where, whatever the filter.</summary>
    public IReadOnlyDictionary<ObjectionState, int> Counts { get; private set; } = new Dictionary<ObjectionState, int>();

    public IReadOnlyList<MunicipalityChoice> Municipalities { get; private set; } = [];

    public int Undecided => Counts.GetValueOrDefault(ObjectionState.Submitted) + Counts.GetValueOrDefault(ObjectionState.UnderReview);

    public bool MaySubmit => Closed is null && person.May(Policies.SubmitObjections);

    public async Task<IActionResult> OnGetAsync(int id, [FromQuery] ObjectionFilter filter, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, filter, cancellationToken))
        {
            return NotFound();
        }

        Rows = await filter.Order(filter.Choose(queries.Lines(id))).ToPageAsync(filter.Page, cancellationToken: cancellationToken);
        Counts = await db.Objections.Where(o => o.ListId == id).GroupBy(o => o.State).ToDictionaryAsync(g => g.Key, g => g.Count(), cancellationToken);
        Municipalities = await queries.Lines(id).GroupBy(o => new { o.MunicipalityId, o.Municipality }).OrderBy(g => g.Key.Municipality)
            .Select(g => new MunicipalityChoice(g.Key.MunicipalityId, g.Key.Municipality)).ToListAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnGetXlsxAsync(int id, [FromQuery] ObjectionFilter filter, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, filter, cancellationToken))
        {
            return NotFound();
        }

        var rows = await filter.Order(filter.Choose(queries.Lines(id))).ToListAsync(cancellationToken);
        var output = new MemoryStream();
        await WriteAsync(output, rows);
        output.Position = 0;
        return File(output, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"Возражения к перечню на {Heading.ForYear} год.xlsx");
    }

    public async Task<DateOnly> DayAsync(DateTimeOffset moment) => DateOnly.FromDateTime((await person.LocalAsync(moment)).DateTime);

    private async Task<bool> ReadAsync(int id, ObjectionFilter filter, CancellationToken cancellationToken)
    {
        if (await documents.CoverAsync(id, cancellationToken) is not { } cover)
        {
            return false;
        }

        var list = await db.Lists.AsNoTracking().SingleAsync(l => l.Id == id, cancellationToken);
        (Heading, Filter, Until) = (cover.Heading, filter, list.ObjectionsUntil);
        Closed = list.RefuseObjection(await runs.TodayAsync(list.RegionId, cancellationToken));
        return true;
    }

    private async Task WriteAsync(Stream output, IReadOnlyList<ObjectionLine> rows)
    {
        using var workbook = new WorkbookWriter(output, new WorkbookProperties("Возражения") { Subject = Heading.Title });
        var sheet = workbook.AddSheet(new SheetLayout("Возражения") { ColumnWidths = [8, 38, 26, 50, 16, 13, 18, 13, 60], FrozenRows = 2, FirstRepeatedRow = 1, LastRepeatedRow = 2, FilterRow = 2 });
        sheet.WriteRow(Cell.Text($"Возражения. {Heading.Title}. {Heading.Region}", CellStyle.Title));
        sheet.WriteRow(
            Cell.Header("№"), Cell.Header("Школа"), Cell.Header("Муниципалитет"), Cell.Header("Что оспаривается"), Cell.Header("Кто подал"),
            Cell.Header("Подано"), Cell.Header("Состояние"), Cell.Header("Закрыто"), Cell.Header("Причина решения"));
        foreach (var row in rows)
        {
            sheet.WriteRow(
                Cell.Integer(row.Id),
                Cell.Text(row.School),
                Cell.Text(row.Municipality),
                Cell.Text(row.What, CellStyle.Wrap),
                Cell.Text(row.Side.RussianName()),
                Cell.Date(await DayAsync(row.SubmittedAt)),
                Cell.Text(row.State.RussianName()),
                Cell.Date(row.ClosedAt is { } closed ? await DayAsync(closed) : null),
                Cell.Text(row.Decision, CellStyle.Wrap));
        }
    }
}
