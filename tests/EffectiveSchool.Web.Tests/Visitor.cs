using AngleSharp;
using AngleSharp.Html.Dom;

namespace EffectiveSchool.Web.Tests;

/// <summary>A person at the portal: opens pages, fills forms, follows redirects, keeps cookies.</summary>
public sealed class Visitor(HttpClient http)
{
    public HttpClient Http => http;

    public async Task SignInAsync(string email, string password)
    {
        var page = await OpenAsync("/sign-in");
        await SubmitAsync(page, "form[method=post]", new() { ["Form.Email"] = email, ["Form.Password"] = password });
    }

    /// <summary>The page at the address; any status but 200 is a failure.</summary>
    public async Task<IDocument> OpenAsync(string address)
    {
        using var response = await http.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute));
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{address} → {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        return await ParseAsync(response);
    }

    /// <summary>The page that stands where nothing is found; any status but 404 is a failure.</summary>
    public async Task<IDocument> OpenMissingAsync(string address)
    {
        using var response = await http.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        return await ParseAsync(response);
    }

    public async Task<HttpStatusCode> StatusOfAsync(string address)
    {
        using var response = await http.GetAsync(new Uri(address, UriKind.Relative));
        return response.StatusCode;
    }

    public async Task<byte[]> DownloadAsync(string address) => await http.GetByteArrayAsync(new Uri(address, UriKind.Relative));

    /// <summary>Sends a form of the page (or the form of one of its buttons) with some fields filled in, and gives the page it leads to.</summary>
    public async Task<IDocument> SubmitAsync(
        IDocument page, string formSelector, Dictionary<string, string>? values = null, params (string Field, string FileName, byte[] Bytes)[] files)
    {
        using var response = await SendAsync(page, formSelector, values, files);
        return await ParseAsync(response);
    }

    /// <summary>As <see cref="SubmitAsync"/>, but gives the answer itself.</summary>
    public async Task<HttpResponseMessage> SendAsync(
        IDocument page, string formSelector, Dictionary<string, string>? values = null, params (string Field, string FileName, byte[] Bytes)[] files)
    {
        // A button stands for its form and sends it where the button says.
        var found = page.QuerySelector(formSelector);
        var form = (found as IHtmlButtonElement)?.Form ?? found as IHtmlFormElement;
        Assert.True(form is not null, $"No form «{formSelector}» on {page.Title}: {page.Body?.TextContent}");
        var fields = form.Elements
            .OfType<IHtmlElement>()
            .SelectMany(Values)
            .Where(f => values?.ContainsKey(f.Key) != true)
            .Concat(values ?? [])
            .ToList();
        var action = new Uri(new Uri(page.Url), (found!.GetAttribute("formaction") ?? form.GetAttribute("action")) is { Length: > 0 } target ? target : page.Url);
        if (files.Length == 0)
        {
            using var content = new FormUrlEncodedContent(fields);
            return await http.PostAsync(action, content);
        }

        using var multipart = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            multipart.Add(new StringContent(value), name);
        }

        foreach (var (field, fileName, bytes) in files)
        {
            multipart.Add(new ByteArrayContent(bytes), field, fileName);
        }

        return await http.PostAsync(action, multipart);
    }

    private static IEnumerable<KeyValuePair<string, string>> Values(IHtmlElement element) => element switch
    {
        IHtmlInputElement { Name: { Length: > 0 } name, Type: "checkbox" or "radio" } input => input.IsChecked ? [new(name, input.Value)] : [],
        IHtmlInputElement { Name: { Length: > 0 }, Type: "file" or "submit" } => [],
        IHtmlInputElement { Name: { Length: > 0 } name } input => [new(name, input.Value)],
        IHtmlTextAreaElement { Name: { Length: > 0 } name } area => [new(name, area.Value)],
        IHtmlSelectElement { Name: { Length: > 0 } name } select => select.Options.Where(o => o.IsSelected).Select(o => new KeyValuePair<string, string>(name, o.Value)),
        _ => [],
    };

    private static async Task<IDocument> ParseAsync(HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync();
        return await BrowsingContext.New(Configuration.Default)
            .OpenAsync(r => r.Content(html).Address(response.RequestMessage!.RequestUri!.ToString()).Status(response.StatusCode));
    }
}
