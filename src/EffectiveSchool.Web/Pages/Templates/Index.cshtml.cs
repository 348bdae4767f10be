using EffectiveSchool.Web.Access;
using EffectiveSchool.Web.Templates;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EffectiveSchool.Web.Pages.Templates;

/// <summary>Templates of everything that the person may upload.</summary>
[Authorize(Policies.UploadResults)]
public sealed class IndexModel(Person person) : PageModel
{
    public IReadOnlyList<TemplateLink> Links { get; } = [.. TemplateLinks.For(person)];

    public void OnGet()
    {
    }
}
