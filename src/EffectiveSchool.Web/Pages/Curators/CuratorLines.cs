using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain.Curators;
using EffectiveSchool.Reports.Workbooks;

namespace EffectiveSchool.Web.Pages.Curators;

/// <summary>A curator with the work they have.</summary>
/// <param name="Name">Name of the role, as others see it.</param>
/// <param name="Known">Surname or address, for those who keep accounts; null for others.</param>
/// <param name="Schools">Schools assigned today.</param>
/// <param name="Listed">Of them in the list.</param>
/// <param name="Visits">Visits and landings that the curator wrote down this school year.</param>
/// <param name="LastVisit">Day of the last of them, of any year.</param>
/// <param name="Overdue">Schools whose agreed next visit has passed.</param>
/// <param name="Reached">Listed schools with the quota of landings reached.</param>
/// <param name="WithoutOrder">Schools granted to the account without any order.</param>
/// <param name="IsClosed">The account is closed, though schools are assigned to it.</param>
public sealed record CuratorLine(
    Guid Id, string Name, string? Known, int Schools, int Listed, int Visits, DateOnly? LastVisit, int Overdue, int Reached, int WithoutOrder, bool IsClosed)
{
    /// <summary>The curators of a world, in no order.</summary>
    /// <param name="world">What the reader sees.</param>
    /// <param name="accounts">Accounts of curators that the reader sees.</param>
    /// <param name="ordered">Schools that each curator was ever assigned.</param>
    /// <param name="namesAccounts">Whether the reader keeps accounts and so sees who they are.</param>
    /// <param name="municipality">Only schools of this municipality; null for all.</param>
    public static IEnumerable<CuratorLine> Of(
        CuratorWorld world, IReadOnlyList<PortalUser> accounts, ILookup<Guid, int> ordered, bool namesAccounts, int? municipality)
    {
        var listed = world.Listed.Select(s => s.Id).ToHashSet();
        var users = accounts.ToDictionary(u => u.Id);
        var running = world.Running
            .Where(a => municipality is null || world.Schools.GetValueOrDefault(a.SchoolId)?.MunicipalityId == municipality).ToLookup(a => a.CuratorId);
        var open = municipality is null ? accounts.Where(u => !u.IsClosed).Select(u => u.Id) : [];
        foreach (var id in running.Select(g => g.Key).Union(open))
        {
            var user = users.GetValueOrDefault(id);
            int[] schools = [.. running[id].Select(a => a.SchoolId).Distinct()];
            int[] own = [.. schools.Where(listed.Contains)];
            var visits = world.Facts.Where(v => v.AuthorId == id).ToList();
            yield return new CuratorLine(
                id,
                user?.DisplayName ?? running[id].Last().CuratorName,
                namesAccounts ? user?.FullName ?? user?.Email : null,
                schools.Length,
                own.Length,
                visits.Count(v => v.Date >= world.Year.First && v.Date <= world.Year.Last),
                visits.Count == 0 ? null : visits.Max(v => v.Date),
                schools.Count(s => world.VisitsOf(s).IsOverdueOn(world.Today)),
                own.Count(s => world.VisitsOf(s).Landings.IsReached),
                user?.Schools.Count(s => !ordered[id].Contains(s.SchoolId)) ?? 0,
                user?.IsClosed == true);
        }
    }
}

/// <summary>What the list of curators is narrowed to and sorted by; lives in the query string.</summary>
public sealed record CuratorFilter
{
    [FromQuery(Name = "municipality")]
    public int? Municipality { get; init; }

    [FromQuery(Name = "sort")]
    public string? Sort { get; init; }

    [FromQuery(Name = "page")]
    public int? Page { get; init; }

    /// <summary>Sorted as the heading says; who was never there stands last either way.</summary>
    public IReadOnlyList<CuratorLine> Order(IEnumerable<CuratorLine> lines)
    {
        var down = Sort?.StartsWith('-') == true;
        IOrderedEnumerable<CuratorLine> By<T>(Func<CuratorLine, T> key) => down ? lines.OrderByDescending(key) : lines.OrderBy(key);
        var sorted = Sort?.TrimStart('-') switch
        {
            "schools" => By(l => l.Schools),
            "listed" => By(l => l.Listed),
            "visits" => By(l => l.Visits),
            "last" => down ? lines.OrderByDescending(l => l.LastVisit ?? DateOnly.MinValue) : lines.OrderBy(l => l.LastVisit ?? DateOnly.MaxValue),
            "overdue" => By(l => l.Overdue),
            "landings" => By(l => l.Listed - l.Reached),
            _ => By(l => l.Name),
        };
        return [.. sorted.ThenBy(l => l.Name, StringComparer.Ordinal).ThenBy(l => l.Known, StringComparer.Ordinal).ThenBy(l => l.Id)];
    }
}

/// <summary>The list of curators as a workbook.</summary>
public static class CuratorWorkbook
{
    public static byte[] Write(IReadOnlyList<CuratorLine> lines, CuratorWorld world) => CuratorTable.Write(
        "Кураторы",
        [
            ("Куратор", 40), ("Школ закреплено", 12), ($"Из них школ {world.ListName}", 18), ($"Посещений за {world.Year.Name}", 14), ("Последнее посещение", 14), ("Просрочено посещений", 14),
            ($"Школ с {LandingCount.Quota} десантами и более", 18), ("Школ без приказа", 12),
        ],
        lines.Select(l => new[]
        {
            Cell.Text(l.Known is null ? l.Name : $"{l.Name} ({l.Known})"), Cell.Integer(l.Schools), Cell.Integer(l.Listed), Cell.Integer(l.Visits), Cell.Date(l.LastVisit), Cell.Integer(l.Overdue),
            Cell.Integer(l.Reached), Cell.Integer(l.WithoutOrder),
        }));
}

/// <summary>One table as a workbook: headings, then rows.</summary>
public static class CuratorTable
{
    public static byte[] Write(string title, IReadOnlyList<(string Heading, double Width)> columns, IEnumerable<Cell[]> rows)
    {
        using var output = new MemoryStream();
        using (var workbook = new WorkbookWriter(output, new WorkbookProperties(title)))
        {
            var sheet = workbook.AddSheet(new SheetLayout(title) { ColumnWidths = [.. columns.Select(c => c.Width)], FrozenRows = 1, FirstRepeatedRow = 1, FilterRow = 1 });
            sheet.WriteRow([.. columns.Select(c => Cell.Header(c.Heading))]);
            foreach (var row in rows)
            {
                sheet.WriteRow(row);
            }
        }

        return output.ToArray();
    }
}
