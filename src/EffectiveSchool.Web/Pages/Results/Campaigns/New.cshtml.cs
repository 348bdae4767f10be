using EffectiveSchool.Data.Results;
using EffectiveSchool.Domain.Results.Collection;
using Npgsql;

namespace EffectiveSchool.Web.Pages.Results.Campaigns;

[Authorize(Policies.ManageCollection)]
public sealed class NewModel(PortalDb db, Person person) : PageModel
{
    [BindProperty]
    public CampaignForm Form { get; set; } = new();

    public async Task OnGetAsync() => Form = CampaignForm.Blank((await person.TodayAsync()).Year);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var (region, year) = (person.Scope.RegionId!.Value, Form.Year!.Value);
        if (CollectionCampaign.RefuseYear(year, await person.TodayAsync()) is { } wrongYear)
        {
            ModelState.AddModelError("Form.Year", wrongYear);
            return Page();
        }

        var campaign = new CollectionCampaign { RegionId = region, Year = year };
        var notHeld = (await db.NotHeldAsync(cancellationToken, region)).Where(n => n.Year == year).Select(n => n.Procedure).ToHashSet(StringComparer.Ordinal);
        if (campaign.Plan(Form.NameFor(year), Form.Filled, notHeld) is { } refusal)
        {
            ModelState.AddModelError("", refusal);
            return Page();
        }

        db.Campaigns.Add(campaign);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            ModelState.AddModelError("", $"Кампания за {year} год уже есть: измените её.");
            return Page();
        }

        TempData["Done"] = "Кампания заведена: муниципалитеты видят её сроки на первом экране.";
        return Redirect($"/results/campaigns/{campaign.Id}");
    }
}
