using EffectiveSchool.Data.Lists;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Domain.Results;
using EffectiveSchool.Reports.Lists;

namespace EffectiveSchool.Web.Pages.Overview;

public sealed record InstallationOverview(int Regions, int Schools, int Users, int LockedOut, int Closed);

/// <summary>The newest list the person may see, counted over the schools they may see.</summary>
public sealed record ListOverview(int Id, int ForYear, int ResultsYear, ListState State, string? OrderNumber, DateOnly? OrderDate, int Schools, int Listed, int OnEdge, int? Joined, int? Left)
{
    public decimal ListedPercent => Schools == 0 ? 0 : 100m * Listed / Schools;

    /// <summary>Drafts of any kind that the reader sees, the latest first.</summary>
    public IReadOnlyList<DraftLine> Drafts { get; init; } = [];
}

/// <summary>A draft beside the list that schools see.</summary>
public sealed record DraftLine(int Id, string Title);

/// <summary>What is uploaded for the newest year, by municipality.</summary>
public sealed record CollectionOverview(int Year, int Schools, int WithResults, IReadOnlyList<LateMunicipality> Late, IReadOnlyList<string> MissingProcedures);

public sealed record LateMunicipality(int Id, string Name, int Schools, int WithResults);

public sealed record WatchedSchool(int Id, string Name, string Municipality, SchoolVerdict Verdict);

/// <summary>Reads the first screens; the scope limits every figure to what the person may see.</summary>
public sealed class OverviewQueries(PortalDb db, TimeProvider clock)
{
    private const int MostRows = 12;
    private const int MostDrafts = 5;

    public async Task<InstallationOverview> InstallationAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return new InstallationOverview(
            await db.Regions.CountAsync(cancellationToken),
            await db.Schools.CountAsync(cancellationToken),
            await db.Users.CountAsync(cancellationToken),
            await db.Users.CountAsync(u => u.LockoutEnd > now, cancellationToken),
            await db.Users.CountAsync(u => u.IsClosed, cancellationToken));
    }

    public async Task<ListOverview?> NewestListAsync(CancellationToken cancellationToken)
    {
        var list = await db.Lists.Where(l => l.Kind == MethodologyKind.LowResults).NewestFirst().FirstOrDefaultAsync(cancellationToken);
        if (list is null)
        {
            return null;
        }

        var rows = db.ListSchools.Where(s => s.ListId == list.Id);
        var before = await db.Lists
            .Where(l => l.Kind == MethodologyKind.LowResults && l.ResultsYear < list.ResultsYear && (l.State == ListState.Approved || l.State == ListState.Archived))
            .OrderByDescending(l => l.ResultsYear).ThenByDescending(l => l.Id).Select(l => (int?)l.Id).FirstOrDefaultAsync(cancellationToken);
        var listedBefore = db.ListSchools.Where(s => s.ListId == before && s.Listed).Select(s => s.SchoolId);
        var listedNow = rows.Where(s => s.Listed).Select(s => s.SchoolId);
        return new ListOverview(
            list.Id, list.ForYear, list.ResultsYear, list.State, list.OrderNumber, list.OrderDate,
            await rows.CountAsync(cancellationToken),
            await listedNow.CountAsync(cancellationToken),
            await rows.CountAsync(s => s.PupilsToFlip <= Stability.OnEdgePupils, cancellationToken),
            before is null ? null : await listedNow.CountAsync(id => !listedBefore.Contains(id), cancellationToken),
            before is null ? null : await listedBefore.CountAsync(id => !listedNow.Contains(id), cancellationToken))
        {
            Drafts = [.. (await db.Lists.Where(l => l.State == ListState.Draft && l.Id != list.Id).OrderByDescending(l => l.Id).Take(MostDrafts)
                .Select(l => new { l.Id, l.Kind, l.ForYear, l.ResultsYear, l.Edition }).ToListAsync(cancellationToken))
                .Select(l => new DraftLine(l.Id, l.Kind.TitleOf(l.ForYear, l.ResultsYear) + ListHeading.EditionWords(l.Edition)))],
        };
    }

    public async Task<CollectionOverview?> CollectionAsync(CancellationToken cancellationToken)
    {
        if (await db.Results.MaxAsync(r => (int?)r.Year, cancellationToken) is not { } year)
        {
            return null;
        }

        // A primary school takes part in none of the procedures of the rule.
        var expected = db.Schools.Where(s => s.Status == SchoolStatus.Active && s.Type != SchoolType.Primary);
        var municipalities = await db.Municipalities
            .Select(m => new LateMunicipality(
                m.Id,
                m.Name,
                expected.Count(s => s.MunicipalityId == m.Id),
                expected.Count(s => s.MunicipalityId == m.Id && db.Results.Any(r => r.SchoolId == s.Id && r.Year == year))))
            .ToListAsync(cancellationToken);
        var held = await db.Results.Where(r => r.Year == year).Select(r => r.Procedure.Code).Distinct().ToListAsync(cancellationToken);
        var notHeld = await db.NotHeldAsync(cancellationToken);
        return new CollectionOverview(
            year,
            municipalities.Sum(m => m.Schools),
            municipalities.Sum(m => m.WithResults),
            [.. municipalities.Where(m => m.WithResults < m.Schools).OrderBy(m => m.WithResults - m.Schools).ThenBy(m => m.Name, StringComparer.Ordinal).Take(MostRows)],
            [.. Procedures.Federal.Select(p => p.Code).Where(code => !held.Contains(code) && Procedures.WasHeld(code, year) && !notHeld.Contains((code, year)))]);
    }

    public async Task<Methodology> MethodologyAsync(int listId, CancellationToken cancellationToken) =>
        await db.Lists.Where(l => l.Id == listId).Join(db.Methodologies, l => l.MethodologyId, m => m.Id, (_, m) => m.Definition).SingleAsync(cancellationToken);

    /// <summary>The schools to look at: one's own, listed ones first, or those nearest to the line on either side of it.</summary>
    public async Task<IReadOnlyList<WatchedSchool>> SchoolsAsync(int listId, bool listedFirst, CancellationToken cancellationToken) =>
        await db.ListSchools.Where(s => s.ListId == listId)
            .OrderByDescending(s => listedFirst && s.Listed).ThenBy(s => s.PupilsToFlip ?? int.MaxValue).ThenBy(s => s.Name)
            .Take(MostRows)
            .Select(s => new WatchedSchool(s.SchoolId, s.Name, s.Municipality, s.Verdict))
            .ToListAsync(cancellationToken);
}
