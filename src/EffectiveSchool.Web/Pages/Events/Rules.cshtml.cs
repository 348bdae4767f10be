using EffectiveSchool.Data.Events;
using EffectiveSchool.Domain.Events;

namespace EffectiveSchool.Web.Pages.Events;

/// <summary>Words and norms of events as data of a region.</summary>
[Authorize(Policies.KeepEventRules)]
public sealed class RulesModel(PortalDb db, EventDesk desk) : PageModel
{
    /// <summary>Empty rows for what is added.</summary>
    private const int EmptyRows = 2;

    [FromQuery(Name = "region")]
    public int? Asked { get; set; }

    [BindProperty]
    public RulesForm Form { get; set; } = new();

    public int RegionId { get; private set; }

    public string? Region { get; private set; }

    public IReadOnlyList<(int Id, string Name)> Regions { get; private set; } = [];

    public IReadOnlyList<(int Id, string Name)> Programmes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
        {
            return NotFound();
        }

        var rules = await desk.RulesAsync(RegionId, cancellationToken);
        Form = new RulesForm
        {
            MaterialDays = rules.MaterialDays,
            Kinds = [.. rules.Kinds.Select(k => new KindRowForm { Name = k.Name, Nature = k.Nature }), .. Enumerable.Range(0, EmptyRows).Select(_ => new KindRowForm())],
            Norms = [.. rules.Norms.Select(NormRowForm.Of), .. Enumerable.Range(0, EmptyRows).Select(_ => new NormRowForm())],
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken) || Region is null)
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            if (await SaveAsync(cancellationToken) is not { } refusal)
            {
                TempData["Done"] = "Виды и нормы сохранены.";
                return Redirect($"/events/rules?region={RegionId}");
            }

            ModelState.AddModelError("", refusal);
        }

        return Page();
    }

    private async Task<string?> SaveAsync(CancellationToken cancellationToken)
    {
        var norms = Form.Norms.Where(n => !string.IsNullOrWhiteSpace(n.Name)).Select(n => n.ToNorm()).ToList();
        if (norms.Exists(n => n.ProgrammeId is { } id && Programmes.All(p => p.Id != id)))
        {
            return "Такой программы в регионе нет: выберите другую.";
        }

        var rules = await desk.RulesAsync(RegionId, cancellationToken);
        var refusal = rules.Write([.. Form.Kinds.Where(k => !string.IsNullOrWhiteSpace(k.Name)).Select(k => new EventKind(k.Name!.Trim(), k.Nature))], norms, Form.MaterialDays!.Value);
        if (refusal is not null)
        {
            return refusal;
        }

        if (db.Entry(rules).State == EntityState.Detached)
        {
            db.EventRules.Add(rules);
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return null;
        }
        catch (DbUpdateException)
        {
            return "Виды и нормы только что изменил кто-то другой. Откройте страницу заново.";
        }
    }

    /// <summary>The region asked for, or the first; a region that the person does not see is none.</summary>
    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        Regions = (await db.Regions.OrderBy(r => r.Id).Select(r => new { r.Id, r.Name }).ToListAsync(cancellationToken)).ConvertAll(r => (r.Id, r.Name));
        if (Regions.Count == 0)
        {
            return Asked is null;
        }

        if (Asked is { } asked && Regions.All(r => r.Id != asked))
        {
            return false;
        }

        (RegionId, Region) = Asked is { } id ? Regions.First(r => r.Id == id) : Regions[0];
        Programmes = (await db.Programmes.Where(p => p.RegionId == RegionId && p.SchoolId == null).OrderBy(p => p.Name).Select(p => new { p.Id, p.Name }).ToListAsync(cancellationToken)).ConvertAll(p => (p.Id, p.Name));
        return true;
    }
}
