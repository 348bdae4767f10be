using System.Net;
using System.Text;
using EffectiveSchool.Data.Users;
using EffectiveSchool.Domain;
using EffectiveSchool.Domain.Reminders;
using EffectiveSchool.Web.Mail;

namespace EffectiveSchool.Web.Reminders;

/// <summary>The daily letter: what is due, with links; it names neither its reader nor any other person.</summary>
public static class DigestText
{
    /// <summary>A letter is not a report: the rest is on the portal.</summary>
    private const int MostOfGroup = 30;

    /// <summary>«Приходит в 08:00 по будням.»</summary>
    public static string When(DigestTime time) => $"Приходит в {time.At:HH\\:mm} {(time.OnWeekends ? "каждый день" : "по будням")}.";

    public static Letter Write(PortalUser user, DueSummary summary, DateOnly day, Uri portal)
    {
        var groups = DueText.Groups(summary);
        return new Letter(
            $"digest-{user.Id:N}-{day:yyyyMMdd}",
            user.Email!,
            $"Сроки на {RussianFigures.Date(day)}: " + string.Join(", ", groups.Select(g => $"{g.Heading.ToLower(RussianCulture.Value)} — {g.Items.Count}")),
            Text(groups, day, portal),
            Html(groups, day, portal));
    }

    private static string Text(IReadOnlyList<DueGroup> groups, DateOnly day, Uri portal)
    {
        var text = new StringBuilder();
        foreach (var group in groups)
        {
            text.Append(group.Heading.ToUpper(RussianCulture.Value)).Append(" — ").Append(group.Items.Count).Append("\r\n");
            foreach (var item in group.Items.Take(MostOfGroup))
            {
                text.Append("— ").Append(Sentence(item, day)).Append("\r\n  ").Append(new Uri(portal, item.Page)).Append("\r\n");
            }

            text.Append(More(group)).Append("\r\n");
        }

        return text
            .Append("Всё это — на первой странице портала: ").Append(portal).Append("\r\n\r\n")
            .Append("Письмо приходит не чаще раза в день и только тогда, когда есть о чём сказать. Отключить его можно здесь: ")
            .Append(new Uri(portal, "/account/reminders")).Append("\r\n")
            .ToString();
    }

    private static string Html(IReadOnlyList<DueGroup> groups, DateOnly day, Uri portal)
    {
        var html = new StringBuilder("<!DOCTYPE html><html lang=\"ru\"><body>");
        foreach (var group in groups)
        {
            html.Append("<h2>").Append(group.Heading).Append(" — ").Append(group.Items.Count).Append("</h2><ul>");
            foreach (var item in group.Items.Take(MostOfGroup))
            {
                html.Append("<li>").Append(Link(new Uri(portal, item.Page), Sentence(item, day))).Append("</li>");
            }

            html.Append("</ul><p>").Append(More(group)).Append("</p>");
        }

        return html
            .Append("<p>Всё это — ").Append(Link(portal, "на первой странице портала")).Append(".</p>")
            .Append("<p>Письмо приходит не чаще раза в день и только тогда, когда есть о чём сказать. ")
            .Append(Link(new Uri(portal, "/account/reminders"), "Отключить письма")).Append("</p></body></html>")
            .ToString();
    }

    private static string Sentence(DueItem item, DateOnly day) =>
        string.Join("; ", new[] { item.Title, item.Place, DueText.Due(item, day) }.Where(part => !string.IsNullOrEmpty(part)));

    private static string More(DueGroup group) =>
        group.Items.Count > MostOfGroup ? $"И ещё {RussianFigures.Count(group.Items.Count - MostOfGroup)} — на портале.\r\n" : "";

    private static string Link(Uri address, string text) => $"<a href=\"{WebUtility.HtmlEncode(address.AbsoluteUri)}\">{WebUtility.HtmlEncode(text)}</a>";
}
