using EffectiveSchool.Data.Lists;
using EffectiveSchool.Data.Results;
using EffectiveSchool.Domain.Identification;
using EffectiveSchool.Domain.Registry;
using FluentValidation;

namespace EffectiveSchool.Web.Pages.Admin.Reference;

public sealed record NotHeldForm
{
    public int? RegionId { get; init; }

    public int? ProcedureId { get; init; }

    public int? Year { get; init; }
}

/// <summary>A procedure that was not held, as the page shows it.</summary>
public sealed record NotHeldRow(int Id, string Region, string Procedure, int Year);

/// <summary>A region with what hangs on it.</summary>
public sealed record RegionRow(int Id, string Code, string Name, string TimeZone, int Municipalities, int Schools, int Users);

[Authorize(Policies.Administer)]
public sealed class IndexModel(PortalDb db, TimeProvider clock) : PageModel
{
    private const int FirstYear = 2000;

    [BindProperty]
    public NotHeldForm NotHeld { get; set; } = new();

    [BindProperty]
    public RegionForm Region { get; set; } = new();

    public IReadOnlyList<ProcedureRow> Procedures { get; private set; } = [];

    public IReadOnlyList<NotHeldRow> NotHeldRows { get; private set; } = [];

    public IReadOnlyList<RegionRow> Regions { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAddNotHeldAsync(CancellationToken cancellationToken)
    {
        var region = await db.Regions.SingleOrDefaultAsync(r => r.Id == NotHeld.RegionId, cancellationToken);
        var procedure = await db.Procedures.SingleOrDefaultAsync(p => p.Id == NotHeld.ProcedureId, cancellationToken);
        var lastYear = clock.GetUtcNow().Year + 1;
        if (region is null || procedure is null || NotHeld.Year is not { } year || year < FirstYear || year > lastYear)
        {
            return Refuse($"Укажите регион, процедуру и год от {FirstYear} до {lastYear}.");
        }

        if (await db.NotHeld.AnyAsync(n => n.RegionId == region.Id && n.ProcedureId == procedure.Id && n.Year == year, cancellationToken))
        {
            return Refuse($"«{procedure.Code}» за {year} год уже отмечена как не проводившаяся.");
        }

        var stored = await db.Results.CountAsync(r => r.RegionId == region.Id && r.ProcedureId == procedure.Id && r.Year == year, cancellationToken);
        if (stored > 0)
        {
            return Refuse($"За {year} год загружены результаты процедуры «{procedure.Code}» ({Domain.RussianWords.Count(stored, "школа", "школы", "школ")}): она проводилась. Сначала отмените загрузку.");
        }

        db.NotHeld.Add(new NotHeldProcedure { RegionId = region.Id, ProcedureId = procedure.Id, Year = year });
        await db.SaveChangesAsync(cancellationToken);
        return Done($"Отмечено: «{procedure.Code}» в {year} году не проводилась, {region.Name}.");
    }

    public async Task<IActionResult> OnPostRemoveNotHeldAsync(int id, CancellationToken cancellationToken)
    {
        if (await db.NotHeld.SingleOrDefaultAsync(n => n.Id == id, cancellationToken) is not { } row)
        {
            return Refuse("Этой отметки уже нет.");
        }

        db.NotHeld.Remove(row);
        await db.SaveChangesAsync(cancellationToken);
        return Done("Отметка снята.");
    }

    public async Task<IActionResult> OnPostAddRegionAsync(CancellationToken cancellationToken)
    {
        // The other form of the page is empty and not asked for.
        if (RegionErrors() is { Length: > 0 } errors)
        {
            return Refuse(errors);
        }

        if (await db.Regions.AnyAsync(r => r.Code == Region.Code.Trim(), cancellationToken))
        {
            return Refuse($"Регион с кодом {Region.Code.Trim()} уже есть.");
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var region = new Region { Code = Region.Code.Trim(), Name = Region.Name.Trim(), TimeZone = Region.TimeZone };
        db.Regions.Add(region);
        await db.SaveChangesAsync(cancellationToken);

        // A region begins with both wordings of the rule; its coordinator adds more.
        db.Methodologies.AddRange(Data.Lists.Methodologies.PresetsFor(region, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        TempData["Done"] = "Регион добавлен. Теперь добавьте его муниципалитеты.";
        return Redirect($"/admin/reference/regions/{region.Id}");
    }

    private string RegionErrors() => string.Join(' ', ModelState
        .Where(e => e.Key.StartsWith(nameof(Region), StringComparison.Ordinal))
        .SelectMany(e => e.Value!.Errors)
        .Select(e => e.ErrorMessage));

    private RedirectResult Done(string sentence)
    {
        TempData["Done"] = sentence;
        return Redirect("/admin/reference");
    }

    private RedirectResult Refuse(string sentence)
    {
        TempData["Refused"] = sentence;
        return Redirect("/admin/reference");
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        Procedures = await db.Procedures.AsNoTracking().OrderBy(p => p.Position).ToListAsync(cancellationToken);
        NotHeldRows = await (
            from row in db.NotHeld
            join region in db.Regions on row.RegionId equals region.Id
            join procedure in db.Procedures on row.ProcedureId equals procedure.Id
            orderby region.Name, row.Year descending, procedure.Position
            select new NotHeldRow(row.Id, region.Name, procedure.Code, row.Year)).ToListAsync(cancellationToken);
        Regions = await db.Regions.OrderBy(r => r.Name)
            .Select(r => new RegionRow(
                r.Id,
                r.Code,
                r.Name,
                r.TimeZone,
                db.Municipalities.Count(m => m.RegionId == r.Id),
                db.Schools.Count(s => s.RegionId == r.Id),
                db.Users.Count(u => u.RegionId == r.Id)))
            .ToListAsync(cancellationToken);
    }
}
