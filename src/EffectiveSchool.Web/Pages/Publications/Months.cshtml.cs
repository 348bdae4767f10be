using EffectiveSchool.Data.Curators;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Publications;
using EffectiveSchool.Reports.Workbooks;
using EffectiveSchool.Web.Pages.Curators;
using EffectiveSchool.Web.Pages.Monitoring;
using EffectiveSchool.Web.Pages.Schools;

namespace EffectiveSchool.Web.Pages.Publications;

/// <summary>An owner of news over the year.</summary>
public sealed record OwnerMonths(string Kind, string Name, MonthlyNews News);

/// <summary>«Не реже одной новости в месяц»: whoever answers for news, month by month.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class MonthsModel(PortalDb db, Person person) : PageModel
{
    [FromQuery(Name = "year")]
    public int? AskedYear { get; set; }

    [FromQuery(Name = "programme")]
    public int? Programme { get; set; }

    public int Year { get; private set; }

    public IReadOnlyList<OwnerMonths> Owners { get; private set; } = [];

    public IReadOnlyList<(int Id, string Name)> Programmes { get; private set; } = [];

    public static IReadOnlyList<string> MonthNames { get; } = [.. RussianCulture.Value.DateTimeFormat.AbbreviatedMonthNames.Take(12).Select(n => n.TrimEnd('.'))];

    /// <summary>«январь, март»; a dash where none.</summary>
    public static string Missed(MonthlyNews news) =>
        news.Missed.Count == 0 ? RussianFigures.Missing : string.Join(", ", news.Missed.Select(m => RussianCulture.Value.DateTimeFormat.MonthNames[m - 1]));

    public async Task OnGetAsync(CancellationToken cancellationToken) => await ReadAsync(cancellationToken);

    public async Task<IActionResult> OnGetXlsxAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        return File(
            CuratorTable.Write(
                $"Новости {Year}",
                [("Чьи новости", 18), ("Название", 40), .. MonthNames.Select(m => (m, 8.0)), ("Всего", 8), ("Пропущено месяцев", 12), ("Какие", 40)],
                Owners.Select(o => (Cell[])
                [
                    Cell.Text(o.Kind), Cell.Text(o.Name),
                    .. o.News.Months.Select(m => m.State is NewsMonthState.Held or NewsMonthState.Missed ? Cell.Integer(m.Count) : Cell.Empty()),
                    Cell.Integer(o.News.Count), Cell.Integer(o.News.Judged == 0 ? null : o.News.Missed.Count), Cell.Text(o.News.Missed.Count == 0 ? null : Missed(o.News), CellStyle.Wrap),
                ])),
            SchoolExport.WorkbookType,
            "Новости по месяцам.xlsx");
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var today = await person.TodayAsync();
        Year = AskedYear is >= 2000 and <= 2100 ? AskedYear.Value : today.Year;
        Programmes = await ProgrammeChoices.ForAsync(db, person, cancellationToken);
        var programme = await db.Programmes.AsNoTracking().SingleOrDefaultAsync(p => p.Id == Programme, cancellationToken);
        var (first, last) = (new DateOnly(Year, 1, 1), new DateOnly(Year, 12, 31));
        var news = (await db.Publications.Where(p => p.Date >= first && p.Date <= last && (programme == null || p.ProgrammeId == programme.Id))
            .Select(p => new { p.MunicipalityId, p.SchoolId, p.Date }).ToListAsync(cancellationToken)).ToLookup(p => (p.MunicipalityId, p.SchoolId), p => p.Date);
        MonthlyNews Of(int? municipality, int? school) => MonthlyNews.Of(Year, [.. news[(municipality, school)]], programme?.From, programme?.To, today);
        var schools = await SchoolsAsync(programme?.Id, [.. news.Select(g => g.Key.SchoolId).OfType<int>()], cancellationToken);
        int[] places = [.. schools.Select(s => s.MunicipalityId).Concat(news.Select(g => g.Key.MunicipalityId).OfType<int>()).Distinct()];
        var municipalities = await db.Municipalities.Where(m => places.Contains(m.Id)).OrderBy(m => m.Name).Select(m => new { m.Id, m.Name }).ToListAsync(cancellationToken);
        var regions = person.Scope.SeesAll ? [] : await db.Regions.Select(r => r.Name).ToListAsync(cancellationToken);
        Owners =
        [
            .. regions.Select(r => new OwnerMonths("регион", r, Of(null, null))),
            .. municipalities.Select(m => new OwnerMonths("муниципалитет", m.Name, Of(m.Id, null))),
            .. schools.Select(s => new OwnerMonths("школа", s.Name, Of(null, s.Id))),
        ];
    }

    /// <summary>Schools that answer for news: participants of the programme in the year, else those of the list; and whoever has news.</summary>
    private async Task<IReadOnlyList<(int Id, string Name, int MunicipalityId)>> SchoolsAsync(int? programme, int[] withNews, CancellationToken cancellationToken)
    {
        var listed = CurrentList.Listed(db, await CurrentList.AllAsync(db, Year, cancellationToken));
        var asked = programme is { } id
            ? db.Schools.Where(s => withNews.Contains(s.Id) || db.ProgrammeSchools.Any(p => p.ProgrammeId == id && p.Year == Year && p.SchoolId == s.Id))
            : db.Schools.Where(s => withNews.Contains(s.Id) || listed.Any(l => l.SchoolId == s.Id));
        return [.. (await asked.OrderBy(s => s.Name).ThenBy(s => s.Id).Select(s => new { s.Id, s.Name, s.MunicipalityId }).ToListAsync(cancellationToken)).Select(s => (s.Id, s.Name, s.MunicipalityId))];
    }
}
