using System.Globalization;
using EffectiveSchool.Data;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Results;
using EffectiveSchool.Web.Access;
using Microsoft.EntityFrameworkCore;

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
        var sources = verdict.Markers.SelectMany(m => m.Sources).Distinct().ToList();
        if (sources.Count == 0 || !person.May(Policies.ReadUploads))
        {
            return links;
        }

        // The list knows the files it stood on by name and hash: of several files with one name none is surely the one.
        var names = sources.Select(s => s.File).Distinct(StringComparer.Ordinal).ToList();
        var files = await (
            from source in db.ListSources
            where source.ListId == listId && names.Contains(source.Name)
            join file in db.Files on new { source.RegionId, source.Name, source.Sha256 } equals new { file.RegionId, file.Name, file.Sha256 }
            where db.FileContents.Any(c => c.FileId == file.Id)
            select new { file.Id, file.Name, file.Sha256 })
            .ToListAsync(cancellationToken);
        var known = files.ToLookup(f => f.Name, StringComparer.Ordinal);
        foreach (var source in sources)
        {
            var hashes = known[source.File].Select(f => f.Sha256).Distinct(StringComparer.Ordinal).ToList();
            if (hashes.Count == 1)
            {
                links[source] = Address(known[source.File].Max(f => f.Id));
            }
        }

        return links;
    }
}
