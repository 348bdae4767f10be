using EffectiveSchool.Data.Lists;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Reports.Lists;
using EffectiveSchool.Web.Pages.Lists.Imported;

namespace EffectiveSchool.Web.Pages.Lists.Federal;

/// <summary>A federal list in the table of years.</summary>
public sealed record FederalLine(ImportedList List, IReadOnlyDictionary<FederalLevel, int> Levels);

/// <summary>Federal lists by year, newest first.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class IndexModel(PortalDb db, Person person, ImportedListStore store) : PageModel
{
    public bool MayManage => person.May(Policies.ManageLists);

    public bool IsPart => !db.Scope.SeesAll && !db.Scope.SeesRegion;

    public IReadOnlyList<FederalLine> Lists { get; private set; } = [];

    public IReadOnlyList<SourceFile> Sources { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var lists = await db.ImportedLists.AsNoTracking().Where(l => l.Kind == ImportedListKind.Federal)
            .OrderByDescending(l => l.Year).ThenByDescending(l => l.Id).ToListAsync(cancellationToken);
        var counts = await db.ImportedListSchools.GroupBy(s => new { s.ListId, s.Level }).Select(g => new { g.Key.ListId, g.Key.Level, Schools = g.Count() }).ToListAsync(cancellationToken);
        Lists = lists.ConvertAll(l => new FederalLine(l, counts.Where(c => c.ListId == l.Id).ToDictionary(c => c.Level, c => c.Schools)));
        var sources = new List<SourceFile>();
        foreach (var list in lists.Where(l => l.AppliedAt is not null))
        {
            sources.AddRange(await store.SourcesAsync(list, cancellationToken));
        }

        Sources = sources;
    }
}
