using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Curators;
using EffectiveSchool.Domain.Events;
using EffectiveSchool.Reports.Workbooks;
using EffectiveSchool.Web.Pages.Curators;

namespace EffectiveSchool.Web.Pages.Events;

/// <summary>An event in a table; a landing of a curator's notes stands as one, with the page of its school.</summary>
/// <param name="Took">Schools that took part, of those that the reader sees; null where no number is told.</param>
/// <param name="People">Their people; null where no number is told.</param>
/// <param name="Untold">Schools asked whose number is not told.</param>
public sealed record EventLine(
    string Href, string Title, string Kind, DateOnly From, DateOnly To, string Place, EventLevel? Level, string Organiser, EventState State,
    int? Took, int Invited, int? People, int Untold, decimal? Hours, DateOnly? MaterialsDue, bool OwesMaterials);

/// <summary>Reads the rows of the list and their workbook.</summary>
public sealed class EventLines(PortalDb db)
{
    public async Task<IReadOnlyList<EventLine>> ReadAsync(IReadOnlyList<EventKey> keys, CancellationToken cancellationToken)
    {
        int[] events = [.. keys.Where(k => !k.IsVisit).Select(k => k.Id)];
        int[] visits = [.. keys.Where(k => k.IsVisit).Select(k => k.Id)];
        var lines = (await db.Events.AsNoTracking().Where(e => events.Contains(e.Id))
            .Select(e => new
            {
                e.Id, e.Title, e.Kind, e.From, e.To, e.Place, e.MunicipalityId, e.SchoolId, e.State, e.Hours, e.MaterialDays,
                Municipality = db.Municipalities.Where(m => m.Id == e.MunicipalityId).Select(m => m.Name).FirstOrDefault(),
                School = db.Schools.Where(s => s.Id == e.SchoolId).Select(s => s.Name).FirstOrDefault(),
                Took = e.Schools.Count(s => s.People > 0),
                Invited = e.Schools.Count,
                Told = e.Schools.Count(s => s.People != null),
                People = e.Schools.Sum(s => s.People),
                HasMaterials = e.Materials.Any(),
            }).ToListAsync(cancellationToken))
            .ToDictionary(e => (IsVisit: false, e.Id), e => new EventLine(
                $"/events/{e.Id}", e.Title, e.Kind, e.From, e.To, e.Place.Length > 0 ? e.Place : "дистанционно",
                e.SchoolId is not null ? EventLevel.School : e.MunicipalityId is not null ? EventLevel.Municipality : EventLevel.Region,
                e.School ?? e.Municipality ?? (e.SchoolId is null && e.MunicipalityId is null ? "регион" : "другой организатор"), e.State,
                e.Told == 0 ? null : e.Took, e.Invited, e.Told == 0 ? null : e.People ?? 0, e.Invited - e.Told, e.Hours,
                e.MaterialDays is { } days ? e.To.AddDays(days) : null, e.State == EventState.Held && e.MaterialDays is not null && !e.HasMaterials));
        var word = VisitKind.MethodicalLanding.RussianName();
        foreach (var visit in await db.Visits.Where(v => visits.Contains(v.Id))
            .Select(v => new { v.Id, v.Date, v.Aim, v.AuthorName, v.SchoolId, School = db.Schools.Where(s => s.Id == v.SchoolId).Select(s => s.Name).First() }).ToListAsync(cancellationToken))
        {
            lines[(true, visit.Id)] = new EventLine(
                $"/curators/schools/{visit.SchoolId}", visit.Aim, word, visit.Date, visit.Date, visit.School, null, visit.AuthorName, EventState.Held, 1, 1, null, 0, null, null, false);
        }

        return [.. keys.Select(k => lines.GetValueOrDefault((k.IsVisit, k.Id))).OfType<EventLine>()];
    }

    public static byte[] Workbook(IReadOnlyList<EventLine> lines, DateOnly today) => CuratorTable.Write(
        "Мероприятия",
        [
            ("Начало", 12), ("Окончание", 12), ("Мероприятие", 50), ("Вид", 22), ("Кто проводит", 34), ("Место", 34), ("Часов", 9), ("Состояние", 16), ("Школ участвовало", 12), ("Школ приглашено", 12),
            ("Человек", 10), ("Число не внесли", 12), ("Материалы до", 14), ("Материалы", 16),
        ],
        lines.Select(l => new[]
        {
            Cell.Date(l.From), Cell.Date(l.To), Cell.Text(l.Title), Cell.Text(l.Kind), Cell.Text(l.Organiser), Cell.Text(l.Place), Cell.Number(l.Hours, CellStyle.Normal), Cell.Text(EventText.StatusOn(l.State, l.To, today)),
            Cell.Integer(l.Took), Cell.Integer(l.Invited), Cell.Integer(l.People), Cell.Integer(l.Untold), Cell.Date(l.MaterialsDue),
            Cell.Text(l.MaterialsDue is null || l.State != EventState.Held ? "" : l.OwesMaterials ? l.MaterialsDue < today ? "просрочены" : "ожидаются" : "сданы"),
        }));
}
