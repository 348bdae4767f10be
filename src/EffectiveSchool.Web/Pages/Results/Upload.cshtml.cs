using EffectiveSchool.Data.Results;
using EffectiveSchool.Web.Listing;

namespace EffectiveSchool.Web.Pages.Results;

/// <summary>A batch from its reading to its undo: what was recognised, what would change, what was refused and why.</summary>
[Authorize(Policies.ReadUploads)]
public sealed class UploadModel(UploadQuery query, CandidateQuery candidates, ImportApply apply, ImportUndo undo, Person person, ILogger<UploadModel> log) : PageModel
{
    private const string SecondsToNextLook = "2";

    [BindProperty(SupportsGet = true)]
    public RowOutcome? Show { get; set; }

    /// <summary>From the query alone: «page» is also a route value of Razor Pages.</summary>
    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public UploadView Batch { get; private set; } = null!;

    public Paged<UploadRow> Rows { get; private set; } = new([], 0, 1, Paging.DefaultSize);

    public IReadOnlyDictionary<long, IReadOnlyList<Candidate>> Candidates { get; private set; } = new Dictionary<long, IReadOnlyList<Candidate>>();

    /// <summary>Of an undone batch: what was kept because it had changed later.</summary>
    public Paged<KeptResult> Kept { get; private set; } = new([], 0, 1, Paging.DefaultSize);

    /// <summary>Why a stored batch is not taken back; null where it may be.</summary>
    public string? NotUndone { get; private set; }

    /// <summary>The batch waits for a decision that the person may take.</summary>
    public bool MayDecide => Batch.State == BatchState.Checked && person.May(Policies.UploadResults);

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (await query.FindAsync(id, cancellationToken) is not { } batch)
        {
            return NotFound();
        }

        Batch = batch;
        if (batch.State == BatchState.Reading)
        {
            // The page looks again by itself, without scripts.
            Response.Headers["Refresh"] = SecondsToNextLook;
            return Page();
        }

        NotUndone = batch.MayBeUndone ? await undo.RefusalAsync(id, cancellationToken) : null;
        if (batch.State == BatchState.Undone)
        {
            Kept = await undo.Kept(id).ToPageAsync(Show is null ? PageNumber : 1, cancellationToken: cancellationToken);
            if (Show is null && Kept.Total > 0)
            {
                // One list a page: the rows are a link away.
                return Page();
            }
        }

        var shown = Show is { } asked && Enum.IsDefined(asked) ? asked : FirstToShow(batch);
        Show = shown;
        Rows = await query.PageAsync(id, shown, PageNumber, cancellationToken);
        if (MayDecide && shown == RowOutcome.Refused)
        {
            Candidates = await candidates.ProposeAsync(batch, Rows.Rows, cancellationToken);
        }

        return Page();
    }

    [HandlerPolicy(Policies.UploadResults)]
    public async Task<IActionResult> OnPostApplyAsync(int id, bool skip, CancellationToken cancellationToken)
    {
        if (await query.FindAsync(id, cancellationToken) is not { } batch)
        {
            return NotFound();
        }

        var refusal = await apply.ApplyAsync(id, skip, cancellationToken);
        if (refusal is null)
        {
            log.LogInformation("Batch {Batch} was applied: {New} new, {Changed} changed, {Refused} skipped", id, batch.New, batch.Changed, batch.Refused);
        }

        return Answer(id, refusal, $"Записано: {BatchText.Results(batch.ToStore)}." + (batch.Refused > 0 ? $" Пропущено: {BatchText.Rows(batch.Refused)}." : ""));
    }

    [HandlerPolicy(Policies.UploadResults)]
    public async Task<IActionResult> OnPostReplaceAsync(int id, bool replace, CancellationToken cancellationToken)
    {
        if (await query.FindAsync(id, cancellationToken) is null)
        {
            return NotFound();
        }

        return Answer(id, await apply.ReplaceLaterAsync(id, replace, cancellationToken), replace
            ? "Загрузке разрешено заменить более позднюю версию. Строки проверены заново: посмотрите, что изменится."
            : "Более поздние версии останутся. Строки проверены заново.");
    }

    [HandlerPolicy(Policies.UploadResults)]
    public async Task<IActionResult> OnPostCancelAsync(int id, CancellationToken cancellationToken)
    {
        if (await query.FindAsync(id, cancellationToken) is null)
        {
            return NotFound();
        }

        return Answer(id, await apply.CancelAsync(id, cancellationToken), "Загрузка не записана: результаты остались прежними.");
    }

    [HandlerPolicy(Policies.UploadResults)]
    public async Task<IActionResult> OnPostConfirmAsync(int id, long row, int school, CancellationToken cancellationToken)
    {
        if (await query.FindAsync(id, cancellationToken) is null)
        {
            return NotFound();
        }

        return Answer(id, await apply.ConfirmAsync(id, row, school, person.Id, cancellationToken), "Школа указана и запомнена: такая запись будет узнана и в следующих ваших загрузках. Строки проверены заново.");
    }

    /// <summary>A moment as the region's clock shows it.</summary>
    public async Task<string> LocalAsync(DateTimeOffset? moment) => moment is { } known ? BatchText.Moment(await person.LocalAsync(known)) : "—";

    private static RowOutcome FirstToShow(UploadView batch) => batch switch
    {
        { Refused: > 0 } => RowOutcome.Refused,
        { Changed: > 0 } => RowOutcome.Changed,
        { New: > 0 } => RowOutcome.New,
        _ => RowOutcome.Same,
    };

    private RedirectResult Answer(int id, string? refusal, string done)
    {
        TempData[refusal is null ? "Done" : "Refused"] = refusal ?? done;
        return Redirect($"/results/uploads/{id}");
    }
}
