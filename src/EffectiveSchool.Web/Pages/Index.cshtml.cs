using EffectiveSchool.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EffectiveSchool.Web.Pages;

[Authorize(Policies.ReadFigures)]
public sealed class IndexModel : PageModel
{
    public void OnGet()
    {
    }
}
