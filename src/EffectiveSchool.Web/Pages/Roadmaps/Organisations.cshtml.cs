using EffectiveSchool.Domain.Roadmaps;

namespace EffectiveSchool.Web.Pages.Roadmaps;

/// <summary>An organisation with the number of activities it answers for.</summary>
public sealed record OrganisationLine(int Id, string Name, int Activities);

/// <summary>Organisations that answer for activities: reference data of the region, corrected by its coordinator.</summary>
[Authorize(Policies.ManageProgrammes)]
public sealed class OrganisationsModel(PortalDb db, Person person) : PageModel
{
    public IReadOnlyList<OrganisationLine> Organisations { get; private set; } = [];

    public bool MayCorrect => person.Scope.SeesRegion;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Organisations = await db.Organisations.OrderBy(o => o.Name)
            .Select(o => new OrganisationLine(o.Id, o.Name, db.Responsibles.Count(r => r.OrganisationId == o.Id))).ToListAsync(cancellationToken);

    public async Task<IActionResult> OnPostAddAsync(string? name, CancellationToken cancellationToken)
    {
        var organisation = new ResponsibleOrganisation { RegionId = person.Scope.RegionId!.Value };
        return await SaveAsync(organisation.Rename(name) ?? await TakenAsync(organisation, cancellationToken), () => db.Organisations.Add(organisation), "Организация добавлена.", cancellationToken);
    }

    public async Task<IActionResult> OnPostRenameAsync(int organisation, string? name, CancellationToken cancellationToken)
    {
        if (!MayCorrect || await db.Organisations.SingleOrDefaultAsync(o => o.Id == organisation, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        var refusal = found.Rename(name) ?? await TakenAsync(found, cancellationToken);
        if (refusal is null)
        {
            // Activities show it under its present name; submitted reports keep the one they were submitted with.
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.Responsibles.Where(r => r.OrganisationId == organisation).ExecuteUpdateAsync(set => set.SetProperty(r => r.Name, found.Name), cancellationToken);
            var answer = await SaveAsync(null, null, "Организация переименована.", cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return answer;
        }

        return await SaveAsync(refusal, null, "", cancellationToken);
    }

    public async Task<IActionResult> OnPostRemoveAsync(int organisation, CancellationToken cancellationToken)
    {
        if (!MayCorrect || await db.Organisations.SingleOrDefaultAsync(o => o.Id == organisation, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        var used = await db.Responsibles.AnyAsync(r => r.OrganisationId == organisation, cancellationToken);
        return await SaveAsync(
            used ? "Организация отвечает за мероприятия: сначала замените её там." : null, () => db.Organisations.Remove(found), "Организация удалена из справочника.", cancellationToken);
    }

    private async Task<string?> TakenAsync(ResponsibleOrganisation organisation, CancellationToken cancellationToken) =>
        await db.Organisations.AnyAsync(o => o.Name == organisation.Name && o.Id != organisation.Id, cancellationToken) ? "Организация с таким названием уже есть." : null;

    private async Task<IActionResult> SaveAsync(string? refusal, Action? change, string done, CancellationToken cancellationToken)
    {
        if (refusal is not null)
        {
            TempData["Refused"] = refusal;
            return Redirect("/roadmaps/organisations");
        }

        change?.Invoke();
        await db.SaveChangesAsync(cancellationToken);
        TempData["Done"] = done;
        return Redirect("/roadmaps/organisations");
    }
}
