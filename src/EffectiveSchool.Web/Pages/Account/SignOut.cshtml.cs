using EffectiveSchool.Data.Users;
using Microsoft.AspNetCore.Identity;

namespace EffectiveSchool.Web.Pages.Account;

[Authorize(Policies.ReadFigures)]
public sealed class SignOutModel(SignInManager<PortalUser> signIn) : PageModel
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        return Redirect("/sign-in");
    }
}
