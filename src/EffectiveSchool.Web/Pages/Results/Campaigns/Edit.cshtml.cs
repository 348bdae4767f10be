using EffectiveSchool.Data.Results;
using EffectiveSchool.Domain.Results.Collection;

namespace EffectiveSchool.Web.Pages.Results.Campaigns;

/// <summary>Name and deadlines of a campaign; its year stays.</summary>
[Authorize(Policies.ManageCollection)]
public sealed class EditModel(PortalDb db, CampaignQuery query) : PageModel
{
    [BindProperty]
    public CampaignForm Form { get; set; } = new();

    public CollectionCampaign Campaign { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (await query.FindAsync(id, cancellationToken) is not { } campaign)
        {
            return NotFound();
        }

        (Campaign, Form) = (campaign, CampaignForm.Of(campaign));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        if (await query.FindAsync(id, cancellationToken) is not { } campaign)
        {
            return NotFound();
        }

        Campaign = campaign;
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var notHeld = (await db.NotHeldAsync(cancellationToken, campaign.RegionId)).Where(n => n.Year == campaign.Year).Select(n => n.Procedure).ToHashSet(StringComparer.Ordinal);
        if (campaign.Plan(Form.NameFor(campaign.Year), Form.Filled, notHeld) is { } refusal)
        {
            ModelState.AddModelError("", refusal);
            return Page();
        }

        await db.SaveChangesAsync(cancellationToken);
        TempData["Done"] = "Кампания изменена.";
        return Redirect($"/results/campaigns/{id}");
    }
}
