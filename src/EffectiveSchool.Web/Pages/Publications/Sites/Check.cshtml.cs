using EffectiveSchool.Data.Monitoring;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Publications;
using FluentValidation;

namespace EffectiveSchool.Web.Pages.Publications.Sites;

/// <summary>What was found of one item, as it is filled in.</summary>
public sealed record FindingForm
{
    /// <summary>«yes», «no»; empty for not checked.</summary>
    public string? Mark { get; init; }

    public string? Link { get; init; }

    public string? Note { get; init; }
}

/// <summary>What was found of a site, by the key of the item.</summary>
public sealed record CheckForm
{
    public Dictionary<int, FindingForm> Found { get; init; } = [];
}

public sealed class CheckFormValidator : AbstractValidator<CheckForm>
{
    public CheckFormValidator() =>
        RuleForEach(f => f.Found.Values).Must(f => f.Mark is null or "" or "yes" or "no").WithMessage("Выберите «есть», «нет» или «не проверялось».").OverridePropertyName("Found");
}

/// <summary>The site of one school, item by item: only a person marks, links are shown and never opened by the portal.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class CheckModel(PortalDb db, SiteQueries queries, SiteDesk desk, Authors authors, Person person, TimeProvider clock) : PageModel
{
    [BindProperty]
    public CheckForm Form { get; set; } = new();

    public SiteCheck Check { get; private set; } = null!;

    public SiteCheckRound Round { get; private set; } = null!;

    public string School { get; private set; } = "";

    /// <summary>The site as a link that opens; null where the registry has none, or none that is an address.</summary>
    public string? Site { get; private set; }

    public bool Marks => Round.ClosedAt is null && person.May(Policies.ReviewWork);

    public SiteMark? MarkOf(SiteCheckItem item) => Check.Marks.FirstOrDefault(m => m.ItemId == item.Id);

    public Task<DateTimeOffset> LocalAsync(DateTimeOffset moment) => person.LocalAsync(moment);

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken) => await ReadAsync(id, cancellationToken) ? Page() : NotFound();

    [HandlerPolicy(Policies.ReviewWork)]
    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var by = await authors.CurrentAsync(cancellationToken);
        SiteFinding[] found = [.. Round.Items.Where(i => Form.Found.ContainsKey(i.Id)).Select(i => Finding(i, Form.Found[i.Id]))];
        var refusal = ModelState.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage).FirstOrDefault()
            ?? await desk.MoveAsync(() => Check.Write(found, Round, by, clock.GetUtcNow()), cancellationToken);
        if (refusal is null)
        {
            TempData["Done"] = "Отметки записаны.";
            return Redirect($"/publications/sites/checks/{id}");
        }

        db.ChangeTracker.Clear();
        ModelState.Clear();
        ModelState.AddModelError("", refusal);
        return await ReadAsync(id, cancellationToken) ? Page() : NotFound();
    }

    private static SiteFinding Finding(SiteCheckItem item, FindingForm form) => new(
        item,
        form.Mark switch { "yes" => true, "no" => false, _ => null },
        string.IsNullOrWhiteSpace(form.Link) ? null : form.Link.Trim(),
        form.Note?.Trim() ?? "");

    private async Task<bool> ReadAsync(int id, CancellationToken cancellationToken)
    {
        if (await db.SiteChecks.Include(c => c.Marks).SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } check
            || await queries.RoundAsync(check.RoundId, cancellationToken) is not { } round)
        {
            return false;
        }

        (Check, Round) = (check, round);
        var school = await db.Schools.Where(s => s.Id == check.SchoolId).Select(s => new { s.Name, s.Site }).SingleAsync(cancellationToken);
        School = school.Name;
        var address = school.Site is null || school.Site.Contains("://", StringComparison.Ordinal) ? school.Site : $"https://{school.Site}";
        Site = address is not null && WebLink.Refuse(address) is null ? address : null;
        return true;
    }
}
