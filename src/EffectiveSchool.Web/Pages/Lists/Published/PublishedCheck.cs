using EffectiveSchool.Data;
using EffectiveSchool.Data.Lists;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Imports.Lists;
using EffectiveSchool.Reports.Lists;
using EffectiveSchool.Web.Pages.Lists.Imported;
using Microsoft.EntityFrameworkCore;

namespace EffectiveSchool.Web.Pages.Lists.Published;

/// <summary>A published matrix and what its own markers give by a methodology.</summary>
public sealed record PublishedView(
    ImportedList List, PublishedMatrixFile File, StoredMethodology Methodology, IReadOnlyList<StoredMethodology> Methodologies, DiscrepancyDocument Document);

/// <summary>Reads the kept file of a published matrix and recomputes it: nothing of it is stored.</summary>
public sealed class PublishedCheck(PortalDb db, ImportedListStore store)
{
    /// <summary>The check by a methodology, by the newest one in force when it is null; null where the reader does not see the file.</summary>
    public async Task<PublishedView?> FindAsync(int id, int? methodologyId, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, ImportedListKind.Published, cancellationToken) is not { } list
            || await store.OpenAsync(list, cancellationToken) is not var (name, bytes))
        {
            return null;
        }

        PublishedMatrixFile file;
        await using (bytes)
        {
            file = PublishedMatrixReader.Read(bytes, name, cancellationToken);
        }

        var methodologies = await db.Methodologies.AsNoTracking().Where(m => m.RegionId == list.RegionId)
            .OrderByDescending(m => m.Code).ThenByDescending(m => m.Version).ToListAsync(cancellationToken);
        var chosen = methodologies.Find(m => m.Id == methodologyId) ?? methodologies[0];
        var document = new DiscrepancyDocument(
            ImportedListStore.Requisites(list),
            list.Year,
            chosen.Definition,
            file.FileName,
            file.Sheet,
            PublishedMatrix.Check(file.Schools, chosen.Definition, list.Year),
            await store.SourcesAsync(list, cancellationToken));
        return new PublishedView(list, file, chosen, methodologies, document);
    }
}
