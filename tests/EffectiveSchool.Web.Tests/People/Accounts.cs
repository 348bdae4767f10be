using System.Globalization;

namespace EffectiveSchool.Web.Tests.People;

/// <summary>What tests of accounts do on the pages of whoever keeps them.</summary>
internal static class Accounts
{
    public static async Task<IDocument> PageOfAsync(this Visitor keeper, string email)
    {
        var list = await keeper.OpenAsync("/admin/users?q=" + Uri.EscapeDataString(email));
        return await keeper.OpenAsync(list.QuerySelector("tbody a")!.GetAttribute("href")!);
    }

    /// <summary>Issues a slip on the person's page. Gives the address of its link within the portal.</summary>
    public static async Task<string> IssueAsync(this Visitor keeper, string email)
    {
        var slips = await keeper.SubmitAsync(await keeper.PageOfAsync(email), "form[action='/admin/users/slips']");
        return new Uri(slips.QuerySelector(".slip-link")!.TextContent).AbsolutePath;
    }

    /// <summary>Sets a password behind a link and gives the page it leads to.</summary>
    public static async Task<IDocument> ActivateAsync(this Visitor person, string link, string password) =>
        await person.SubmitAsync(await person.OpenAsync(link), "main form", new() { ["Form.Next"] = password, ["Form.Repeat"] = password });

    /// <summary>The sentence of a refusal, or of what was done.</summary>
    public static string Said(this IDocument page) => page.QuerySelector(".note-refused, .note-done")?.TextContent.Trim() ?? "nothing was said";

    public static string Heading(this IDocument page) => page.QuerySelector("h1")!.TextContent;

    /// <summary>New, changed, same and refused as the dry run counts them.</summary>
    public static int[] Tallies(this IDocument check) => [.. check.QuerySelectorAll(".cards .figure").Select(f => int.Parse(f.TextContent, CultureInfo.InvariantCulture))];
}
