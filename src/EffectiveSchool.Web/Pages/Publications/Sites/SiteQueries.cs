using EffectiveSchool.Domain.Publications;
using EffectiveSchool.Reports.Workbooks;
using EffectiveSchool.Web.Pages.Curators;

namespace EffectiveSchool.Web.Pages.Publications;

/// <summary>A school in a round of site checks.</summary>
/// <param name="Id">The check.</param>
/// <param name="Site">Its site as the registry has it; null where it has none.</param>
/// <param name="Marks">Marks by item; what is not there was not checked.</param>
public sealed record SiteLine(int Id, int SchoolId, string School, int MunicipalityId, string Municipality, string? Site, IReadOnlyDictionary<int, SiteMark> Marks)
{
    /// <summary>The mark of an item: there, not there, or null for not checked.</summary>
    public bool? MarkOf(int item) => Marks.TryGetValue(item, out var mark) ? mark.Present : null;

    /// <summary>What was looked for and not found.</summary>
    public IEnumerable<SiteCheckItem> Lacks(IEnumerable<SiteCheckItem> items) => items.Where(i => MarkOf(i.Id) == false);
}

/// <summary>What pages of site checks read.</summary>
public sealed class SiteQueries(PortalDb db)
{
    /// <summary>A round with its checklist; tracked, for it may be closed.</summary>
    public Task<SiteCheckRound?> RoundAsync(int id, CancellationToken cancellationToken) =>
        db.SiteCheckRounds.Include(r => r.Items.OrderBy(i => i.Position)).SingleOrDefaultAsync(r => r.Id == id, cancellationToken);

    /// <summary>The schools of a round that the reader sees, by municipality and name.</summary>
    public async Task<IReadOnlyList<SiteLine>> LinesAsync(int round, CancellationToken cancellationToken)
    {
        var schools = await (
            from check in db.SiteChecks.Where(c => c.RoundId == round)
            from school in db.Schools.Where(s => s.Id == check.SchoolId)
            from municipality in db.Municipalities.Where(m => m.Id == school.MunicipalityId)
            orderby municipality.Name, school.Name, school.Id
            select new { check.Id, SchoolId = school.Id, school.Name, MunicipalityId = municipality.Id, Municipality = municipality.Name, school.Site }).ToListAsync(cancellationToken);
        var marks = (await db.Set<SiteMark>().AsNoTracking().Where(m => db.SiteChecks.Any(c => c.Id == m.CheckId && c.RoundId == round)).ToListAsync(cancellationToken)).ToLookup(m => m.CheckId);
        return [.. schools.Select(s => new SiteLine(s.Id, s.SchoolId, s.Name, s.MunicipalityId, s.Municipality, s.Site, marks[s.Id].ToDictionary(m => m.ItemId)))];
    }

    public static byte[] Workbook(SiteCheckRound round, IReadOnlyList<SiteLine> lines) => CuratorTable.Write(
        "Сайты школ",
        [
            ("Муниципалитет", 26), ("Школа", 40), ("Сайт", 34), .. round.Items.Select(i => (i.Title, 18.0)), ("Чего нет", 50),
            .. round.Items.Select(i => ($"Ссылка: {i.Title}", 34.0)),
        ],
        lines.Select(line => (Cell[])
        [
            Cell.Text(line.Municipality), Cell.Text(line.School), Cell.Text(line.Site),
            .. round.Items.Select(i => Cell.Text(SiteText.Word(line.MarkOf(i.Id)))),
            Cell.Text(string.Join("; ", line.Lacks(round.Items).Select(i => i.Title)), CellStyle.Wrap),
            .. round.Items.Select(i => Cell.Text(line.Marks.GetValueOrDefault(i.Id)?.Link)),
        ]));
}

/// <summary>Marks in words and signs.</summary>
public static class SiteText
{
    public static string Word(bool? mark) => mark switch
    {
        true => "есть",
        false => "нет",
        _ => "не проверялось",
    };

    public static string Sign(bool? mark) => mark switch
    {
        true => "✓",
        false => "✕",
        _ => "○",
    };

    public static string Pill(bool? mark) => mark switch
    {
        true => "pill-done",
        false => "pill-low",
        _ => "",
    };
}
