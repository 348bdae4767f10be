using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Curators;
using EffectiveSchool.Reports.Workbooks;

namespace EffectiveSchool.Web.Pages.Curators.Visits;

/// <summary>A visit in a table.</summary>
public sealed record VisitLine(
    int Id, int SchoolId, string School, string Municipality, Guid AuthorId, string Author, VisitKind Kind, DateOnly Date, string Aim, string Findings, string Recommendations, DateOnly? NextDate);

/// <summary>What the list of visits is narrowed to; lives in the query string.</summary>
public sealed record VisitFilter
{
    /// <summary>First calendar year of the school year; null for all years.</summary>
    [FromQuery(Name = "year")]
    public int? Year { get; init; }

    [FromQuery(Name = "curator")]
    public Guid? Curator { get; init; }

    [FromQuery(Name = "kind")]
    public VisitKind? Kind { get; init; }

    /// <summary>Only the latest visit of schools whose agreed next day has passed.</summary>
    [FromQuery(Name = "overdue")]
    public bool Overdue { get; init; }

    [FromQuery(Name = "page")]
    public int? Page { get; init; }

    public bool IsEmpty => this with { Page = null } == new VisitFilter();

    /// <summary>The visits that fit, newest first.</summary>
    public IQueryable<Visit> Narrow(PortalDb db, DateOnly today)
    {
        var visits = db.Visits.AsNoTracking();
        if (Year is >= 2000 and <= 2100)
        {
            var year = new SchoolYear(Year.Value);
            visits = visits.Where(v => v.Date >= year.First && v.Date <= year.Last);
        }

        visits = Curator is { } curator ? visits.Where(v => v.AuthorId == curator) : visits;
        visits = Kind is { } kind ? visits.Where(v => v.Kind == kind) : visits;

        visits = Overdue ? visits.Where(v => v.NextDate < today && Latest(db).Any(o => o.Id == v.Id)) : visits;
        return visits.OrderByDescending(v => v.Date).ThenByDescending(v => v.Id);
    }

    /// <summary>
    /// The latest visit of each school: what an earlier one had agreed is settled by it. The same as <see cref="SchoolVisits.Of"/>
    /// finds; a test holds both to the same answers.
    /// </summary>
    public static IQueryable<Visit> Latest(PortalDb db) => db.Visits.Where(v => !db.Visits.Any(o => o.SchoolId == v.SchoolId
        && (o.Date > v.Date || (o.Date == v.Date
            && ((o.NextDate ?? DateOnly.MinValue) > (v.NextDate ?? DateOnly.MinValue) || ((o.NextDate ?? DateOnly.MinValue) == (v.NextDate ?? DateOnly.MinValue) && o.Id > v.Id))))));

    public static IQueryable<VisitLine> Lines(PortalDb db, IQueryable<Visit> visits) => visits.Select(v => new VisitLine(
        v.Id,
        v.SchoolId,
        db.Schools.Where(s => s.Id == v.SchoolId).Select(s => s.Name).First(),
        db.Schools.Where(s => s.Id == v.SchoolId).Join(db.Municipalities, s => s.MunicipalityId, m => m.Id, (_, m) => m.Name).FirstOrDefault() ?? "",
        v.AuthorId,
        v.AuthorName,
        v.Kind,
        v.Date,
        v.Aim,
        v.Findings,
        v.Recommendations,
        v.NextDate));

    public static byte[] Workbook(IReadOnlyList<VisitLine> lines) => CuratorTable.Write(
        "Посещения",
        [("Дата", 12), ("Школа", 40), ("Муниципалитет", 26), ("Вид", 20), ("Кто записал", 30), ("Цель", 40), ("Что установлено", 50), ("Рекомендации", 50), ("Следующее посещение", 14)],
        lines.Select(l => new[]
        {
            Cell.Date(l.Date), Cell.Text(l.School), Cell.Text(l.Municipality), Cell.Text(l.Kind.RussianName()), Cell.Text(l.Author), Cell.Text(l.Aim), Cell.Text(l.Findings), Cell.Text(l.Recommendations),
            Cell.Date(l.NextDate),
        }));
}
