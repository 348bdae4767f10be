using EffectiveSchool.Data.Roadmaps;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Files;
using EffectiveSchool.Domain.Roadmaps;
using EffectiveSchool.Web.Files;
using EffectiveSchool.Web.Pages.Results;

namespace EffectiveSchool.Web.Pages.Works;

/// <summary>A row of the preview, or of what stayed as it was.</summary>
public sealed record BulkLine(int Id, string Number, string Title, string Doer, string Before, string After, string? Refusal);

/// <summary>One step of many works of a roadmap: chosen by ticks or by the filter, looked at row by row, then done at once.</summary>
[Authorize(Policies.DiscussWork)]
[RefuseTooMuch]
public sealed class BulkModel(PortalDb db, WorkBatch batch, WorkActors actors, Attachments attachments, Person person) : PageModel
{
    [BindProperty]
    public BulkForm Form { get; set; } = new();

    [FromQuery]
    public WorkFilter Filter { get; set; } = new();

    /// <summary>What is done: from the list's form; where it says nothing, what everybody here may do.</summary>
    [FromQuery(Name = "do")]
    public WorkAction Do { get; set; } = WorkAction.Remark;

    [FromQuery(Name = "all")]
    public bool All { get; set; }

    [FromQuery(Name = "ids")]
    public int[] Ids { get; set; } = [];

    public Roadmap Roadmap { get; private set; } = null!;

    /// <summary>How many works are chosen.</summary>
    public int Chosen { get; private set; }

    /// <summary>Rows of the preview; null before it.</summary>
    public IReadOnlyList<BulkLine>? Preview { get; private set; }

    /// <summary>Works that were not changed at the confirmation; null before it.</summary>
    public IReadOnlyList<BulkLine>? Left { get; private set; }

    /// <summary>How many changed at the confirmation.</summary>
    public int Changed { get; private set; }

    public string Seen { get; private set; } = "";

    /// <summary>Units of the expected numbers of the chosen works, to fill in the reached one.</summary>
    public IReadOnlyList<string> Expected { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (await ChooseAsync(id, cancellationToken) is not { } chosen)
        {
            return NotFound();
        }

        if (!actors.Actions.Contains(Do))
        {
            return Forbid();
        }

        Form = new BulkForm { Action = Do, Sends = true };
        Chosen = chosen.Count;
        return Page();
    }

