using EffectiveSchool.Data.Lists;
using EffectiveSchool.Data.Objections;
using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain.Files;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Objections;
using EffectiveSchool.Reports.Lists;
using EffectiveSchool.Web.Files;
using EffectiveSchool.Web.Pages.Lists;
using EffectiveSchool.Web.Pages.Results;
using FluentValidation;

namespace EffectiveSchool.Web.Pages.Objections;

public sealed record NewObjectionForm
{
    /// <summary>«rule», or the key of a marker: «2023 ВПР 5 РУ».</summary>
    public string? What { get; init; }

    public int? Participants { get; init; }

    public int? Failed { get; init; }

    public string? Grounds { get; init; }

    public List<IFormFile> Files { get; init; } = [];
}

public sealed class NewObjectionFormValidator : AbstractValidator<NewObjectionForm>
{
    public NewObjectionFormValidator()
    {
        RuleFor(f => f.What).NotEmpty().WithMessage("Выберите, что оспаривается: число или применение правила.");
        When(f => f.What is not (null or NewModel.Rule), () =>
        {
            RuleFor(f => f.Participants).NotNull().WithMessage("Укажите, сколько было участников.");
            RuleFor(f => f.Failed).NotNull().WithMessage("Укажите, сколько не преодолели порог.");
        });
        RuleFor(f => f.Grounds).NotEmpty().WithMessage("Укажите основания возражения: чем подтверждается, что в перечне ошибка.");
        RuleFor(f => f.Grounds).MaximumLength(Objection.LongestText).WithMessage($"Основания длиннее {Objection.LongestText} знаков. Сократите их, подробности приложите файлом.");
    }
}

/// <summary>Submits an objection of one school to a preliminary list.</summary>
[Authorize(Policies.SubmitObjections)]
[RefuseTooMuch]
public sealed class NewModel(PortalDb db, ListDocuments documents, ObjectionDesk desk, ListRuns runs, Attachments attachments, Authors authors, Person person) : PageModel
{
    public const string Rule = "rule";

    [BindProperty]
    public NewObjectionForm Form { get; set; } = new();

    public ListHeading Heading { get; private set; } = null!;

    public DateOnly? Until { get; private set; }

    /// <summary>Why nothing is accepted; null where it is.</summary>
    public string? Closed { get; private set; }

    /// <summary>The school; null where one is still to be chosen.</summary>
    public ListRow? School { get; private set; }

    /// <summary>Schools to choose from.</summary>
    public IReadOnlyList<(int Id, string Name)> Schools { get; private set; } = [];

    /// <summary>Markers whose number may be contested, newest year first.</summary>
    public IReadOnlyList<LowResultMarker> Markers => School is null ? [] : [.. School.Verdict.Markers.OrderByDescending(m => m.Year)];

    public static string KeyOf(LowResultMarker marker) => $"{marker.Year} {marker.Procedure}";

    public async Task<IActionResult> OnGetAsync(int id, [FromQuery] int? school, [FromQuery] string? what, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, school, cancellationToken))
        {
            return NotFound();
        }

        Form = new NewObjectionForm { What = what };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, [FromQuery] int? school, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, school, cancellationToken) || School is null)
        {
            return NotFound();
        }

        var files = Attachments.Check(Form.Files, DocumentKinds.Evidence, cancellationToken);
        if (files.Refusal is not null)
        {
            ModelState.AddModelError("Form.Files", files.Refusal);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var side = person.Role == PortalRole.Principal ? ObjectionSide.School : ObjectionSide.Municipality;
        var marker = Markers.FirstOrDefault(m => KeyOf(m) == Form.What);
        if (marker is null && Form.What != Rule)
        {
            ModelState.AddModelError("Form.What", "Выберите процедуру и год из списка.");
            return Page();
        }

        var number = marker is null ? null : new ClaimedNumber(marker.Procedure, marker.Year, Form.Participants!.Value, Form.Failed!.Value);
        var (objection, refusal) = await desk.SubmitAsync(
            new ObjectionClaim(id, School.SchoolId, side, number, Form.Grounds),
            await authors.CurrentAsync(cancellationToken),
            owner => attachments.StoreAsync(files.Documents, owner, cancellationToken),
            cancellationToken);
        if (refusal is not null)
        {
            ModelState.AddModelError("", refusal);
            return Page();
        }

        TempData["Done"] = $"Возражение № {objection} подано. Здесь появятся решение и его причина.";
        return Redirect($"/objections/{objection}");
    }

    private async Task<bool> ReadAsync(int id, int? schoolId, CancellationToken cancellationToken)
    {
        if (await documents.CoverAsync(id, cancellationToken) is not { } cover)
        {
            return false;
        }

        Heading = cover.Heading;
        var list = await db.Lists.AsNoTracking().SingleAsync(l => l.Id == id, cancellationToken);
        Until = list.ObjectionsUntil;
        Closed = list.RefuseObjection(await runs.TodayAsync(list.RegionId, cancellationToken));
        schoolId ??= person.Scope.SchoolIds is [var own] ? own : null;
        if (schoolId is { } chosen)
        {
            School = (await documents.SchoolAsync(id, chosen, cancellationToken))?.Row;
            return School is not null;
        }

        Schools = [.. (await db.ListSchools.Where(s => s.ListId == id).OrderBy(s => s.Name).Select(s => new { s.SchoolId, s.Name }).ToListAsync(cancellationToken)).Select(s => (s.SchoolId, s.Name))];
        return true;
    }
}
