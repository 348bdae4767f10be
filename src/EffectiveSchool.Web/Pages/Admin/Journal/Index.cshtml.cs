using EffectiveSchool.Data.Audit;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Web.Journal;
using EffectiveSchool.Web.Listing;

namespace EffectiveSchool.Web.Pages.Admin.Journal;

[Authorize(Policies.Administer)]
public sealed class IndexModel(PortalDb db, Person person, JournalRows journal) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Subject { get; set; }

    /// <summary>Key of one thing: its whole history.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Id { get; set; }

    /// <summary>Acts of one person.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? By { get; set; }

    /// <summary>Acts of the persons whose role name or address has this in it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Who { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    /// <summary>The last day, which counts.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    /// <summary>From the query alone: «page» is also a route value of Razor Pages.</summary>
    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public IPaged Paging { get; private set; } = null!;

    public IReadOnlyList<JournalRow> Rows { get; private set; } = [];

    /// <summary>The person of <see cref="By"/> by name.</summary>
    public string? ByName { get; private set; }

    public bool IsFiltered => Subject is not null || Id is not null || By is not null || !string.IsNullOrWhiteSpace(Who) || From is not null || To is not null;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        ByName = await db.Users.Where(u => u.Id == By).Select(u => u.DisplayName).SingleOrDefaultAsync(cancellationToken);
        var page = await journal.PageAsync(Filtered(await ZoneAsync()), PageNumber, cancellationToken);
        (Paging, Rows) = (page, page.Rows);
    }

    private IQueryable<AuditEntry> Filtered(TimeZoneInfo zone)
    {
        var entries = db.Audit.AsNoTracking();
        entries = string.IsNullOrEmpty(Subject) ? entries : entries.Where(a => a.Subject == Subject);
        entries = string.IsNullOrEmpty(Id) ? entries : entries.Where(a => a.SubjectId == Id);
        entries = By is { } by ? entries.Where(a => a.UserId == by) : entries;
        if (!string.IsNullOrWhiteSpace(Who))
        {
            var pattern = LikePattern.Containing(Who);
            entries = entries.Where(a => db.Users.Any(u => u.Id == a.UserId && (EF.Functions.ILike(u.DisplayName, pattern) || EF.Functions.ILike(u.Email!, pattern))));
        }

        if (From is { } from)
        {
            var start = StartOf(from, zone);
            entries = entries.Where(a => a.At >= start);
        }

        if (To is { } to && to < DateOnly.MaxValue)
        {
            var end = StartOf(to.AddDays(1), zone);
            entries = entries.Where(a => a.At < end);
        }

        return entries;
    }

    /// <summary>Midnight of the region's day; years that no portal has seen are clamped.</summary>
    private static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = new DateOnly(Math.Clamp(day.Year, 2000, 2100), 1, 1).AddDays(day.DayOfYear - 1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    private async Task<TimeZoneInfo> ZoneAsync() =>
        await person.RegionAsync() is Region region ? TimeZoneInfo.FindSystemTimeZoneById(region.TimeZone) : TimeZoneInfo.Utc;
}
