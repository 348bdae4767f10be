using System.Globalization;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Reports.Schools;
using EffectiveSchool.Web.Journal;
using EffectiveSchool.Web.Listing;
using EffectiveSchool.Web.Pages.Lists.Published;

namespace EffectiveSchool.Web.Pages.Schools;

/// <summary>History of a school: its results and who replaced them, changes of the registry, lists it was judged in.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class HistoryModel(PortalDb db, Person person, SchoolDocuments documents, ResultHistory results, PublishedNaming naming, JournalRows journal) : PageModel
{
    public int Id { get; private set; }

    public string Name { get; private set; } = "";

    public IReadOnlyList<ResultLine> Now { get; private set; } = [];

    public IReadOnlyList<ResultChangeLine> Changes { get; private set; } = [];

    public IReadOnlyList<ListHistoryLine> Lists { get; private set; } = [];

    /// <summary>Published annexes of the region, each with what it says of the school.</summary>
    public IReadOnlyList<OrderMention> Orders { get; private set; } = [];

    public bool SeesAnnexes => person.May(Policies.ReadAnnexes);

    public Paged<JournalRow> Journal { get; private set; } = null!;

    /// <summary>Whether uploads are seen, and so what they replaced.</summary>
    public bool SeesUploads => person.May(Policies.ReadUploads);

    /// <summary>Only uploads of the own municipality are seen.</summary>
    public bool SeesOwnUploads => db.Scope.SeesMunicipality;

    /// <summary>Whether the whole journal of the region is seen; otherwise only own acts.</summary>
    public bool SeesJournal => db.Scope.SeesAll || db.Scope.SeesRegion;

    public async Task<IActionResult> OnGetAsync(int id, [FromQuery] int page, CancellationToken cancellationToken)
    {
        if (await db.Schools.Where(s => s.Id == id).Select(s => s.Name).SingleOrDefaultAsync(cancellationToken) is not { } name)
        {
            return NotFound();
        }

        (Id, Name) = (id, name);
        Now = await results.NowAsync(id, cancellationToken);
        Changes = SeesUploads ? await results.ChangesAsync(id, cancellationToken) : [];
        Lists = await documents.HistoryAsync(id, cancellationToken);
        Orders = await naming.OfAsync(id, cancellationToken);
        var codes = Keys(await db.SchoolCodes.Where(c => c.SchoolId == id).Select(c => c.Id).ToListAsync(cancellationToken));
        var aliases = Keys(await db.Aliases.Where(a => a.SchoolId == id).Select(a => a.Id).ToListAsync(cancellationToken));
        var key = id.ToString(CultureInfo.InvariantCulture);
        Journal = await journal.PageAsync(
            db.Audit.Where(a => (a.Subject == nameof(School) && a.SubjectId == key)
                || (a.Subject == nameof(SchoolCode) && codes.Contains(a.SubjectId))
                || (a.Subject == nameof(SchoolAlias) && aliases.Contains(a.SubjectId))),
            page,
            cancellationToken);
        return Page();
    }

    private static List<string> Keys(List<int> ids) => ids.ConvertAll(id => id.ToString(CultureInfo.InvariantCulture));
}