    public async Task<IActionResult> OnPostPreviewAsync(int id, CancellationToken cancellationToken)
    {
        if (await ChooseAsync(id, cancellationToken) is not { } chosen)
        {
            return NotFound();
        }

        if (!actors.Actions.Contains(Form.Action))
        {
            return Forbid();
        }

        Chosen = chosen.Count;
        if (ModelState.IsValid)
        {
            await LookAsync(id, chosen, cancellationToken);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostApplyAsync(int id, CancellationToken cancellationToken)
    {
        var seen = Form.SeenWorks();
        if (await ChooseAsync(id, cancellationToken) is not { } chosen)
        {
            return NotFound();
        }

        if (!actors.Actions.Contains(Form.Action))
        {
            return Forbid();
        }

        var files = Attachments.Check(Form.File is null || !Form.TakesFile ? [] : [Form.File], DocumentKinds.Evidence, cancellationToken);
        if (files.Refusal is not null || (Form.TakesFile && files.Documents.Count == 0) || seen.Count is 0 or > WorkBatch.Most)
        {
            ModelState.AddModelError("", files.Refusal ?? (seen.Count is 0 or > WorkBatch.Most ? "Предпросмотр не найден: посмотрите, что изменится, ещё раз." : "Приложите файл подтверждения: без него отчёт не вносится."));
        }

        if (!ModelState.IsValid)
        {
            Chosen = chosen.Count;
            await LookAsync(id, chosen, cancellationToken);
            return Page();
        }

        // A change goes to works of this roadmap alone, whatever the form says.
        int[] asked = [.. seen.Keys];
        var own = await WorkFilter.Lines(db, id).Where(w => asked.Contains(w.Id)).Select(w => w.Id).ToListAsync(cancellationToken);
        var outcome = await batch.ApplyAsync(
            own.ToDictionary(w => w, w => seen[w]),
            Form.ToChange(),
            files.Documents.Count == 0 ? null : async owner => (await attachments.StoreAsync(files.Documents, owner, cancellationToken))[0],
            await actors.CurrentAsync(cancellationToken),
            cancellationToken);
        if (outcome.Left.Count == 0)
        {
            TempData["Done"] = $"Готово: {Form.Action.RussianName()} — {RussianWords.Count(outcome.Changed, "строка", "строки", "строк")}.";
            return Redirect(Back);
        }

        Changed = outcome.Changed;
        Left = await LinesAsync(id, [.. outcome.Left.Select(w => (w.Id, "", "", (string?)w.Why))], cancellationToken);
        return Page();
    }

    /// <summary>The list as it was filtered.</summary>
    public string Back => Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(
        $"/roadmaps/{Roadmap.Id}/works", Filter.Values.Select(v => KeyValuePair.Create<string, string?>(v.Name, v.Value)));

    private async Task LookAsync(int id, List<int> chosen, CancellationToken cancellationToken)
    {
        if (chosen.Count is 0 or > WorkBatch.Most)
        {
            return;
        }

        var judged = await batch.PreviewAsync(chosen, Form.ToChange(), await actors.CurrentAsync(cancellationToken), cancellationToken);
        Preview = await LinesAsync(id, [.. judged.Select(w => (w.Work.Id, Text(w.Before, w.DueBefore), Text(w.Work.State, w.Work.Due), w.Refusal))], cancellationToken);
        Seen = BulkForm.SeenText(judged.Where(w => w.Refusal is null).Select(w => (w.Work.Id, w.Version)));
    }

    private static string Text(WorkState state, DateOnly due) => $"{state.RussianName()}, срок {RussianFigures.Date(due)}";

    /// <summary>The works that are ticked, or all that the filter finds; null where there is no such roadmap.</summary>
    private async Task<List<int>?> ChooseAsync(int id, CancellationToken cancellationToken)
    {
        if (await db.Roadmaps.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellationToken) is not { } roadmap)
        {
            return null;
        }

        Roadmap = roadmap;
        var lines = WorkFilter.Lines(db, id);
        var chosen = All ? Filter.Choose(db, lines, actors.Level, await person.TodayAsync()) : lines.Where(w => Ids.Contains(w.Id));
        var found = await chosen.Select(w => new { w.Id, w.ActivityId, OfSchool = w.SchoolId != null }).ToListAsync(cancellationToken);
        if (Form.Action == WorkAction.Report || Do == WorkAction.Report)
        {
            int[] activities = [.. found.Select(w => w.ActivityId).Distinct()];
            var expected = await db.Activities.Where(a => activities.Contains(a.Id)).Select(a => new { a.Id, a.ExpectedByHand, a.Quota, a.Expected }).ToListAsync(cancellationToken);
            Expected = [.. found.Join(expected, w => w.ActivityId, a => a.Id, (w, a) => ExpectedQuantity.Of(a.ExpectedByHand, a.Quota, a.Expected, w.OfSchool)?.Text).OfType<string>().Distinct(StringComparer.Ordinal)];
        }

        return found.ConvertAll(w => w.Id);
    }

    private async Task<IReadOnlyList<BulkLine>> LinesAsync(int id, List<(int Id, string Before, string After, string? Refusal)> works, CancellationToken cancellationToken)
    {
        int[] ids = [.. works.Select(w => w.Id)];
        var lines = await WorkFilter.Order(WorkFilter.Lines(db, id).Where(w => ids.Contains(w.Id)))
            .Select(w => new { w.Id, w.Number, w.Title, Doer = w.School ?? w.Municipality ?? "регион" }).ToListAsync(cancellationToken);
        var said = works.ToDictionary(w => w.Id);

        // What is refused stands first: it is what a person must look at.
        return [.. lines.Select(w => new BulkLine(w.Id, w.Number, w.Title, w.Doer, said[w.Id].Before, said[w.Id].After, said[w.Id].Refusal)).OrderBy(w => w.Refusal is null)];
    }
}
