using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace EffectiveSchool.Web.Pages;

[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ErrorModel(ILogger<ErrorModel> log) : PageModel
{
    public string Number { get; private set; } = "";

    public void OnGet() => Show();

    public void OnPost() => Show();

    private void Show()
    {
        Number = Activity.Current?.TraceId.ToHexString()[..12] ?? HttpContext.TraceIdentifier;
        if (HttpContext.Features.Get<IExceptionHandlerPathFeature>() is { } fault)
        {
            log.LogError(fault.Error, "Fault {Number} at {Path}", Number, fault.Path);
        }
    }
}
