using EffectiveSchool.Domain.Results.Collection;
using EffectiveSchool.Reports.Workbooks;
using EffectiveSchool.Web.Templates;

namespace EffectiveSchool.Web.Pages.Results.Campaigns;

/// <summary>A campaign: each municipality and procedure, who is late; as a page and as a workbook.</summary>
[Authorize(Policies.ReadUploads)]
public sealed class ViewModel(PortalDb db, CampaignQuery query, Person person) : PageModel
{
    private static readonly string[] Headings =
    [
        "Муниципалитет", "Процедура", "Срок", "Состояние", "Школ должны прислать", "Прислано", "Нет результатов", "Прислано последний раз", "Кто прислал",
        "Подтверждено", "Кто подтвердил", "От имени муниципалитета", "Примечание", "Подтверждение снято",
    ];

    /// <summary>Municipalities with at least one procedure in the state.</summary>
    [BindProperty(SupportsGet = true)]
    public CollectionState? State { get; set; }

    public CampaignView Campaign { get; private set; } = null!;

    public IReadOnlyList<CampaignMunicipality> Shown { get; private set; } = [];

    /// <summary>The reader keeps campaigns, and nobody has sent anything to this one.</summary>
    public bool MayBeRemoved { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        MayBeRemoved = person.May(Policies.ManageCollection) && await query.RefuseRemovalAsync(Campaign, cancellationToken) is null;
        return Page();
    }

    public async Task<IActionResult> OnGetXlsxAsync(int id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        using var output = new MemoryStream();
        using (var workbook = new WorkbookWriter(output, new WorkbookProperties(Campaign.Campaign.Name)))
        {
            var sheet = workbook.AddSheet(new SheetLayout("Сбор данных")
            {
                ColumnWidths = [30, 16, 12, 20, 12, 11, 12, 18, 36, 18, 36, 14, 40, 40], FrozenRows = 2, FirstRepeatedRow = 2, FilterRow = 2,
            });
            sheet.WriteRow(Cell.Text($"{Campaign.Campaign.Name}: результаты {Campaign.Campaign.Year} года, на {BatchText.Moment(await person.LocalAsync(DateTimeOffset.UtcNow))}", CellStyle.Title));
            sheet.WriteRow([.. Headings.Select(Cell.Header)]);
            foreach (var (municipality, cell) in Shown.SelectMany(m => m.Cells.Where(c => c.Collected.Expected > 0).Select(c => (m, c))))
            {
                var confirmation = cell.Confirmation;
                sheet.WriteRow(
                    Cell.Text(municipality.Name), Cell.Text(cell.Procedure), Cell.Date(cell.Collected.Deadline),
                    Cell.Text(cell.StateName, cell.IsLate ? CellStyle.Low : CellStyle.Normal),
                    Cell.Integer(cell.Collected.Expected), Cell.Integer(cell.Collected.Sent), Cell.Integer(cell.Collected.Missing),
                    Cell.Text(await MomentAsync(cell.LastSent?.AppliedAt)), Cell.Text(cell.LastSent?.Author, CellStyle.Wrap),
                    Cell.Text(await MomentAsync(confirmation?.ConfirmedAt)), Cell.Text(confirmation?.Author, CellStyle.Wrap),
                    Cell.Text(confirmation is null ? null : confirmation.OnBehalf ? "да" : "нет"), Cell.Text(confirmation?.Note, CellStyle.Wrap),
                    Cell.Text(confirmation is { WithdrawnAt: { } withdrawn } ? $"{await MomentAsync(withdrawn)}: {confirmation.WithdrawnBecause}" : null, CellStyle.Wrap));
            }
        }

        return File(output.ToArray(), TemplateWorkbook.ContentType, $"Сбор данных {Campaign.Campaign.Year}.xlsx");
    }

    [HandlerPolicy(Policies.ManageCollection)]
    public async Task<IActionResult> OnPostDeleteAsync(int id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (await query.RefuseRemovalAsync(Campaign, cancellationToken) is { } refusal)
        {
            TempData["Refused"] = refusal;
            return Redirect($"/results/campaigns/{id}");
        }

        db.Campaigns.Remove(Campaign.Campaign);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Done"] = $"Кампания «{Campaign.Campaign.Name}» удалена.";
        return Redirect("/results/campaigns");
    }

    private async Task<string?> MomentAsync(DateTimeOffset? moment) => moment is { } known ? BatchText.Moment(await person.LocalAsync(known)) : null;

    private async Task<bool> ReadAsync(int id, CancellationToken cancellationToken)
    {
        if (await query.FindAsync(id, cancellationToken) is not { } campaign)
        {
            return false;
        }

        Campaign = await query.ViewAsync(campaign, null, cancellationToken);
        State = State is { } asked && Enum.IsDefined(asked) ? asked : null;
        Shown = State is { } state ? [.. Campaign.Municipalities.Where(m => m.Cells.Any(c => c.Held && c.State == state))] : Campaign.Municipalities;
        return true;
    }
}
