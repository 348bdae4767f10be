using EffectiveSchool.Data.Curators;
using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Curators;

namespace EffectiveSchool.Web.Pages.Admin.Users;

/// <summary>A school of a curator with the order that gives it; null where no order was written down.</summary>
public sealed record CuratorSchoolLine(string School, CuratorAssignment? Assignment);

/// <summary>
/// What the orders say of an account's schools: an assignment is the one source of a curator's access (ADR 0020), so a form
/// does not take away what an order gives, nor give back what an order has ended.
/// </summary>
public static class CuratorOrders
{
    /// <summary>Why the role and schools that the account has now, unsaved, contradict its orders; null where they do not.</summary>
    public static async Task<string?> RefuseAsync(PortalDb db, PortalUser user, DateOnly today, CancellationToken cancellationToken)
    {
        var assignments = await db.CuratorAssignments.AsNoTracking().Where(a => a.CuratorId == user.Id).ToListAsync(cancellationToken);
        var open = assignments.Where(a => a.IsOpenOn(today)).ToList();
        if (user.Role != PortalRole.Curator)
        {
            return open.Count == 0
                ? null
                : $"За куратором закреплено приказами: {RussianWords.Count(open.Count, "школа", "школы", "школ")}. Сначала передайте их или завершите закрепление на его странице в разделе «Кураторы», затем меняйте роль.";
        }

        var given = user.Schools.Select(s => s.SchoolId).ToHashSet();
        var ordered = CuratorAssignment.SchoolsOn(today, given, assignments);
        if (ordered.SetEquals(given))
        {
            return null;
        }

        var id = ordered.Except(given).Concat(given.Except(ordered)).First();
        var school = await db.Schools.Where(s => s.Id == id).Select(s => s.Name).FirstOrDefaultAsync(cancellationToken) ?? "школа";
        var last = assignments.Where(a => a.SchoolId == id).OrderBy(a => a.IsOpenOn(today)).ThenBy(a => a.From).Last();
        var order = new CuratorOrder(last.OrderNumber, last.OrderDate).Grounds;
        return (ordered.Contains(id), last.IsOpenOn(today)) switch
        {
            (true, _) => $"«{school}» закреплена за куратором с {RussianFigures.Date(last.From)}, {order}. Здесь её не убрать: завершите закрепление на странице куратора в разделе «Кураторы».",
            (_, true) => $"Закрепление за «{school}» начнётся {RussianFigures.Date(last.From)}, {order}: в этот день доступ откроется сам. Уберите школу из списка.",
            _ => $"Закрепление за «{school}» завершено {RussianFigures.Date(last.Until)}, {order}. Чтобы вернуть школу, закрепите её новым приказом в разделе «Кураторы».",
        };
    }

    /// <summary>The schools of a curator's account with their orders, by name.</summary>
    public static async Task<IReadOnlyList<CuratorSchoolLine>> LinesAsync(PortalDb db, PortalUser user, DateOnly today, CancellationToken cancellationToken)
    {
        var ids = user.Schools.Select(s => s.SchoolId).ToList();
        var assignments = await db.CuratorAssignments.AsNoTracking().Where(a => a.CuratorId == user.Id).Open(today).ToListAsync(cancellationToken);
        var schools = await db.Schools.Where(s => ids.Contains(s.Id)).OrderBy(s => s.Name).Select(s => new { s.Id, s.Name }).ToListAsync(cancellationToken);
        return [.. schools.Select(s => new CuratorSchoolLine(s.Name, assignments.Find(a => a.SchoolId == s.Id && a.RunsOn(today))))];
    }
}
