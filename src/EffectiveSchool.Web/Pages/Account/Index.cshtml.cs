using EffectiveSchool.Data.Users;
using EffectiveSchool.Web.Pages.Admin.Users;

namespace EffectiveSchool.Web.Pages.Account;

/// <summary>One's own account: what it is, password, second step.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class IndexModel(PortalDb db, Person person) : PageModel
{
    public PortalUser Account { get; private set; } = null!;

    public string Where { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == person.Id, cancellationToken) is not { } user)
        {
            return NotFound();
        }

        Account = user;
        var where = (await UserScope.WhereAsync(db, [user], cancellationToken))[user.Id];
        Where = where.Length > 0 ? where : "вся установка";
        return Page();
    }
}
