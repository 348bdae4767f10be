using System.Globalization;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Results;

namespace EffectiveSchool.Web.Pages.Schools;

/// <summary>
/// Which sources of figures are files that the reader may open. A verdict names its sources by file, sheet and row; the
/// files themselves are found here, and only those whose upload the reader sees and whose bytes are kept.
/// </summary>
public sealed class SourceLinks(PortalDb db, Person person)
{
    public static string Address(int fileId) => "/results/files/" + fileId.ToString(CultureInfo.InvariantCulture);

    /// <summary>Those of the files that open for the reader.</summary>
    public async Task<IReadOnlySet<int>> OpenAsync(IReadOnlyCollection<int> fileIds, CancellationToken cancellationToken) => person.May(Policies.ReadUploads)
        ? (await db.FileContents.Where(c => fileIds.Contains(c.FileId)).Select(c => c.FileId).ToListAsync(cancellationToken)).ToHashSet()
        : new HashSet<int>();

    /// <summary>Addresses of the sources of a verdict in a list; a source that is not surely one file has none.</summary>
    public async Task<IReadOnlyDictionary<ResultSource, string>> OfAsync(SchoolVerdict verdict, int listId, CancellationToken cancellationToken)
    {
        var links = new Dictionary<ResultSource, string>();
        var sources = verdict.Markers.SelectMany(m => m.Sources)
            .Concat((verdict.Findings ?? []).SelectMany(f => f.Numbers).SelectMany(n => n.Sources)).Distinct().ToList();
        if (sources.Count == 0 || !person.May(Policies.ReadUploads))
        {
            return links;
        }

        // Names of files repeat. Only files this school's verdict stands on come into question, and of several with one name
        // the one whose row holds, or held, a result of the school.
        var files = await (
            from school in db.ListSchools
            where school.ListId == listId && school.SchoolId == verdict.SchoolKey
            from file in db.Files
            where school.SourceFileIds.Contains(file.Id) && db.FileContents.Any(c => c.FileId == file.Id)
            select new { file.Id, file.Name })
            .ToListAsync(cancellationToken);
        var known = files.ToLookup(f => f.Name, f => f.Id, StringComparer.Ordinal);
        var ids = files.ConvertAll(f => f.Id);
        var rows = await db.Results.Where(r => r.SchoolId == verdict.SchoolKey && ids.Contains(r.FileId))
            .Select(r => new { r.FileId, r.Sheet, r.Row }).ToListAsync(cancellationToken);
        foreach (var source in sources)
        {
            int[] named = [.. known[source.File]];
            int[] surely = named.Length < 2 ? named : [.. named.Where(id => rows.Exists(r => r.FileId == id && r.Sheet == source.Sheet && r.Row == source.Row))];
            if (surely.Length == 1)
            {
                links[source] = Address(surely[0]);
            }
        }

        return links;
    }
}
