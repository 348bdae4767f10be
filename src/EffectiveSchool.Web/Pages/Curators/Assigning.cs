using EffectiveSchool.Data.Curators;
using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Curators;
using EffectiveSchool.Web.Pages.Admin.Users;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EffectiveSchool.Web.Pages.Curators;

/// <summary>Changes of assignments: each is one transaction with its journal and with the schools that accounts then have.</summary>
public sealed class Assigning(PortalDb db, AccountKeeping keeping, Person person)
{
    private const string NoSuchCurator = "Такого куратора нет или его вход закрыт: выберите другого.";

    /// <summary>Curators who may be given schools.</summary>
    public async Task<List<SelectListItem>> CuratorsAsync(Guid? except, CancellationToken cancellationToken) =>
    [
        .. (await db.Users.AsNoTracking().Where(u => u.Role == PortalRole.Curator && !u.IsClosed && u.Id != except).ToListAsync(cancellationToken))
            .Select(u => new SelectListItem($"{u.DisplayName} — {u.FullName ?? u.Email}", u.Id.ToString())).OrderBy(i => i.Text, StringComparer.Ordinal),
    ];

    /// <summary>Assigns schools to a curator. Returns a refusal, in which case nothing has changed, or null.</summary>
    public Task<string?> AssignAsync(AssignForm form, CancellationToken cancellationToken) => keeping.ChangeAsync(
        async () =>
        {
            var order = new CuratorOrder(form.OrderNumber, form.OrderDate!.Value);
            if (order.Problem(form.From!.Value) is { } problem)
            {
                return problem;
            }

            if (await FindAsync(form.CuratorId, cancellationToken) is not { } curator)
            {
                return NoSuchCurator;
            }

            var schools = await db.Schools.Where(s => form.Schools.Contains(s.Id)).Select(s => new { s.Id, s.Name, s.RegionId }).ToListAsync(cancellationToken);
            if (schools.Count != form.Schools.Distinct().Count())
            {
                return "Одной из отмеченных школ в реестре больше нет: откройте страницу заново.";
            }

            var held = await db.CuratorAssignments.AsNoTracking().Where(a => a.CuratorId == curator.Id && form.Schools.Contains(a.SchoolId)).Open(form.From.Value).FirstOrDefaultAsync(cancellationToken);
            if (held is not null)
            {
                return $"«{schools.Single(s => s.Id == held.SchoolId).Name}» уже закреплена за этим куратором с {RussianFigures.Date(held.From)}. Снимите отметку или сначала завершите то закрепление.";
            }

            db.CuratorAssignments.AddRange(schools.Select(s => CuratorAssignment.By(order, curator, s.RegionId, s.Id, form.From.Value)));
            await keeping.RenewGrantsAsync([curator.Id], order.Grounds, cancellationToken);
            return null;
        },
        cancellationToken);

    /// <summary>Hands chosen schools of one curator over to another. Returns a refusal, in which case nothing has changed, or null.</summary>
    public Task<string?> HandOverAsync(Guid former, AssignForm form, CancellationToken cancellationToken) => keeping.ChangeAsync(
        async () =>
        {
            var order = new CuratorOrder(form.OrderNumber, form.OrderDate!.Value);
            if (order.Problem(form.From!.Value) is { } problem)
            {
                return problem;
            }

            if (await FindAsync(form.CuratorId, cancellationToken) is not { } successor)
            {
                return NoSuchCurator;
            }

            var (refusal, schools) = await CuratorHandOver.HandOverAsync(db, former, successor, order, form.From.Value, form.Schools, cancellationToken);
            if (refusal is not null || schools != form.Schools.Distinct().Count())
            {
                return refusal ?? $"Не все отмеченные школы закреплены за куратором на {RussianFigures.Date(form.From)}: откройте страницу заново.";
            }

            await keeping.RenewGrantsAsync([former, successor.Id], $"передача школ: {order.Grounds}", cancellationToken);
            return null;
        },
        cancellationToken);

    /// <summary>Ends an assignment. Returns a refusal, in which case nothing has changed, or null.</summary>
    public Task<string?> EndAsync(int assignmentId, EndForm form, CancellationToken cancellationToken) => keeping.ChangeAsync(
        async () =>
        {
            var assignment = await db.CuratorAssignments.SingleAsync(a => a.Id == assignmentId, cancellationToken);
            if (assignment.End(form.LastDay!.Value, form.Reason) is { } refusal)
            {
                return refusal;
            }

            await keeping.RenewGrantsAsync([assignment.CuratorId], form.Reason.Trim(), cancellationToken);
            return null;
        },
        cancellationToken);

    private async Task<CuratorPerson?> FindAsync(Guid? id, CancellationToken cancellationToken) =>
        await db.Users.IgnoreAutoIncludes().Where(u => u.Id == id && u.Role == PortalRole.Curator && !u.IsClosed && u.RegionId == person.Scope.RegionId)
            .Select(u => new CuratorPerson(u.Id, u.DisplayName)).SingleOrDefaultAsync(cancellationToken);
}
