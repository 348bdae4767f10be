using System.Net.Mail;

namespace EffectiveSchool.Web.Mail;

/// <summary>How letters go out (section «Mail»); off unless «Mail:On» says otherwise.</summary>
/// <param name="Host">Name of the SMTP server.</param>
/// <param name="Tls">STARTTLS: the letter and the password travel encrypted.</param>
/// <param name="User">Empty where the server asks for none.</param>
/// <param name="Address">Address that links of letters lead to; null where it is not set.</param>
public sealed record MailSettings(bool On, string Host, int Port, bool Tls, string User, string Password, string From, Uri? Address)
{
    /// <summary>The usual port for handing letters in (RFC 6409).</summary>
    public const int SubmissionPort = 587;

    /// <summary>The portal as letters name it; known wherever mail is on.</summary>
    public Uri Portal => Address ?? throw new InvalidOperationException("Portal:Address is not set.");

    /// <exception cref="InvalidOperationException">Mail is on, and something that it needs is missing or cannot be read.</exception>
    public static MailSettings Read(IConfiguration configuration)
    {
        var on = configuration.GetValue("Mail:On", false);
        var (host, from, portal) = (configuration["Mail:Host"] ?? "", configuration["Mail:From"] ?? "", configuration["Portal:Address"] ?? "");
        var hasAddress = Uri.TryCreate(portal, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
        if (on && host.Length == 0)
        {
            throw new InvalidOperationException("Mail:On is set, but Mail:Host names no SMTP server.");
        }

        if (on && !MailAddress.TryCreate(from, out _))
        {
            throw new InvalidOperationException("Mail:On is set, but Mail:From is not an address.");
        }

        if (on && !hasAddress)
        {
            throw new InvalidOperationException("Mail:On is set, but Portal:Address is not the portal's address (https://…): links of letters would lead nowhere.");
        }

        return new MailSettings(
            on, host, configuration.GetValue("Mail:Port", SubmissionPort), configuration.GetValue("Mail:Tls", true),
            configuration["Mail:User"] ?? "", configuration["Mail:Password"] ?? "", from, hasAddress ? address : null);
    }
}
