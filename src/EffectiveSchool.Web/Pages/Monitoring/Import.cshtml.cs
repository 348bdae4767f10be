using EffectiveSchool.Data.Monitoring;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Monitoring;
using EffectiveSchool.Domain.Registry;
using EffectiveSchool.Imports.Templates;
using EffectiveSchool.Web.Pages.Results;
using EffectiveSchool.Web.Pages.Works;
using EffectiveSchool.Web.Templates;
using FluentValidation;

namespace EffectiveSchool.Web.Pages.Monitoring;

/// <summary>What the page of the import sends; each handler reads its own part.</summary>
public sealed record AnswersForm
{
    public IFormFile? File { get; init; }

    public string? Text { get; init; }

    /// <summary>What was shown and is confirmed.</summary>
    public string? Accepted { get; init; }

    public string? FileName { get; init; }

    /// <summary>Whether schools that lack nothing are handed in at once.</summary>
    public bool HandIn { get; init; }
}

public sealed class AnswersFormValidator : AbstractValidator<AnswersForm>
{
    public AnswersFormValidator() => RuleFor(f => f.FileName).MaximumLength(300).WithMessage("Имя файла длиннее 300 знаков.");
}

/// <summary>Answers of a round from a workbook: its form, what a file says, and what was confirmed; each role the schools it sees.</summary>
[Authorize(Policies.ReportWork)]
[RefuseTooMuch]
public sealed class ImportModel(PortalDb db, MonitoringDesk desk, MonitoringQueries queries, AnswersImport import, WorkActors actors, Person person) : PageModel
{
    [BindProperty]
    public AnswersForm Form { get; set; } = new();

    public MonitoringCycle Cycle { get; private set; } = null!;

    public MonitoringRound Round { get; private set; } = null!;

    public DateOnly Today { get; private set; }

    /// <summary>What a file says, where one was read; nothing of it is stored.</summary>
    public AnswerPlan? Plan { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken) => await ReadAsync(id, cancellationToken) ? Page() : NotFound();

    /// <summary>The form of the round: a row for each school that the reader sees and each item but files, with the answers there are.</summary>
    public async Task<IActionResult> OnGetFormAsync(int id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var schools = await queries.SchoolsAsync(id, cancellationToken);
        int[] keys = [.. schools.Select(s => s.SchoolId)];
        var codes = (await db.SchoolCodes.Where(c => keys.Contains(c.SchoolId) && c.ValidTo == null && c.Kind == SchoolCodeKind.FisOko).Select(c => new { c.SchoolId, c.Value }).ToListAsync(cancellationToken))
            .ToLookup(c => c.SchoolId, c => c.Value);
        var answers = (await db.MonitoringSubmissions.AsNoTracking().Include(s => s.Answers).Where(s => s.RoundId == id).ToListAsync(cancellationToken)).ToDictionary(s => s.Id, s => s.Answers);
        var rows =
            from school in schools
            from item in Cycle.Items.Where(i => i.Kind != MonitoringItemKind.File)
            select new[]
            {
                codes[school.SchoolId].FirstOrDefault() ?? "", school.School, school.Municipality, item.Title, answers[school.Id].FirstOrDefault(a => a.ItemId == item.Id)?.Value.Shown ?? "",
            };
        return File(TemplateWorkbook.Write(AnswersTemplate.Template, [.. rows]), TemplateWorkbook.ContentType, $"Мониторинг {Cycle.Year}, {Round.Title}, форма.xlsx");
    }

    public async Task<IActionResult> OnPostCheckAsync(int id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var (plan, refusal) = await import.PlanAsync(Cycle, Round, Form.File, Form.Text, await actors.CurrentAsync(cancellationToken), Today, cancellationToken);
        Plan = plan;
        if (refusal is not null)
        {
            ModelState.AddModelError("", refusal);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostApplyAsync(int id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var refusal = ModelState.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage).FirstOrDefault();
        var answers = AnswersImport.Accepted(Form.Accepted);
        if (refusal is null && answers is null)
        {
            refusal = "Записывать нечего: загрузите файл и проверьте, что прочитано.";
        }

        if (refusal is null)
        {
            (var read, refusal) = Read(answers!);
            if (refusal is null)
            {
                (var handedIn, refusal) = await desk.FillManyAsync(
                    Cycle, Round, read, Form.HandIn, await actors.CurrentAsync(cancellationToken), Today, $"загрузка ответов «{Form.FileName}»", cancellationToken);
                if (refusal is null)
                {
                    TempData["Done"] = $"Записано: {RussianWords.Count(answers!.Count, "ответ", "ответа", "ответов")}, {RussianWords.Count(read.Count, "школа", "школы", "школ")}."
                        + (Form.HandIn ? $" Сдано на проверку: {RussianWords.Count(handedIn, "школа", "школы", "школ")}." : " Когда всё готово, сдайте сведения на проверку.");
                    return Redirect($"/monitoring/rounds/{id}");
                }
            }
        }

        db.ChangeTracker.Clear();
        ModelState.Clear();
        ModelState.AddModelError("", refusal!);
        return await ReadAsync(id, cancellationToken) ? Page() : NotFound();
    }

    /// <summary>Reads the confirmed answers again, as the check did: a form may say anything.</summary>
    private (Dictionary<int, (DateTimeOffset Seen, IReadOnlyList<(MonitoringItem Item, MonitoringValue? Value)> Values)> Read, string? Refusal) Read(IReadOnlyList<AcceptedAnswer> answers)
    {
        var read = new Dictionary<int, (DateTimeOffset, IReadOnlyList<(MonitoringItem, MonitoringValue?)>)>();
        foreach (var school in answers.GroupBy(a => a.Submission))
        {
            var values = new List<(MonitoringItem, MonitoringValue?)>();
            foreach (var answer in school.DistinctBy(a => a.Item))
            {
                if (Cycle.Items.FirstOrDefault(i => i.Id == answer.Item) is not { } item || AnswersImport.Read(item, answer.Written) is not ({ } value, null))
                {
                    return ([], "Ответы не те, что были показаны: загрузите файл заново.");
                }

                values.Add((item, value));
            }

            read[school.Key] = (school.First().Seen, values);
        }

        return (read, null);
    }

    /// <summary>An opened round with schools of the reader.</summary>
    private async Task<bool> ReadAsync(int id, CancellationToken cancellationToken)
    {
        if (await queries.CycleOfAsync(id, cancellationToken) is not { OpenedAt: not null } cycle)
        {
            return false;
        }

        (Cycle, Round, Today) = (cycle, cycle.Rounds.Single(r => r.Id == id), await person.TodayAsync());
        return true;
    }
}
