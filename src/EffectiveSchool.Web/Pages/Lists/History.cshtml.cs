using System.Globalization;
using EffectiveSchool.Data.Lists;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Web.Journal;
using EffectiveSchool.Web.Listing;

namespace EffectiveSchool.Web.Pages.Lists;

/// <summary>History of a list: every step, and every file of its order, as the journal kept it, within what the reader may see of the journal.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class HistoryModel(PortalDb db, ListDocuments documents, JournalRows journal) : PageModel
{
    public ListCover Cover { get; private set; } = null!;

    public Paged<JournalRow> Journal { get; private set; } = null!;

    /// <summary>Whether the whole journal of the region is seen; otherwise only own acts.</summary>
    public bool SeesJournal => db.Scope.SeesAll || db.Scope.SeesRegion;

    public async Task<IActionResult> OnGetAsync(int id, [FromQuery] int page, CancellationToken cancellationToken)
    {
        if (await documents.CoverAsync(id, cancellationToken) is not { } cover)
        {
            return NotFound();
        }

        Cover = cover;
        var key = id.ToString(CultureInfo.InvariantCulture);
        string[] orders = [.. (await db.SignedOrders.Where(o => o.ListId == id).Select(o => o.Id).ToListAsync(cancellationToken)).Select(o => o.ToString(CultureInfo.InvariantCulture))];
        Journal = await journal.PageAsync(
            db.Audit.Where(a => (a.Subject == nameof(SchoolList) && a.SubjectId == key) || (a.Subject == nameof(SignedOrder) && orders.Contains(a.SubjectId))), page, cancellationToken);
        return Page();
    }
}
