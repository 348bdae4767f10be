using EffectiveSchool.Data.Lists;
using EffectiveSchool.Data.Mapping;
using Npgsql;

namespace EffectiveSchool.Web.Pages.Methodologies;

/// <summary>A new version of a methodology: a version that is there is never edited.</summary>
[Authorize(Policies.ManageLists)]
public sealed class NewModel(PortalDb db, TimeProvider clock) : PageModel
{
    [BindProperty]
    public MethodologyForm Form { get; set; } = new();

    public StoredMethodology From { get; private set; } = null!;

    /// <summary>Number the new version gets.</summary>
    public int Version { get; private set; }

    /// <summary>Procedures in the order of the matrix.</summary>
    public IReadOnlyList<string> Procedures { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromQuery] int from, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(from, cancellationToken))
        {
            return NotFound();
        }

        Form = MethodologyForm.Of(From.Definition);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromQuery] int from, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(from, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (Form.Kind != From.Definition.Kind)
        {
            ModelState.AddModelError("", "Вид методики в новой версии не меняется. Откройте форму заново.");
            return Page();
        }

        var definition = Form.ToMethodology(From.Code, Version, Procedures);
        foreach (var problem in definition.Problems())
        {
            ModelState.AddModelError("", problem);
        }

        if (Json.Write(definition with { Version = From.Version }) == Json.Write(From.Definition))
        {
            ModelState.AddModelError("", $"Новая версия ничем не отличается от версии {From.Version}. Измените хотя бы один параметр.");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var stored = new StoredMethodology
        {
            RegionId = From.RegionId, Code = From.Code, Version = Version, Definition = definition, CreatedAt = clock.GetUtcNow(),
        };
        db.Methodologies.Add(stored);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            ModelState.AddModelError("", $"Версию {Version} только что записал кто-то другой. Откройте методику заново и сравните.");
            return Page();
        }

        TempData["Done"] = $"Записана версия {Version}. Она доступна для новых перечней; прежние остаются при своей версии.";
        return Redirect($"/methodologies/{stored.Id}");
    }

    private async Task<bool> ReadAsync(int from, CancellationToken cancellationToken)
    {
        if (await db.Methodologies.AsNoTracking().SingleOrDefaultAsync(m => m.Id == from, cancellationToken) is not { } stored)
        {
            return false;
        }

        From = stored;
        Version = 1 + await db.Methodologies.Where(m => m.RegionId == stored.RegionId && m.Code == stored.Code).MaxAsync(m => m.Version, cancellationToken);
        Procedures = await db.Procedures.OrderBy(p => p.Position).Select(p => p.Code).ToListAsync(cancellationToken);
        return true;
    }
}
