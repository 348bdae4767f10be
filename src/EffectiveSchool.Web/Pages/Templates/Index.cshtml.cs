using EffectiveSchool.Web.Templates;

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
