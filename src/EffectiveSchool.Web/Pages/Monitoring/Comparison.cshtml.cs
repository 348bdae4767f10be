using EffectiveSchool.Domain.Monitoring;
using EffectiveSchool.Reports.Workbooks;
using EffectiveSchool.Web.Pages.Curators;
using EffectiveSchool.Web.Pages.Schools;

namespace EffectiveSchool.Web.Pages.Monitoring;

/// <summary>A number item with how it moved.</summary>
public sealed record ItemChange(MonitoringItem Item, MonitoringChange Change);

/// <summary>Two rounds side by side, number by number: confirmed answers alone.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class ComparisonModel(PortalDb db) : PageModel
{
    [FromQuery(Name = "from")]
    public int? From { get; set; }

    [FromQuery(Name = "to")]
    public int? To { get; set; }

    /// <summary>The item whose schools are shown; the first number where none is chosen.</summary>
    [FromQuery(Name = "item")]
    public int? Item { get; set; }

    public MonitoringCycle Cycle { get; private set; } = null!;

    public MonitoringRound Before { get; private set; } = null!;

    public MonitoringRound After { get; private set; } = null!;

    public IReadOnlyList<ItemChange> Changes { get; private set; } = [];

    public ItemChange Chosen { get; private set; } = null!;

    /// <summary>Schools of the comparison by key: name and municipality.</summary>
    public IReadOnlyList<(int Id, string Name, string Municipality)> Schools { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken) => await ReadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnGetXlsxAsync(int id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var pairs = Changes.Select(c => c.Change.Pairs.ToDictionary(p => p.SchoolId)).ToList();
        return File(
            CuratorTable.Write(
                "Сравнение этапов",
                [
                    ("Муниципалитет", 26), ("Школа", 40),
                    .. Changes.SelectMany(c => new[] { ($"{c.Item.Title}: {Before.Title}", 20.0), ($"{c.Item.Title}: {After.Title}", 20.0), ($"{c.Item.Title}: изменение", 16.0) }),
                ],
                Schools.Select(s => (Cell[])
                [
                    Cell.Text(s.Municipality), Cell.Text(s.Name),
                    .. pairs.Select(p => p[s.Id]).SelectMany(p => new[] { Cell.Number(p.Before), Cell.Number(p.After), Cell.Number(p.Difference) }),
                ])),
            SchoolExport.WorkbookType,
            "Сравнение этапов мониторинга.xlsx");
    }

    private async Task<bool> ReadAsync(int id, CancellationToken cancellationToken)
    {
        if (await db.MonitoringCycles.AsNoTracking().Include(c => c.Items.OrderBy(i => i.Position)).Include(c => c.Rounds.OrderBy(r => r.Position))
                .SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is not { OpenedAt: not null } cycle)
        {
            return false;
        }

        var numbers = cycle.Items.Where(i => i.Kind == MonitoringItemKind.Number).ToList();
        if (numbers.Count == 0 || cycle.Rounds.Count < 2)
        {
            return false;
        }

        Cycle = cycle;
        Before = cycle.Rounds.FirstOrDefault(r => r.Id == From) ?? cycle.Rounds[0];
        After = cycle.Rounds.FirstOrDefault(r => r.Id == To) ?? cycle.Rounds[^1];
        (Before, After) = Before.Position <= After.Position ? (Before, After) : (After, Before);
        int[] rounds = [Before.Id, After.Id];
        var schools = await (
            from school in db.Schools.Where(s => db.MonitoringSubmissions.Any(m => m.SchoolId == s.Id && rounds.Contains(m.RoundId)))
            from municipality in db.Municipalities.Where(m => m.Id == school.MunicipalityId)
            orderby municipality.Name, school.Name, school.Id
            select new { school.Id, school.Name, Municipality = municipality.Name }).ToListAsync(cancellationToken);
        Schools = [.. schools.Select(s => (s.Id, s.Name, s.Municipality))];
        var answers = (await (
            from submission in db.MonitoringSubmissions.Where(s => rounds.Contains(s.RoundId) && s.State == SubmissionState.Confirmed)
            from answer in db.Set<MonitoringAnswer>().Where(a => a.SubmissionId == submission.Id && a.Number != null)
            select new { submission.RoundId, submission.SchoolId, answer.ItemId, Number = answer.Number!.Value }).ToListAsync(cancellationToken))
            .ToDictionary(a => (a.RoundId, a.SchoolId, a.ItemId), a => (decimal?)a.Number);
        Changes = [.. numbers.Select(item => new ItemChange(item, new MonitoringChange(
            [.. Schools.Select(s => new NumberPair(s.Id, answers.GetValueOrDefault((Before.Id, s.Id, item.Id)), answers.GetValueOrDefault((After.Id, s.Id, item.Id))))])))];
        Chosen = Changes.FirstOrDefault(c => c.Item.Id == Item) ?? Changes[0];
        return true;
    }

    /// <summary>«+1,5», «−2», «0»; a dash where it is not known.</summary>
    public static string Signed(decimal? difference) => difference switch
    {
        null => Domain.RussianFigures.Missing,
        > 0 => "+" + MonitoringValue.NumberText(difference.Value),
        < 0 => "−" + MonitoringValue.NumberText(-difference.Value),
        _ => "0",
    };

    /// <summary>A number, or a dash.</summary>
    public static string Number(decimal? number) => number is { } known ? MonitoringValue.NumberText(decimal.Round(known, 2)) : Domain.RussianFigures.Missing;

    /// <summary>A mean that moved, rounded as it is shown.</summary>
    public static string SignedMean(decimal? difference) => Signed(difference is { } known ? decimal.Round(known, 2) : null);
}
