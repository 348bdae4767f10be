using EffectiveSchool.Data.Results;
using EffectiveSchool.Domain.Results.Collection;

namespace EffectiveSchool.Web.Pages.Results.Campaigns;

/// <summary>A procedure with the schools that have no result of it.</summary>
public sealed record MunicipalityRow(CampaignCell Cell, IReadOnlyList<MissingSchool> Missing, string? SentAt, string? ConfirmedAt, string? WithdrawnAt);

/// <summary>What one municipality sends and confirms in a campaign.</summary>
[Authorize(Policies.ReadUploads)]
public sealed class MunicipalityModel(CampaignQuery query, Confirmations confirmations, Authors authors, Person person, ILogger<MunicipalityModel> log) : PageModel
{
    public const int MostMissing = 15;

    public CollectionCampaign Campaign { get; private set; } = null!;

    public CampaignMunicipality Municipality { get; private set; } = null!;

    public IReadOnlyList<MunicipalityRow> Rows { get; private set; } = [];

    /// <summary>The region confirms on behalf of the municipality.</summary>
    public bool OnBehalf => person.Scope.MunicipalityId is null;

    public async Task<IActionResult> OnGetAsync(int id, int municipality, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, municipality, cancellationToken))
        {
            return NotFound();
        }

        var rows = new List<MunicipalityRow>();
        foreach (var cell in Municipality.Cells)
        {
            rows.Add(new MunicipalityRow(
                cell,
                cell.Held && cell.Collected.Missing > 0 ? await query.MissingAsync(Campaign, municipality, cell, MostMissing, cancellationToken) : [],
                await MomentAsync(cell.LastSent?.AppliedAt),
                await MomentAsync(cell.Confirmation?.ConfirmedAt),
                await MomentAsync(cell.Confirmation?.WithdrawnAt)));
        }

        Rows = rows;
        return Page();
    }

    [HandlerPolicy(Policies.UploadResults)]
    public async Task<IActionResult> OnPostConfirmAsync(int id, int municipality, string procedure, string? note, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, municipality, cancellationToken))
        {
            return NotFound();
        }

        var refusal = await confirmations.ConfirmAsync(Campaign, municipality, procedure ?? "", note, (await authors.CurrentAsync(cancellationToken)).Name, cancellationToken);
        if (refusal is null)
        {
            log.LogInformation("Data of municipality {Municipality}, {Procedure} {Year}, were confirmed", municipality, procedure, Campaign.Year);
        }

        TempData[refusal is null ? "Done" : "Refused"] = refusal ?? $"{procedure}: данные подтверждены{(OnBehalf ? " от имени муниципалитета" : "")}.";
        return Redirect($"/results/campaigns/{id}/municipalities/{municipality}");
    }

    private async Task<string?> MomentAsync(DateTimeOffset? moment) => moment is { } known ? BatchText.Moment(await person.LocalAsync(known)) : null;

    private async Task<bool> ReadAsync(int id, int municipality, CancellationToken cancellationToken)
    {
        if (await query.FindAsync(id, cancellationToken) is not { } campaign
            || (await query.ViewAsync(campaign, municipality, cancellationToken)).Municipalities is not [var found])
        {
            return false;
        }

        (Campaign, Municipality) = (campaign, found);
        return true;
    }
}
