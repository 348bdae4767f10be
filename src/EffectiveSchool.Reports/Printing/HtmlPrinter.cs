using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace EffectiveSchool.Reports.Printing;

/// <summary>Turns a Razor component into an HTML string outside any request. Safe for use from several threads.</summary>
public sealed class HtmlPrinter : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly ILoggerFactory _logs;

    /// <summary>A printer whose components get no services: everything they show comes in their parameters.</summary>
    public HtmlPrinter(ILoggerFactory? logs = null)
    {
        // The default encoder would write every Cyrillic letter as &#x421;.
        _services = new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();
        _logs = logs ?? NullLoggerFactory.Instance;
    }

    /// <summary>Renders <typeparamref name="TComponent"/> with the parameters named.</summary>
    public async Task<string> RenderAsync<TComponent>(IReadOnlyDictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        ArgumentNullException.ThrowIfNull(parameters);
        await using var renderer = new HtmlRenderer(_services, _logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(new Dictionary<string, object?>(parameters, StringComparer.Ordinal)));
            return root.ToHtmlString();
        });
    }

    /// <summary>Renders a component whose one parameter is called <c>Model</c>.</summary>
    public Task<string> RenderAsync<TComponent>(object model)
        where TComponent : IComponent =>
        RenderAsync<TComponent>(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Model"] = model });

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
