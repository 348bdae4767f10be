using System.Globalization;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Domain.Results;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EffectiveSchool.Web.Pages.Admin.Reference;

/// <summary>A region's own threshold as the page shows it.</summary>
public sealed record ThresholdRow(int Id, string Region, string Procedure, int Year, int LeastScore);

public sealed record ThresholdForm
{
    public int? RegionId { get; init; }

    public int? ProcedureId { get; init; }

    public int? Year { get; init; }

    public int? LeastScore { get; init; }
}

public sealed class ThresholdFormValidator : AbstractValidator<ThresholdForm>
{
    public ThresholdFormValidator()
    {
        RuleFor(f => f.RegionId).NotNull().WithMessage("Выберите регион.");
        RuleFor(f => f.ProcedureId).NotNull().WithMessage("Выберите процедуру.");
        RuleFor(f => f.Year).NotNull().InclusiveBetween(2000, 2100).WithMessage("Укажите год процедуры четырьмя цифрами.");
        RuleFor(f => f.LeastScore).NotNull().InclusiveBetween(0, 100).WithMessage("Укажите балл от 0 до 100.");
    }
}

/// <summary>The least scores that are not failed: the shipped ones and those a region has set for a year.</summary>
[Authorize(Policies.Administer)]
public sealed class ThresholdsModel(PortalDb db) : PageModel
{
    /// <summary>The shipped thresholds in the order of every matrix.</summary>
    public static IReadOnlyList<(string Procedure, int Least)> Shipped { get; } =
        [.. Domain.Results.Procedures.Federal.Select(p => (p.Code, Least: ExamThresholds.Of(p.Code))).Where(p => p.Least is not null).Select(p => (p.Code, p.Least!.Value))];

    [BindProperty]
    public ThresholdForm Form { get; set; } = new();

    public IReadOnlyList<ThresholdRow> Rows { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Regions { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Procedures { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var region = await db.Regions.SingleOrDefaultAsync(r => r.Id == Form.RegionId, cancellationToken);
        var procedure = await Exams().SingleOrDefaultAsync(p => p.Id == Form.ProcedureId, cancellationToken);
        if (!ModelState.IsValid || region is null || procedure is null || Form.Year is not { } year || Form.LeastScore is not { } least)
        {
            await ReadAsync(cancellationToken);
            return Page();
        }

        var row = await db.ExamThresholds.SingleOrDefaultAsync(t => t.RegionId == region.Id && t.ProcedureId == procedure.Id && t.Year == year, cancellationToken);
        if (row is null)
        {
            db.ExamThresholds.Add(new ExamThreshold { RegionId = region.Id, ProcedureId = procedure.Id, Year = year, LeastScore = least });
        }
        else
        {
            row.LeastScore = least;
        }

        await db.SaveChangesAsync(cancellationToken);
        TempData["Done"] = $"Минимальный балл установлен: {procedure.Code}, {year} год, {region.Name} — {least}. Уже записанные результаты не меняются.";
        return Redirect("/admin/reference/thresholds");
    }

    public async Task<IActionResult> OnPostRemoveAsync(int id, CancellationToken cancellationToken)
    {
        if (await db.ExamThresholds.SingleOrDefaultAsync(t => t.Id == id, cancellationToken) is { } row)
        {
            db.ExamThresholds.Remove(row);
            await db.SaveChangesAsync(cancellationToken);
            TempData["Done"] = "Балл региона убран: действует общий.";
        }
        else
        {
            TempData["Refused"] = "Этого балла уже нет.";
        }

        return Redirect("/admin/reference/thresholds");
    }

    private IQueryable<ProcedureRow> Exams() => db.Procedures.Where(p => p.Kind == ProcedureKind.Oge || p.Kind == ProcedureKind.Ege);

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        Rows = await (
            from row in db.ExamThresholds
            join region in db.Regions on row.RegionId equals region.Id
            join procedure in db.Procedures on row.ProcedureId equals procedure.Id
            orderby region.Name, row.Year descending, procedure.Position
            select new ThresholdRow(row.Id, region.Name, procedure.Code, row.Year, row.LeastScore)).ToListAsync(cancellationToken);
        Regions = await db.Regions.OrderBy(r => r.Name).Select(r => new SelectListItem(r.Name, r.Id.ToString(CultureInfo.InvariantCulture))).ToListAsync(cancellationToken);
        Procedures = await Exams().OrderBy(p => p.Position).Select(p => new SelectListItem(p.Code, p.Id.ToString(CultureInfo.InvariantCulture))).ToListAsync(cancellationToken);
    }
}
