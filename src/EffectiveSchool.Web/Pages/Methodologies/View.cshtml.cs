using EffectiveSchool.Data.Lists;
using EffectiveSchool.Domain.Identification;
using Npgsql;

namespace EffectiveSchool.Web.Pages.Methodologies;

/// <summary>A list judged by a version.</summary>
public sealed record ListByMethodology(int Id, int ForYear, int ResultsYear, ListState State, MethodologyKind Kind);

[Authorize(Policies.ReadFigures)]
public sealed class ViewModel(PortalDb db, Person person) : PageModel
{
    public StoredMethodology Stored { get; private set; } = null!;

    public DateTimeOffset CreatedAt { get; private set; }

    public IReadOnlyList<StoredMethodology> Versions { get; private set; } = [];

    public IReadOnlyList<ListByMethodology> Lists { get; private set; } = [];

    public bool MayManage => person.May(Policies.ManageLists);

    /// <summary>Why the version cannot be removed; null where it can.</summary>
    public string? WhyKept => Lists.Count > 0 ? "По этой версии уже рассчитан перечень: она не меняется и не удаляется."
        : Versions.Count == 1 ? "Это единственная версия методики: удалить её нельзя, запишите новую."
        : null;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken) =>
        await ReadAsync(id, cancellationToken) ? Page() : NotFound();

    /// <summary>A version that judged no list yet may be removed: immutable means once used (domain.md §5).</summary>
    [HandlerPolicy(Policies.ManageLists)]
    public async Task<IActionResult> OnPostDeleteAsync(int id, [FromForm] string? reason, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var refusal = WhyKept ?? (string.IsNullOrWhiteSpace(reason) ? "Укажите причину, по которой версия удаляется: она останется в журнале." : null);
        if (refusal is null)
        {
            db.Reason = reason!.Trim();
            db.Methodologies.Remove(Stored);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                TempData["Done"] = $"Версия {Stored.Version} методики «{Stored.Definition.Title}» удалена.";
                return Redirect("/methodologies");
            }
            catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation })
            {
                refusal = "По этой версии только что рассчитали перечень: она больше не удаляется.";
            }
        }

        TempData["Refused"] = refusal;
        return Redirect($"/methodologies/{id}");
    }

    private async Task<bool> ReadAsync(int id, CancellationToken cancellationToken)
    {
        if (await db.Methodologies.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, cancellationToken) is not { } stored)
        {
            return false;
        }

        Stored = stored;
        CreatedAt = await person.LocalAsync(stored.CreatedAt);
        Versions = await db.Methodologies.AsNoTracking()
            .Where(m => m.RegionId == stored.RegionId && m.Code == stored.Code)
            .OrderByDescending(m => m.Version)
            .ToListAsync(cancellationToken);
        Lists = await db.Lists.Where(l => l.MethodologyId == id)
            .OrderByDescending(l => l.ForYear).ThenByDescending(l => l.Id)
            .Select(l => new ListByMethodology(l.Id, l.ForYear, l.ResultsYear, l.State, l.Kind))
            .ToListAsync(cancellationToken);
        return true;
    }
}
