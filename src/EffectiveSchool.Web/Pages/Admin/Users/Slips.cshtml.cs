using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain;
using EffectiveSchool.Reports.Printing;
using EffectiveSchool.Reports.Users;

namespace EffectiveSchool.Web.Pages.Admin.Users;

/// <summary>Somebody who has not set a password yet.</summary>
public sealed record WaitingLine(Guid Id, string? FullName, string DisplayName, string Login, PortalRole Role, string Where, bool HasLink, string? Until);

/// <summary>Who waits for a slip, and the slips themselves, shown by the very answer that issues them.</summary>
[Authorize(Policies.ManagePeople)]
public sealed class SlipsModel(PortalDb db, Slips slips, AccountKeeping keeping, Person person, DocumentPrinter printer, TimeProvider clock, ILogger<SlipsModel> log) : PageModel
{
    public IReadOnlyList<WaitingLine> Waiting { get; private set; } = [];

    public int Total { get; private set; }

    public SlipsDocument? Issued { get; private set; }

    public string Sealed { get; private set; } = "";

    public string? PdfRefusal { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var roles = keeping.Roles;
        var people = db.Users.AsNoTracking().Where(u => !u.IsClosed && u.PasswordHash == null && roles.Contains(u.Role) && u.Id != person.Id);
        Total = await people.CountAsync(cancellationToken);
        var page = await people.OrderBy(u => u.DisplayName).ThenBy(u => u.Id).Take(Slips.Most).ToListAsync(cancellationToken);
        var where = await UserScope.WhereAsync(db, page, cancellationToken);
        var now = clock.GetUtcNow();
        var links = await db.ActivationLinks
            .Where(l => l.UsedAt == null && l.RevokedAt == null && l.ExpiresAt > now)
            .ToDictionaryAsync(l => l.UserId, l => l.ExpiresAt, cancellationToken);
        var lines = new List<WaitingLine>();
        foreach (var user in page)
        {
            var until = links.TryGetValue(user.Id, out var expires) ? (await person.LocalAsync(expires)).ToString("dd.MM", RussianCulture.Value) : null;
            lines.Add(new WaitingLine(user.Id, user.FullName, user.DisplayName, user.Email!, user.Role, where[user.Id], until is not null, until));
        }

        Waiting = lines;
    }

    public async Task<IActionResult> OnPostAsync(Guid[] ids, CancellationToken cancellationToken)
    {
        var (refusal, issued) = await slips.IssueAsync(ids.ToHashSet(), Request, cancellationToken);
        if (issued is null)
        {
            TempData["Refused"] = refusal;
            return Redirect(ids is [var one] ? $"/admin/users/{one}" : "/admin/users/slips");
        }

        log.LogInformation("{UserId} issued {Count} activation links", person.Id, issued.Slips.Count);
        Show(issued);
        return Page();
    }

    public async Task<IActionResult> OnPostPdfAsync(string? @sealed, CancellationToken cancellationToken)
    {
        if (slips.Unseal(@sealed) is not { } issued)
        {
            TempData["Refused"] = "Эти памятки портал больше не показывает: прошло больше часа или их выдали не вы. Выдайте новые.";
            return Redirect("/admin/users/slips");
        }

        try
        {
            return File(await printer.SlipsAsync(issued, cancellationToken), "application/pdf", "Памятки.pdf");
        }
        catch (PdfUnavailableException fault)
        {
            log.LogWarning(fault, "No pdf of slips");
            Show(issued);
            PdfRefusal = fault.Message;
            return Page();
        }
    }

    private void Show(SlipsDocument issued)
    {
        Issued = issued;
        Sealed = slips.Seal(issued);
    }
}
