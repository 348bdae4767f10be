using EffectiveSchool.Data.Reminders;
using EffectiveSchool.Web.Mail;
using EffectiveSchool.Web.Reminders;

namespace EffectiveSchool.Web.Pages.Account;

/// <summary>One's own reminders: the daily letter and the address of the calendar.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class RemindersModel(PortalDb db, Person person, MailSettings mail, TimeProvider clock) : PageModel
{
    private const string Link = "CalendarLink";

    public bool MailIsOn => mail.On;

    public bool DigestOff { get; private set; }

    /// <summary>When letters come, as a sentence; empty for who has no region.</summary>
    public string When { get; private set; } = "";

    public string Email { get; private set; } = "";

    public DateOnly? LastLetter { get; private set; }

    public DateTimeOffset? CalendarIssuedAt { get; private set; }

    /// <summary>The address just issued: shown this once.</summary>
    public string? NewLink { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await db.Users.Where(u => u.Id == person.Id).Select(u => u.Email).SingleOrDefaultAsync(cancellationToken) is not { } email)
        {
            return NotFound();
        }

        var settings = await db.ReminderSettings.AsNoTracking().SingleOrDefaultAsync(s => s.UserId == person.Id, cancellationToken);
        Email = email;
        DigestOff = settings?.DigestOff ?? false;
        CalendarIssuedAt = settings?.CalendarIssuedAt is { } issued ? await person.LocalAsync(issued) : null;
        LastLetter = await db.DigestLetters.Where(l => l.UserId == person.Id && l.State == DigestState.Sent).MaxAsync(l => (DateOnly?)l.Day, cancellationToken);
        When = person.Scope.RegionId is not null && await person.RegionAsync() is { } region ? DigestText.When(region.Digest) : "";
        NewLink = TempData[Link] as string;
        return Page();
    }

    public async Task<IActionResult> OnPostLetterAsync(bool off, CancellationToken cancellationToken)
    {
        var settings = await SettingsAsync(cancellationToken);
        settings.DigestOff = off;
        await db.SaveChangesAsync(cancellationToken);
        TempData["Done"] = off ? "Письма отключены." : "Письма включены.";
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostIssueAsync(CancellationToken cancellationToken)
    {
        var secret = (await SettingsAsync(cancellationToken)).IssueCalendar(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        var portal = mail.Address ?? new Uri($"{Request.Scheme}://{Request.Host}");
        TempData[Link] = new Uri(portal, CalendarEndpoint.Route.Replace("{secret}", secret, StringComparison.Ordinal)).AbsoluteUri;
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRevokeAsync(CancellationToken cancellationToken)
    {
        (await SettingsAsync(cancellationToken)).RevokeCalendar();
        await db.SaveChangesAsync(cancellationToken);
        TempData["Done"] = "Ссылка отозвана: календарь по ней больше не открывается.";
        return RedirectToPage();
    }

    private async Task<ReminderSettings> SettingsAsync(CancellationToken cancellationToken)
    {
        var settings = await db.ReminderSettings.SingleOrDefaultAsync(s => s.UserId == person.Id, cancellationToken);
        if (settings is null)
        {
            settings = new ReminderSettings { UserId = person.Id };
            db.ReminderSettings.Add(settings);
        }

        return settings;
    }
}
