using EffectiveSchool.Domain.Registry;
using FluentValidation;

namespace EffectiveSchool.Web.Pages.Admin.Reference;

public sealed record MunicipalityForm
{
    public int? Id { get; init; }

    public string Name { get; init; } = "";

    public string? FisOkoCode { get; init; }
}

public sealed class MunicipalityFormValidator : AbstractValidator<MunicipalityForm>
{
    public MunicipalityFormValidator()
    {
        RuleFor(f => f.Name).NotEmpty().WithMessage("Укажите название муниципалитета.");
        RuleFor(f => f.Name).MaximumLength(200).WithMessage("Название муниципалитета длиннее 200 знаков.");
        RuleFor(f => f.FisOkoCode).MaximumLength(50).WithMessage("Код ФИС ОКО длиннее 50 знаков.");
    }
}

/// <summary>A municipality with what hangs on it.</summary>
public sealed record MunicipalityRow(int Id, string Name, string? FisOkoCode, int Schools);

[Authorize(Policies.Administer)]
public sealed class RegionModel(PortalDb db) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty]
    public RegionForm Form { get; set; } = new();

    [BindProperty]
    public MunicipalityForm Municipality { get; set; } = new();

    public string Name { get; private set; } = "";

    public IReadOnlyList<MunicipalityRow> Municipalities { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await db.Regions.SingleOrDefaultAsync(r => r.Id == Id, cancellationToken) is not { } region)
        {
            return NotFound();
        }

        Name = region.Name;
        Form = new RegionForm
        {
            Code = region.Code,
            Name = region.Name,
            TimeZone = region.TimeZone,
            ObjectionDays = region.ObjectionDays,
            DigestAt = region.DigestAt,
            DigestOnWeekends = region.DigestOnWeekends,
        };
        Municipalities = await db.Municipalities.Where(m => m.RegionId == Id).OrderBy(m => m.Name)
            .Select(m => new MunicipalityRow(m.Id, m.Name, m.FisOkoCode, db.Schools.Count(s => s.MunicipalityId == m.Id)))
            .ToListAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await db.Regions.SingleOrDefaultAsync(r => r.Id == Id, cancellationToken) is not { } region)
        {
            return NotFound();
        }

        var code = Form.Code.Trim();
        if (ErrorsOf(nameof(Form)) is { Length: > 0 } errors)
        {
            return Refuse(errors);
        }

        if (await db.Regions.AnyAsync(r => r.Code == code && r.Id != Id, cancellationToken))
        {
            return Refuse($"Код {code} уже носит другой регион.");
        }

        region.Code = code;
        region.Name = Form.Name.Trim();
        region.TimeZone = Form.TimeZone;
        region.ObjectionDays = Form.ObjectionDays;
        region.DigestAt = Form.DigestAt;
        region.DigestOnWeekends = Form.DigestOnWeekends;
        await db.SaveChangesAsync(cancellationToken);
        return Done("Регион сохранён.");
    }

    public async Task<IActionResult> OnPostAddMunicipalityAsync(CancellationToken cancellationToken)
    {
        if (!await db.Regions.AnyAsync(r => r.Id == Id, cancellationToken))
        {
            return NotFound();
        }

        if (await RefusalAsync(cancellationToken) is { } refusal)
        {
            return Refuse(refusal);
        }

        db.Municipalities.Add(new Municipality { RegionId = Id, Name = Municipality.Name.Trim(), FisOkoCode = Code });
        await db.SaveChangesAsync(cancellationToken);
        return Done("Муниципалитет добавлен.");
    }

    public async Task<IActionResult> OnPostChangeMunicipalityAsync(CancellationToken cancellationToken)
    {
        if (await db.Municipalities.SingleOrDefaultAsync(m => m.Id == Municipality.Id && m.RegionId == Id, cancellationToken) is not { } municipality)
        {
            return NotFound();
        }

        if (await RefusalAsync(cancellationToken) is { } refusal)
        {
            return Refuse(refusal);
        }

        municipality.Name = Municipality.Name.Trim();
        municipality.FisOkoCode = Code;
        await db.SaveChangesAsync(cancellationToken);
        return Done("Муниципалитет сохранён.");
    }

    private string? Code => string.IsNullOrWhiteSpace(Municipality.FisOkoCode) ? null : Municipality.FisOkoCode.Trim();

    private async Task<string?> RefusalAsync(CancellationToken cancellationToken)
    {
        if (ErrorsOf(nameof(Municipality)) is { Length: > 0 } errors)
        {
            return errors;
        }

        // As the registry compares names: «алейский район» is «Алейский район».
        var asked = SchoolNames.ForSearch(Municipality.Name);
        var others = await db.Municipalities.Where(m => m.RegionId == Id && m.Id != Municipality.Id).Select(m => m.Name).ToListAsync(cancellationToken);
        return others.Find(o => SchoolNames.ForSearch(o) == asked) is { } same ? $"Муниципалитет «{same}» в этом регионе уже есть." : null;
    }

    /// <summary>Each form of the page is asked alone: the others come empty.</summary>
    private string ErrorsOf(string form) => string.Join(' ', ModelState
        .Where(e => e.Key.StartsWith(form + ".", StringComparison.Ordinal))
        .SelectMany(e => e.Value!.Errors)
        .Select(e => e.ErrorMessage));

    private RedirectResult Done(string sentence)
    {
        TempData["Done"] = sentence;
        return Redirect($"/admin/reference/regions/{Id}");
    }

    private RedirectResult Refuse(string sentence)
    {
        TempData["Refused"] = sentence;
        return Redirect($"/admin/reference/regions/{Id}");
    }
}
