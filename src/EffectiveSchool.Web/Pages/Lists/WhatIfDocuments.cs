using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Reports.Lists;

namespace EffectiveSchool.Web.Pages.Lists;

/// <summary>One line of a school's table: a change and the verdict under it.</summary>
public sealed record WhatIfLine(WhatIfChange Change, bool IsChosen, SchoolVerdict Verdict, string Why);

/// <summary>
/// Answers «что, если» from the verdicts the reader sees: nothing is stored, and an approved list answers from what was
/// frozen with it.
/// </summary>
public sealed class WhatIfDocuments(PortalDb db, ListDocuments lists)
{
    /// <summary>The list under a change; null where the reader sees no such list. What is refused gets no document.</summary>
    public async Task<(ListCover Cover, WhatIfDocument? Document)?> FindAsync(int id, WhatIfForm form, CancellationToken cancellationToken)
    {
        if (await lists.CoverAsync(id, cancellationToken) is not { } cover)
        {
            return null;
        }

        if (form.Refusals(cover.Basis.Procedures).Count > 0)
        {
            return (cover, null);
        }

        var rows = await db.ListSchools.Where(s => s.ListId == id)
            .OrderBy(s => s.Municipality).ThenBy(s => s.Name).ThenBy(s => s.SchoolId)
            .Select(s => new ListRow(s.SchoolId, s.Code, s.Name, s.Municipality, s.Verdict, null))
            .ToListAsync(cancellationToken);
        var change = form.ToChange(cover.Basis.Procedures);
        var methodology = cover.Basis.Methodology;
        var outcome = WhatIf.Compare(rows.Select(r => r.Verdict), methodology, change, cover.Heading.ResultsYear);
        var byKey = rows.ToDictionary(r => r.SchoolId);
        return (cover, new WhatIfDocument(
            cover.Heading, change, change.ApplyTo(methodology), outcome.Schools, outcome.ListedOfficially, outcome.ListedWhatIf, Rows(outcome.Joined), Rows(outcome.Left), cover.Sources));

        List<WhatIfRow> Rows(IEnumerable<WhatIfTurn> turns) => [.. turns.Select(t => new WhatIfRow(byKey[t.Official.SchoolKey], t.WhatIf, t.Why))];
    }

    /// <summary>One school under the change asked for and under every ready-made one; null where the reader sees no such row. What is refused gets no lines.</summary>
    public async Task<(ListCover Cover, ListRow Row, IReadOnlyList<WhatIfLine> Lines)?> SchoolAsync(
        int id, int schoolId, WhatIfForm form, CancellationToken cancellationToken)
    {
        if (await lists.SchoolAsync(id, schoolId, cancellationToken) is not { } found)
        {
            return null;
        }

        var (cover, row) = found;
        if (form.Refusals(cover.Basis.Procedures).Count > 0)
        {
            return (cover, row, []);
        }

        var (methodology, year) = (cover.Basis.Methodology, cover.Heading.ResultsYear);
        var chosen = form.ToChange(cover.Basis.Procedures);
        WhatIfChange[] changes = WhatIfForm.QueryOf(chosen).Length == 0 ? [.. WhatIf.Presets] : [chosen, .. WhatIf.Presets];
        return (cover, row, [.. changes.Select(change =>
        {
            var verdict = WhatIf.Judge(row.Verdict, methodology, change, year);
            return new WhatIfLine(change, ReferenceEquals(change, chosen), verdict, ExplanationText.Explain(verdict, change.ApplyTo(methodology), year)[0].Text);
        })]);
    }
}
