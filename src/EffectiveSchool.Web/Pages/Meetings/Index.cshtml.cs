using EffectiveSchool.Web.Listing;
using EffectiveSchool.Web.Pages.Curators;
using EffectiveSchool.Web.Pages.Schools;
using EffectiveSchool.Reports.Workbooks;

namespace EffectiveSchool.Web.Pages.Meetings;

/// <summary>Working groups and their meetings, with decisions that are not done.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class IndexModel(MeetingQueries queries, Person person) : PageModel
{
    [FromQuery(Name = "group")]
    public int? Group { get; set; }

    [FromQuery(Name = "open")]
    public bool Open { get; set; }

    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<GroupLine> Groups { get; private set; } = [];

    public Paged<MeetingLine> Meetings { get; private set; } = null!;

    public bool MayManage => person.May(Policies.ManageProgrammes);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Groups = await queries.GroupsAsync(cancellationToken);
        Meetings = await queries.Lines(Group, Open, await person.TodayAsync()).ToPageAsync(PageNumber, cancellationToken: cancellationToken);
    }

    public async Task<IActionResult> OnGetXlsxAsync(CancellationToken cancellationToken)
    {
        var lines = await queries.Lines(Group, Open, await person.TodayAsync()).ToListAsync(cancellationToken);
        return File(
            CuratorTable.Write(
                "Совещания",
                [("Дата", 12), ("Рабочая группа", 44), ("Муниципалитет", 26), ("Протокол", 16), ("Дата протокола", 14), ("Решений", 10), ("Не выполнено", 12), ("Просрочено", 12)],
                lines.Select(l => new[]
                {
                    Cell.Date(l.Date), Cell.Text(l.Group), Cell.Text(l.Municipality), Cell.Text(l.ProtocolNumber), Cell.Date(l.ProtocolDate), Cell.Integer(l.Decisions), Cell.Integer(l.Open), Cell.Integer(l.Late),
                })),
            SchoolExport.WorkbookType,
            "Совещания.xlsx");
    }
}
