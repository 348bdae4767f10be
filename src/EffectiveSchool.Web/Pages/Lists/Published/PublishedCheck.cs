using EffectiveSchool.Data.Lists;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Imports;
using EffectiveSchool.Reports.Lists;
using EffectiveSchool.Web.Pages.Lists.Imported;

namespace EffectiveSchool.Web.Pages.Lists.Published;

/// <summary>A published annex: what it prints, where it contradicts itself, and what the portal's own list says.</summary>
/// <param name="Shown">What the dry run showed; null where the annex is stored.</param>
/// <param name="Years">Years printed.</param>
/// <param name="Refusals">Cells of the file that were not accepted; none where the annex is stored.</param>
/// <param name="Notes">What is worth knowing of the file.</param>
/// <param name="Unmatched">Rows whose school of the registry is not known.</param>
/// <param name="Registry">Schools of the registry by the row of the annex that means them.</param>
/// <param name="Own">The portal's list it is compared with; null where there is none of that year.</param>
/// <param name="Choices">The portal's lists of that year.</param>
public sealed record PublishedView(
    ImportedList List,
    string? Shown,
    IReadOnlyList<int> Years,
    IReadOnlyList<Refusal> Refusals,
    IReadOnlyList<ImportNote> Notes,
    IReadOnlyList<MatchedRow> Unmatched,
    IReadOnlyDictionary<int, RegistryName> Registry,
    StoredMethodology Methodology,
    IReadOnlyList<StoredMethodology> Methodologies,
    SchoolList? Own,
    IReadOnlyList<SchoolList> Choices,
    DiscrepancyDocument Document);

/// <summary>Reads an annex, stored or not, recomputes it and compares it with a list of the portal: neither is stored.</summary>
public sealed class PublishedCheck(PortalDb db, ImportedListStore store, PublishedImport import, SchoolMatching matching, ListDocuments lists)
{
    /// <summary>The check; null where the reader does not see the annex.</summary>
    /// <param name="id">The annex.</param>
    /// <param name="methodologyId">By which methodology to recompute; when it is null, that of the portal's list it is compared with, or the newest.</param>
    /// <param name="listId">The portal's list to compare with; the one in force when it is null.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<PublishedView?> FindAsync(int id, int? methodologyId, int? listId, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, ImportedListKind.Published, cancellationToken) is not { } list
            || await ReadAsync(list, cancellationToken) is not { } read)
        {
            return null;
        }

        // What an annex prints are markers and criteria: methodologies of other kinds cannot recompute it.
        var methodologies = (await db.Methodologies.AsNoTracking().Where(m => m.RegionId == list.RegionId)
            .OrderByDescending(m => m.Code).ThenByDescending(m => m.Version).ToListAsync(cancellationToken))
            .FindAll(m => m.Definition.Kind == MethodologyKind.LowResults);
        var choices = await db.Lists.AsNoTracking().Where(l => l.RegionId == list.RegionId && l.Kind == MethodologyKind.LowResults && l.ResultsYear == list.Year).NewestFirst().ToListAsync(cancellationToken);
        var own = choices.Find(l => l.Id == listId) ?? choices.FirstOrDefault();
        var chosen = methodologies.Find(m => m.Id == methodologyId) ?? methodologies.Find(m => m.Id == own?.MethodologyId) ?? methodologies[0];
        var document = new DiscrepancyDocument(
            ImportedListStore.Requisites(list),
            list.Year,
            chosen.Definition,
            read.File,
            read.Sheet,
            PublishedMatrix.Check([.. read.Rows.Select(r => r.Printed)], chosen.Definition, list.Year),
            await store.SourcesAsync(list, cancellationToken))
        {
            Own = own is null || read.Rows.Count == 0 ? null : await CompareAsync(read.Rows, own, cancellationToken),
        };
        var names = await matching.NamesAsync(read.Rows.Select(r => r.Key).OfType<int>(), cancellationToken);
        var registry = read.Rows.Where(r => r.Key is { } key && names.ContainsKey(key)).ToDictionary(r => r.Printed.Row, r => names[r.Key!.Value]);
        return new PublishedView(list, read.Shown, read.Years, read.Refusals, read.Notes, read.Unmatched, registry, chosen, methodologies, own, choices, document);
    }

    private async Task<AnnexRead?> ReadAsync(ImportedList list, CancellationToken cancellationToken)
    {
        if (list.AppliedAt is null)
        {
            return await import.PlanAsync(list, propose: true, cancellationToken) is { } plan
                ? new AnnexRead(
                    plan.File.FileName, plan.File.Sheet, plan.Hash, plan.File.Years, [.. plan.Rows.Select(r => new AnnexSchool(r.Printed, r.School?.Id))],
                    plan.File.Refusals, plan.File.Notes, [.. plan.Rows.Where(r => r.School is null)])
                : null;
        }

        var name = await db.Files.Where(f => f.Id == list.FileId).Select(f => f.Name).SingleOrDefaultAsync(cancellationToken);
        var rows = await db.PublishedRows.AsNoTracking().Where(r => r.ListId == list.Id).OrderBy(r => r.Row).ToListAsync(cancellationToken);
        return new AnnexRead(
            name ?? "", rows.FirstOrDefault()?.Sheet, null, [.. rows.SelectMany(r => r.Printed.Markers).Select(m => m.Year).Distinct().Order()],
            [.. rows.Select(r => new AnnexSchool(r.Printed, r.SchoolId))], [], [], list.UnmatchedRows > 0 ? await import.UnmatchedAsync(list, cancellationToken) : []);
    }

    /// <summary>Schools of the list that matter: listed, or printed in the annex.</summary>
    private async Task<OwnList> CompareAsync(IReadOnlyList<AnnexSchool> annex, SchoolList own, CancellationToken cancellationToken)
    {
        var keys = annex.Select(a => a.Key).OfType<int>().ToList();
        var schools = await db.ListSchools.AsNoTracking().Where(s => s.ListId == own.Id && (s.Listed || keys.Contains(s.SchoolId)))
            .Select(s => new JudgedSchool(s.Code, s.Name, s.Municipality, s.Verdict)).ToListAsync(cancellationToken);
        var heading = (await lists.CoverAsync(own.Id, cancellationToken))!.Heading;
        return new OwnList(heading, PublishedComparison.Of(annex, schools, heading.Methodology));
    }

    private sealed record AnnexRead(
        string File,
        string? Sheet,
        string? Shown,
        IReadOnlyList<int> Years,
        IReadOnlyList<AnnexSchool> Rows,
        IReadOnlyList<Refusal> Refusals,
        IReadOnlyList<ImportNote> Notes,
        IReadOnlyList<MatchedRow> Unmatched);
}
