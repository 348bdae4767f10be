using EffectiveSchool.Data.Files;
using EffectiveSchool.Domain.Files;

namespace EffectiveSchool.Web.Pages.Files;

/// <summary>An attached document, always saved and never shown; the scope decides whose documents there are.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class DownloadModel(FileStore files) : PageModel
{
    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (await files.OpenAsync(id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        // Even a browser that would show it runs nothing of it, and lets it ask for nothing.
        Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return File(found.Bytes, found.File.Kind.MediaType(), found.File.Name);
    }
}
