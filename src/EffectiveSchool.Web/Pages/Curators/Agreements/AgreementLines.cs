using EffectiveSchool.Domain.Curators;
using EffectiveSchool.Reports.Workbooks;

namespace EffectiveSchool.Web.Pages.Curators.Agreements;

/// <summary>How a school stands with agreements.</summary>
public enum AgreementState
{
    /// <summary>One is in force.</summary>
    Running,

    /// <summary>One is signed and begins later.</summary>
    Coming,

    /// <summary>There was one.</summary>
    Ended,

    /// <summary>There never was one.</summary>
    None,
}

/// <summary>A school and one of its agreements, or a listed school without any.</summary>
public sealed record AgreementLine(CuratedSchool School, bool Listed, AgreementState State, PartnershipAgreement? Agreement)
{
    public string StateText => State switch
    {
        AgreementState.Running => Agreement!.LastDay is { } last ? $"действует до {Domain.RussianFigures.Date(last)}" : "действует без срока",
        AgreementState.Coming => $"начнётся {Domain.RussianFigures.Date(Agreement!.From)}",
        AgreementState.Ended => Agreement!.EndedOn is { } ended ? $"прекращено {Domain.RussianFigures.Date(ended)}" : $"истекло {Domain.RussianFigures.Date(Agreement.LastDay)}",
        _ => "нет соглашения",
    };

    public static AgreementState StateOf(PartnershipAgreement agreement, DateOnly day) =>
        agreement.RunsOn(day) ? AgreementState.Running : agreement.From > day ? AgreementState.Coming : AgreementState.Ended;
}

/// <summary>What the table of agreements is narrowed to; lives in the query string.</summary>
public sealed record AgreementFilter
{
    [FromQuery(Name = "municipality")]
    public int? Municipality { get; init; }

    [FromQuery(Name = "state")]
    public AgreementState? State { get; init; }

    [FromQuery(Name = "page")]
    public int? Page { get; init; }
}

/// <summary>Reads agreements within the scope of the person.</summary>
public sealed class AgreementLines(PortalDb db, CuratorFigures figures)
{
    public async Task<(CuratorWorld World, PartnershipCover Cover, IReadOnlyList<AgreementLine> Lines)> ReadAsync(AgreementFilter filter, CancellationToken cancellationToken)
    {
        var world = await figures.ReadAsync(cancellationToken);
        var agreements = await db.Agreements.AsNoTracking().ToListAsync(cancellationToken);
        var schools = await figures.SchoolsAsync([.. agreements.Select(a => a.SchoolId).Distinct()], cancellationToken);
        var listed = world.Listed.Where(s => filter.Municipality is null || s.MunicipalityId == filter.Municipality).ToList();
        var listedIds = listed.Select(s => s.Id).ToHashSet();
        var having = agreements.Select(a => a.SchoolId).ToHashSet();
        var lines = agreements.Where(a => schools.ContainsKey(a.SchoolId))
            .Select(a => new AgreementLine(schools[a.SchoolId], listedIds.Contains(a.SchoolId), AgreementLine.StateOf(a, world.Today), a))
            .Concat(listed.Where(s => !having.Contains(s.Id)).Select(s => new AgreementLine(s, true, AgreementState.None, null)))
            .Where(l => (filter.Municipality is null || l.School.MunicipalityId == filter.Municipality) && (filter.State is null || l.State == filter.State))
            .OrderByDescending(l => l.State == AgreementState.None).ThenBy(l => l.School.Municipality, StringComparer.Ordinal).ThenBy(l => l.School.Name, StringComparer.Ordinal)
            .ThenByDescending(l => l.Agreement?.From)
            .ToList();
        return (world, PartnershipCover.On(world.Today, listedIds, agreements), lines);
    }

    public static byte[] Workbook(IReadOnlyList<AgreementLine> lines) => CuratorTable.Write(
        "Соглашения с партнёрами",
        [
            ("Школа", 40), ("Муниципалитет", 26), ("В перечне", 12), ("Состояние", 24), ("Партнёр", 40), ("Номер", 12), ("Дата", 12), ("Действует с", 12), ("Действует по", 12), ("Предмет", 40), ("Причина прекращения", 30),
        ],
        lines.Select(l => new[]
        {
            Cell.Text(l.School.Name), Cell.Text(l.School.Municipality), Cell.Text(l.Listed ? "да" : "нет"), Cell.Text(l.StateText), Cell.Text(l.Agreement?.PartnerName), Cell.Text(l.Agreement?.Number),
            Cell.Date(l.Agreement?.Date), Cell.Date(l.Agreement?.From), Cell.Date(l.Agreement?.LastDay), Cell.Text(l.Agreement?.Subject), Cell.Text(l.Agreement?.EndReason),
        }));
}
