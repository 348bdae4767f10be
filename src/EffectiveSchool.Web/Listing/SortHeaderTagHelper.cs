using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EffectiveSchool.Web.Listing;

/// <summary>
/// A column heading that sorts: <c>&lt;th sort-by="name" sort-now="@Model.Sort"&gt;Школа&lt;/th&gt;</c>. The query string carries
/// «sort=name» or «sort=-name».
/// </summary>
[HtmlTargetElement("th", Attributes = "sort-by")]
public sealed class SortHeaderTagHelper : TagHelper
{
    [HtmlAttributeName("sort-by")]
    public required string By { get; set; }

    [HtmlAttributeName("sort-now")]
    public string? Now { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var ascending = Now == By;
        var descending = Now == "-" + By;
        output.Attributes.SetAttribute("scope", "col");
        if (ascending || descending)
        {
            output.Attributes.SetAttribute("aria-sort", ascending ? "ascending" : "descending");
        }

        var link = new TagBuilder("a");
        link.AddCssClass("sort");
        link.Attributes["href"] = QueryLinks.With(ViewContext.HttpContext.Request, ("sort", ascending ? "-" + By : By), ("page", null));
        link.InnerHtml.AppendHtml(await output.GetChildContentAsync());
        if (ascending || descending)
        {
            var arrow = new TagBuilder("span");
            arrow.Attributes["aria-hidden"] = "true";
            arrow.InnerHtml.Append(ascending ? " ↑" : " ↓");
            link.InnerHtml.AppendHtml(arrow);
        }

        output.Content.SetHtmlContent(link);
    }
}
